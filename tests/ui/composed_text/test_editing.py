"""The composed text edited as a user does: words freely, figures only as a whole."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.composed_text.conftest import (
    COPIES,
    GONE,
    MORE,
    PLACE,
    ROW,
    TEXT,
    VISITS,
    figure_span,
    paragraph,
    place_of,
    put_cursor,
    section,
)
from tests.ui.typing_keys import compose, type_into
from xiaoxie_desktop.core.composed import Figure, Piece
from xiaoxie_desktop.core.composing import EXTRA_PARAGRAPH
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.ui.composed_text.composed_edit import ComposedEdit
from xiaoxie_desktop.ui.fields.composition import commit_composition

Make = Callable[..., ComposedEdit]
Keys, Mods = Qt.Key, Qt.KeyboardModifier


def only(edit: ComposedEdit) -> tuple[Piece, ...]:
    """The pieces of the one paragraph that was changed."""
    (pieces,) = edit.unsaved().values()
    return pieces


def test_typed_words_stand_between_live_figures(make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    put_cursor(edit, place_of(edit, "发放资料"))
    type_into(edit, "当天")
    assert edit.unsaved() == {"p": ("在", PLACE, "当天发放资料", COPIES, "，接待咨询", VISITS, "。")}


@pytest.mark.parametrize("edge", ["start", "end"])
def test_words_typed_at_the_edge_of_a_figure_do_not_belong_to_it(make_edit: Make, edge: str) -> None:
    edit = make_edit(paragraph("p", TEXT))
    start, end = figure_span(edit, COPIES)
    put_cursor(edit, start if edge == "start" else end)
    type_into(edit, "整")
    pieces = only(edit)
    assert COPIES in pieces
    assert "".join(one for one in pieces if isinstance(one, str)).count("整") == 1


def test_cursor_passes_a_figure_as_one(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    start, end = figure_span(edit, COPIES)
    put_cursor(edit, start)
    qtbot.keyClick(edit, Keys.Key_Right)
    assert edit.textCursor().position() == end
    qtbot.keyClick(edit, Keys.Key_Left)
    assert edit.textCursor().position() == start
    qtbot.keyClick(edit, Keys.Key_Right, Mods.ShiftModifier)
    assert edit.textCursor().selectedText().replace("\u2060", "") == "3200余份"


@pytest.mark.parametrize(("key", "side"), [(Keys.Key_Backspace, 1), (Keys.Key_Delete, 0)])
def test_figure_is_deleted_whole(qtbot: QtBot, make_edit: Make, key: Qt.Key, side: int) -> None:
    edit = make_edit(paragraph("p", TEXT))
    put_cursor(edit, figure_span(edit, COPIES)[side])
    qtbot.keyClick(edit, key)
    assert only(edit) == ("在", PLACE, "发放资料，接待咨询", VISITS, "。")


def test_selection_that_cuts_a_figure_takes_all_of_it(make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    start, end = figure_span(edit, COPIES)
    put_cursor(edit, end, place_of(edit, "资料"))
    type_into(edit, "了三千份")
    assert only(edit) == ("在", PLACE, "发放了三千份，接待咨询", VISITS, "。")
    assert start < end


def test_figure_typed_over_becomes_plain_words(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    start, end = figure_span(edit, VISITS)
    put_cursor(edit, end, start)
    type_into(edit, "500人次")
    assert only(edit) == ("在", PLACE, "发放资料", COPIES, "，接待咨询500人次。")


def test_live_words_follow_until_somebody_types_into_them(make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    put_cursor(edit, place_of(edit, "广场"))
    type_into(edit, "中心")
    assert only(edit) == ("在镇人民中心广场发放资料", COPIES, "，接待咨询", VISITS, "。")


def test_headings_cannot_be_edited(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT, heading="（一）设立现场。"))
    put_cursor(edit, 2)
    type_into(edit, "abc")
    type_into(edit, "改标题")
    qtbot.keyClick(edit, Keys.Key_Delete)
    assert edit.unsaved() == {}
    assert edit.document().begin().text() == "（一）设立现场。"


def test_deleting_over_paragraphs_keeps_headings_and_their_number(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT), paragraph("q", MORE, heading="（二）便民服务。"))
    blocks_before = edit.document().blockCount()
    put_cursor(edit, place_of(edit, "校正") + 2, place_of(edit, "接待"))
    qtbot.keyClick(edit, Keys.Key_Delete)
    assert edit.document().blockCount() == blocks_before
    assert edit.unsaved() == {"p": ("在", PLACE, "发放资料", COPIES, "，"), "q": ("眼镜", ROW, "。")}


def test_backspace_at_the_start_of_a_paragraph_joins_nothing(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT), paragraph("q", MORE))
    put_cursor(edit, place_of(edit, "校正"))
    qtbot.keyClick(edit, Keys.Key_Backspace)
    assert edit.unsaved() == {}


def test_enter_breaks_the_line_inside_the_paragraph(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("q", ("校正眼镜。另外测量血压。",)))
    put_cursor(edit, place_of(edit, "另外"))
    qtbot.keyClick(edit, Keys.Key_Return)
    assert only(edit) == ("校正眼镜。\n另外测量血压。",)


def test_enter_on_a_figure_goes_to_its_field(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("q", MORE))
    put_cursor(edit, figure_span(edit, ROW)[0])
    with qtbot.waitSignal(edit.figure_chosen) as chosen:
        qtbot.keyClick(edit, Keys.Key_Return)
    assert chosen.args == [TokenRef("count", parent="services", row="u1")]
    assert edit.unsaved() == {}


def test_click_selects_and_double_click_goes_to_the_field(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    start, end = figure_span(edit, COPIES)
    put_cursor(edit, start)
    left = edit.cursorRect().center()
    put_cursor(edit, end)
    middle = QPoint((left.x() + edit.cursorRect().center().x()) // 2, left.y())
    qtbot.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert (edit.textCursor().selectionStart(), edit.textCursor().selectionEnd()) == (start, end)
    with qtbot.waitSignal(edit.figure_chosen) as chosen:
        qtbot.mouseDClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert chosen.args == [COPIES.ref]


def test_copy_gives_the_words_one_reads(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT), paragraph("q", MORE))
    edit.selectAll()
    qtbot.keyClick(edit, Keys.Key_C, Mods.ControlModifier)
    said = QGuiApplication.clipboard().text()
    assert said.strip() == "在镇人民广场发放资料3200余份，接待咨询460多人次。\n校正眼镜86副。"


def test_cut_and_paste_make_plain_words(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    start, end = figure_span(edit, COPIES)
    put_cursor(edit, end, start)
    qtbot.keyClick(edit, Keys.Key_X, Mods.ControlModifier)
    qtbot.keyClick(edit, Keys.Key_V, Mods.ControlModifier)
    assert only(edit) == ("在", PLACE, "发放资料3200余份，接待咨询", VISITS, "。")


def test_pasted_lines_stay_in_their_paragraph(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("q", ("好。",)))
    put_cursor(edit, 0)
    QGuiApplication.clipboard().setText("一\r\n二\t三\x07")
    qtbot.keyClick(edit, Keys.Key_V, Mods.ControlModifier)
    assert only(edit) == ("一\n二 三好。",)


def test_composition_is_finished_before_the_text_is_left(make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    start, _ = figure_span(edit, VISITS)
    put_cursor(edit, start)
    compose(edit, "约")
    assert edit.unsaved() == {}
    commit_composition()
    assert only(edit) == ("在", PLACE, "发放资料", COPIES, "，接待咨询约", VISITS, "。")


def test_words_of_ones_own_go_to_the_end_of_the_section(make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    put_cursor(edit, edit.document().characterCount() - 1)
    type_into(edit, "群众反映良好。")
    assert edit.unsaved() == {EXTRA_PARAGRAPH: ("群众反映良好。",)}


def test_composing_again_changes_the_figure_and_leaves_the_cursor(make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    put_cursor(edit, place_of(edit, "，接待") + 2)
    changed = Figure(COPIES.ref, "5万余份")
    edit.show_section(section(paragraph("p", ("在", PLACE, "发放资料", changed, "，接待咨询", VISITS, "。"))))
    assert edit.textCursor().position() == place_of(edit, "，接待") + 2
    assert figure_span(edit, changed)


def test_words_not_saved_yet_survive_composing_again(make_edit: Make) -> None:
    edit = make_edit(paragraph("p", TEXT))
    put_cursor(edit, place_of(edit, "发放资料"))
    type_into(edit, "当天")
    edit.show_section(section(paragraph("p", TEXT), paragraph("q", MORE)))
    assert "当天发放资料" in edit.document().toRawText()
    edit.mark_saved("p")
    edit.show_section(section(paragraph("p", TEXT), paragraph("q", MORE)))
    assert "当天" not in edit.document().toRawText()


def test_missing_figure_says_so_and_is_one_unit(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("p", ("发放", GONE, "。"), original=()))
    start, end = figure_span(edit, GONE)
    assert edit.document().toRawText()[start:end].replace("\u2060", "") == "没填"
    put_cursor(edit, end)
    qtbot.keyClick(edit, Keys.Key_Backspace)
    assert only(edit) == ("发放。",)


def test_undo_is_left_to_the_window(qtbot: QtBot, make_edit: Make) -> None:
    edit = make_edit(paragraph("q", ("好。",)))
    put_cursor(edit, 0)
    type_into(edit, "很")
    qtbot.keyClick(edit, Keys.Key_Z, Mods.ControlModifier)
    assert only(edit) == ("很好。",)
