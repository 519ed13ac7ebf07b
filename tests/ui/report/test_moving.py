"""Going through a report: steps, keys, findings and figures lead to their places."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.typing_keys import type_into
from xiaoxie_desktop.core.answers import Amount
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.core.progress import StepState
from xiaoxie_desktop.core.report import FieldType
from xiaoxie_desktop.ui.components.frames import Scroller
from xiaoxie_desktop.ui.keys import KEYS, Place
from xiaoxie_desktop.ui.report.report_window import ReportWindow
from xiaoxie_desktop.ui.report.step_list import StepRole
from xiaoxie_desktop.ui.report.steps_pane import CHECK
from xiaoxie_desktop.ui.style import theme

Open = Callable[[str], ReportWindow]
Keys, Mods = Qt.Key, Qt.KeyboardModifier

JUMPS = [
    (Keys.Key_PageDown, Mods.ControlModifier, "leadership"),
    (Keys.Key_3, Mods.ControlModifier, "site"),
    (Keys.Key_K, Mods.ControlModifier | Mods.ShiftModifier, CHECK),
]


@pytest.mark.parametrize(("key", "modifiers", "step"), JUMPS, ids=["page down", "number", "check"])
def test_keys_go_to_steps(
    qtbot: QtBot, window: ReportWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, step: str
) -> None:
    window.go_to("lead")
    window.enter_step()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)
    assert window.step == step


def test_page_up_goes_back_and_the_first_step_has_nothing_before_it(
    qtbot: QtBot, window: ReportWindow
) -> None:
    window.go_to("site")
    qtbot.mouseClick(window.page.previous, Qt.MouseButton.LeftButton)
    assert window.step == "leadership"
    window.go_to("lead")
    assert not window.page.previous.isEnabled()


def test_enter_in_a_field_leaves_the_step_alone(qtbot: QtBot, window: ReportWindow) -> None:
    window.go_to_field("venue")
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Keys.Key_Return)
    qtbot.keyClick(focused, Keys.Key_Escape)
    assert window.step == "site"


def test_f8_goes_round_the_findings_errors_first(qtbot: QtBot, window: ReportWindow) -> None:
    session = window.session
    session.answer("complaint_accepted_count", Amount(Decimal(9), "件"))
    session.answer("complaint_resolved_count", Amount(Decimal(11), "件"))
    window.go_to("lead")
    errors = [one for one in session.findings if one.severity.value == "error"]
    seen = []
    for _ in errors:
        qtbot.keyClick(QApplication.focusWidget() or window, Keys.Key_F8)
        assert window.finding is not None
        seen.append(window.finding)
    assert seen == errors
    wrong = next(one for one in errors if one.field == "complaint_resolved_count")
    window.go_to_finding(wrong)
    editor = window.form("site").rows["complaint_resolved_count"].editor
    assert editor.has_focus()
    assert window.strip.sentence() == wrong.message
    qtbot.keyClick(QApplication.focusWidget() or window, Keys.Key_F8, Mods.ShiftModifier)
    assert window.finding != wrong


def test_required_field_on_a_step_nobody_visited_is_found(window: ReportWindow) -> None:
    assert window.step == "lead"
    missing = [one for one in window.session.findings if one.rule == "required" and one.section != "lead"]
    assert missing
    window.unfold_findings(True)
    said = [row.finding for row in window.findings_panel.rows]
    assert set(missing) <= set(said)


def test_findings_panel_leads_to_the_field_and_folds_with_escape(qtbot: QtBot, window: ReportWindow) -> None:
    qtbot.mouseClick(window.strip.fold, Qt.MouseButton.LeftButton)
    assert window.findings_panel.isVisible()
    row = next(row for row in window.findings_panel.rows if row.finding.field == "date_of_issue")
    qtbot.mouseClick(row.go, Qt.MouseButton.LeftButton)
    assert window.step == "document"
    assert window.form("document").rows["date_of_issue"].editor.has_focus()
    window.findings_panel.enter()
    qtbot.keyClick(QApplication.focusWidget() or window, Keys.Key_Escape)
    assert not window.findings_panel.isVisible()


def test_figure_leads_to_its_field(window: ReportWindow) -> None:
    window.session.answer("material_count", Amount(Decimal(3200), "份"))
    window.go_to("site")
    window.page.composed.edit.figure_chosen.emit(TokenRef("material_count"))
    assert window.form("site").rows["material_count"].editor.has_focus()


def test_optional_step_is_switched_on_and_off_and_keeps_its_answers(
    qtbot: QtBot, window: ReportWindow
) -> None:
    window.go_to("destruction")
    assert window.page.omitted.isVisible()
    window.page.omitted.followed.emit()
    assert window.page.forms.isVisible()
    first = next(iter(window.form("destruction").rows.values()))
    assert first.editor.entrance().hasFocus()
    window.session.answer("venue", "镇人民广场")
    qtbot.mouseClick(window.page.omit, Qt.MouseButton.LeftButton)
    assert window.page.omitted.isVisible()
    state = next(step.state for step in window.session.steps if step.section == "destruction")
    assert state is StepState.OMITTED


def test_steps_say_their_state_to_a_screen_reader_too(window: ReportWindow) -> None:
    model = window.steps.list.model()
    said = {
        index.data(StepRole.SECTION): index.data(Qt.ItemDataRole.AccessibleTextRole)
        for index in (model.index(row, 0) for row in range(model.rowCount()))
    }
    assert said["site"] == "宣传与现场活动，未填"
    assert said["destruction"] == "公开销毁，不写"
    assert (
        window.steps.progress()
        == f"1 / {sum(step.state is not StepState.OMITTED for step in window.session.steps)} 节"
    )


def test_f6_goes_round_the_areas(qtbot: QtBot, window: ReportWindow) -> None:
    window.go_to("site")
    window.enter_step()
    seen = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        qtbot.keyClick(focused, Keys.Key_F6)
    assert seen[1] is window.page.composed.edit
    assert window.strip.isAncestorOf(seen[2])
    assert seen[3] is window.preview.canvas
    assert window.bar.isAncestorOf(seen[4])
    assert seen[5] is window.steps.list


def test_wide_window_puts_the_text_beside_the_fields(qtbot: QtBot, window: ReportWindow) -> None:
    assert window.page.splitter.orientation() is Qt.Orientation.Vertical, "the preview is open"
    qtbot.keyClick(window.steps.list, Keys.Key_F9)
    QApplication.processEvents()
    assert window.page.splitter.orientation() is Qt.Orientation.Horizontal
    window.resize(1024, 640)
    QApplication.processEvents()
    assert window.page.splitter.orientation() is Qt.Orientation.Vertical
    assert window.width() == 1024
    assert window.page.composed.edit.height() >= 60


def test_words_are_stored_and_given_back_only_after_asking(
    qtbot: QtBot, window: ReportWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.answer("material_count", Amount(Decimal(3200), "份"))
    window.go_to("site")
    edit = window.page.composed.edit
    edit.setFocus()
    type_into(edit, "这一天，")
    window.go_to("lead")
    window.go_to("site")
    assert "这一天，" in edit.toPlainText()
    assert window.session.draft.texts
    answers = iter(["keep", "restore"])
    monkeypatch.setattr("xiaoxie_desktop.ui.report.draft_edits.ask", lambda *_: next(answers))
    qtbot.mouseClick(window.page.composed.restore, Qt.MouseButton.LeftButton)
    assert window.session.draft.texts
    qtbot.mouseClick(window.page.composed.restore, Qt.MouseButton.LeftButton)
    assert not window.session.draft.texts
    assert "这一天，" not in edit.toPlainText()


def test_changed_fact_changes_the_changed_text(window: ReportWindow) -> None:
    window.session.answer("material_count", Amount(Decimal(3200), "份"))
    window.go_to("site")
    edit = window.page.composed.edit
    edit.setFocus()
    type_into(edit, "这一天，")
    window.go_to_field("material_count")
    box = QApplication.focusWidget()
    assert box is not None
    type_into(box, "5")
    window.go_to_field("venue")
    said = edit.toPlainText().replace("\u2060", "")
    assert "这一天，" in said
    assert window.session.composed.section("site") is not None
    assert "宣传资料5份" in said


def test_back_button_and_alt_left_leave(qtbot: QtBot, window: ReportWindow) -> None:
    with qtbot.waitSignal(window.left):
        qtbot.mouseClick(window.bar.back_button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    with qtbot.waitSignal(window.left):
        qtbot.keyClick(window.steps.list, Keys.Key_Left, Mods.AltModifier)


def test_no_shortcut_is_given_twice_in_one_place() -> None:
    for place in Place:
        keys = [key.keys for key in KEYS.values() if key.place in {place, Place.EVERYWHERE}]
        assert len(keys) == len(set(keys)), place
    assert len(KEYS) > 20


def test_tab_goes_through_the_fields_in_their_order_and_then_into_the_text(
    qtbot: QtBot, window: ReportWindow
) -> None:
    window.go_to("inspection")
    window.session.omit("inspection", False)
    window.refresh()
    numbers = [row.editor.entrance() for row in window.form("inspection").rows.values()]
    window.page.next.setFocus()
    seen: list[object] = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is window.page.composed.edit:
            break
        qtbot.keyClick(focused, Keys.Key_Tab)
    assert seen[-1] is window.page.composed.edit
    places = [seen.index(one) for one in numbers if one in seen]
    assert len(places) > 8
    assert places == sorted(places)


def test_opened_report_has_the_cursor_in_its_first_field(window: ReportWindow) -> None:
    window.setFocus()
    assert QApplication.focusWidget() is window.form("lead").rows["theme"].editor.entrance()


def test_entering_a_step_scrolls_to_its_first_field(window: ReportWindow) -> None:
    window.go_to_field("site_measure_list")
    row = window.form("site").rows["event_date"]
    area = window.page.forms.currentWidget()
    assert isinstance(area, Scroller)
    assert area.verticalScrollBar().value() > 0
    window.enter_step()
    assert row.editor.entrance().hasFocus()
    assert area.viewport().rect().contains(row.mapTo(area.viewport(), row.rect().center()))


def test_way_back_from_an_answer_leads_to_the_same_answer(qtbot: QtBot, window: ReportWindow) -> None:
    for number, field in enumerate(window.form("inspection").section.fields):
        if field.type is FieldType.COUNT:
            window.session.answer(field.id, Amount(Decimal(number + 1), field.unit))
    window.session.omit("inspection", False)
    window.go_to(CHECK)
    window.check.answers.edit_asked.emit("inspection", "case_count")
    assert window.step == "inspection"
    focused = QApplication.focusWidget()
    assert focused is not None
    type_into(focused, "7")
    qtbot.keyClick(focused, Keys.Key_Left, Mods.AltModifier)

    def is_back() -> bool:
        link = QApplication.focusWidget()
        return link is not None and link.accessibleName() == "修改立案查处"

    qtbot.waitUntil(is_back)
    assert window.step == CHECK


def test_composed_text_shows_that_it_has_the_focus(window: ReportWindow) -> None:
    window.go_to("lead")
    edit = window.page.composed.edit
    edit.setFocus()
    picture = edit.grab()
    middle = round(picture.height() / 2)
    assert picture.toImage().pixelColor(1, middle) == theme.color("action")
