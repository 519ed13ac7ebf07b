"""Which words the writer changed: found against the text the facts make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from tests.ui.composed_text.conftest import COPIES, GONE, TEXT, VISITS, figure_span, paragraph, place_of
from xiaoxie_desktop.core.composed import Figure, Piece
from xiaoxie_desktop.core.composing import merged
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.ui.composed_text.changed_words import changed_ranges, units
from xiaoxie_desktop.ui.composed_text.composed_edit import ComposedEdit

CASES: list[tuple[str, tuple[Piece, ...], tuple[Piece, ...], list[str]]] = [
    ("nothing", ("发放", COPIES, "。"), ("发放", COPIES, "。"), []),
    ("words put in", ("当天发放", COPIES, "。"), ("发放", COPIES, "。"), ["当天"]),
    ("words put in another's place", ("共派发", COPIES, "。"), ("发放", COPIES, "。"), ["共派"]),
    ("a figure with another value is the same", ("发放", Figure(COPIES.ref, "9份")), ("发放", COPIES), []),
    ("a figure typed over", ("发放三千份。",), ("发放", COPIES, "。"), ["三千份"]),
    ("words taken out leave nothing to mark", (COPIES, "。"), ("发放", COPIES, "。"), []),
]


@pytest.mark.parametrize(
    ("pieces", "original", "words"), [one[1:] for one in CASES], ids=[one[0] for one in CASES]
)
def test_changed_words(pieces: tuple[Piece, ...], original: tuple[Piece, ...], words: list[str]) -> None:
    mine = units(pieces)
    found = ["".join(str(one) for one in mine[start:end]) for start, end in changed_ranges(pieces, original)]
    assert found == words


pieces_of_text = st.lists(
    st.one_of(st.text("发放资料，。", min_size=1, max_size=4), st.sampled_from([COPIES, VISITS])), max_size=6
).map(lambda pieces: merged(tuple(pieces)))


@given(pieces_of_text, pieces_of_text)
def test_what_is_not_marked_stands_in_the_original_in_order(
    pieces: tuple[Piece, ...], original: tuple[Piece, ...]
) -> None:
    marked = {place for start, end in changed_ranges(pieces, original) for place in range(start, end)}
    kept = [one for place, one in enumerate(units(pieces)) if place not in marked]
    theirs = iter(units(original))
    assert all(any(one == other for other in theirs) for one in kept)


def looks_at(edit: ComposedEdit, position: int) -> QTextCharFormat:
    block = edit.document().findBlock(position)
    inside = position - block.position()
    look = QTextCharFormat()
    for one in block.layout().formats():
        if one.start <= inside < one.start + one.length:
            look.merge(one.format)
    return look


def test_changed_words_are_dashed_and_figures_coloured_by_state(qtbot: QtBot, make_edit: object) -> None:
    assert callable(make_edit)
    wrong = Figure(TokenRef("wrong"), "11件")
    edit: ComposedEdit = make_edit(
        paragraph("p", ("当天发放", COPIES, "，", wrong, "、", GONE, "。"), original=TEXT)
    )
    edit.show_wrong(frozenset({"wrong"}))
    dashed = QTextCharFormat.UnderlineStyle.DashUnderline
    assert looks_at(edit, place_of(edit, "当天")).underlineStyle() is dashed
    assert looks_at(edit, place_of(edit, "发放")).underlineStyle() is not dashed
    fronts = [
        looks_at(edit, figure_span(edit, one)[0]).foreground().color().name() for one in (COPIES, wrong, GONE)
    ]
    assert fronts == ["#124e68", "#a6214b", "#7e5200"]
