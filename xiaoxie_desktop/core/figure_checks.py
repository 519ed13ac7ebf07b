"""Arithmetic checks over figures: parts against their whole, columns against a total, one date against another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xiaoxie_desktop.core.amounts import amount_text, base_unit, number_text, plain_number, without_idle_zeros
from xiaoxie_desktop.core.answers import Amount, Answers, DateRange
from xiaoxie_desktop.core.arithmetic import column_values
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import Check, CheckKind, Field, Section
from xiaoxie_desktop.core.value_text import date_text


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure of a check: what it is called, where it stands, its plain number."""

    label: str
    field: str
    text: str
    number: Decimal
    unit: str
    exact: bool


class FigureChecks:
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

    def findings(self) -> Iterator[Finding]:
        """What does not add up; a sentence is said once, whatever the number of checks that lead to it."""
        said: set[str] = set()
        for check in self._section.checks:
            message = self._rules[check.kind](check)
            if message and message not in said:
                said.add(message)
                yield self._finding(check, message)

    def _finding(self, check: Check, message: str) -> Finding:
        severity = Severity.WARNING if check.warning else Severity.ERROR
        return Finding(check.kind.value, severity, message, section=self._section.id, field=check.parts[0])

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
        return _more_than(part, whole)

    def _summed(self, check: Check) -> tuple[_Part, ...]:
        parts = tuple(part for name in check.parts if (part := self._part(name)))
        return parts if len(parts) == len(check.parts) else ()

    def _sum_at_most(self, check: Check) -> str:
        parts = tuple(part for name in check.parts if (part := self._part(name)))
        whole = self._part(check.whole)
        if not whole or not _comparable((*parts, whole)):
            return ""
        total = _total(parts)
        if total <= whole.number:
            return ""
        if len(parts) == 1:
            return _more_than(parts[0], whole)
        return f"{_together(parts, total)}，比{whole.label}的 {whole.text}还多，请核对。"

    def _sum_equals(self, check: Check) -> str:
        parts, whole = self._summed(check), self._part(check.whole)
        if not parts or not whole or not _comparable((*parts, whole)):
            return ""
        total = _total(parts)
        if total == whole.number:
            return ""
        return f"{_together(parts, total)}，与{whole.label} {whole.text}对不上，请核对。"

    def _row_parts(self, check: Check) -> tuple[_Part | None, ...]:
        rows_field, column = check.parts
        label = self._fields[rows_field].label
        cells = column_values(self._answers, rows_field, column)
        return tuple(
            self._of(cell, label, rows_field) if isinstance(cell, Amount) else None for cell in cells
        )

    def _rows_at_most(self, check: Check) -> str:
        parts = tuple(part for part in self._row_parts(check) if part)
        return self._rows_against(check, parts, lambda total, whole: total <= whole, "比{0}的 {1}还多")

    def _rows_equal(self, check: Check) -> str:
        parts = self._row_parts(check)
        known = tuple(part for part in parts if part)
        if len(known) < len(parts):
            return ""
        return self._rows_against(check, known, lambda total, whole: total == whole, "与{0} {1}对不上")

    def _rows_against(
        self, check: Check, parts: tuple[_Part, ...], agrees: Callable[[Decimal, Decimal], bool], said: str
    ) -> str:
        whole = self._part(check.whole)
        if not parts or not whole or not _comparable((*parts, whole)):
            return ""
        total = _total(parts)
        if agrees(total, whole.number):
            return ""
        rest = said.format(whole.label, whole.text)
        return f"“{parts[0].label}”各行一共 {_figure(total, whole.unit)}，{rest}，请核对。"

    def _date_not_after(self, check: Check) -> str:
        first, last = (_day(self._answers.get(name)) for name in (check.parts[0], check.whole))
        if not first or not last or first <= last:
            return ""
        one, other = self._fields[check.parts[0]].label, self._fields[check.whole].label
        return f"{one}写的是 {date_text(first)}，在{other} {date_text(last)}之后，请核对。"


def _comparable(parts: tuple[_Part, ...]) -> bool:
    return all(part.exact for part in parts) and len({part.unit for part in parts}) == 1


def _total(parts: tuple[_Part, ...]) -> Decimal:
    return sum((part.number for part in parts), Decimal(0))


def _more_than(part: _Part, whole: _Part) -> str:
    return f"{part.label} {part.text}，比{whole.label}的 {whole.text}还多，请核对。"


def _together(parts: tuple[_Part, ...], total: Decimal) -> str:
    listed = "、".join(f"{part.label} {part.text}" for part in parts)
    return f"{listed}，一共 {_figure(total, parts[0].unit)}"


def _figure(number: Decimal, unit: str) -> str:
    figure = number_text(without_idle_zeros(number))
    return f"{figure} {unit}" if unit else figure


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
