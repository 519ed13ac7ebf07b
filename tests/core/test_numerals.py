"""Chinese numerals: every number once, as a slow reader of its own reads it back."""

import pytest

from xiaoxie_desktop.core.numerals import MOST_IN_WORDS, chinese_number, counted

DIGITS = {hanzi: digit for digit, hanzi in enumerate("零一二三四五六七八九")}
PLACES = {"千": 1000, "百": 100, "十": 10}


def read_aloud(words: str) -> int:
    """The number a reader understands, digit by digit and place by place."""
    total, digit = 0, 1
    for hanzi in words:
        if hanzi in DIGITS:
            digit = DIGITS[hanzi]
        else:
            total += digit * PLACES[hanzi]
            digit = 0
    return total + (digit if words[-1] in DIGITS else 0)


def test_every_number_is_read_back_and_written_once():
    words = [chinese_number(number) for number in range(MOST_IN_WORDS + 1)]
    assert [read_aloud(one) for one in words] == list(range(MOST_IN_WORDS + 1))
    assert len(set(words)) == MOST_IN_WORDS + 1


WORDS = [
    pytest.param(0, "零", id="nought"),
    pytest.param(10, "十", id="ten without 一"),
    pytest.param(15, "十五", id="teen without 一"),
    pytest.param(20, "二十", id="tens"),
    pytest.param(43, "四十三", id="tens and ones"),
    pytest.param(100, "一百", id="hundred"),
    pytest.param(102, "一百零二", id="gap"),
    pytest.param(110, "一百一十", id="一十 inside"),
    pytest.param(1001, "一千零一", id="wide gap once"),
    pytest.param(1010, "一千零一十", id="gap before ten"),
    pytest.param(2020, "二千零二十", id="gap in the middle"),
    pytest.param(9999, "九千九百九十九", id="largest"),
]


@pytest.mark.parametrize(("number", "words"), WORDS)
def test_chinese_number(number: int, words: str):
    assert chinese_number(number) == words


@pytest.mark.parametrize("number", [-1, MOST_IN_WORDS + 1])
def test_other_numbers_are_refused(number: int):
    with pytest.raises(ValueError, match=str(number)):
        chinese_number(number)


COUNTED = [
    pytest.param(2, "两", id="两 alone"),
    pytest.param(12, "十二", id="二 inside"),
    pytest.param(6, "六", id="others"),
]


@pytest.mark.parametrize(("number", "words"), COUNTED)
def test_counted(number: int, words: str):
    assert counted(number) == words
