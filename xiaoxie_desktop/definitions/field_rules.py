"""Checks each field of a kind by itself: unique ids, what its type needs, its fact, and how it is computed."""

from collections.abc import Mapping

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.report import (
    AMOUNT_TYPES,
    LIST_TYPES,
    Check,
    CheckKind,
    DerivationKind,
    Field,
    FieldType,
    ReportKind,
    Section,
)
from xiaoxie_desktop.core.wording import STANDING_HOLES
from xiaoxie_desktop.definitions.facts import fact_definitions
from xiaoxie_desktop.definitions.tables import TABLES

_FIGURES = AMOUNT_TYPES | {FieldType.COMPUTED}
_DATES = frozenset({FieldType.DATE, FieldType.DATE_RANGE})
_CHOOSING = frozenset({FieldType.CHOICE, FieldType.CHOICES})


def check_fields(kind: ReportKind, files: Mapping[str, str]) -> Mapping[str, Field]:
    """Every field by id, after all of them have been checked.

    Raises:
        DefinitionError: the first field that breaks a rule.
    """
    fields: dict[str, Field] = {}
    keys: dict[tuple[str, ...], str] = {}
    for section, field in kind.fields():
        place = f"{files[section.id]} 的填写项 {field.id}"
        if field.id in fields or field.id in STANDING_HOLES:
            raise DefinitionError(f"{place} 重名，每个填写项的 id 只能用一次，请换一个。")
        fields[field.id] = field
        _check_type(field, place)
        _check_fact(field, place, keys)
    for section in kind.steps():
        _check_figures(section, fields, files[section.id])
    return fields


def _check_type(field: Field, place: str) -> None:
    wrong = (
        (bool(field.columns) != (field.type is FieldType.ROWS), "columns 只给 rows 用，rows 必须有"),
        (field.type is FieldType.CHOICE and not field.choices, "choice 必须有 choices"),
        (bool(field.choices) and field.type not in _CHOOSING, "choices 只给 choice 和 choices 用"),
        (
            bool(field.derive) != (field.type is FieldType.COMPUTED),
            "derive 只给 computed 用，computed 必须有",
        ),
        (bool(field.units) and field.type not in _FIGURES, "units 只给数字用"),
        (
            field.type is FieldType.MONEY and not set(field.units) <= {"元", "万元"},
            "money 的 units 只能是元、万元",
        ),
        (not _default_fits(field), "default 只能是 choice 的一个 id，或 bool 的 true、false"),
        (bool(field.prefill) and field.prefill not in TABLES, f"prefill 没有“{field.prefill}”这张表"),
    )
    for broken, rule in wrong:
        if broken:
            raise DefinitionError(f"{place} 写得不对：{rule}。")
    names = [column.id for column in field.columns]
    for column in field.columns:
        if names.count(column.id) > 1:
            raise DefinitionError(f"{place} 的列“{column.id}”重名，请换一个。")
        if column.columns:
            raise DefinitionError(f"{place} 的列“{column.id}”不能再是表格。")
        _check_type(column, f"{place} 的列 {column.id}")


def _default_fits(field: Field) -> bool:
    if isinstance(field.default, bool):
        return field.type is FieldType.BOOL
    known = [choice.id for choice in field.choices]
    return field.default is None or (field.type is FieldType.CHOICE and field.default in known)


def _check_fact(field: Field, place: str, keys: dict[tuple[str, ...], str]) -> None:
    binding = field.fact
    if binding is None:
        return
    facts = fact_definitions()
    if binding.fact not in facts:
        raise DefinitionError(
            f"{place} 绑定的事实“{binding.fact}”不在 facts.toml 里{did_you_mean(binding.fact, facts)}"
        )
    if field.id != binding.fact and not field.id.startswith(f"{binding.fact}__"):
        raise DefinitionError(f"{place} 绑定了事实，id 要写成“{binding.fact}”或“{binding.fact}__…”。")
    if binding.list and binding.list not in facts[binding.fact].lists:
        raise DefinitionError(f"{place} 的 list“{binding.list}”不是这个事实的口径，请核对 facts.toml。")
    key = (binding.fact, binding.item, binding.list, binding.scope, binding.period)
    if key in keys:
        raise DefinitionError(
            f"{place} 和“{keys[key]}”是同一个事实，请改 item、scope 或 period，或删去一个。"
        )
    keys[key] = field.id


