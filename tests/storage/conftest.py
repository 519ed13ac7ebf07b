"""A store with one organization, and drafts to put into it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.storage.records import DraftRecord, StoredDraft
from xiaoxie_desktop.storage.store import Store, open_store

MOMENT = datetime(2026, 3, 15, 8, 30, tzinfo=UTC)

MakeDraft = Callable[..., StoredDraft]


@pytest.fixture
def make_draft() -> MakeDraft:
    """Makes a draft of one answer; keywords replace columns of its row."""

    def make(uid: str = "d1", **columns: object) -> StoredDraft:
        known: dict[str, object] = {
            "organization": "o1",
            "report": "annual_summary",
            "version": 1,
            "year": 2026,
            "created_at": MOMENT,
            "updated_at": MOMENT,
        }
        record = DraftRecord(uid=uid, **{**known, **columns})  # type: ignore[arg-type]
        return StoredDraft(record, answers={"venue": "清溪镇文化广场"})

    return make


@pytest.fixture
def store(data_directory: Path) -> Iterator[Store]:
    """An open store that knows the organization o1."""
    opened = open_store(data_directory, busy_milliseconds=50)
    opened.save_organization(Organization("o1", name="清溪镇消费者协会分会", signers=("甲", "乙")))
    yield opened
    opened.close()
