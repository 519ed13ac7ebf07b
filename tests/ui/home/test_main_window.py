"""The window leads from page to page and lets nothing unsaved go unasked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.ui.components.dialogs import AskDialog
from xiaoxie_desktop.ui.help.help_page import HelpPageView
from xiaoxie_desktop.ui.main_window import MainWindow
from xiaoxie_desktop.ui.settings.settings_page import SettingsPage
from xiaoxie_desktop.workflow.workspace import Workspace

InDialog = Callable[[Callable[[QDialog], None]], None]


def test_navigation_has_what_exists(window: MainWindow) -> None:
    assert [button.text() for button in window.nav.buttons.values()] == ["我的报告", "设置", "帮助"]


def test_pages_are_reached_by_mouse_and_f1(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.nav.buttons["settings"], Qt.MouseButton.LeftButton)
    assert window.nav.buttons["settings"].isChecked()
    assert window.findChild(QDialog) is None
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.nav.buttons["help"].isChecked()
    assert window.findChild(HelpPageView).isVisible()


def test_f6_goes_round_the_areas(window: MainWindow, qtbot: QtBot) -> None:
    assert window.home.card.table.hasFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    expected = [window.nav.buttons["home"], window.home.search, window.home.new, window.home.card.table]
    assert seen == expected
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.home.new.hasFocus()


def test_unit_name_is_shown_when_it_is_filled(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    assert "单位名称还没填" in shown_texts(window)
    window.show_page("settings")
    line = window.findChild(SettingsPage).profile.lines["name"]
    line.insert("消费者协会")  # as an input method commits it
    qtbot.mouseClick(window.nav.buttons["home"], Qt.MouseButton.LeftButton)
    assert workspace.organization.name == "消费者协会"
    assert "消费者协会" in shown_texts(window)


def shown_texts(window: MainWindow) -> set[str]:
    """The words of the labels in the navigation."""
    return {label.text() for label in window.nav.findChildren(type(window.nav._unit))}


@pytest.mark.parametrize(("answer", "gone"), [("stay", False), ("leave", True)])
def test_leaving_with_something_unsaved_asks(
    window: MainWindow, qtbot: QtBot, in_dialog: InDialog, answer: str, gone: bool
) -> None:
    qtbot.keyClick(window.home.card.table, Qt.Key.Key_Return)
    window._report.stores = False  # type: ignore[union-attr]

    def give_answer(dialog: QDialog) -> None:
        assert isinstance(dialog, AskDialog)
        qtbot.mouseClick(dialog.buttons[answer], Qt.MouseButton.LeftButton)

    report = window._report
    in_dialog(give_answer)
    window.close_report()
    assert (window._report is None) is gone
    assert report.abandoned is gone  # type: ignore[union-attr]
    if not gone:
        window._report.stores = True  # type: ignore[union-attr]


def test_help_beside_a_report_keeps_the_report(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.home.card.table, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window._report is not None
    assert window._help is not None
    assert window._help.isVisible()
    window._help.close()


def test_ctrl_s_reassures(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "存好" in window.toast.text()


def test_size_is_remembered_in_the_data_directory(
    window: MainWindow, workspace: Workspace, open_window: Callable[[], MainWindow]
) -> None:
    window.setMinimumSize(1, 1)
    window.resize(640, 480)
    window.close()
    assert (workspace.directory / "window.ini").is_file()
    again = open_window()
    again.setMinimumSize(1, 1)
    assert again.size().width() <= 800
