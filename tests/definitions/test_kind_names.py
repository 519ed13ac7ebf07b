"""The list of kinds and opening one: cheap at first, strict when opened."""

import subprocess
import sys

import pytest

from xiaoxie_desktop.core.errors import BadInput, DefinitionError
from xiaoxie_desktop.definitions.kind_names import kind_name, kind_names
from xiaoxie_desktop.definitions.kinds import load_kind
from xiaoxie_desktop.definitions.tables import dated_table


def test_the_kinds_are_listed_with_badge_and_description() -> None:
    names = {name.id: name for name in kind_names()}
    assert {"annual_summary", "activity_summary_315"} <= set(names)
    assert names["annual_summary"].name == "年终工作总结"
    assert all(name.badge and name.description.endswith("。") for name in names.values())


def test_one_kind_is_read_without_the_others() -> None:
    assert kind_name("annual_summary") in kind_names()
    assert (kind_name("common"), kind_name("anual_summary")) == (None, None)


def test_the_list_does_without_pydantic() -> None:
    code = (
        "import sys; from xiaoxie_desktop.definitions.kind_names import kind_names; kind_names();"
        "sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_kind_is_read_once() -> None:
    assert load_kind("annual_summary") is load_kind("annual_summary")


@pytest.mark.parametrize(
    ("kind", "version", "says"),
    [
        ("anual_summary", None, "annual_summary"),
        ("annual_summary", 99, "第 99 版"),
        ("common", None, "common"),
    ],
)
def test_an_unknown_kind_or_version_is_bad_input(kind: str, version: int | None, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        load_kind(kind, version)


def test_the_year_theme_is_known_for_every_year() -> None:
    themes = dated_table("year_theme")
    assert (themes[2009], themes[2014]) == ("消费与发展", "新消法 新权益 新责任")
    assert set(themes) == set(range(1997, 2027))


def test_an_unknown_table_names_the_nearest() -> None:
    with pytest.raises(DefinitionError, match="year_theme"):
        dated_table("years_theme")
