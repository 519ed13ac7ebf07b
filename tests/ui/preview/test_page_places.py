"""Where pages lie on the canvas: fitted, side by side where there is room, never over each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF

from xiaoxie_desktop.core.pages import Page
from xiaoxie_desktop.ui.preview.page_places import LEAST, MARGIN, MOST, STEPS, Fit, Zoom, arrange, stepped

A4 = Page(1, 11906, 16838, False, ())
LYING = Page(2, 16838, 11906, True, ())
VIEW = QSizeF(430, 564)


@pytest.mark.parametrize(
    ("zoom", "percent"),
    [(Zoom(), 48), (Zoom(Fit.WIDTH), 48), (Zoom(Fit.FREE, 1), 100), (Zoom(Fit.FREE, 99), 400)],
    ids=["page", "width", "free", "too much"],
)
def test_sizes_of_the_usual_window(zoom: Zoom, percent: int) -> None:
    assert round(arrange([A4], VIEW, zoom).factor * 100) == percent


def test_a_whole_page_is_seen_with_its_margins() -> None:
    places = arrange([A4] * 3, VIEW, Zoom())
    for number, rect in enumerate(places.rects):
        top = places.row_top(number)
        assert rect.top() - top == MARGIN
        assert rect.bottom() - top <= VIEW.height() - MARGIN + 1
        assert places.current(top, VIEW.height()) == number


def test_two_pages_side_by_side_where_there_is_room() -> None:
    places = arrange([A4] * 3, QSizeF(1000, 564), Zoom())
    assert places.columns == 2
    assert places.rects[0].top() == places.rects[1].top() < places.rects[2].top()
    assert arrange([A4], QSizeF(1000, 564), Zoom()).columns == 1


def test_no_pages() -> None:
    places = arrange([], VIEW, Zoom())
    assert (places.rects, places.current(0, 100), places.page_at(5, 5)) == ((), 0, None)


@given(
    pages=st.lists(st.sampled_from([A4, LYING]), min_size=1, max_size=12),
    width=st.floats(60, 3000),
    height=st.floats(60, 3000),
    zoom=st.one_of(
        st.sampled_from([Zoom(), Zoom(Fit.WIDTH)]), st.builds(Zoom, st.just(Fit.FREE), st.floats(0.01, 9))
    ),
)
def test_pages_never_lie_over_each_other_and_all_can_be_scrolled_to(
    pages: list[Page], width: float, height: float, zoom: Zoom
) -> None:
    places = arrange(pages, QSizeF(width, height), zoom)
    assert len(places.rects) == len(pages)
    assert not any(one.intersects(other) for one, other in combinations(places.rects, 2))
    for number, rect in enumerate(places.rects):
        assert rect.left() >= 0 <= rect.top()
        assert rect.right() <= places.size.width()
        assert rect.bottom() <= places.size.height()
        assert places.page_at(rect.center().x(), rect.center().y()) == number


@given(st.floats(0.05, 6))
def test_steps_go_up_and_down(factor: float) -> None:
    assert stepped(factor, 1) > factor or stepped(factor, 1) == MOST
    assert stepped(factor, -1) < factor or stepped(factor, -1) == LEAST
    assert {stepped(factor, 1), stepped(factor, -1)} <= set(STEPS)
