"""Drafts between the data file and the core: JSON becomes values of the fields, and nothing typed is lost."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from xiaoxie_desktop.core.answers import Answers, Row, Rows, Unreadable, Value
from xiaoxie_desktop.core.draft import Draft, EditedText
from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.report import Field, FieldType, ReportKind
from xiaoxie_desktop.core.value_json import (
    edited_text_from_json,
    edited_text_to_json,
    from_json,
    mapping_to_json,
)
from xiaoxie_desktop.storage.moments import now
from xiaoxie_desktop.storage.records import DraftRecord, StoredDraft


def value_of(data: JsonValue, field: Field, *, year: int) -> Value:
    """The value stored as this JSON; what does not fit the field any more is kept as not understood."""
    if field.type is FieldType.ROWS and isinstance(data, list):
        return Rows(tuple(_row(row, field, year) for row in data if isinstance(row, dict)))
    try:
        return from_json(data, field, year=year, trusted=True)
    except BadInput:
        return Unreadable(_typed(data))


def _row(data: dict[str, JsonValue], field: Field, year: int) -> Row:
    columns = ((name, cell, field.column(name)) for name, cell in data.items())
    cells = {name: value_of(cell, column, year=year) for name, cell, column in columns if column}
    return Row(str(data.get("uid", "")), MappingProxyType(cells))


def _typed(data: JsonValue) -> str:
    if isinstance(data, dict) and "value" in data:
        return f"{data['value']}{data.get('unit', '')}"
    return data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)


def answers_of(stored: Mapping[str, JsonValue], kind: ReportKind, *, year: int) -> Answers:
    """The stored answers of the kind's fields, in the order of the kind; others stay in the data file."""
    known = {field.id: field for _, field in kind.fields() if field.id in stored}
    return MappingProxyType({name: value_of(stored[name], field, year=year) for name, field in known.items()})


def text_of(data: JsonValue) -> EditedText | None:
    """The edited text stored as this JSON; None where there is none, or none that can be understood."""
    if data is None:
        return None
    try:
        return edited_text_from_json(data)
    except BadInput:
        return None


def draft_of(stored: StoredDraft, kind: ReportKind) -> Draft:
    """The draft as the core works with it."""
    record = stored.record
    texts = {place: text for place, data in stored.texts.items() if (text := text_of(data))}
    return Draft(
        uid=record.uid,
        organization=record.organization,
        report=record.report,
        version=record.version,
        year=record.year,
        title=record.title,
        answers=answers_of(stored.answers, kind, year=record.year),
        texts=MappingProxyType(texts),
        omitted=record.omitted,
        step=record.step,
        state=record.state,
        changed_since=record.changed_since,
        revision=record.revision,
        created_at=record.created_at,
        updated_at=record.updated_at,
        copied_from=record.copied_from,
    )


def record_of(draft: Draft, *, title: str = "") -> DraftRecord:
    """The row of a new draft; ``title`` is one that staff or the program gave it for the list."""
    moment = draft.created_at or now()
    return DraftRecord(
        uid=draft.uid,
        organization=draft.organization,
        report=draft.report,
        version=draft.version,
        year=draft.year,
        created_at=moment,
        updated_at=moment,
        title=title,
        title_given=bool(title),
        omitted=draft.omitted,
        step=draft.step,
        copied_from=draft.copied_from,
    )


def stored_of(draft: Draft, record: DraftRecord) -> StoredDraft:
    """A new draft as the data file takes it, under this row."""
    texts = {place: edited_text_to_json(text) for place, text in draft.texts.items()}
    return StoredDraft(record, mapping_to_json(draft.answers), texts)