def _check_figures(section: Section, fields: Mapping[str, Field], file: str) -> None:
    for field in section.fields:
        for one in (field, *field.columns):
            if one.derive:
                _check_inputs(one, field, fields, f"{file} 的填写项 {one.id}")
    for check in section.checks:
        _check_check(check, fields, f"{file} 的 checks")


def _check_inputs(field: Field, parent: Field, fields: Mapping[str, Field], place: str) -> None:
    derive = field.derive
    if derive is None:
        return
    names = derive.inputs
    if derive.kind is DerivationKind.YEARS_SINCE:
        _need(names[0], [*fields, *STANDING_HOLES], f"{place} 的 derive")
        return
    if derive.kind in {DerivationKind.ROW_SUM, DerivationKind.ROW_COUNT}:
        _check_rows_inputs(names, fields, f"{place} 的 derive")
        return
    columns = {column.id: column for column in parent.columns}
    for name in names:
        known = {**fields, **columns}
        _need(name, known, f"{place} 的 derive")
        if known[name].type not in _FIGURES:
            raise DefinitionError(f"{place} 的 derive 用到的“{name}”不是数字。")
    _check_loop(field, {**fields, **columns}, place)


def _check_rows_inputs(names: tuple[str, ...], fields: Mapping[str, Field], place: str) -> None:
    _need(names[0], fields, place)
    rows = fields[names[0]]
    if rows.type is not FieldType.ROWS and (len(names) > 1 or rows.type not in LIST_TYPES):
        raise DefinitionError(f"{place} 用到的“{names[0]}”不是表格。")
    if len(names) > 1:
        columns = {column.id: column for column in rows.columns}
        _need(names[1], columns, place)
        if columns[names[1]].type not in _FIGURES:
            raise DefinitionError(f"{place} 用到的列“{names[1]}”不是数字。")


def _check_loop(field: Field, known: Mapping[str, Field], place: str) -> None:
    """A figure that is computed out of itself, at any distance."""
    waiting = [field.id]
    seen: set[str] = set()
    while waiting:
        current = known.get(waiting.pop())
        for name in current.derive.inputs if current and current.derive else ():
            if name == field.id:
                raise DefinitionError(f"{place} 的 derive 绕回了自己，算不出来，请改正。")
            if name not in seen:
                seen.add(name)
                waiting.append(name)


def _check_check(check: Check, fields: Mapping[str, Field], place: str) -> None:
    dates = check.kind is CheckKind.DATE_NOT_AFTER
    allowed = _DATES if dates else _FIGURES
    named = [check.whole] if check.kind in _ROW_CHECKS else [*check.parts, check.whole]
    if check.kind in _ROW_CHECKS:
        if len(check.parts) != 2:
            raise DefinitionError(f"{place} 里 {check.kind} 的 parts 要写表格和列两个名称。")
        _check_rows_inputs(check.parts, fields, place)
    for name in named:
        _need(name, fields, place)
        if fields[name].type not in allowed:
            raise DefinitionError(f"{place} 里的“{name}”不是{'日期' if dates else '数字'}，不能这样核对。")


_ROW_CHECKS = frozenset({CheckKind.ROWS_AT_MOST, CheckKind.ROWS_EQUAL})


def _need(name: str, known: Mapping[str, Field] | list[str], place: str) -> None:
    if name not in known:
        raise DefinitionError(f"{place} 没有“{name}”这个填写项{did_you_mean(name, known)}")
