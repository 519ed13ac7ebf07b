"""A composed section in its editor, shown and dressed."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from xiaoxie_desktop.core.composed import ComposedParagraph, ComposedSection, Figure, Piece
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.ui.composed_text.composed_edit import ComposedEdit

COPIES = Figure(TokenRef("copies"), "3200余份")
VISITS = Figure(TokenRef("visits"), "460多人次")
GONE = Figure(TokenRef("gone"), "")
PLACE = Figure(TokenRef("place"), "镇人民广场", amount=False)
ROW = Figure(TokenRef("count", parent="services", row="u1"), "86副")

TEXT: tuple[Piece, ...] = ("在", PLACE, "发放资料", COPIES, "，接待咨询", VISITS, "。")
MORE: tuple[Piece, ...] = ("校正眼镜", ROW, "。")


def paragraph(
    key: str, pieces: tuple[Piece, ...], *, original: tuple[Piece, ...] | None = None, heading: str = ""
) -> ComposedParagraph:
    edited = original is not None
    return ComposedParagraph(
        "site", key, pieces, original if original is not None else pieces,
        heading=heading, heading_level=2 if heading else 0, edited=edited,
    )  # fmt: skip


def section(*paragraphs: ComposedParagraph) -> ComposedSection:
    return ComposedSection("site", "宣传与现场活动", "二、开展宣传与现场活动", 1, paragraphs)


@pytest.fixture
def make_edit(qtbot: QtBot) -> Callable[..., ComposedEdit]:
    """Makes an editor showing paragraphs, with the focus in it."""
    dress()

    def make(*paragraphs: ComposedParagraph) -> ComposedEdit:
        edit = ComposedEdit()
        qtbot.addWidget(edit)
        edit.resize(700, 240)
        edit.show_section(section(*paragraphs))
        with qtbot.waitExposed(edit):
            edit.show()
        edit.setFocus()
        return edit

    return make


def put_cursor(edit: ComposedEdit, position: int, anchor: int | None = None) -> None:
    """Put the cursor at a position of the document, selecting from an anchor."""
    cursor = edit.textCursor()
    cursor.setPosition(position if anchor is None else anchor)
    if anchor is not None:
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def place_of(edit: ComposedEdit, words: str) -> int:
    """Where words begin in the document."""
    at = edit.document().toRawText().find(words)
    assert at >= 0, words
    return at


def figure_span(edit: ComposedEdit, figure: Figure) -> tuple[int, int]:
    """From where to where a figure stands in the document."""
    for position in range(edit.document().characterCount()):
        found = edit.figure_at(position)
        if found is not None and found.figure == figure and found.start == position:
            return found.start, found.end
    raise AssertionError(figure)
