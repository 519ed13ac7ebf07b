"""Checks that every field can be seen: a condition that can never hold hides a question for good."""

from collections.abc import Mapping

from xiaoxie_desktop.core.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Equals,
    Filled,
    Includes,
    fields_of,
)
from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.report import AMOUNT_TYPES, Field, FieldType, ReportKind
from xiaoxie_desktop.core.wording import STANDING_HOLES

_CONDITION_FIGURES = AMOUNT_TYPES | {FieldType.COMPUTED}


def check_reachable(kind: ReportKind, fields: Mapping[str, Field], files: Mapping[str, str]) -> None:
    """Check ``visible_when`` of every field and column.

    Raises:
        DefinitionError: it names an unknown field, looks at itself (at any distance), or can never hold.
    """
    for section, field in kind.fields():
        place = f"{files[section.id]} 的填写项 {field.id}"
        _check_field(field, fields, place)
        for column in field.columns:
            if column.visible_when:
                raise DefinitionError(f"{place} 的列“{column.id}”不能有 visible_when，请写在表格上。")


def _check_field(field: Field, fields: Mapping[str, Field], place: str) -> None:
    for name in fields_of(field.visible_when):
        if name not in fields and name not in STANDING_HOLES:
            raise DefinitionError(
                f"{place} 的 visible_when 没有“{name}”这个填写项{did_you_mean(name, fields)}"
            )
    if field.id in _looked_at(field, fields):
        raise DefinitionError(f"{place} 的 visible_when 要看它自己才能显示，永远填不到，请改正。")
    if not _can_hold(field.visible_when, fields):
        raise DefinitionError(f"{place} 的 visible_when 永远不成立，这一项填不到，请改正。")


def _looked_at(field: Field, fields: Mapping[str, Field]) -> set[str]:
    """Every field that decides, directly or through others, whether this one is seen."""
    seen: set[str] = set()
    waiting = [*fields_of(field.visible_when)]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += fields_of(fields[name].visible_when) if name in fields else ()
    return seen


def _can_hold(condition: Condition | None, fields: Mapping[str, Field]) -> bool:
    match condition:
        case AllOf(inner):
            return all(_can_hold(one, fields) for one in inner) and not _contradict(inner)
        case AnyOf(inner):
            return any(_can_hold(one, fields) for one in inner)
        case Equals(name, value) if name in fields:
            return _can_equal(fields[name], value)
        case Includes(name, choice) if name in fields:
            listed = fields[name].type is FieldType.CHOICES
            return listed and choice in _choice_ids(fields[name])
        case AtLeast(name, _) if name in fields:
            return fields[name].type in _CONDITION_FIGURES
        case _:
            return True


def _can_equal(field: Field, value: str | bool | int) -> bool:
    if isinstance(value, bool):
        return field.type is FieldType.BOOL
    if isinstance(value, int):
        return field.type in _CONDITION_FIGURES
    if field.type is FieldType.CHOICE:
        return value in _choice_ids(field)
    return bool(value) and field.type in {FieldType.TEXT, FieldType.LONG_TEXT, FieldType.ORGANIZATION}


def _choice_ids(field: Field) -> set[str]:
    return {choice.id for choice in field.choices}


def _contradict(conditions: tuple[Condition, ...]) -> bool:
    """Two demands on one field that exclude each other."""
    equal: dict[str, str | bool | int] = {}
    filled: dict[str, bool] = {}
    for one in conditions:
        if isinstance(one, Equals) and equal.setdefault(one.field, one.value) != one.value:
            return True
        if isinstance(one, Filled) and filled.setdefault(one.field, one.wanted) is not one.wanted:
            return True
    return False
