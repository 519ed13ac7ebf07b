"""Checks over the figures of a draft: required fields, unread input, half-filled rows, arithmetic and dates."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xiaoxie_desktop.core.amounts import amount_text, base_unit, plain_number
from xiaoxie_desktop.core.answers import (
    Amount,
    Answers,
    DateRange,
    Row,
    Rows,
    Unreadable,
    filled_rows,
    is_filled,
)
from xiaoxie_desktop.core.arithmetic import column_amounts, effective_answers, visible_fields
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.reading import problem_with
from xiaoxie_desktop.core.report import Check, CheckKind, Field, FieldType, ReportKind, Section
from xiaoxie_desktop.core.value_text import date_text


def check_answers(kind: ReportKind, draft: Draft) -> tuple[Finding, ...]:
    """What is wrong with the answers that count, in the order of the document. Pure; about a millisecond."""
    answers = effective_answers(kind, draft)
    labels = {field.id: field for _, field in kind.fields()}
    found: list[Finding] = []
    for section in kind.steps():
        if section.id not in draft.omitted:
            found += _fields(section, answers)
            found += (
                one for check in section.checks for one in _Arithmetic(section, answers, labels).run(check)
            )
            found += _dates(section, answers, draft.year)
    return tuple(found)


def _fields(section: Section, answers: Answers) -> Iterator[Finding]:
    for field in visible_fields(section, answers):
        value = answers.get(field.id)
        if isinstance(value, Unreadable):
            yield _finding(
                "unreadable", section, field, f"“{field.label}”没有看懂：{problem_with(value, field)}"
            )
        elif field.required and not is_filled(value):
            yield _finding("required", section, field, f"“{field.label}”还没填，请填上。")
        elif isinstance(value, Rows):
            yield from _rows(section, field, value)


def _rows(section: Section, field: Field, rows: Rows) -> Iterator[Finding]:
    for number, row in enumerate(rows.rows, 1):
        for column in field.columns:
            cell = row.cells.get(column.id)
            if isinstance(cell, Unreadable):
                said = f"“{field.label}”第 {number} 行{column.label}{problem_with(cell, column)}"
                yield _finding("unreadable", section, field, said, row)
            elif column.required and row in filled_rows(rows) and not is_filled(cell):
                said = f"“{field.label}”第 {number} 行的{column.label}还没填，这一行先不写进文中。"
                yield _finding("half_row", section, field, said, row, Severity.WARNING)


def _finding(
    rule: str,
    section: Section,
    field: Field,
    message: str,
    row: Row | None = None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(rule, severity, message, section=section.id, field=field.id, row=row.uid if row else "")


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure of a check: what it is called, where it stands, its plain number."""

    label: str
    field: str
    text: str
    number: Decimal
    unit: str
    exact: bool


