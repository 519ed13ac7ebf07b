"""Checks over the answers of a draft: required fields, unread input, half-filled rows, arithmetic and years."""

from collections.abc import Iterator
from datetime import date

from xiaoxie_desktop.core.answers import (
    Answers,
    DateRange,
    Row,
    Rows,
    Unreadable,
    Value,
    filled_rows,
    is_filled,
)
from xiaoxie_desktop.core.arithmetic import effective_answers, missing_cells, visible_fields
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.figure_checks import FigureChecks
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.reading import problem_with
from xiaoxie_desktop.core.report import Field, ReportKind, Section


def check_answers(kind: ReportKind, draft: Draft) -> tuple[Finding, ...]:
    """What is wrong with the answers that count, in the order of the document. Pure; about a millisecond.

    Whether something is filled is asked of the draft itself, half rows included; figures are compared as printed.
    """
    answers = effective_answers(kind, draft)
    labels = {field.id: field for _, field in kind.fields()}
    found: list[Finding] = []
    for section in kind.steps():
        if section.id not in draft.omitted:
            found += _fields(visible_fields(section, answers), section, draft.answers)
            found += FigureChecks(section, answers, labels).findings()
            found += _dates(visible_fields(section, answers), section, draft)
    return tuple(found)


def _fields(fields: tuple[Field, ...], section: Section, answers: Answers) -> Iterator[Finding]:
    for field in fields:
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
    filled = {row.uid for row in filled_rows(rows)}
    for number, row in enumerate(rows.rows, 1):
        unread = [one for one in field.columns if isinstance(row.cells.get(one.id), Unreadable)]
        for column in unread:
            said = f"“{field.label}”第 {number} 行的{column.label}没有看懂：{_cell_problem(row, column)}"
            yield _finding("unreadable", section, field, said, row)
        lacking = [one for one in missing_cells(field, row) if one not in unread]
        if row.uid in filled and lacking:
            names = "、".join(column.label for column in lacking)
            said = f"“{field.label}”第 {number} 行的{names}还没填，这一行先不写进文中。"
            yield _finding("half_row", section, field, said, row, Severity.WARNING)


def _cell_problem(row: Row, column: Field) -> str:
    cell = row.cells[column.id]
    return problem_with(cell, column) if isinstance(cell, Unreadable) else ""


def _finding(
    rule: str,
    section: Section,
    field: Field,
    message: str,
    row: Row | None = None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(rule, severity, message, section=section.id, field=field.id, row=row.uid if row else "")


def _dates(fields: tuple[Field, ...], section: Section, draft: Draft) -> Iterator[Finding]:
    """Dates of another year than the report's: a year left over from last year's file."""
    for field in fields:
        value = draft.answers.get(field.id)
        if isinstance(value, Rows):
            for number, row in enumerate(value.rows, 1):
                for column in field.columns:
                    where = f"“{field.label}”第 {number} 行的{column.label}"
                    if said := _odd_year(row.cells.get(column.id), where, draft.year):
                        yield _finding("year", section, field, said, row)
        elif said := _odd_year(value, f"“{field.label}”", draft.year):
            yield _finding("year", section, field, said)


def _odd_year(value: Value | None, where: str, year: int) -> str:
    days = (value.start, value.end) if isinstance(value, DateRange) else (value,)
    odd = next((day for day in days if isinstance(day, date) and not year <= day.year <= year + 1), None)
    return f"{where}写的是 {odd.year} 年，本报告是 {year} 年，请核对。" if odd else ""
