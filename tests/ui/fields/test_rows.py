"""Tables of rows: typed by keyboard, half rows kept, pasted from a spreadsheet, reordered, thrown away."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fields.conftest import Filled
from tests.ui.typing_keys import type_into
from xiaoxie_desktop.core.answers import Amount, Items, Row, Rows, Unreadable, Value
from xiaoxie_desktop.core.report import Choice, Field, FieldType
from xiaoxie_desktop.ui.components.frames import Scroller
from xiaoxie_desktop.ui.fields.cells import cell_text, read_cell
from xiaoxie_desktop.ui.fields.rows_editor import ListEditor, RowsEditor
from xiaoxie_desktop.ui.fields.rows_model import NOT_YET, CellRole

SERVICE = Field("service", FieldType.TEXT, "服务项目", required=True)
COUNT = Field("count", FieldType.QUANTITY, "数量", units=("副", "人次"))
WAY = Field("way", FieldType.CHOICE, "方式", choices=(Choice("free", "免费"), Choice("paid", "收费")))
TABLE = Field("table", FieldType.ROWS, "便民服务", columns=(SERVICE, COUNT, WAY))
UNITS = Field("units", FieldType.LIST, "成员单位")

Make = Callable[..., Filled]
Enter, Tab = Qt.Key.Key_Return, Qt.Key.Key_Tab


def table(filled: Filled) -> RowsEditor:
    found = filled.form.rows["table"].editor
    assert isinstance(found, RowsEditor)
    return found


def line() -> QLineEdit:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    return widget


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def cells(value: Value | None) -> list[dict[str, Value]]:
    assert isinstance(value, Rows)
    return [dict(row.cells) for row in value.rows]


def test_tab_goes_along_and_adds_a_row_at_the_end(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    editor = table(filled)
    editor.view.edit_cell(0, 1)
    type_into(line(), "校正眼镜")
    qtbot.keyClick(line(), Tab)
    type_into(line(), "86副")
    qtbot.keyClick(line(), Tab)
    qtbot.keyClick(focus(), Tab)
    assert editor.rows.rowCount() == 2
    type_into(line(), "测量血压")
    filled.form.finish()
    assert cells(filled.form.value("table")) == [
        {"service": "校正眼镜", "count": Amount(Decimal(86), "副")},
        {"service": "测量血压"},
    ]


def test_enter_goes_to_the_cell_below(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    filled.show({"table": Rows((Row("1", {"service": "甲"}), Row("2", {"service": "乙"})))})
    editor = table(filled)
    editor.view.edit_cell(0, 1)
    qtbot.keyClick(line(), Enter)
    assert editor.view.currentIndex().row() == 1
    assert line().text() == "乙"


def test_half_row_stays_and_says_so(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    editor = table(filled)
    editor.view.edit_cell(0, 2)
    type_into(line(), "86")
    filled.leave()
    QApplication.processEvents()
    assert cells(filled.answers["table"]) == [{"count": Amount(Decimal(86), "副")}]
    index = editor.rows.index(0, 1)
    assert index.data(CellRole.MISSING)
    assert NOT_YET in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_typed_counts_before_the_cell_is_left(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    table(filled).view.edit_cell(0, 1)
    type_into(line(), "校正")
    assert cells(filled.answers["table"]) == [{"service": "校正"}]
    assert line().text() == "校正"


def test_wrong_cell_is_kept_and_named(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    filled.show({"table": Rows((Row("1", {"service": "甲"}), Row("2", {"service": "乙"})))})
    editor = table(filled)
    editor.view.edit_cell(1, 2)
    type_into(line(), "三")
    qtbot.keyClick(line(), Qt.Key.Key_Escape)
    editor.view.edit_cell(1, 2)
    type_into(line(), "三")
    qtbot.keyClick(line(), Tab)
    filled.leave()
    filled.form.show_findings(())
    assert cells(filled.answers["table"])[1]["count"] == Unreadable("三")
    assert filled.form.rows["table"].message() == "第 2 行“数量”：请写成数字，例如 3。"


def test_column_pasted_from_a_spreadsheet_fills_rows(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    table(filled).view.edit_cell(0, 1)
    QGuiApplication.clipboard().setText("甲\t1\t免费\r\n乙\t２\t收费\r\n丙\t三\t没有\r\n")
    qtbot.keyClick(line(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert cells(filled.answers["table"]) == [
        {"service": "甲", "count": Amount(Decimal(1), "副"), "way": "free"},
        {"service": "乙", "count": Amount(Decimal(2), "副"), "way": "paid"},
        {"service": "丙", "count": Unreadable("三"), "way": Unreadable("没有")},
    ]


def test_alt_arrows_reorder_and_keep_the_cursor_in_the_row(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    filled.show({"table": Rows((Row("1", {"service": "甲"}), Row("2", {"service": "乙"})))})
    editor = table(filled)
    editor.view.edit_cell(1, 1)
    qtbot.keyClick(line(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one["service"] for one in cells(filled.answers["table"])] == ["乙", "甲"]
    assert line().text() == "乙"
    value = filled.answers["table"]
    assert isinstance(value, Rows) and [row.uid for row in value.rows] == ["2", "1"]


def test_row_is_dragged_by_its_grip(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    filled.show({"table": Rows((Row("1", {"service": "甲"}), Row("2", {"service": "乙"})))})
    view = table(filled).view
    first, second = (view.visualRect(view.rows.index(row, 0)).center() for row in (0, 1))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(view.viewport(), pos=second)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert [one["service"] for one in cells(filled.answers["table"])] == ["乙", "甲"]


def test_bin_takes_the_row_away(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    filled.show({"table": Rows((Row("1", {"service": "甲"}), Row("2", {"service": "乙"})))})
    view = table(filled).view
    place = view.visualRect(view.rows.index(0, view.rows.bin_column)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [one["service"] for one in cells(filled.answers["table"])] == ["乙"]


def test_ctrl_delete_takes_the_row_away_and_the_last_leaves_an_empty_one(
    qtbot: QtBot, make_form: Make
) -> None:
    filled = make_form(TABLE)
    filled.show({"table": Rows((Row("1", {"service": "甲"}),))})
    editor = table(filled)
    editor.view.edit_cell(0, 1)
    qtbot.keyClick(line(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert "table" not in filled.answers
    assert editor.rows.rowCount() == 1


def test_tab_out_of_an_empty_last_row_leaves_the_table(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    editor = table(filled)
    editor.view.edit_cell(0, 3)
    qtbot.keyClick(focus(), Tab)
    assert editor.rows.rowCount() == 1
    assert not editor.view.hasFocus()


def test_button_adds_a_row_and_puts_the_cursor_there(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    filled.show({"table": Rows((Row("1", {"service": "甲"}),))})
    editor = table(filled)
    qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert editor.rows.rowCount() == 2
    type_into(line(), "乙")
    filled.form.finish()
    assert [one["service"] for one in cells(filled.answers["table"])] == ["甲", "乙"]


def test_list_takes_one_item_a_line(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(UNITS)
    editor = filled.form.rows["units"].editor
    assert isinstance(editor, ListEditor)
    editor.view.edit_cell(0, 1)
    for name in ("市场监管所", "司法所"):
        type_into(line(), name)
        qtbot.keyClick(line(), Enter)
    filled.form.finish()
    assert filled.answers["units"] == Items(("市场监管所", "司法所"))
    filled.leave()
    filled.show({"units": Items(("学校",))})
    assert filled.form.value("units") == Items(("学校",))


def test_long_text_in_a_cell_keeps_its_lines(qtbot: QtBot, make_form: Make) -> None:
    annexes = Field(
        "annexes", FieldType.ROWS, "附件",
        columns=(Field("title", FieldType.TEXT, "名称"), Field("text", FieldType.LONG_TEXT, "正文")),
    )  # fmt: skip
    filled = make_form(annexes)
    editor = filled.form.rows["annexes"].editor
    assert isinstance(editor, RowsEditor)
    editor.view.edit_cell(0, 1)
    type_into(line(), "统计表")
    qtbot.keyClick(line(), Tab)
    type_into(focus(), "第一行")
    qtbot.keyClick(focus(), Enter)
    type_into(focus(), "第二行")
    assert cells(filled.answers["annexes"]) == [{"title": "统计表", "text": "第一行\n第二行"}]
    qtbot.keyClick(focus(), Tab)
    filled.form.finish()
    assert cells(filled.answers["annexes"]) == [{"title": "统计表", "text": "第一行\n第二行"}]
    assert editor.view.rowHeight(0) > 80


CELLS = [
    ("免费", WAY, "free"),
    ("随便", WAY, Unreadable("随便")),
    ("是", Field("b", FieldType.BOOL, "是否"), True),
    ("没有", Field("b", FieldType.BOOL, "是否"), False),
    ("甲、乙；丙", Field("l", FieldType.LIST, "单位"), Items(("甲", "乙", "丙"))),
    ("12.5万元", Field("m", FieldType.MONEY, "金额", units=("元", "万元")), Amount(Decimal("12.5"), "万元")),
    ("  ", SERVICE, None),
]


@pytest.mark.parametrize(("typed", "column", "value"), CELLS)
def test_cells_are_read_and_read_again_from_their_own_text(
    typed: str, column: Field, value: Value | None
) -> None:
    read = read_cell(typed, column, year=2026)
    assert read == value
    assert read_cell(cell_text(read, column), column, year=2026) == read


def test_finding_leads_to_the_cell_that_is_wrong(make_form: Make) -> None:
    filled = make_form(TABLE)
    wrong = Row("2", {"service": "乙", "count": Unreadable("三")})
    filled.show(
        {"table": Rows((Row("1", {"service": "甲"}), wrong, Row("3", {"count": Amount(Decimal(2), "副")})))}
    )
    filled.form.go_to("table", "2")
    assert line().text() == "三"
    filled.form.go_to("table", "3")
    assert table(filled).view.currentIndex().column() == 1
    filled.form.go_to("table", "1")
    assert line().text() == "甲"


def test_the_pane_follows_the_cell_that_is_typed_into(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(UNITS)
    editor = filled.form.rows["units"].editor
    assert isinstance(editor, ListEditor)
    area = Scroller(filled.form)
    qtbot.addWidget(area)
    area.resize(500, 200)
    with qtbot.waitExposed(area):
        area.show()
    editor.view.edit_cell(0, 1)
    for _ in range(12):
        type_into(line(), "镇司法所")
        qtbot.keyClick(line(), Enter)

    def is_in_sight() -> bool:
        middle = line().mapTo(area.viewport(), line().rect().center())
        return area.viewport().rect().contains(middle)

    qtbot.waitUntil(is_in_sight)
    assert area.verticalScrollBar().value() > 0


def test_keys_stay_out_of_grip_and_bin(qtbot: QtBot, make_form: Make) -> None:
    filled = make_form(TABLE)
    view = table(filled).view
    view.edit_cell(0, 1)
    qtbot.keyClick(line(), Qt.Key.Key_Escape)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
        qtbot.keyClick(focus(), Qt.Key.Key_Escape)
        assert 1 <= view.currentIndex().column() < table(filled).rows.bin_column
