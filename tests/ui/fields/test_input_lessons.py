"""Lessons others paid for: the wheel, full-width digits, compositions, cut phrases, hidden answers."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fields.conftest import Filled
from tests.ui.typing_keys import compose, type_into
from xiaoxie_desktop.core.answers import Amount, Items
from xiaoxie_desktop.core.conditions import Equals
from xiaoxie_desktop.core.report import Choice, Field, FieldType
from xiaoxie_desktop.ui.fields.amount_editor import AmountEditor
from xiaoxie_desktop.ui.fields.choice_editor import ChoiceEditor, ChoicesEditor, YesNoEditor
from xiaoxie_desktop.ui.fields.composition import commit_composition
from xiaoxie_desktop.ui.fields.text_editor import LongTextEditor, TextEditor

WORDS = Field("words", FieldType.TEXT, "主会场")
LONG = Field("long", FieldType.LONG_TEXT, "效果")
WAYS = (Choice("radio", "广播"), Choice("tv", "电视"), Choice("wechat", "微信"))
CHOICE = Field("way", FieldType.CHOICE, "宣传方式", choices=WAYS)
CHOICES = Field("ways", FieldType.CHOICES, "宣传方式", choices=WAYS)
DESTROYED = Field("destroyed", FieldType.BOOL, "公开销毁")
AMOUNT = Field("amount", FieldType.COUNT, "销毁", units=("件",), visible_when=Equals("destroyed", True))

Make = Callable[..., Filled]


def turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    none = Qt.MouseButton.NoButton
    turned = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), none,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(widget, turned)


def test_wheel_over_an_unfocused_picker_changes_nothing(make_form: Make) -> None:
    filled = make_form(CHOICE, Field("n", FieldType.COUNT, "件数", units=("件",)))
    filled.show({"way": "radio", "n": Amount(Decimal(9), "件")})
    choice, group = filled.form.rows["way"].editor, filled.form.rows["n"].editor
    assert (
        isinstance(choice, ChoiceEditor) and isinstance(group, AmountEditor) and group.qualifier is not None
    )
    turn_wheel(choice.picker)
    turn_wheel(group.qualifier)
    assert filled.form.value("way") == "radio"
    assert filled.form.value("n") == Amount(Decimal(9), "件")
    assert filled.saved == []


def test_composition_becomes_text_before_a_place_is_left(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(WORDS)
    editor = filled.form.rows["words"].editor
    assert isinstance(editor, TextEditor)
    editor.box.setFocus()
    type_into(editor.box, "镇人民")
    compose(editor.box, "广场")
    assert editor.box.text() == "镇人民"
    commit_composition()
    assert editor.box.text() == "镇人民广场"
    assert editor.box.composition == ""
    filled.leave()
    assert filled.answers["words"] == "镇人民广场"


def test_composition_in_several_lines(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(LONG)
    editor = filled.form.rows["long"].editor
    assert isinstance(editor, LongTextEditor)
    editor.box.setFocus()
    compose(editor.box, "群众")
    commit_composition()
    assert filled.form.value("long") == "群众"


def test_long_chinese_phrase_is_not_cut(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(WORDS)
    editor = filled.form.rows["words"].editor
    assert isinstance(editor, TextEditor)
    phrase = "共筑诚信消费环境提振消费信心" * 40
    editor.box.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString(phrase)
    QCoreApplication.sendEvent(editor.box, event)
    filled.leave()
    assert filled.answers["words"] == phrase


def test_nothing_is_written_into_the_editor_someone_types_in(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(WORDS)
    editor = filled.form.rows["words"].editor
    assert isinstance(editor, TextEditor)
    editor.box.setFocus()
    type_into(editor.box, "清溪")
    filled.form.show_answers({"words": "别的"}, {"words": "别的"})
    assert editor.box.text() == "清溪"


def test_hidden_field_keeps_its_answer_and_comes_back_with_it(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(DESTROYED, AMOUNT)
    asked = filled.form.rows["destroyed"].editor
    assert isinstance(asked, YesNoEditor)
    filled.show({"destroyed": True, "amount": Amount(Decimal(60), "件")})
    assert filled.form.rows["amount"].isVisible()
    qtbot.mouseClick(asked.no, Qt.MouseButton.LeftButton, pos=QPoint(8, asked.no.height() // 2))
    assert not filled.form.rows["amount"].isVisible()
    assert filled.answers["amount"] == Amount(Decimal(60), "件")
    qtbot.mouseClick(asked.yes, Qt.MouseButton.LeftButton, pos=QPoint(8, asked.yes.height() // 2))
    assert filled.form.rows["amount"].isVisible()
    assert filled.form.value("amount") == Amount(Decimal(60), "件")


def test_yes_or_no_can_be_taken_back(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(DESTROYED)
    asked = filled.form.rows["destroyed"].editor
    assert isinstance(asked, YesNoEditor)
    asked.yes.setFocus()
    qtbot.keyClick(asked.yes, Qt.Key.Key_Space)
    assert filled.answers["destroyed"] is True
    qtbot.keyClick(asked.yes, Qt.Key.Key_Delete)
    assert "destroyed" not in filled.answers
    assert not asked.yes.isChecked() and not asked.no.isChecked()


def test_ticked_choices_keep_the_order_of_the_definition(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(CHOICES)
    editor = filled.form.rows["ways"].editor
    assert isinstance(editor, ChoicesEditor)
    for name in ("wechat", "radio"):
        editor.boxes[name].setFocus()
        qtbot.keyClick(editor.boxes[name], Qt.Key.Key_Space)
    assert filled.answers["ways"] == Items(("radio", "wechat"))
