"""Computed figures and the answers that count: hidden ones left out, shares, sums and differences put in."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from xiaoxie_desktop.core.amounts import difference_of, share_of, sum_of
from xiaoxie_desktop.core.answers import Amount, Answers, Items, Row, Rows, Value, filled_rows, is_filled
from xiaoxie_desktop.core.conditions import holds
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.report import Derivation, DerivationKind, Field, FieldType, ReportKind, Section


def visible_fields(section: Section, answers: Answers) -> tuple[Field, ...]:
    """The fields of a section that apply, given the answers."""
    return tuple(field for field in section.fields if holds(field.visible_when, answers))


YEAR = "year"
"""The id under which every report knows the year it reports on."""


def effective_answers(kind: ReportKind, draft: Draft) -> Answers:
    """The answers that checks and sentences see.

    Answers of omitted sections and of fields that do not apply are left out (they stay in the draft);
    the year, computed fields and the computed columns of rows are put in.
    """
    written = [section for section in kind.steps() if section.id not in draft.omitted]
    answers = draft.answers
    seen: dict[str, Value] = {
        field.id: answers[field.id] for section in written for field in section.fields if field.id in answers
    }
    seen = _without_hidden(kind, seen)
    seen[YEAR] = Amount(Decimal(draft.year))
    for section in written:
        _put_in_computed(section, seen)
    return MappingProxyType(seen)


def _without_hidden(kind: ReportKind, answers: dict[str, Value]) -> dict[str, Value]:
    """Leave out what does not apply; an answer hidden this way may hide others, so again until nothing changes."""
    while True:
        hidden = {field.id for _, field in kind.fields() if not holds(field.visible_when, answers)}
        if not hidden & answers.keys():
            return answers
        answers = {name: value for name, value in answers.items() if name not in hidden}


def _put_in_computed(section: Section, answers: dict[str, Value]) -> None:
    for field in section.fields:
        if field.type is FieldType.ROWS:
            rows = answers.get(field.id)
            if isinstance(rows, Rows):
                answers[field.id] = rows_with_computed(field, rows, answers)
    for field in visible_fields(section, answers):
        if field.derive and (amount := derive(field, field.derive, answers)):
            answers[field.id] = amount


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
    """The computed figure, or None while an input is missing, unreadable or too inexact."""
    rule = _RULES[derivation.kind]
    amount = rule(derivation, answers, row)
    return replace(amount, unit=field.unit) if amount and field.unit else amount


def _share(derivation: Derivation, answers: Answers, row: Row | None) -> Amount | None:
    source = {**answers, **(row.cells if row else {})}
    part, whole = (_amount(source.get(name)) for name in derivation.inputs)
    return share_of(part, whole, derivation.decimals) if part and whole else None


def _sum(derivation: Derivation, answers: Answers, _: Row | None) -> Amount | None:
    amounts = tuple(amount for name in derivation.inputs if (amount := _amount(answers.get(name))))
    return sum_of(amounts)


def _difference(derivation: Derivation, answers: Answers, _: Row | None) -> Amount | None:
    amounts = [_amount(answers.get(name)) for name in derivation.inputs]
    known = [amount for amount in amounts if amount]
    return difference_of(known[0], tuple(known[1:])) if len(known) == len(amounts) else None


def _row_sum(derivation: Derivation, answers: Answers, _: Row | None) -> Amount | None:
    return sum_of(column_amounts(answers, *derivation.inputs))


def _row_count(derivation: Derivation, answers: Answers, _: Row | None) -> Amount | None:
    value = answers.get(derivation.inputs[0])
    number = len(filled_rows(value)) if isinstance(value, Rows) else 0
    if isinstance(value, Items):
        number = sum(1 for text in value.texts if text.strip())
    return Amount(Decimal(number)) if number else None


def _years_since(derivation: Derivation, answers: Answers, _: Row | None) -> Amount | None:
    year = _amount(answers.get(derivation.inputs[0]))
    number = year.number - derivation.base if year else Decimal(0)
    return Amount(number) if number > 0 else None


_RULES: dict[DerivationKind, Callable[[Derivation, Answers, Row | None], Amount | None]] = {
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


def column_amounts(answers: Answers, rows_field: str, column: str) -> tuple[Amount, ...]:
    """The figures of one column of a rows field, rows without one left out."""
    rows = answers.get(rows_field)
    if not isinstance(rows, Rows):
        return ()
    cells = (row.cells.get(column) for row in rows.rows)
    return tuple(cell for cell in cells if isinstance(cell, Amount) and is_filled(cell))
