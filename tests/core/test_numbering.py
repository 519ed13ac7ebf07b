"""Heading numbers of the four levels (GB/T 9704-2012, 7.3.3) and how a heading starts those below anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoxie_desktop.core.numbering import heading_number, heading_numbers

NUMBERS = [
    pytest.param(1, 1, "一、", id="level 1"),
    pytest.param(1, 11, "十一、", id="level 1, eleventh"),
    pytest.param(2, 3, "（三）", id="level 2"),
    pytest.param(3, 2, "2.", id="level 3"),
    pytest.param(4, 12, "（12）", id="level 4"),
]


@pytest.mark.parametrize(("level", "ordinal", "number"), NUMBERS)
def test_heading_number(level: int, ordinal: int, number: str):
    assert heading_number(level, ordinal) == number


@pytest.mark.parametrize("level", [0, 5])
def test_other_levels_are_refused(level: int):
    with pytest.raises(ValueError, match="no heading level"):
        heading_number(level, 1)


ORDERS = [
    pytest.param(
        (1, 2, 2, 3, 1, 2, 3, 3, 4, 2),
        ("一、", "（一）", "（二）", "", "二、", "（一）", "1.", "2.", "", "（二）"),
        id="a heading starts the levels below it anew, one alone has no number",
    ),
    pytest.param((1,), ("",), id="alone in the document"),
    pytest.param((1, 2, 1, 2), ("一、", "", "二、", ""), id="one below each"),
    pytest.param((0, 1, 0, 1), ("", "一、", "", "二、"), id="what is no heading counts nothing"),
    pytest.param((2, 1, 2, 2), ("", "", "（一）", "（二）"), id="a lower level before the first higher one"),
    pytest.param((), (), id="none"),
]


@pytest.mark.parametrize(("levels", "numbers"), ORDERS)
def test_heading_numbers(levels: tuple[int, ...], numbers: tuple[str, ...]):
    assert heading_numbers(levels) == numbers


@given(st.lists(st.integers(1, 4), max_size=30))
def test_a_number_counts_headings_of_its_level_since_the_last_above(levels: list[int]):
    for place, (level, number) in enumerate(zip(levels, heading_numbers(levels), strict=True)):
        above = max((index for index in range(place) if levels[index] < level), default=-1)
        below = next((index for index in range(place, len(levels)) if levels[index] < level), len(levels))
        siblings = [index for index in range(above + 1, below) if levels[index] == level]
        ordinal = siblings.index(place) + 1
        assert number == (heading_number(level, ordinal) if len(siblings) > 1 else "")
