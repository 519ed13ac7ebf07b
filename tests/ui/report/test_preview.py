"""The preview in the report window: it shows what is typed, leads to the fields, and folds as the room asks."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.typing_keys import type_into
from xiaoxie_desktop.ui.preview.folding import Stand
from xiaoxie_desktop.ui.preview.preview_memory import PreviewMemory
from xiaoxie_desktop.ui.preview.text_places import Spot
from xiaoxie_desktop.ui.report.report_window import ReportWindow
from xiaoxie_desktop.ui.report.steps_pane import CHECK
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.workflow.workspace import Workspace

Keys = Qt.Key


def printed(window: ReportWindow) -> str:
    return "\n".join(line.text for page in window.preview.canvas.pages for line in page.lines)


def wait_for(qtbot: QtBot, window: ReportWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in printed(window), timeout=5000)


def click(window: ReportWindow, spot: Spot) -> None:
    window.preview.canvas.clicked.emit(spot.page, float(spot.x + 30), float(spot.y + 100))


def marked(window: ReportWindow) -> tuple[Spot, ...]:
    return window.preview.canvas.marks.typed


def box(window: ReportWindow) -> QWidget:
    focused = window.focusWidget()
    assert focused is not None
    return focused


@pytest.fixture
def filled(qtbot: QtBot, window: ReportWindow) -> ReportWindow:
    """A report with a venue and a date, at the step of the venue."""
    window.session.answer("venue", "镇人民广场")
    window.session.answer("event_date", date(2026, 3, 15))
    window.go_to("site")
    wait_for(qtbot, window, "镇人民广场")
    return window


def test_open_beside_the_form_in_the_usual_window(filled: ReportWindow) -> None:
    assert filled.preview.isVisible()
    assert filled.bar.preview.isChecked()
    assert filled.preview_place.stand is Stand.BESIDE
    assert filled.page.composed.isVisible()
    assert 400 <= filled.preview.width() <= 440
    assert filled.preview.canvas.marks.section, "the current section has its bar"


def test_keystroke_is_on_the_page_before_it_is_stored(qtbot: QtBot, filled: ReportWindow) -> None:
    filled.go_to_field("venue")
    focused = box(filled)
    assert isinstance(focused, QLineEdit)
    qtbot.keyClick(focused, Keys.Key_End)
    filled.autosave.save()
    filled.autosave.state_changed.disconnect()
    stored = filled.session.draft
    qtbot.keyClick(focused, "A")
    wait_for(qtbot, filled, "镇人民广场A")
    assert filled.session.draft is stored
    (spot,) = marked(filled)
    line = next(one for one in filled.preview.canvas.pages[spot.page].lines if one.y == spot.y)
    assert "广场A" in line.text
    filled.autosave.save()
    assert filled.session.draft.answers["venue"] == "镇人民广场A"
    assert marked(filled), "still being typed in"


def test_mark_goes_with_the_cursor(qtbot: QtBot, filled: ReportWindow) -> None:
    filled.go_to_field("venue")
    qtbot.keyClick(box(filled), "A")
    qtbot.waitUntil(lambda: bool(marked(filled)), timeout=5000)
    filled.steps.list.setFocus()
    assert marked(filled) == ()


def test_words_being_changed_are_on_the_page(qtbot: QtBot, filled: ReportWindow) -> None:
    edit = filled.page.composed.edit
    edit.setFocus()
    stored = filled.session.draft
    type_into(edit, "这一天，")
    wait_for(qtbot, filled, "这一天，")
    assert filled.session.draft is stored


def test_figure_on_the_page_leads_to_its_field(qtbot: QtBot, filled: ReportWindow) -> None:
    filled.go_to_field("venue")
    qtbot.keyClick(box(filled), "A")
    qtbot.waitUntil(lambda: bool(marked(filled)), timeout=5000)
    (spot,) = marked(filled)
    venue = box(filled)
    filled.go_to("lead")
    click(filled, spot)
    assert filled.step == "site"
    assert filled.focusWidget() is venue


def test_words_on_the_page_lead_to_their_paragraph(filled: ReportWindow) -> None:
    filled.go_to("lead")
    line = next(
        line
        for page in filled.preview.canvas.pages
        for line in page.lines
        if line.place[0] == "site" and line.place[1]
    )
    filled.preview.paragraph_chosen.emit(*line.place)
    assert filled.step == "site"
    assert filled.focusWidget() is filled.page.composed.edit


def test_errors_are_underlined(qtbot: QtBot, filled: ReportWindow) -> None:
    assert filled.preview.canvas.marks.errors == ()
    filled.session.answer("venue", "镇××广场")
    filled.refresh()
    (spot,) = filled.preview.canvas.marks.errors
    line = next(one for one in filled.preview.canvas.pages[spot.page].lines if one.y == spot.y)
    assert "××" in line.text
    assert 580 < spot.width <= 640, "two characters"


def test_f9_folds_to_a_tab_which_opens_again(qtbot: QtBot, filled: ReportWindow) -> None:
    qtbot.keyClick(filled.steps.list, Keys.Key_F9)
    assert not filled.preview.isVisible()
    assert filled.preview_place.tab.isVisible()
    assert filled.preview_place.tab.width() == 46
    assert not filled.bar.preview.isChecked()
    filled.session.answer("venue", "文化广场")
    filled.refresh()
    qtbot.mouseClick(filled.preview_place.tab.button, Qt.MouseButton.LeftButton)
    assert filled.preview.isVisible()
    wait_for(qtbot, filled, "文化广场")
    qtbot.mouseClick(filled.bar.preview, Qt.MouseButton.LeftButton)
    assert not filled.preview.isVisible()


def test_narrow_window_folds_it_and_opens_it_over_the_form(qtbot: QtBot, filled: ReportWindow) -> None:
    filled.resize(1024, 640)
    QApplication.processEvents()
    assert filled.width() == 1024
    assert filled.preview_place.stand is Stand.FOLDED
    qtbot.mouseClick(filled.bar.preview, Qt.MouseButton.LeftButton)
    assert filled.preview_place.stand is Stand.FOR_FORM
    assert not filled.page.isVisible()
    filled.preview.field_chosen.emit("venue", "")
    assert filled.preview_place.stand is Stand.FOLDED
    assert filled.page.isVisible()
    assert filled.width() == 1024


def test_large_text_folds_it_and_opens_it_in_place_of_the_composed_text(
    qtbot: QtBot, filled: ReportWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = theme.Theme(theme.Scheme.LIGHT, theme.TextSize.LARGE)
    monkeypatch.setattr(theme.appearance, "theme", large)
    theme.appearance.changed.emit()
    QApplication.processEvents()
    assert filled.preview_place.stand is Stand.FOLDED
    qtbot.keyClick(filled.steps.list, Keys.Key_F9)
    assert filled.preview_place.stand is Stand.FOR_COMPOSED
    assert not filled.page.composed.isVisible()
    qtbot.keyClick(filled.steps.list, Keys.Key_F9)
    assert filled.page.composed.isVisible()
    monkeypatch.undo()
    theme.appearance.changed.emit()


def test_check_page_has_no_preview_until_it_is_asked_for(qtbot: QtBot, filled: ReportWindow) -> None:
    filled.go_to(CHECK)
    assert not filled.preview.isVisible()
    assert not filled.preview_place.tab.isVisible()
    qtbot.mouseClick(filled.bar.preview, Qt.MouseButton.LeftButton)
    assert filled.preview.isVisible()
    qtbot.waitUntil(lambda: filled.preview.canvas.marks.section == (), timeout=5000)
    filled.go_to("site")
    assert filled.preview.isVisible()


def test_keys_zoom_the_preview(qtbot: QtBot, filled: ReportWindow) -> None:
    before = filled.preview.canvas.factor()
    qtbot.keyClick(filled.steps.list, Keys.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = filled.preview.canvas.factor()
    assert larger > before
    qtbot.keyClick(filled.steps.list, Keys.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert filled.preview.canvas.factor() < larger


def test_folded_is_remembered(
    qtbot: QtBot, workspace: Workspace, draft: str, open_report: Callable[[str], ReportWindow]
) -> None:
    for folded in (False, True):
        window = ReportWindow(workspace.open_draft(draft), memory=PreviewMemory(workspace.directory))
        qtbot.addWidget(window)
        window.resize(1366, 698)
        window.show()
        assert window.preview.isVisible() is not folded
        window.preview_place.toggle()
        window.leave()


def test_folded_preview_costs_nothing(qtbot: QtBot, filled: ReportWindow) -> None:
    filled.preview_place.toggle()
    shown = filled.preview.canvas.pages
    filled.go_to_field("venue")
    qtbot.keyClick(box(filled), "A")
    filled.autosave.save()
    assert filled.preview.canvas.pages is shown
