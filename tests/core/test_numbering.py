"""Heading numbers of the four levels (GB/T 9704-2012, 7.3.3) and how a heading starts those below anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoxie_desktop.core.numbering import HeadingCounter, heading_number

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


def test_a_heading_starts_the_levels_below_anew():
    counter = HeadingCounter()
    said = [counter.next(level) for level in (1, 2, 2, 3, 1, 2, 3, 3, 4, 2)]
    assert said == ["一、", "（一）", "（二）", "1.", "二、", "（一）", "1.", "2.", "（1）", "（二）"]


@given(st.lists(st.integers(1, 4), max_size=30))
def test_a_number_counts_headings_of_its_level_since_the_last_above(levels: list[int]):
    counter = HeadingCounter()
    for place, level in enumerate(levels):
        before = levels[:place]
        above = max((index for index, one in enumerate(before) if one < level), default=-1)
        ordinal = 1 + sum(one == level for one in before[above + 1 :])
        assert counter.next(level) == heading_number(level, ordinal)
