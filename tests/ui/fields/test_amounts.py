"""The number group: what is typed into it is understood on leaving and never lost."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.fields.conftest import Filled
from tests.ui.typing_keys import type_into
from xiaoxie_desktop.core.answers import Amount, Qualifier, Unreadable, Value
from xiaoxie_desktop.core.report import Field, FieldType
from xiaoxie_desktop.ui.fields.amount_editor import AmountEditor
from xiaoxie_desktop.ui.fields.qualifier_picker import QualifierPicker

COPIES = Field("copies", FieldType.COUNT, "发放宣传资料", units=("份",))
MONEY = Field("money", FieldType.MONEY, "挽回损失", units=("元", "万元"))
DAY = Field("day", FieldType.ORDINAL, "第几个权益日", units=("个",))

Make = Callable[..., Filled]


def editor(filled: Filled, field: Field) -> AmountEditor:
    found = filled.form.rows[field.id].editor
    assert isinstance(found, AmountEditor)
    return found


TYPED = [
    ("3200", Amount(Decimal(3200), "份"), "3200", Qualifier.EXACT),
    ("3200余", Amount(Decimal(3200), "份", Qualifier.YU), "3200", Qualifier.YU),
    ("约3200", Amount(Decimal(3200), "份", Qualifier.YUE), "3200", Qualifier.YUE),
    ("３２００", Amount(Decimal(3200), "份"), "3200", Qualifier.EXACT),
    ("３２００多份", Amount(Decimal(3200), "份", Qualifier.DUO), "3200", Qualifier.DUO),
    ("5.1万", Amount(Decimal(51000), "份"), "51000", Qualifier.EXACT),
    ("三千", Unreadable("三千"), "三千", Qualifier.EXACT),
]


@pytest.mark.parametrize(("typed", "value", "shown", "qualifier"), TYPED, ids=[one[0] for one in TYPED])
def test_typed_number_is_put_in_its_places_on_leaving(
    qtbot: QtBot, make_form: Make, typed: str, value: Value, shown: str, qualifier: Qualifier
) -> None:
    filled = make_form(COPIES)
    group = editor(filled, COPIES)
    group.number.setFocus()
    type_into(group.number, typed)
    assert group.number.text() == typed, "nothing is rewritten while the cursor is in it"
    filled.leave()
    assert filled.answers["copies"] == value
    assert group.number.text() == shown
    assert group.qualifier is not None
    assert group.qualifier.qualifier() is qualifier


def test_unreadable_number_is_kept_with_its_sentence(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(COPIES)
    group = editor(filled, COPIES)
    group.number.setFocus()
    type_into(group.number, "许多")
    filled.leave()
    filled.form.show_findings(())
    assert filled.form.rows["copies"].message() == "请写成数字，例如 3。"
    filled.show(filled.answers)
    assert group.number.text() == "许多"


def test_unit_typed_with_the_number_chooses_the_unit(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(MONEY)
    group = editor(filled, MONEY)
    group.number.setFocus()
    type_into(group.number, "5.1万")
    filled.leave()
    assert filled.answers["money"] == Amount(Decimal("5.1"), "万元")
    assert isinstance(group.unit, QComboBox)
    assert group.unit.currentText() == "万元"


@pytest.mark.qt_log_ignore("raise\\(\\)", "grabbing the keyboard")
def test_alt_down_opens_the_picker_with_every_form_in_full(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(COPIES)
    group = editor(filled, COPIES)
    group.number.setFocus()
    type_into(group.number, "3200")
    qtbot.keyClick(group.number, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    picker = group.qualifier
    assert isinstance(picker, QualifierPicker)
    assert picker.view().isVisible()
    forms = [picker.itemData(place, Qt.ItemDataRole.AccessibleTextRole) for place in range(picker.count())]
    assert forms == ["准确，3200份", "余，3200余份", "多，3200多份", "约，约3200份", "近，近3200份"]
    qtbot.keyClick(picker.view(), Qt.Key.Key_Down)
    qtbot.keyClick(picker.view(), Qt.Key.Key_Return)
    assert filled.answers["copies"] == Amount(Decimal(3200), "份", Qualifier.YU)


def test_field_only_passed_through_keeps_its_answer_as_given(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(MONEY)
    given = Amount(Decimal("217326.00"), "元")
    filled.show({"money": given})
    group = editor(filled, MONEY)
    group.number.setFocus()
    filled.leave()
    assert filled.saved == []
    assert str(filled.answers["money"]) == str(given)


def test_ordinal_stands_between_its_words(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(DAY)
    group = editor(filled, DAY)
    assert group.qualifier is None
    group.number.setFocus()
    type_into(group.number, "43")
    filled.leave()
    assert filled.answers["day"] == Amount(Decimal(43), "个")


def test_tab_goes_from_number_to_number_past_the_pickers(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(MONEY, COPIES)
    first, second = editor(filled, MONEY), editor(filled, COPIES)
    first.number.setFocus()
    type_into(first.number, "300")
    qtbot.keyClick(first.number, Qt.Key.Key_Tab)
    assert second.number.hasFocus()


@pytest.mark.qt_log_ignore("raise\\(\\)", "grabbing the keyboard")
def test_alt_up_opens_the_units_and_goes_back_to_the_number(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(MONEY)
    group = editor(filled, MONEY)
    group.number.setFocus()
    type_into(group.number, "300")
    qtbot.keyClick(group.number, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert isinstance(group.unit, QComboBox)
    assert group.unit.view().isVisible()
    qtbot.keyClick(group.unit.view(), Qt.Key.Key_Down)
    qtbot.keyClick(group.unit.view(), Qt.Key.Key_Return)
    value = filled.answers["money"]
    assert isinstance(value, Amount) and value.unit == MONEY.units[1]
    assert group.number.hasFocus()
