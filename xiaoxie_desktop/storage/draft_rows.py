"""Rows of the table of drafts as records, and back."""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from xiaoxie_desktop.core.draft import DraftRow, DraftState
from xiaoxie_desktop.storage.checksums import checksum, json_text
from xiaoxie_desktop.storage.data_file import Column
from xiaoxie_desktop.storage.moments import moment_from, moment_text
from xiaoxie_desktop.storage.records import DraftRecord

COLUMNS = tuple(field.name for field in fields(DraftRecord))
"""The columns of the table, the checksum left out."""
LIST_COLUMNS = (
    *("uid", "report", "title", "year", "state", "changed_since", "updated_at", "deleted_at"),
    *("steps_done", "steps_total", "errors", "warnings"),
)
_STATES = frozenset(DraftState)


def row_of(record: DraftRecord) -> tuple[Column, ...]:
    """The columns of the record with their checksum last."""
    columns = tuple(_column(getattr(record, name)) for name in COLUMNS)
    return (*columns, checksum(*columns))


def _column(value: str | int | datetime | tuple[str, ...] | None) -> Column:
    match value:
        case tuple():
            return json_text(list(value))
        case datetime():
            return moment_text(value)
        case StrEnum():
            return value.value
        case str():
            return value.encode(errors="replace").decode()
        case int():
            return int(value)
        case None:
            return None


def is_sound(row: Sequence[Any]) -> bool:
    """Whether the last column is the checksum of the others."""
    return bool(checksum(*row[:-1]) == row[-1])


def record_of(row: Sequence[Any]) -> DraftRecord:
    """The record of a sound row of ``COLUMNS``."""
    named = dict(zip(COLUMNS, row, strict=False))
    for name in ("omitted", "ticks", "ignored"):
        named[name] = tuple(json.loads(named[name]))
    for name in ("title_given", "changed_since"):
        named[name] = bool(named[name])
    for name in ("created_at", "updated_at", "deleted_at"):
        named[name] = moment_from(named[name]) if named[name] else None
    return DraftRecord(**{**named, "state": DraftState(named["state"])})


def list_row_of(row: Sequence[Any]) -> DraftRow:
    """The line of the list of a row of ``LIST_COLUMNS``; a damaged one still makes a line to be seen."""
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
        return datetime.min.replace(tzinfo=UTC)
