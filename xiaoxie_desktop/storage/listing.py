"""The list of drafts and its search, read without any answer over the plain connection."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from xiaoxie_desktop.core.draft_rows import DraftRow, DraftState
from xiaoxie_desktop.storage.data_file import DataFile
from xiaoxie_desktop.storage.moments import moment_from

_COLUMNS = (
    *("uid", "report", "title", "year", "state", "changed_since", "updated_at", "deleted_at"),
    *("steps_done", "steps_total", "errors", "warnings"),
)
_STATES = frozenset(DraftState)
_OLDEST = datetime(1970, 1, 2, tzinfo=UTC)
"""Stands for a damaged moment; earlier ones have no local time west of Greenwich, and on Windows none at all."""
_LIST = f"SELECT {', '.join(_COLUMNS)} FROM drafts"  # noqa: S608 - column names of our own

_SAYS = r"""(d.title LIKE ?1 ESCAPE '\' OR s.text LIKE ?1 ESCAPE '\'
    OR (d.revision <> d.counted_revision
        AND EXISTS (SELECT 1 FROM answers a WHERE a.draft = d.uid AND a.value LIKE ?1 ESCAPE '\')))"""


def list_drafts(data_file: DataFile, *, deleted: bool) -> tuple[DraftRow, ...]:
    """The drafts, or those in the recycle bin, the last changed first."""
    where = "deleted_at IS NOT NULL" if deleted else "deleted_at IS NULL"
    rows = data_file.rows(f"{_LIST} WHERE {where} ORDER BY turn DESC, uid")
    return tuple(map(_row, rows))


def search(data_file: DataFile, words: str) -> frozenset[str]:
    """uids of the drafts whose title or text contains every word; without a word all of them.

    Texts are those of the last count; a draft changed since is searched in its answers as well.
    """
    found = frozenset(uid for (uid,) in data_file.rows("SELECT uid FROM drafts"))
    for word in words.split():
        found &= _containing(data_file, word)
    return found


def _containing(data_file: DataFile, word: str) -> frozenset[str]:
    escaped = word.translate({ord(sign): f"\\{sign}" for sign in "\\%_"})
    rows = data_file.rows(
        f"SELECT d.uid FROM drafts d LEFT JOIN search_texts s ON s.draft = d.uid WHERE {_SAYS}",  # noqa: S608
        (f"%{escaped}%",),
    )
    return frozenset(uid for (uid,) in rows)


def _row(row: Sequence[Any]) -> DraftRow:
    """The line of the list of a row of ``_COLUMNS``; a damaged one still makes a line to be seen."""
    uid, report, title, year, state, changed_since, updated_at, deleted_at, done, total, errors, warnings = (
        row
    )
    return DraftRow(
        uid,
        report,
        title,
        year,
        DraftState(state) if state in _STATES else DraftState.EDITING,
        bool(changed_since),
        _moment_or_oldest(updated_at),
        done,
        total,
        errors,
        warnings,
        _moment_or_oldest(deleted_at) if deleted_at else None,
    )


def _moment_or_oldest(text: str) -> datetime:
    try:
        return moment_from(text)
    except ValueError:
        return _OLDEST
