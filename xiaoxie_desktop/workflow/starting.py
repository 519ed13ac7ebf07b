"""New drafts: what a fresh one starts with, and what starting from last year's keeps of it."""

from dataclasses import replace
from types import MappingProxyType
from uuid import uuid4

from xiaoxie_desktop.core.answers import Answers, Items, Row, Rows, Unreadable, Value, is_filled
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.official_document import Direction
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import TEXT_TYPES, CarryOver, Field, FieldType, ReportKind
from xiaoxie_desktop.definitions.tables import dated_table
from xiaoxie_desktop.storage.moments import now

_STRUCTURE = frozenset({FieldType.TEXT, FieldType.CHOICE, FieldType.ORGANIZATION})
"""Columns that say what a row is about; the others are figures of the year."""


def first_answers(kind: ReportKind, organization: Organization, year: int) -> Answers:
    """What is known before anybody types: the year's theme, and what the unit profile says."""
    answers: dict[str, Value] = {}
    for _, field in kind.fields():
        offered = dated_table(field.prefill).get(year, "") if field.prefill else ""
        if offered and field.type in TEXT_TYPES:
            answers[field.id] = offered
    known = {field.id for _, field in kind.fields()}
    return MappingProxyType(
        answers | {name: value for name, value in _profile(kind, organization, year).items() if name in known}
    )


def _profile(kind: ReportKind, organization: Organization, year: int) -> dict[str, Value]:
    """What the unit profile says of every document, under the ids every kind gives these fields.

    The unit the profile reports to is the recipient of upward kinds only.
    """
    upward = kind.direction is Direction.UPWARD
    profile: dict[str, Value] = {
        "main_recipients": organization.main_recipients if upward else "",
        "signer": Items(organization.signers),
        "printing_authority": organization.printing_authority,
        "complaint_phone": organization.phone,
        "document_number": f"{organization.authority_code}〔{year}〕号"
        if organization.authority_code
        else "",
    }
    return {name: value for name, value in profile.items() if is_filled(value)}


def new_draft(kind: ReportKind, organization: Organization, year: int, answers: Answers) -> Draft:
    """A draft at its first step, with defaults; answers the kind does not ask for are left out."""
    known = {field.id for _, field in kind.fields()}
    defaults: dict[str, Value] = {
        field.id: field.default for _, field in kind.fields() if field.default is not None
    }
    moment = now()
    return Draft(
        uid=uuid4().hex,
        organization=organization.uid,
        report=kind.id,
        version=kind.version,
        year=year,
        answers=MappingProxyType(
            {name: value for name, value in {**defaults, **answers}.items() if name in known}
        ),
        step=next(kind.steps()).id,
        created_at=moment,
        updated_at=moment,
    )


def first_omitted(kind: ReportKind, last: Draft | None, last_kind: ReportKind | None) -> tuple[str, ...]:
    """The optional sections a draft starts without: those its forerunner did not write either.

    Without a forerunner that is all of them; a section the forerunner's kind did not know yet is one of them.
    """
    optional = tuple(section.id for section in kind.steps() if section.optional)
    if last is None or last_kind is None:
        return optional
    known = {section.id for section in last_kind.steps()}
    return tuple(section for section in optional if section in last.omitted or section not in known)


def carried_over(kind: ReportKind, source: Answers) -> Answers:
    """What a report of another year keeps: standing answers, and what the rows of a table are about.

    Answers marked ``ask`` start blank too: the old value stands beside the field, one click away.
    """
    kept: dict[str, Value] = {}
    for _, field in kind.fields():
        value = _carried(field, source.get(field.id))
        if value is not None:
            kept[field.id] = value
    return MappingProxyType(kept)


def _carried(field: Field, value: Value | None) -> Value | None:
    if isinstance(value, Unreadable) or field.carry_over is CarryOver.NEVER:
        return None
    if isinstance(value, Rows):
        rows = tuple(row for row in (_structure(field, row) for row in value.rows) if row.cells)
        return Rows(rows) if rows else None
    return value if field.carry_over is CarryOver.ALWAYS else None


def _structure(field: Field, row: Row) -> Row:
    """The row, under its own uid, with the cells that are not figures of the year."""
    kept = {
        column.id
        for column in field.columns
        if column.type in _STRUCTURE or column.carry_over is CarryOver.ALWAYS
    }
    cells = {
        name: cell for name, cell in row.cells.items() if name in kept and not isinstance(cell, Unreadable)
    }
    return replace(row, cells=MappingProxyType(cells))
