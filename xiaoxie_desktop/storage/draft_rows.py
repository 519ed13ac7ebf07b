"""Rows of the table of drafts as records, and back."""

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from xiaoxie_desktop.core.draft_rows import DraftState
from xiaoxie_desktop.storage.checksums import checksum, json_text
from xiaoxie_desktop.storage.data_file import Column
from xiaoxie_desktop.storage.moments import moment_from, moment_text
from xiaoxie_desktop.storage.records import DraftRecord

COLUMNS = tuple(field.name for field in fields(DraftRecord))
"""The columns of the table, the checksum left out."""
FIXED_COLUMNS = ("uid", "organization", "report", "version", "year", "created_at")
"""The first of them, which never change."""


def row_of(record: DraftRecord) -> tuple[Column, ...]:
    """The columns of the record with their checksum last; written out, since every save comes here."""
    columns: tuple[Column, ...] = (
        record.uid,
        record.organization,
        record.report,
        record.version,
        record.year,
        moment_text(record.created_at),
        moment_text(record.updated_at),
        record.title.encode(errors="replace").decode(),
        int(record.title_given),
        _names_text(record.omitted),
        _names_text(record.ticks),
        _names_text(record.ignored),
        record.step,
        record.state.value,
        int(record.changed_since),
        record.revision,
        record.copied_from,
        record.steps_done,
        record.steps_total,
        record.errors,
        record.warnings,
        record.counted_revision,
        record.last_event,
        record.turn,
        moment_text(record.deleted_at) if record.deleted_at else None,
    )
    return (*columns, checksum(*columns))


def _names_text(names: tuple[str, ...]) -> str:
    return json_text(list(names)) if names else "[]"


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
