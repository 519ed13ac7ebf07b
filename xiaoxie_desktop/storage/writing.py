"""Writes changes of a draft: answer or text, fact, event and draft row, inside one transaction."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING

from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.storage.checksums import checksum, json_text
from xiaoxie_desktop.storage.data_file import Column
from xiaoxie_desktop.storage.draft_rows import COLUMNS, FIXED_COLUMNS, row_of
from xiaoxie_desktop.storage.moments import moment_text
from xiaoxie_desktop.storage.records import Change, ChangeKind, DraftRecord, KnownFact

if TYPE_CHECKING:
    from sqlite_utils import Database


def _put_statement(table: str, key: str, columns: str) -> str:
    """Inserts a row or, where its key is there, writes its other columns; unlike REPLACE it moves no row."""
    names = f"{key}, {columns}, checksum".split(", ")
    changed = ", ".join(f"{name} = excluded.{name}" for name in f"{columns}, checksum".split(", "))
    marks = ", ".join("?" for _ in names)
    insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - names of our own
    return f"{insert} ON CONFLICT ({key}) DO UPDATE SET {changed}"


_PUT_ANSWER = _put_statement("answers", "draft, field", "value")
_PUT_TEXT = _put_statement("texts", "draft, section, paragraph", "content")
_PUT_FACT = _put_statement(
    "facts", "organization, year, fact, item, list, scope, period", "value, draft, event"
)
_PUT_ORGANIZATION = _put_statement("organizations", "uid", "profile")


def _put(database: "Database", statement: str, *columns: Column) -> None:
    database.execute(statement, (*columns, checksum(*columns)))


def write_change(database: "Database", draft: str, seq: int, change: Change, at: datetime) -> None:
    """Write what the change says, and its event under this number.

    Raises:
        sqlite3.Error: nothing of the transaction may then be kept.
    """
    if change.kind is ChangeKind.ANSWER:
        write_answer(database, draft, change.target, change.after)
    elif change.kind is ChangeKind.TEXT and isinstance(change.after, dict):
        for paragraph, content in change.after.items():
            write_text(database, draft, change.target, paragraph, content)
    _write_event(database, draft, seq, change, at)
    for fact in change.facts:
        _write_fact(database, fact, draft, seq)


def write_answer(database: "Database", draft: str, field: str, value: JsonValue) -> None:
    if value is None:
        database.execute("DELETE FROM answers WHERE draft = ? AND field = ?", (draft, field))
    else:
        _put(database, _PUT_ANSWER, draft, field, json_text(value))


def write_text(database: "Database", draft: str, section: str, paragraph: str, content: JsonValue) -> None:
    if content is None:
        where = "draft = ? AND section = ? AND paragraph = ?"
        database.execute(f"DELETE FROM texts WHERE {where}", (draft, section, paragraph))  # noqa: S608
    else:
        _put(database, _PUT_TEXT, draft, section, paragraph, json_text(content))


def _write_event(database: "Database", draft: str, seq: int, change: Change, at: datetime) -> None:
    columns = (
        *(draft, seq, moment_text(at), change.kind.value, change.target),
        *(json_text(change.before), json_text(change.after), change.undoes),
    )
    database.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*columns, checksum(*columns)))


def _write_fact(database: "Database", known: KnownFact, draft: str, seq: int) -> None:
    key = known.key
    columns = (key.organization, key.year, key.fact, key.item, key.list, key.scope, key.period.value)
    if known.value is not None:
        _put(database, _PUT_FACT, *columns, json_text(known.value), draft, seq)
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


_SET = ", ".join(f"{name} = ?" for name in (*COLUMNS[len(FIXED_COLUMNS) :], "checksum"))
_UPDATE = f"UPDATE drafts SET {_SET} WHERE uid = ?"  # noqa: S608 - names of our own


def update_record(database: "Database", record: DraftRecord, replaced: str | None = None) -> str:
    """Write the row of a draft that is there; its new checksum.

    With the checksum of the row to be ``replaced``: empty, and nothing written, if another row stands there.
    Columns that never change are not named: SQLite would look through every table that refers to the draft.
    """
    columns = row_of(record)
    values = (*columns[len(FIXED_COLUMNS) :], record.uid)
    if replaced is None:
        cursor = database.execute(_UPDATE, values)
    else:
        cursor = database.execute(f"{_UPDATE} AND checksum = ?", (*values, replaced))
    return str(columns[-1]) if cursor.rowcount else ""


def write_organization(database: "Database", organization: Organization) -> None:
    """Write the profile of the organization, new or changed."""
    profile = asdict(replace(organization, uid=""))
    del profile["uid"]
    text = json_text({**profile, "signers": list(organization.signers)})
    _put(database, _PUT_ORGANIZATION, organization.uid, text)
