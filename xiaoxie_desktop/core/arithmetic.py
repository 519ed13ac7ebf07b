"""Computed figures and the answers that count: hidden ones left out, shares, sums and differences put in."""

from collections import ChainMap
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from xiaoxie_desktop.core.amounts import difference_of, in_unit, share_of, sum_of
from xiaoxie_desktop.core.answers import (
    Amount,
    Answers,
    Items,
    Row,
    Rows,
    Unreadable,
    Value,
    filled_rows,
    is_filled,
)
from xiaoxie_desktop.core.conditions import holds
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.report import Derivation, DerivationKind, Field, ReportKind, Section


def visible_fields(section: Section, answers: Answers) -> tuple[Field, ...]:
    """The fields of a section that apply, given the answers."""
    return tuple(field for field in section.fields if holds(field.visible_when, answers))


YEAR = "year"
"""The id under which every report knows the year it reports on."""


def effective_answers(kind: ReportKind, draft: Draft) -> Answers:
    """The answers that checks and sentences see.

    Answers of omitted sections and of fields that do not apply are left out (they stay in the draft);
    the year, computed fields and the computed columns of rows are put in. Rows that lack a required cell
    are left out too, so that every count, sum and sentence speaks of the same rows.
    """
    fields = [
        field
        for section in kind.steps()
        if section.id not in draft.omitted
        for field in section.fields
        if field.derive or field.id in draft.answers
    ]
    seen: dict[str, Value] = {YEAR: Amount(Decimal(draft.year))}
    seen |= {field.id: _usable(field, draft.answers[field.id]) for field in fields if not field.derive}
    typed = dict(seen)
    for _ in fields:
        before, seen = seen, _once_more(fields, typed, seen)
        if seen == before:
            break
    return MappingProxyType(seen)


def _usable(field: Field, value: Value) -> Value:
    return Rows(tuple(row for row in value.rows if _counts(field, row))) if isinstance(value, Rows) else value


def _counts(field: Field, row: Row) -> bool:
    """Whether a row counts: it is whole, or something in it was not understood, so that no sum may pass it over."""
    if any(isinstance(cell, Unreadable) for cell in row.cells.values()):
        return True
    return any(is_filled(cell) for cell in row.cells.values()) and not missing_cells(field, row)


def missing_cells(field: Field, row: Row) -> tuple[Field, ...]:
    """The required columns a row lacks; such a row is not printed."""
    return tuple(one for one in field.columns if one.required and not is_filled(row.cells.get(one.id)))


def _once_more(fields: list[Field], typed: dict[str, Value], seen: dict[str, Value]) -> dict[str, Value]:
    """Show, hide and compute each field in the order of the report, given what counted before.

    What is hidden may hide, show or feed other fields, so this is repeated until nothing changes, at most once
    per field: a chain of any length settles, and conditions that contradict each other cannot go on for ever.
    """
    seen = dict(seen)
    for field in fields:
        value = None
        if holds(field.visible_when, seen):
            value = derive(field, field.derive, seen) if field.derive else typed[field.id]
        if value is None:
            seen.pop(field.id, None)
        else:
            seen[field.id] = rows_with_computed(field, value, seen) if isinstance(value, Rows) else value
    return seen


def rows_with_computed(field: Field, rows: Rows, answers: Answers) -> Rows:
    """The rows with their computed columns filled in where they can be."""
    computed = [column for column in field.columns if column.derive]
    return Rows(tuple(_row_with_computed(row, computed, answers) for row in rows.rows)) if computed else rows


def _row_with_computed(row: Row, columns: list[Field], answers: Answers) -> Row:
    cells = dict(row.cells)
    for column in columns:
        if column.derive and (amount := derive(column, column.derive, answers, row)):
            cells[column.id] = amount
    return replace(row, cells=MappingProxyType(cells))


def derive(field: Field, derivation: Derivation, answers: Answers, row: Row | None = None) -> Amount | None:
    """The computed figure in the field's unit, or None while an input is missing, unreadable or too inexact.

    A sum is content with the figures that are there, unless one was typed and not understood.
    """
    source = ChainMap(dict(row.cells), dict(answers)) if row else answers
    amount = _RULES[derivation.kind](derivation, source)
    return in_unit(amount, field.unit) if amount and field.unit else amount


def _share(derivation: Derivation, answers: Answers) -> Amount | None:
    part, whole = (_amount(answers.get(name)) for name in derivation.inputs)
    return share_of(part, whole, derivation.decimals) if part and whole else None


def _sum(derivation: Derivation, answers: Answers) -> Amount | None:
    return _sum_of_readable([answers.get(name) for name in derivation.inputs])


def _sum_of_readable(values: list[Value | None]) -> Amount | None:
    if any(isinstance(value, Unreadable) for value in values):
        return None
    return sum_of(tuple(value for value in values if isinstance(value, Amount)))


def _difference(derivation: Derivation, answers: Answers) -> Amount | None:
    amounts = [_amount(answers.get(name)) for name in derivation.inputs]
    known = [amount for amount in amounts if amount]
    return difference_of(known[0], tuple(known[1:])) if len(known) == len(amounts) else None


def _row_sum(derivation: Derivation, answers: Answers) -> Amount | None:
    return _sum_of_readable(column_values(answers, *derivation.inputs))


def _row_count(derivation: Derivation, answers: Answers) -> Amount | None:
    value = answers.get(derivation.inputs[0])
    number = len(filled_rows(value)) if isinstance(value, Rows) else 0
    if isinstance(value, Items):
        number = sum(1 for text in value.texts if text.strip())
    return Amount(Decimal(number)) if number else None


def _years_since(derivation: Derivation, answers: Answers) -> Amount | None:
    year = _amount(answers.get(derivation.inputs[0]))
    number = year.number - derivation.base if year else Decimal(0)
    return Amount(number) if number > 0 else None


_RULES: dict[DerivationKind, Callable[[Derivation, Answers], Amount | None]] = {
    DerivationKind.SHARE: _share,
    DerivationKind.ROW_SHARE: _share,
    DerivationKind.SUM: _sum,
    DerivationKind.DIFFERENCE: _difference,
    DerivationKind.ROW_SUM: _row_sum,
    DerivationKind.ROW_COUNT: _row_count,
    DerivationKind.YEARS_SINCE: _years_since,
}


def _amount(value: Value | None) -> Amount | None:
    return value if isinstance(value, Amount) else None


def column_values(answers: Answers, rows_field: str, column: str) -> list[Value | None]:
    """The cells of one column of a rows field, one per row, None where nothing stands."""
    rows = answers.get(rows_field)
    return [row.cells.get(column) for row in rows.rows] if isinstance(rows, Rows) else []
