"""The store: everything the workflow reads from and writes into the data file; the first list does without it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from xiaoxie_desktop.core.draft_rows import DraftRow
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.facts import FactKey
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.storage import listing, profile, reading, verifying, writing
from xiaoxie_desktop.storage.data_file import DataFile
from xiaoxie_desktop.storage.moments import now
from xiaoxie_desktop.storage.opening import BUSY_MILLISECONDS, open_data_file
from xiaoxie_desktop.storage.records import (
    Change,
    ChangeKind,
    Damage,
    DraftRecord,
    KnownFact,
    RecordChanges,
    StoredDraft,
    StoredEvent,
)

RecordEdit = Callable[[DraftRecord], RecordChanges]


def open_store(directory: Path, *, busy_milliseconds: int = BUSY_MILLISECONDS) -> "Store":
    """Open the data file of this folder with all that can be done in it; raises as ``open_data_file`` does."""
    return Store(open_data_file(directory, busy_milliseconds=busy_milliseconds))


class Store:
    """The open data file. Every method may raise ``StorageError``; a write that raises changed nothing."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file
        self._written: dict[str, tuple[DraftRecord, str]] = {}
        """The row last written, with its checksum: while it is the one in the file, a save need not read it."""
        self._turn = 0

    def list_drafts(self, *, deleted: bool = False) -> tuple[DraftRow, ...]:
        """The drafts, or those in the recycle bin, the last changed first."""
        return listing.list_drafts(self._file, deleted=deleted)

    def search(self, words: str) -> frozenset[str]:
        """uids of the drafts whose title or text contains every word."""
        return listing.search(self._file, words)

    def read_record(self, uid: str) -> DraftRecord:
        """The row of a draft without answers and texts."""
        return reading.read_record(self._file, uid)

    def read_draft(self, uid: str) -> StoredDraft:
        """A draft with its answers and texts, all of one moment."""
        return reading.read_draft(self._file, uid)

    def events(self, uid: str) -> tuple[StoredEvent, ...]:
        """The events of a draft, oldest first."""
        return reading.read_events(self._file, uid)

    def facts(self, organization: str, year: int) -> Mapping[FactKey, JsonValue]:
        """The facts of an organization's year, in the order they were last written."""
        return reading.read_facts(self._file, organization, year)

    def create_draft(
        self,
        draft: StoredDraft,
        *,
        facts: Sequence[KnownFact] = (),
        text: str = "",
        at: datetime | None = None,
    ) -> None:
        """Store a new draft with all it holds; ``text`` is what search looks through."""
        uid, at = draft.record.uid, at or now()
        created = Change(ChangeKind.CREATED, draft.record.report, facts=tuple(facts))
        with self._file.writing() as database:
            writing.insert_record(database, self._stamped(draft.record, {}, 1, at))
            for field, value in draft.answers.items():
                writing.write_answer(database, uid, field, value)
            for (section, paragraph), content in draft.texts.items():
                writing.write_text(database, uid, section, paragraph, content)
            writing.write_change(database, uid, 1, created, at)
            database.execute("INSERT INTO search_texts VALUES (?, ?)", (uid, _plain(text)))

    def save(
        self,
        uid: str,
        changes: Sequence[Change],
        edit: RecordEdit = lambda record: {},
        *,
        revision: int | None = None,
        text: str | None = None,
        at: datetime | None = None,
    ) -> tuple[int, ...]:
        """THE way a draft changes: its changes, their facts, their events and its row in one transaction.

        ``edit`` says what changes in the present row. ``revision`` is the one the changes were made on;
        ``text`` replaces what search looks through.

        Returns:
            the numbers of the events.
        """
        at = at or now()
        known, known_checksum = self._written.pop(uid, (None, ""))
        with self._file.writing() as database:
            fresh = known is None or revision not in {None, known.revision}
            record = self._record_at(uid, revision) if known is None or fresh else known
            updated = self._stamped(record, edit(record), len(changes), at)
            written = writing.update_record(database, updated, None if fresh else known_checksum)
            if not written:
                record = self._record_at(uid, revision)
                updated = self._stamped(record, edit(record), len(changes), at)
                written = writing.update_record(database, updated)
            numbers = tuple(range(record.last_event + 1, updated.last_event + 1))
            for seq, change in zip(numbers, changes, strict=True):
                writing.write_change(database, uid, seq, change, at)
            if text is not None:
                database.execute("INSERT OR REPLACE INTO search_texts VALUES (?, ?)", (uid, _plain(text)))
        self._written = {uid: (updated, written)}
        return numbers

    def _stamped(self, record: DraftRecord, edited: RecordChanges, changes: int, at: datetime) -> DraftRecord:
        """The row as it is after this edit and so many changes made now."""
        if not changes:
            return replace(record, **edited)
        if not self._turn:
            self._turn = int(self._file.rows("SELECT coalesce(max(turn), 0) FROM drafts")[0][0])
        self._turn = max(self._turn + 1, int(at.timestamp() * 1_000_000))
        last_event = record.last_event + changes
        return replace(record, **edited, last_event=last_event, updated_at=at, turn=self._turn)

    def _record_at(self, uid: str, revision: int | None) -> DraftRecord:
        record = self.read_record(uid)
        if revision not in {None, record.revision}:
            raise StorageError("这份草稿已在别处改过，请关闭后重新打开，再接着填写。")
        return record

    def organizations(self) -> tuple[Organization, ...]:
        """The organizations of this data file, the oldest first."""
        return profile.read_organizations(self._file)

    def save_organization(self, organization: Organization) -> None:
        """Store the profile of an organization, new or changed."""
        with self._file.writing() as database:
            writing.write_organization(database, organization)

    def setting(self, name: str, default: str = "", *, organization: str = "") -> str:
        """A setting of the program, or of one organization."""
        return profile.read_setting(self._file, name, default, organization=organization)

    def set_setting(self, name: str, value: str, *, organization: str = "") -> None:
        """Store a setting."""
        with self._file.writing() as database:
            database.execute(
                "INSERT OR REPLACE INTO settings VALUES (?, ?, ?)", (organization, name, _plain(value))
            )

    def data_version(self) -> int:
        """A number that changes when another process has written into the file."""
        return int(self._file.rows("PRAGMA data_version")[0][0]) if self._file.has_schema else 0

    def verify(self) -> tuple[Damage, ...]:
        """Every damage that SQLite's own check or a row's checksum shows; empty = all sound."""
        return verifying.verify(self._file)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _plain(text: str) -> str:
    return text.encode(errors="replace").decode()
