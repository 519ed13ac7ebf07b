"""Dated tables in `resources/domain` whose entry for a year is offered as a field's first value."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.definitions.toml_files import file_name, read_toml
from xiaoxie_desktop.resource_files import resource_path

TABLES = {"year_theme": "themes.toml"}
"""Each table by the name fields ask for it (`prefill`), and its file."""


@cache
def dated_table(name: str) -> Mapping[int, str]:
    """The entries of a table by year.

    Raises:
        DefinitionError: no such table, or an entry that is not a year with a text.
    """
    if name not in TABLES:
        raise DefinitionError(f"没有“{name}”这张按年份的表{did_you_mean(name, TABLES)}")
    path = resource_path("domain", TABLES[name])
    entries = read_toml(path).get(name, {})
    try:
        return MappingProxyType({int(year): str(text) for year, text in dict(entries).items()})
    except (TypeError, ValueError) as error:
        raise DefinitionError(f'{file_name(path)} 的“{name}”里每一行要写成 年份 = "文字"。') from error
