"""A workspace whose one report kind is the small one, and a draft of it that is open."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workflow.small_kind import KIND
from xiaoxie_desktop.workflow import draft_shelf as shelf
from xiaoxie_desktop.workflow.drafting import DraftSession
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(data_directory: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """An open workspace of a unit that has filled in its profile."""
    monkeypatch.setattr(shelf, "load_kind", lambda report, version=None: KIND)
    opened = open_workspace(data_directory)
    opened.save_organization(
        replace(opened.organization, name="清溪镇消费者协会分会", main_recipients="青禾县消费者协会")
    )
    yield opened
    opened.close()


@pytest.fixture
def session(workspace: Workspace) -> DraftSession:
    """A new draft on 2026, open."""
    return workspace.open_draft(workspace.create_draft(KIND.id, 2026))
