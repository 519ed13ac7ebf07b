"""Reads one draft, its events and facts; a row whose checksum is wrong is left out and named."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.facts import FactKey, PeriodPreset
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.storage.data_file import DataFile
from xiaoxie_desktop.storage.draft_rows import COLUMNS, is_sound, record_of
from xiaoxie_desktop.storage.moments import moment_from
from xiaoxie_desktop.storage.records import Change, ChangeKind, DraftRecord, StoredDraft, StoredEvent

_RECORD = f"SELECT {', '.join(COLUMNS)}, checksum FROM drafts WHERE uid = ?"  # noqa: S608 - our own names
_EVENTS = "SELECT draft, seq, at, kind, target, before, after, undoes, checksum FROM events"
_FACTS = (
    "SELECT organization, year, fact, item, list, scope, period, value, draft, event, checksum FROM facts"
)

if TYPE_CHECKING:
    from xiaoxie_desktop.core.draft import ParagraphKey


def read_record(data_file: DataFile, uid: str) -> DraftRecord:
    """The row of the draft.

    Raises:
        StorageError: when there is none, or it is damaged.
    """
    rows = data_file.rows(_RECORD, (uid,))
    if not rows:
        raise StorageError("这份草稿已经不在数据文件里，请回到“我的报告”再找一找。")
    if not is_sound(rows[0]):
        raise StorageError(
            "这份草稿在数据文件里的记录有损坏，打不开。请把数据文件夹整个拷一份留好，再请帮您管电脑的人看看。"
        )
    return record_of(rows[0])


def read_draft(data_file: DataFile, uid: str) -> StoredDraft:
    """The draft with its answers and texts, all of one moment.

    Raises:
        StorageError: when there is none, or its row is damaged.
    """
    with data_file.reading():
        record = read_record(data_file, uid)
        answers = data_file.rows("SELECT draft, field, value, checksum FROM answers WHERE draft = ?", (uid,))
        texts = data_file.rows(
            "SELECT draft, section, paragraph, content, checksum FROM texts WHERE draft = ?", (uid,)
        )
    return StoredDraft(
        record,
        {field: json.loads(value) for _, field, value, _ in filter(is_sound, answers)},
        _texts(filter(is_sound, texts)),
        tuple("/".join(row[1:-2]) for row in (*answers, *texts) if not is_sound(row)),
    )


def _texts(rows: Iterable[tuple[Any, ...]]) -> "Mapping[ParagraphKey, JsonValue]":
    return {(section, paragraph): json.loads(content) for _, section, paragraph, content, _ in rows}


def read_events(data_file: DataFile, uid: str) -> tuple[StoredEvent, ...]:
    """The sound events of a draft, oldest first."""
    rows = data_file.rows(f"{_EVENTS} WHERE draft = ? ORDER BY seq", (uid,))
    return tuple(_event(row) for row in rows if is_sound(row))


def _event(row: tuple[Any, ...]) -> StoredEvent:
    _, seq, at, kind, target, before, after, undoes, _ = row
    change = Change(ChangeKind(kind), target, json.loads(before), json.loads(after), undoes)
    return StoredEvent(seq, moment_from(at), change)


def read_facts(data_file: DataFile, organization: str, year: int) -> Mapping[FactKey, JsonValue]:
    """The sound facts of this organization and year, in the order they were last written."""
    rows = data_file.rows(
        f"{_FACTS} WHERE organization = ? AND year = ? ORDER BY rowid", (organization, year)
    )
    return {_key(row): json.loads(row[7]) for row in rows if is_sound(row)}


def _key(row: tuple[Any, ...]) -> FactKey:
    organization, year, fact, item, of, scope, period = row[:7]
    return FactKey(organization, year, fact, item, of, scope, PeriodPreset(period))
