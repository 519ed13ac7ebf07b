"""The home page used by keyboard and mouse over a real data directory."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.ui.components.dialogs import AskDialog
from xiaoxie_desktop.ui.home.draft_model import Column
from xiaoxie_desktop.ui.home.empty_page import CARDS_MOST
from xiaoxie_desktop.ui.home.start_dialogs import NewReportDialog, OldReportDialog, RenameDialog
from xiaoxie_desktop.ui.main_window import MainWindow
from xiaoxie_desktop.workflow.workspace import Workspace

InDialog = Callable[[Callable[[QDialog], None]], None]


def titles(window: MainWindow) -> list[str]:
    """The titles the list shows, from the top."""
    model = window.home.card.table.drafts
    return [str(model.index(place, Column.TITLE).data()) for place in range(model.rowCount())]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press keys wherever the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)


def open_uid(window: MainWindow) -> str:
    """The draft whose page is shown, empty for none."""
    return str(getattr(window._report, "uid", ""))


def test_empty_home_offers_the_ways_to_begin(open_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = open_window()
    assert window.home.empty.isVisible()
    assert not window.home.search.isVisible()
    qtbot.mouseClick(window.home.empty.profile, Qt.MouseButton.LeftButton)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "单位全称"


def test_list_is_newest_first_and_entered_at_once(window: MainWindow) -> None:
    assert titles(window) == ["2025年activity_summary_315", "2025年annual_summary", "2024年annual_summary"]
    assert window.home.card.table.hasFocus()
    assert [tab.count for tab in window.home.card.tabs] == [3, 3, 0, 0]


def test_arrow_and_enter_open_a_draft(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    table = window.home.card.table
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert open_uid(window) == workspace.drafts()[1].uid
    assert window.windowTitle() == "活动总结 — 消协文书"


def test_double_click_opens_and_leaving_returns_to_the_same_row(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    table = window.home.card.table
    where = table.visualRect(table.drafts.index(2, Column.TITLE)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    opened = window._report
    assert open_uid(window) == workspace.drafts()[2].uid
    opened.left.emit()  # type: ignore[union-attr]
    assert opened.saves == 1  # type: ignore[union-attr]
    chosen = table.chosen()
    assert chosen is not None
    assert chosen.title == "2024年annual_summary"
    assert table.hasFocus()


def test_new_report_by_keyboard(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, in_dialog: InDialog
) -> None:
    def choose_second(dialog: QDialog) -> None:
        assert isinstance(dialog, NewReportDialog)
        qtbot.keyClick(dialog.kinds, Qt.Key.Key_Down)
        dialog.year.choose(2025)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    second = workspace.kinds()[1].id
    in_dialog(choose_second)
    press(qtbot, window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    made = next(row for row in workspace.drafts() if row.uid == open_uid(window))
    assert (made.report, made.year) == (second, 2025)


def test_new_report_can_be_left_alone(window: MainWindow, qtbot: QtBot, in_dialog: InDialog) -> None:
    in_dialog(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    qtbot.mouseClick(window.home.new, Qt.MouseButton.LeftButton)
    assert len(titles(window)) == 3
    assert open_uid(window) == ""


def test_start_from_an_old_report(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, in_dialog: InDialog
) -> None:
    old = next(row for row in workspace.drafts() if row.year == 2024)
    proposed: list[int] = []

    def choose_oldest(dialog: QDialog) -> None:
        assert isinstance(dialog, OldReportDialog)
        qtbot.keyClick(dialog.drafts, Qt.Key.Key_End)
        proposed.append(int(dialog.year.currentData()))
        qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)

    in_dialog(choose_oldest)
    qtbot.mouseClick(window.home.old, Qt.MouseButton.LeftButton)
    assert proposed == [2025]
    assert workspace.open_draft(open_uid(window)).draft.copied_from == old.uid


def test_delete_asks_and_escape_keeps(window: MainWindow, qtbot: QtBot, in_dialog: InDialog) -> None:
    in_dialog(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    qtbot.keyClick(window.home.card.table, Qt.Key.Key_Delete)
    assert len(titles(window)) == 3


def test_delete_and_take_back(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, in_dialog: InDialog
) -> None:
    def delete(dialog: QDialog) -> None:
        assert isinstance(dialog, AskDialog)
        qtbot.mouseClick(dialog.buttons["delete"], Qt.MouseButton.LeftButton)

    in_dialog(delete)
    qtbot.keyClick(window.home.card.table, Qt.Key.Key_Delete)
    assert len(titles(window)) == 2
    assert window.home.card.bin.count == 1
    qtbot.mouseClick(window.home.card.bin, Qt.MouseButton.LeftButton)
    assert titles(window) == ["2025年activity_summary_315"]
    qtbot.mouseClick(window.home.card.bin_head.restore, Qt.MouseButton.LeftButton)
    assert titles(window) == []
    qtbot.mouseClick(window.home.card.bin_head.leave, Qt.MouseButton.LeftButton)
    assert len(titles(window)) == 3
    assert len(workspace.drafts(deleted=True)) == 0


def test_rename(window: MainWindow, workspace: Workspace, qtbot: QtBot, in_dialog: InDialog) -> None:
    def type_title(dialog: QDialog) -> None:
        assert isinstance(dialog, RenameDialog)
        qtbot.keyClick(dialog.title, Qt.Key.Key_Delete)
        assert not dialog.confirm.isEnabled()
        dialog.title.insert("清溪镇活动总结")
        qtbot.keyClick(dialog.title, Qt.Key.Key_Return)

    in_dialog(type_title)
    qtbot.keyClick(window.home.card.table, Qt.Key.Key_F2)
    assert workspace.drafts()[0].title == "清溪镇活动总结"
    assert "清溪镇活动总结" in titles(window)


def test_copy(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.home.card.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(titles(window)) == 4
    assert window.toast.text() == "已复制“2025年activity_summary_315”"
    chosen = window.home.card.table.chosen()
    assert chosen is not None and chosen.title == "2025年activity_summary_315（副本）"


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the offscreen platform cannot
def test_menu_of_the_three_dots(window: MainWindow, qtbot: QtBot) -> None:
    table = window.home.card.table
    dots = table.visualRect(table.drafts.index(1, Column.MENU)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=dots)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["打开", "复制一份", "改名", "移到回收站"]
    menu.actions()[1].trigger()
    menu.close()
    assert len(titles(window)) == 4


def test_search_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.home.search.hasFocus()
    qtbot.keyClicks(window.home.search, "2024")
    qtbot.keyClick(window.home.search, Qt.Key.Key_Return)
    assert titles(window) == ["2024年annual_summary"]
    assert [tab.count for tab in window.home.card.tabs] == [1, 1, 0, 0]
    qtbot.keyClick(window.home.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(window)) == 3)


def test_search_that_finds_nothing_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    window.home.search.insert("没有这几个字")  # as an input method commits it
    qtbot.waitUntil(lambda: titles(window) == [])
    window.home.card.show_everything()
    assert window.home.search.text() == ""
    assert len(titles(window)) == 3


def test_tab_and_year_filter(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.home.card.tabs[2], Qt.MouseButton.LeftButton)
    assert titles(window) == []
    qtbot.mouseClick(window.home.card.tabs[0], Qt.MouseButton.LeftButton)
    window.home.card.year.choose(2024)
    assert titles(window) == ["2024年annual_summary"]


def test_rows_speak(window: MainWindow) -> None:
    index = window.home.card.table.drafts.index(0, Column.TITLE)
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("2025年activity_summary_315，")
    assert "填写中" in spoken


@pytest.mark.parametrize(("width", "folded"), [(1366, False), (1024, True)])
def test_narrow_list_keeps_room_for_titles(
    window: MainWindow, qtbot: QtBot, width: int, folded: bool
) -> None:
    window.setMinimumSize(1, 1)
    window.resize(width, 640)
    table = window.home.card.table
    qtbot.waitUntil(lambda: table.isColumnHidden(Column.KIND) is folded)
    assert table.columnWidth(Column.TITLE) >= 12 * 14


def test_mouse_over_a_row_tints_it(window: MainWindow, qtbot: QtBot) -> None:
    table = window.home.card.table
    before = table.viewport().grab().toImage()
    where = table.visualRect(table.drafts.index(1, Column.STATE)).center() + QPoint(0, 20)
    qtbot.mouseMove(table.viewport(), where)
    assert table.viewport().grab().toImage() != before


def test_search_without_a_hit_never_calls_a_full_bin_empty(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.delete_draft(workspace.drafts()[0].uid)
    window.home.refresh()
    qtbot.mouseClick(window.home.card.bin, Qt.MouseButton.LeftButton)
    window.home.card.show_found(frozenset())
    said = [label.text() for label in window.home.card.findChildren(QLabel) if label.isVisible()]
    assert "没有找到这样的报告。换几个字再试试。" in said
    assert "回收站是空的。" not in said


def test_long_titles_are_told_apart_by_their_ends(window: MainWindow, workspace: Workspace) -> None:
    table = window.home.card.table
    pictures = []
    for year in (2025, 2026):
        for row in workspace.drafts():
            workspace.rename_draft(row.uid, f"{'青禾县清溪镇消费者协会分会' * 4}{year}年总结")
        window.home.refresh()
        cell = table.visualRect(table.drafts.index(0, Column.TITLE))
        pictures.append(table.viewport().grab(cell.adjusted(0, 0, 0, -cell.height() // 2)).toImage())
    assert pictures[0] != pictures[1]


def test_profile_is_asked_for_until_it_has_a_name(
    open_window: Callable[[], MainWindow], workspace: Workspace
) -> None:
    window = open_window()
    assert window.home.empty.profile.isVisible()
    assert window.home.empty.new.width() <= CARDS_MOST
    window.show_page("help")
    workspace.save_organization(replace(workspace.organization, name="青禾县清溪镇消费者协会分会"))
    window.show_page("home")
    assert window.home.empty.new.isVisible()
    assert not window.home.empty.profile.isVisible()
