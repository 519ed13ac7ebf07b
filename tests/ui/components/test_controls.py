"""Buttons, labels, search box, pickers and the toast behave as a user expects."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDateEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.ui.components.banner import Banner, Weight
from xiaoxie_desktop.ui.components.big_button import BigButton
from xiaoxie_desktop.ui.components.buttons import Button, Kind, Link
from xiaoxie_desktop.ui.components.count_tab import CountTab
from xiaoxie_desktop.ui.components.input_watch import watch_input
from xiaoxie_desktop.ui.components.inputs import Picker, SearchBox
from xiaoxie_desktop.ui.components.labels import StateLabel, Tone
from xiaoxie_desktop.ui.components.toast import Toast
from xiaoxie_desktop.ui.components.two_line_list import Line, TwoLineList


def turn_wheel(widget: QWidget) -> None:
    """Turn the wheel one notch over a widget, as the mouse would."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_button_is_clicked_by_mouse_space_and_enter(qtbot: QtBot) -> None:
    clicks: list[str] = []
    button = Button("打印", icon="printer", on_click=lambda: clicks.append("打印"))
    qtbot.addWidget(button)
    button.show()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(button, key)
    assert clicks == ["打印"] * 4


def test_button_without_words_has_a_name() -> None:
    button = Button("", Kind.QUIET, "trash-2", hint="删掉这一行")
    assert (button.accessibleName(), button.toolTip()) == ("删掉这一行", "删掉这一行")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_seen_by_the_style_sheet(kind: Kind) -> None:
    button = Button("做", kind)
    assert button.property("kind") == kind.value
    assert button.isCheckable() == (kind in (Kind.TOGGLE, Kind.TAB, Kind.NAV))


def test_big_button_says_both_lines_and_obeys_keyboard(qtbot: QtBot) -> None:
    clicks: list[int] = []
    button = BigButton("history", "从旧报告开始", "沿用去年的文字", lambda: clicks.append(1))
    qtbot.addWidget(button)
    button.show()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert clicks == [1, 1]
    assert (button.accessibleName(), button.accessibleDescription()) == ("从旧报告开始", "沿用去年的文字")


def test_count_tab_says_its_count() -> None:
    tab = CountTab("填写中")
    tab.show_count(12)
    assert tab.accessibleName() == "填写中，12 份"


def test_banner_link(qtbot: QtBot) -> None:
    banner = Banner("U 盘快满了，只剩 12 MB。", Weight.WARN, "换个地方")
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.followed):
        qtbot.mouseClick(banner.findChild(Link), Qt.MouseButton.LeftButton)
    assert banner.text() == "U 盘快满了，只剩 12 MB。"


def test_state_label_changes_word_and_name() -> None:
    label = StateLabel("正在保存…", "circle-check", Tone.MUTED)
    label.show_state("已保存 14:32", "circle-check", Tone.OK)
    assert (label.text(), label.accessibleName()) == ("已保存 14:32", "已保存 14:32")


def test_search_box_hides_its_key_while_typed_into(qtbot: QtBot) -> None:
    box = SearchBox("搜标题或正文里的字", "Ctrl+F")
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClicks(box, "315")
    assert box.text() == "315"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_picker_keeps_its_choice_when_offered_others() -> None:
    picker = Picker([("全部年份", None), ("2025年", 2025)])
    picker.choose(2025)
    picker.set_choices([("全部年份", None), ("2026年", 2026), ("2025年", 2025)])
    assert picker.currentData() == 2025
    picker.set_choices([("全部年份", None), ("2026年", 2026)])
    assert picker.currentData() is None


def make_picker() -> QWidget:
    picker = Picker([("准确", 0), ("余", 1), ("多", 2)])
    picker.setCurrentIndex(0)
    return picker


def make_spin() -> QWidget:
    return QSpinBox(value=23)


@pytest.mark.parametrize("make", [make_picker, make_spin, QDateEdit], ids=["picker", "spin box", "date"])
def test_wheel_leaves_unfocused_controls_alone(make, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[no-untyped-def]
    watch_input(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    control, other = make(), Button("别处")
    column.addWidget(other)
    column.addWidget(control)
    window.show()
    other.setFocus()
    before = shown(control)
    turn_wheel(control)
    assert shown(control) == before


def shown(control: QWidget) -> str:
    """The words a control shows."""
    return control.currentText() if isinstance(control, Picker) else control.text()  # type: ignore[attr-defined]


def test_toast_shows_news_and_its_link_acts(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    toast = Toast(window, motion=False)
    window.show()
    undone: list[str] = []
    toast.show_message("已移到回收站", "撤回", lambda: undone.append("撤回"))
    assert toast.isVisible()
    assert toast.geometry().center().x() == pytest.approx(window.rect().center().x(), abs=1)
    qtbot.mouseClick(toast.findChild(Link), Qt.MouseButton.LeftButton)
    assert undone == ["撤回"]
    assert not toast.isVisible()


def test_two_line_list_is_chosen_from_by_keyboard(qtbot: QtBot) -> None:
    lines = TwoLineList("报告种类")
    qtbot.addWidget(lines)
    lines.show_lines([Line("a", "活动总结", "办完活动后报"), Line("b", "年终总结")])
    lines.show()
    assert lines.chosen() == "a"
    qtbot.keyClick(lines, Qt.Key.Key_Down)
    assert lines.chosen() == "b"
    lines.choose("a")
    assert lines.chosen() == "a"
