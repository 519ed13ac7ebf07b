"""A report window over a real data directory, shown and dressed, with the file dialog replaced."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.ui.components.toast import Toast
from xiaoxie_desktop.ui.report.report_window import ReportWindow
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace

YEAR = 2026
KIND = "activity_summary_315"


@pytest.fixture
def workspace(data_directory: Path) -> Iterator[Workspace]:
    opened = open_workspace(data_directory)
    opened.save_organization(
        Organization(
            opened.organization.uid, "青禾县清溪镇消费者协会分会", self_reference="我分会", place="全镇"
        )
    )
    yield opened
    opened.close()


@pytest.fixture
def draft(workspace: Workspace) -> str:
    return workspace.create_draft(KIND, YEAR)


@pytest.fixture
def open_report(qtbot: QtBot, workspace: Workspace) -> Callable[[str], ReportWindow]:
    """Opens a draft in a window of the usual size."""
    dress()

    def make(uid: str) -> ReportWindow:
        window = ReportWindow(workspace.open_draft(uid))
        window.deed = type(window.deed)(window.session, Toast(window, motion=False), window)
        qtbot.addWidget(window)
        window.resize(1366, 698)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return make


@pytest.fixture
def window(open_report: Callable[[str], ReportWindow], draft: str) -> ReportWindow:
    """A new 3·15 report at its first step."""
    return open_report(draft)
