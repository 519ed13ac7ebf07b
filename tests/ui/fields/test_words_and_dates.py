"""Editors of words, dates and pairs: what they read, keep and say."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fields.conftest import YEAR, Filled
from tests.ui.typing_keys import type_into
from xiaoxie_desktop.core.answers import Contact, DateRange, DocumentReference, Unreadable, Value
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import Derivation, DerivationKind, Field, FieldType
from xiaoxie_desktop.ui.fields.computed_editor import ComputedEditor
from xiaoxie_desktop.ui.fields.date_editor import CalendarPopup, DateEditor, DateRangeEditor
from xiaoxie_desktop.ui.fields.making import EDITORS, make_editor
from xiaoxie_desktop.ui.fields.text_editor import LongTextEditor, PairEditor, TextEditor

DAY = Field("day", FieldType.DATE, "活动时间")
SPAN = Field("span", FieldType.DATE_RANGE, "活动期间")
PERSON = Field("person", FieldType.CONTACT, "联系人")
PAPER = Field("paper", FieldType.DOCUMENT_REFERENCE, "依据文件")
LONG = Field("long", FieldType.LONG_TEXT, "效果")
RATE = Field(
    "rate", FieldType.COMPUTED, "办结率", units=("%",), derive=Derivation(DerivationKind.SHARE, ("a", "b"))
)

Make = Callable[..., Filled]

DATES = [
    ("2026年3月15日", date(2026, 3, 15), "2026年3月15日"),
    ("3.15", date(YEAR, 3, 15), "2026年3月15日"),
    ("20260315", date(2026, 3, 15), "2026年3月15日"),
    ("３月１５日", date(YEAR, 3, 15), "2026年3月15日"),
    ("13月5日", Unreadable("13月5日"), "13月5日"),
]


@pytest.mark.parametrize(("typed", "value", "shown"), DATES, ids=[one[0] for one in DATES])
def test_typed_date_is_shown_in_full_on_leaving(
    qtbot: QtBot, make_form: Make, typed: str, value: Value, shown: str
) -> None:
    filled = make_form(DAY)
    editor = filled.form.rows["day"].editor
    assert isinstance(editor, DateEditor)
    editor.day.box.setFocus()
    type_into(editor.day.box, typed)
    filled.leave()
    assert filled.answers["day"] == value
    assert editor.day.text() == shown


@pytest.mark.qt_log_ignore("raise\\(\\)", "grabbing the keyboard")
def test_calendar_opens_by_key_and_gives_the_day(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(DAY)
    editor = filled.form.rows["day"].editor
    assert isinstance(editor, DateEditor)
    editor.day.box.setFocus()
    type_into(editor.day.box, "3.15")
    qtbot.keyClick(editor.day.box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = editor.day.findChild(CalendarPopup)
    assert popup is not None
    assert popup.calendar.selectedDate().toPython() == date(YEAR, 3, 15)
    popup.calendar.activated.emit(popup.calendar.selectedDate().addDays(1))
    assert filled.answers["day"] == date(YEAR, 3, 16)
    QApplication.processEvents()


def test_half_a_range_is_kept(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(SPAN)
    editor = filled.form.rows["span"].editor
    assert isinstance(editor, DateRangeEditor)
    editor.start.box.setFocus()
    type_into(editor.start.box, "3.10")
    filled.leave()
    kept = filled.answers["span"]
    assert isinstance(kept, Unreadable)
    filled.show({"span": kept})
    assert editor.start.text() == "2026年3月10日"
    editor.end.box.setFocus()
    type_into(editor.end.box, "3.20")
    filled.leave()
    assert filled.answers["span"] == DateRange(date(YEAR, 3, 10), date(YEAR, 3, 20))


PAIRS = [
    (PERSON, ("李明", "6123456"), Contact("李明", "6123456")),
    (PERSON, ("", "6123456"), Contact("", "6123456")),
    (
        PAPER,
        ("关于开展活动的通知", "消协〔2026〕3号"),
        DocumentReference("关于开展活动的通知", "消协〔2026〕3号"),
    ),
]


@pytest.mark.parametrize(("field", "typed", "value"), PAIRS)
def test_pairs(qtbot: QtBot, make_form: Make, field: Field, typed: tuple[str, str], value: Value) -> None:
    filled = make_form(field)
    editor = filled.form.rows[field.id].editor
    assert isinstance(editor, PairEditor)
    for box, text in zip(editor.boxes, typed, strict=True):
        box.setFocus()
        type_into(box, text)
    filled.leave()
    assert filled.answers[field.id] == value
    filled.show({})
    filled.show({field.id: value})
    assert editor.typed() == typed


def test_long_text_grows_to_six_lines_and_no_further(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(LONG)
    editor = filled.form.rows["long"].editor
    assert isinstance(editor, LongTextEditor)
    heights = []
    editor.box.setFocus()
    for _ in range(9):
        type_into(editor.box, "一行")
        qtbot.keyClick(editor.box, Qt.Key.Key_Return)
        heights.append(editor.box.height())
    assert heights == sorted(heights)
    assert len(set(heights)) == 5
    assert filled.form.value("long") == "一行\n" * 9


def test_tab_leaves_a_long_text(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(LONG)
    editor = filled.form.rows["long"].editor
    assert isinstance(editor, LongTextEditor)
    editor.box.setFocus()
    type_into(editor.box, "好")
    qtbot.keyClick(editor.box, Qt.Key.Key_Tab)
    assert not editor.has_focus()
    assert filled.answers["long"] == "好"


def test_computed_figure_is_passed_by_and_never_an_answer(qtbot: QtBot, make_form: Make) -> None:
    first, last = Field("a", FieldType.TEXT, "甲"), Field("z", FieldType.TEXT, "乙")
    filled = make_form(first, RATE, last)
    rate, start, end = (filled.form.rows[name].editor for name in ("rate", "a", "z"))
    assert isinstance(rate, ComputedEditor) and isinstance(start, TextEditor) and isinstance(end, TextEditor)
    assert rate.text() == "还算不出来"
    start.box.setFocus()
    qtbot.keyClick(start.box, Qt.Key.Key_Tab)
    assert end.box.hasFocus()
    assert rate.value() is None


def test_required_field_is_pointed_out_only_after_it_was_visited(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(DAY)
    row = filled.form.rows["day"]
    missing = Finding("required", Severity.ERROR, "“活动时间”还没填，请填上。", section="s", field="day")
    filled.form.show_findings([missing])
    assert row.message() == ""
    row.editor.entrance().setFocus()
    filled.leave()
    filled.form.show_findings([missing])
    assert row.message() == missing.message


def test_every_field_type_has_an_editor_that_starts_empty(qtbot: QtBot) -> None:
    assert set(EDITORS) == set(FieldType)
    for kind in FieldType:
        editor = make_editor(Field("x", kind, "名称", units=("件",), columns=(DAY,)), YEAR)
        qtbot.addWidget(editor)
        assert editor.value() is None
        assert editor.accessibleName() == "名称"


def test_leaving_the_second_date_says_what_is_wrong_with_the_two(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(Field("period", FieldType.DATE_RANGE, "活动期间"))
    editor = filled.form.rows["period"].editor
    assert isinstance(editor, DateRangeEditor)
    editor.end.box.setFocus()
    type_into(editor.end.box, "13月5日")
    qtbot.keyClick(editor.end.box, Qt.Key.Key_Tab)
    filled.form.show_findings(())
    assert filled.outside.hasFocus()
    assert filled.form.rows["period"].message() != ""


def test_long_words_show_their_start_once_they_are_left(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(Field("title", FieldType.TEXT, "标题"))
    editor = filled.form.rows["title"].editor
    assert isinstance(editor, TextEditor)
    editor.box.setFocus()
    type_into(editor.box, "关于做好消费者权益日活动的通知" * 9)
    filled.leave()
    assert editor.box.cursorPosition() == 0


def test_wrong_field_says_what_is_wrong_to_whoever_comes_back_until_they_type(make_form: Make) -> None:
    filled = make_form(DAY)
    row = filled.form.rows["day"]
    filled.show({"day": Unreadable("13月5日")})
    filled.form.go_to("day")
    filled.form.show_findings(())
    assert row.message() != ""
    box = row.editor.entrance()
    type_into(box, "1")
    filled.form.show_findings(())
    assert row.message() == ""


def test_first_of_two_dates_is_not_called_wrong_while_the_second_is_filled(
    qtbot: QtBot, make_form: Make
) -> None:
    filled = make_form(Field("period", FieldType.DATE_RANGE, "活动期间"))
    editor = filled.form.rows["period"].editor
    assert isinstance(editor, DateRangeEditor)
    editor.start.box.setFocus()
    type_into(editor.start.box, "3.10")
    qtbot.keyClick(editor.start.box, Qt.Key.Key_Tab)
    filled.form.show_findings(())
    assert editor.end.box.hasFocus()
    assert filled.form.rows["period"].message() == ""
