"""Writes changes of a draft: answer or text, fact, event and draft row, inside one transaction."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING

from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.value_json import JsonValue
from xiaoxie_desktop.storage.checksums import checksum, json_text
from xiaoxie_desktop.storage.data_file import Column
from xiaoxie_desktop.storage.draft_rows import COLUMNS, row_of
from xiaoxie_desktop.storage.moments import moment_text
from xiaoxie_desktop.storage.records import Change, ChangeKind, DraftRecord, KnownFact

if TYPE_CHECKING:
    from sqlite_utils import Database


def put(database: "Database", table: str, *columns: Column) -> None:
    """Insert or replace the row of these columns, its checksum added last."""
    marks = ", ".join("?" for _ in columns)
    statement = f"INSERT OR REPLACE INTO {table} VALUES ({marks}, ?)"  # noqa: S608 - a table of our own
    database.execute(statement, (*columns, checksum(*columns)))


def write_change(database: "Database", draft: str, change: Change, at: datetime) -> int:
    """Write what the change says and its event; the event's number.

    Raises:
        sqlite3.Error: nothing of the transaction may then be kept.
    """
    if change.kind is ChangeKind.ANSWER:
        write_answer(database, draft, change.target, change.after)
    elif change.kind is ChangeKind.TEXT and isinstance(change.after, dict):
        for paragraph, content in change.after.items():
            write_text(database, draft, change.target, paragraph, content)
    seq = _write_event(database, draft, change, at)
    for fact in change.facts:
        _write_fact(database, fact, draft, seq)
    return seq


def write_answer(database: "Database", draft: str, field: str, value: JsonValue) -> None:
    if value is None:
        database.execute("DELETE FROM answers WHERE draft = ? AND field = ?", (draft, field))
    else:
        put(database, "answers", draft, field, json_text(value))


def write_text(database: "Database", draft: str, section: str, paragraph: str, content: JsonValue) -> None:
    if content is None:
        where = "draft = ? AND section = ? AND paragraph = ?"
        database.execute(f"DELETE FROM texts WHERE {where}", (draft, section, paragraph))  # noqa: S608
    else:
        put(database, "texts", draft, section, paragraph, json_text(content))


def _write_event(database: "Database", draft: str, change: Change, at: datetime) -> int:
    columns = (
        *(draft, moment_text(at), change.kind.value, change.target),
        *(json_text(change.before), json_text(change.after), change.undoes),
    )
    cursor = database.execute(
        "INSERT INTO events (draft, at, kind, target, before, after, undoes, checksum)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*columns, checksum(*columns)),
    )
    return int(cursor.lastrowid or 0)


def _write_fact(database: "Database", known: KnownFact, draft: str, seq: int) -> None:
    key = known.key
    columns = (key.organization, key.year, key.fact, key.item, key.list, key.scope, key.period.value)
    if known.value is not None:
        put(database, "facts", *columns, json_text(known.value), draft, seq)
        return
    database.execute(
        "DELETE FROM facts WHERE organization = ? AND year = ? AND fact = ? AND item = ? AND list = ?"
        " AND scope = ? AND period = ? AND draft = ?",
        (*columns, draft),
    )


def insert_record(database: "Database", record: DraftRecord) -> None:
    """Insert the row of a new draft."""
    marks = ", ".join("?" for _ in (*COLUMNS, "checksum"))
    database.execute(f"INSERT INTO drafts VALUES ({marks})", row_of(record))  # noqa: S608 - marks only


_UPDATE = f"UPDATE drafts SET {', '.join(f'{name} = ?' for name in (*COLUMNS, 'checksum'))} WHERE uid = ?"  # noqa: S608


def update_record(database: "Database", record: DraftRecord) -> None:
    """Write the row of a draft that is there."""
    database.execute(_UPDATE, (*row_of(record), record.uid))


def write_organization(database: "Database", organization: Organization) -> None:
    """Write the profile of the organization, new or changed."""
    profile = asdict(replace(organization, uid=""))
    del profile["uid"]
    text = json_text({**profile, "signers": list(organization.signers)})
    database.execute(
        "INSERT INTO organizations VALUES (?, ?, ?)"
        " ON CONFLICT (uid) DO UPDATE SET profile = excluded.profile, checksum = excluded.checksum",
        (organization.uid, text, checksum(organization.uid, text)),
    )