class _Arithmetic:
    """Runs the checks of one section; each is silent while a figure it needs is missing."""

    def __init__(self, section: Section, answers: Answers, fields: dict[str, Field]) -> None:
        self._section = section
        self._answers = answers
        self._fields = fields
        self._rules: dict[CheckKind, Callable[[Check], str]] = {
            CheckKind.AT_MOST: self._at_most,
            CheckKind.SUM_AT_MOST: self._sum_at_most,
            CheckKind.SUM_EQUALS: self._sum_equals,
            CheckKind.ROWS_AT_MOST: self._rows_at_most,
            CheckKind.ROWS_EQUAL: self._rows_equal,
            CheckKind.DATE_NOT_AFTER: self._date_not_after,
        }

    def run(self, check: Check) -> Iterator[Finding]:
        """The finding, if the check fails."""
        message = self._rules[check.kind](check)
        if message:
            severity = Severity.WARNING if check.warning else Severity.ERROR
            yield Finding(check.kind.value, severity, message, section=self._section.id, field=check.parts[0])

    def _part(self, field_id: str) -> _Part | None:
        amount, field = self._answers.get(field_id), self._fields[field_id]
        return self._of(amount, field.label, field_id) if isinstance(amount, Amount) else None

    def _of(self, amount: Amount, label: str, field_id: str) -> _Part:
        unit = base_unit(amount.unit)
        return _Part(label, field_id, _spaced(amount), plain_number(amount), unit, amount.is_exact)

    def _at_most(self, check: Check) -> str:
        part, whole = self._part(check.parts[0]), self._part(check.whole)
        if not part or not whole or part.unit != whole.unit or part.number <= whole.number:
            return ""
        return f"{part.label} {part.text}，比{whole.label}的 {whole.text}还多，请核对。"

    def _summed(self, check: Check) -> tuple[_Part, ...]:
        parts = tuple(part for name in check.parts if (part := self._part(name)))
        return parts if len(parts) == len(check.parts) else ()

    def _sum_at_most(self, check: Check) -> str:
        parts = tuple(part for name in check.parts if (part := self._part(name)))
        whole = self._part(check.whole)
        if not whole or not _comparable((*parts, whole)):
            return ""
        total = sum((part.number for part in parts), Decimal(0))
        if total <= whole.number:
            return ""
        return f"{_plus(parts)}一共 {total:f}{whole.unit}，比{whole.label}的 {whole.text}还多，请核对。"

    def _sum_equals(self, check: Check) -> str:
        parts, whole = self._summed(check), self._part(check.whole)
        if not parts or not whole or not _comparable((*parts, whole)):
            return ""
        total = sum((part.number for part in parts), Decimal(0))
        if total == whole.number:
            return ""
        return f"{_plus(parts)}一共 {total:f}{whole.unit}，与{whole.label} {whole.text}对不上，请核对。"

    def _row_parts(self, check: Check) -> tuple[_Part, ...]:
        rows_field, column = check.parts
        label = self._fields[rows_field].label
        return tuple(
            self._of(amount, label, rows_field)
            for amount in column_amounts(self._answers, rows_field, column)
        )

    def _rows_at_most(self, check: Check) -> str:
        return self._rows_against(check, lambda total, whole: total <= whole, "比{0}的 {1}还多")

    def _rows_equal(self, check: Check) -> str:
        return self._rows_against(check, lambda total, whole: total == whole, "与{0} {1}对不上")

    def _rows_against(self, check: Check, agrees: Callable[[Decimal, Decimal], bool], said: str) -> str:
        parts, whole = self._row_parts(check), self._part(check.whole)
        if not parts or not whole or not _comparable((*parts, whole)):
            return ""
        total = sum((part.number for part in parts), Decimal(0))
        if agrees(total, whole.number):
            return ""
        rest = said.format(whole.label, whole.text)
        return f"“{parts[0].label}”各行一共 {total:f}{whole.unit}，{rest}，请核对。"

    def _date_not_after(self, check: Check) -> str:
        first, last = (_day(self._answers.get(name)) for name in (check.parts[0], check.whole))
        if not first or not last or first <= last:
            return ""
        one, other = self._fields[check.parts[0]].label, self._fields[check.whole].label
        return f"{one}写的是 {date_text(first)}，在{other} {date_text(last)}之后，请核对。"


def _comparable(parts: tuple[_Part, ...]) -> bool:
    return all(part.exact for part in parts) and len({part.unit for part in parts}) == 1


def _plus(parts: tuple[_Part, ...]) -> str:
    return "、".join(f"{part.label} {part.text}" for part in parts)


def _spaced(amount: Amount) -> str:
    """The figure with the space the window sets before a unit: 11 件."""
    bare = amount_text(Amount(amount.number, "", amount.qualifier))
    return (
        f"{bare} {amount.unit}" if amount.unit and not amount.unit.startswith("万") else amount_text(amount)
    )


def _day(value: object) -> date | None:
    if isinstance(value, DateRange):
        return value.end
    return value if isinstance(value, date) else None


def _dates(section: Section, answers: Answers, year: int) -> Iterator[Finding]:
    """Dates of another year than the report's: a year left over from last year's file."""
    for field in visible_fields(section, answers):
        value = answers.get(field.id)
        days = (value.start, value.end) if isinstance(value, DateRange) else (value,)
        odd = [day for day in days if isinstance(day, date) and not year <= day.year <= year + 1]
        if odd and field.type in {FieldType.DATE, FieldType.DATE_RANGE}:
            said = f"“{field.label}”写的是 {odd[0].year} 年，本报告是 {year} 年，请核对。"
            yield _finding("year", section, field, said)
