"""Lists of choices kept as dated data in `resources/domain/choices.toml` (投诉性质, 商品和服务类别)."""

from functools import cache

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.report import Choice
from xiaoxie_desktop.definitions.domain_shapes import STILL_USED, ChoicesFile
from xiaoxie_desktop.definitions.shape_errors import read_shape
from xiaoxie_desktop.definitions.toml_files import file_name, read_toml
from xiaoxie_desktop.resource_files import resource_path


@cache
def _lists() -> ChoicesFile:
    path = resource_path("domain", "choices.toml")
    return read_shape(ChoicesFile, read_toml(path), file_name(path))


def choice_list(name: str, place: str, year: int | None = None) -> tuple[Choice, ...]:
    """The choices of a list, those valid in ``year`` only if one is given; words of former years stand last.

    Raises:
        DefinitionError: no such list; ``place`` says where it was asked for.
    """
    lists = _lists().lists
    if name not in lists:
        raise DefinitionError(f"{place} 的 choices_from 没有“{name}”这个选项表{did_you_mean(name, lists)}")
    valid = [one for one in lists[name] if year is None or one.valid_from <= year <= one.valid_to]
    valid.sort(key=lambda one: one.valid_to < STILL_USED)
    return tuple(Choice(one.id, one.label) for one in valid)
