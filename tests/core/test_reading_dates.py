"""Typed dates: every way people write them, and days that are in no calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.small_kind import YEAR
from xiaoxie_desktop.core.answers import DateRange, Unreadable
from xiaoxie_desktop.core.reading import (
    problem_with,
    read_date,
    read_date_range,
    read_value,
    typed_date_range,
)
from xiaoxie_desktop.core.report import Field, FieldType
from xiaoxie_desktop.core.value_text import date_text

DAY = Field("day", FieldType.DATE, "日期")
SPAN = Field("span", FieldType.DATE_RANGE, "期间")
MARCH_15 = date(2026, 3, 15)

TYPED = [
    pytest.param("2026年3月15日", MARCH_15, id="full"),
    pytest.param("2026年03月15日", MARCH_15, id="leading noughts"),
    pytest.param("２０２６年３月１５日", MARCH_15, id="full width"),
    pytest.param("2026 年 3 月 15 日", MARCH_15, id="spaces"),
    pytest.param("2026年3月15号", MARCH_15, id="号"),
    pytest.param("2026-3-15", MARCH_15, id="hyphens"),
    pytest.param("2026－03－15", MARCH_15, id="full-width hyphens"),
    pytest.param("2026/3/15", MARCH_15, id="slashes"),
    pytest.param("2026.3.15", MARCH_15, id="dots"),
    pytest.param("20260315", MARCH_15, id="eight digits"),
    pytest.param("3月15日", MARCH_15, id="no year"),
    pytest.param("3月15", MARCH_15, id="no year, no 日"),
    pytest.param("3.15", MARCH_15, id="point"),
    pytest.param("3·15", MARCH_15, id="middle dot"),
    pytest.param("3•15", MARCH_15, id="bullet"),
    pytest.param("3/15", MARCH_15, id="slash"),
    pytest.param("三月十五日", MARCH_15, id="hanzi"),
    pytest.param("二〇二六年三月十五日", MARCH_15, id="hanzi with 〇"),
    pytest.param("二零二六年三月十五日", MARCH_15, id="hanzi with 零"),
    pytest.param("二○二六年三月十五日", MARCH_15, id="hanzi with a circle"),
    pytest.param("十月二十日", date(2026, 10, 20), id="十 and 二十"),
    pytest.param("十二月三十一日", date(2026, 12, 31), id="三十一"),
    pytest.param("十一月十日", date(2026, 11, 10), id="十一 and 十"),
    pytest.param("2024年2月29日", date(2024, 2, 29), id="leap day"),
]


@pytest.mark.parametrize(("typed", "day"), TYPED)
def test_read_date(typed: str, day: date):
    assert read_date(typed, year=YEAR) == day
    assert read_value(typed, DAY, year=YEAR) == day


NO_SUCH_DAY = "日历上没有这一天，请核对月份和日子。"
NO_DATE = "请写成日期，例如 3月15日 或 2026.3.15。"
UNREAD = [
    pytest.param("2月30日", NO_SUCH_DAY, id="2月30日"),
    pytest.param("13月1日", NO_SUCH_DAY, id="13月"),
    pytest.param("2026-02-29", NO_SUCH_DAY, id="no leap year"),
    pytest.param("四月三十一日", NO_SUCH_DAY, id="hanzi"),
    pytest.param("0000年1月1日", NO_SUCH_DAY, id="year nought"),
    pytest.param("3月", NO_DATE, id="month alone"),
    pytest.param("3月25至27日", NO_DATE, id="two days"),
    pytest.param("26年3月15日", NO_DATE, id="short year"),
    pytest.param("春节前", NO_DATE, id="words"),
]


@pytest.mark.parametrize(("typed", "said"), UNREAD)
def test_not_understood(typed: str, said: str):
    value = read_date(typed, year=YEAR)
    assert value == Unreadable(typed)
    assert problem_with(value, DAY) == said


@given(st.dates(date(1000, 1, 1)))
def test_a_printed_date_reads_back_the_same(day: date):
    assert read_date(date_text(day), year=1) == day
    assert read_date(date_text(day, "day"), year=day.year) == day


RANGES = [
    pytest.param("", " ", None, id="nothing"),
    pytest.param("3.10", "3.15", DateRange(date(2026, 3, 10), MARCH_15), id="both"),
    pytest.param("3.15", "3.15", DateRange(MARCH_15, MARCH_15), id="one day"),
    pytest.param("3.15", "", Unreadable("3.15 至 "), id="no end"),
    pytest.param("3.15", "3.10", Unreadable("3.15 至 3.10"), id="out of order"),
    pytest.param("3.15", "2.30", Unreadable("3.15 至 2.30"), id="impossible end"),
]


@pytest.mark.parametrize(("start", "end", "value"), RANGES)
def test_read_date_range(start: str, end: str, value: object):
    assert read_date_range(start, end, year=YEAR) == value


def test_what_stood_in_the_two_boxes_comes_back():
    value = read_date_range("3.15", "2.30", year=YEAR)
    assert isinstance(value, Unreadable)
    assert typed_date_range(value) == ("3.15", "2.30")
    assert problem_with(value, SPAN) == "开始和结束都要写成日期，例如 3月15日，结束不能早于开始。"


def test_other_types_have_a_sentence_too():
    assert (
        problem_with(Unreadable("？"), Field("c", FieldType.CHOICE, "选")) == "这一项没有看懂，请重新填写。"
    )
