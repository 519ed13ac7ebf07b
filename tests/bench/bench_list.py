"""The home list with 5,000 drafts of 3,000 characters each, against the barest query for the same lines."""

import sqlite3
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.measure import alone, ratio
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.storage.records import DraftRecord, StoredDraft
from xiaoxie_desktop.storage.store import open_store
from xiaoxie_desktop.workflow.workspace import open_workspace

DRAFTS = 5_000
GOAL = 4.0
"""Of making 5,000 typed lines out of rows, against fetching the rows alone."""
TEXT = "全年受理消费者投诉，调解成功，为消费者挽回经济损失。" * 115

_LINES = (
    "SELECT uid, report, title, year, state, changed_since, updated_at, steps_done, steps_total, errors,"
    " warnings, deleted_at FROM drafts WHERE deleted_at IS NULL ORDER BY updated_at DESC"
)


def fill(directory: Path) -> None:
    """Put the drafts into a new data file."""
    store = open_store(directory)
    store.save_organization(Organization("o1", name="清溪镇消费者协会分会"))
    moment = datetime(2026, 12, 18, 8, 30, tzinfo=UTC)
    first = DraftRecord(
        "d", "o1", "annual_summary", 1, 2026, moment, moment, steps_total=12, counted_revision=0
    )
    # 5,000 fsyncs are not what is measured
    store._file.connection.execute("PRAGMA synchronous = OFF")
    for number in range(DRAFTS):
        record = replace(first, uid=f"draft{number:05}", title=f"清溪镇{2000 + number % 30}年工作总结")
        store.create_draft(StoredDraft(record, {"complaint_accepted_count": number}), text=f"{TEXT}{number}")
    store.close()


def main() -> None:
    """Print listing against its floor, then opening and searching."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        fill(directory)
        workspace = open_workspace(directory)
        bare = sqlite3.connect(directory / "xiaoxie.sqlite3")
        ratio(f"list of {DRAFTS:,} drafts", workspace.drafts, lambda: bare.execute(_LINES).fetchall(), GOAL)
        alone("search, one word in every draft", lambda: workspace.search("投诉"))
        alone("search, two words, one in one draft", lambda: workspace.search("投诉 4999"))
        alone("search, a word nowhere", lambda: workspace.search("没有这个词"))
        alone("data file opened and listed", lambda: open_and_list(directory))
        bare.close()
        workspace.close()


def open_and_list(directory: Path) -> None:
    workspace = open_workspace(directory)
    assert len(workspace.drafts()) == DRAFTS
    workspace.close()


if __name__ == "__main__":
    main()
