"""Questions are answered safely: the safe button has the focus, Esc changes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.ui.components.buttons import Kind
from xiaoxie_desktop.ui.components.dialogs import CANCEL, AskDialog, Choice, Question
from xiaoxie_desktop.ui.components.focus_ring import FocusRing

QUESTION = Question(
    "还有 2 处错误，仍要导出吗？",
    "导出的文件会带着这些错误。改好再导出，只要一两分钟。",
    choices=(Choice("export", "仍要导出(&E)"), Choice("mend", "去修改(&M)", Kind.PRIMARY)),
    safe="mend",
    details=("导语：年主题写的是 2024 年",),
    cancel="取消(&C)",
    icon="state-problem",
)


@pytest.fixture
def dialog(qtbot: QtBot) -> AskDialog:
    made = AskDialog(QUESTION)
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.mark.parametrize(
    ("key", "modifiers", "answer"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "mend"),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, CANCEL),
        (Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier, "export"),
        (Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier, CANCEL),
    ],
    ids=["enter is safe", "escape cancels", "mnemonic", "cancel button"],
)
def test_keys(
    dialog: AskDialog, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, answer: str
) -> None:
    with qtbot.waitSignal(dialog.answered) as told:
        qtbot.keyClick(dialog, key, modifiers)
    assert told.args == [answer]


def test_mouse(dialog: AskDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.answered) as told:
        qtbot.mouseClick(dialog.buttons["export"], Qt.MouseButton.LeftButton)
    assert told.args == ["export"]


def test_title_is_the_question_and_the_safe_button_waits(dialog: AskDialog) -> None:
    assert dialog.windowTitle() == QUESTION.title
    assert dialog.buttons["mend"].isDefault()
    assert dialog.width() >= 480


def test_ring_lets_the_mouse_through_and_needs_the_keyboard(dialog: AskDialog, qtbot: QtBot) -> None:
    ring = dialog.findChild(FocusRing)
    assert ring is not None
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    focused = dialog.focusWidget()
    assert focused is not None
    ring.refresh()
    assert ring.ring_rect().size() == focused.size()
    qtbot.mousePress(dialog.buttons["mend"], Qt.MouseButton.RightButton)
    assert ring.ring_rect().isEmpty()


def test_ring_follows_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ring = FocusRing(window)
    window.show()
    window.resize(700, 500)
    assert ring.size() == window.size()
