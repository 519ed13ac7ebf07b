"""A window over a real data directory, as a user has it; the page of a report is a plain stand-in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.app import dialog_makers, page_makers
from xiaoxie_desktop.ui.main_window import MainWindow
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace


class StandInReport(QWidget):
    """The page of a report as the window sees it: what it was left with is what `stores` says."""

    left = Signal()

    def __init__(self, uid: str) -> None:
        super().__init__()
        self.uid, self.stores, self.saves, self.abandoned = uid, True, 0, False

    def title(self) -> str:
        return "活动总结"

    def leave(self) -> bool:
        self.saves += 1
        return self.stores

    def abandon(self) -> None:
        self.abandoned = True


@pytest.fixture
def workspace(data_directory: Path) -> Iterator[Workspace]:
    opened = open_workspace(data_directory)
    yield opened
    opened.close()


@pytest.fixture
def open_window(workspace: Workspace, qtbot: QtBot) -> Callable[[], MainWindow]:
    def open_now() -> MainWindow:
        pages = replace(page_makers(workspace), report=lambda uid, _toast: StandInReport(uid))
        window = MainWindow(workspace, workspace.directory, pages, dialog_makers())
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.completed), qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_now


@pytest.fixture
def window(workspace: Workspace, open_window: Callable[[], MainWindow]) -> MainWindow:
    """The window over three drafts: 2024 and 2025 of one kind, 2025 of the other, the last the newest."""
    for kind, year in (("annual_summary", 2024), ("annual_summary", 2025), ("activity_summary_315", 2025)):
        uid = workspace.create_draft(kind, year)
        workspace.rename_draft(uid, f"{year}年{kind}")
    return open_window()


@pytest.fixture
def in_dialog() -> Iterator[Callable[[Callable[[QDialog], None]], None]]:
    """Call `in_dialog(deed)` before what opens a dialog; the deed then acts on it like a user."""
    failures: list[BaseException] = []

    def arrange(deed: Callable[[QDialog], None]) -> None:
        QTimer.singleShot(0, lambda: act(deed))

    def act(deed: Callable[[QDialog], None]) -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, QDialog), "no dialog was opened"
            deed(dialog)
        except BaseException as error:
            failures.append(error)
            if isinstance(dialog, QDialog):
                dialog.reject()

    yield arrange
    assert failures == []
