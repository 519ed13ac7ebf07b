"""Typed figures: what people write is understood, what is not gets a sentence that helps."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.small_kind import YEAR, about, exact, more_than
from xiaoxie_desktop.core.amounts import MoneyStyle, amount_text
from xiaoxie_desktop.core.answers import Amount, Qualifier, Unreadable
from xiaoxie_desktop.core.reading import (
    amount_from_parts,
    clean_text,
    problem_with,
    read_amount,
    read_value,
)
from xiaoxie_desktop.core.report import Field, FieldType
from xiaoxie_desktop.core.value_text import PrintContext, value_text

COPIES = Field("copies", FieldType.COUNT, "宣传资料", units=("份", "册"))
PEOPLE = Field("people", FieldType.COUNT, "咨询", units=("人次",))
MONEY = Field("money", FieldType.MONEY, "挽回损失", units=("元", "万元"))
WAN_MONEY = Field("wan_money", FieldType.MONEY, "货值", units=("万元",))
WEIGHT = Field("weight", FieldType.QUANTITY, "数量", units=("公斤", "吨"))
PERCENT = Field("percent", FieldType.PERCENT, "回收率", units=("%",))
SESSION = Field("session", FieldType.ORDINAL, "届次", units=("届",))
BARE = Field("bare", FieldType.COUNT, "个数")
THINGS = Field("things", FieldType.QUANTITY, "物品")
TITLE = Field("title", FieldType.TEXT, "标题")
DUO, JIN = Qualifier.DUO, Qualifier.JIN

READ = [
    pytest.param("42", COPIES, exact(42, "份"), id="plain, first unit"),
    pytest.param("４２", COPIES, exact(42, "份"), id="full width"),
    pytest.param(" 3 200 ", COPIES, exact(3200, "份"), id="spaces"),
    pytest.param("3,200", COPIES, exact(3200, "份"), id="thousands comma"),
    pytest.param("3，200", COPIES, exact(3200, "份"), id="full-width comma"),
    pytest.param("3200余", COPIES, more_than(3200, "份"), id="余"),
    pytest.param("3200余册", COPIES, more_than(3200, "册"), id="余 and unit"),
    pytest.param("460多人次", PEOPLE, Amount(Decimal(460), "人次", DUO), id="多"),
    pytest.param("约460", PEOPLE, about(460, "人次"), id="约"),
    pytest.param("大约460", PEOPLE, about(460, "人次"), id="大约"),
    pytest.param("近460", PEOPLE, Amount(Decimal(460), "人次", JIN), id="近"),
    pytest.param("将近460", PEOPLE, Amount(Decimal(460), "人次", JIN), id="将近"),
    pytest.param("110余万份", COPIES, more_than(1_100_000, "份"), id="余 before 万, written out"),
    pytest.param("1.1万", COPIES, exact(11000, "份"), id="万 written out"),
    pytest.param("4万余元", MONEY, more_than(4, "万元"), id="余 after 万"),
    pytest.param("50余万元", MONEY, more_than(50, "万元"), id="余 before 万元"),
    pytest.param("100多万元", MONEY, Amount(Decimal(100), "万元", DUO), id="多 before 万元"),
    pytest.param("5.1万", MONEY, exact("5.1", "万元"), id="万 in a field of 万元"),
    pytest.param("217326元", MONEY, exact(217326, "元"), id="元"),
    pytest.param("5.1万元", WAN_MONEY, exact("5.1", "万元"), id="万元 alone"),
    pytest.param("1.23456万公斤", WEIGHT, exact("12345.6", "公斤"), id="written out without idle zeros"),
    pytest.param(".5", WEIGHT, exact("0.5", "公斤"), id="no nought before the point"),
    pytest.param("98.2%", PERCENT, exact("98.2", "%"), id="per cent"),
    pytest.param("98.2％", PERCENT, exact("98.2", "%"), id="full-width per cent"),
    pytest.param("100", PERCENT, exact(100, "%"), id="all of it"),
    pytest.param("第三届", SESSION, exact(3, "届"), id="ordinal in words"),
    pytest.param("第12届", SESSION, exact(12, "届"), id="ordinal in digits"),
    pytest.param("3.0", COPIES, exact("3.0", "份"), id="whole with a point"),
    pytest.param("0", COPIES, exact(0, "份"), id="nothing"),
    pytest.param("7", BARE, exact(7), id="no unit"),
    pytest.param("46台", THINGS, exact(46, "台"), id="a unit of the writer's own"),
    pytest.param("15台(件)", THINGS, exact(15, "台（件）"), id="a unit with brackets"),
    pytest.param("1.2万余条", THINGS, more_than(12000, "条"), id="own unit in 万"),
    pytest.param("4\u200b2", COPIES, exact(42, "份"), id="invisible character"),
]


@pytest.mark.parametrize(("typed", "field", "amount"), READ)
def test_read_amount(typed: str, field: Field, amount: Amount):
    assert read_amount(typed, field) == amount


NUMBER = "请写成数字，例如 3。"
UNREAD = [
    pytest.param("四十二", COPIES, NUMBER, id="words"),
    pytest.param("-3", COPIES, NUMBER, id="below nothing"),
    pytest.param("3,2", COPIES, NUMBER, id="odd comma"),
    pytest.param("1e5", COPIES, NUMBER, id="exponent"),
    pytest.param("42斤", COPIES, "单位请用份、册。", id="another unit"),
    pytest.param("42元", WAN_MONEY, "单位请用万元。", id="the unit in 万 only"),
    pytest.param("42件", BARE, "请只写数字，不带单位。", id="unit where there is none"),
    pytest.param("3" + "台" * 11, THINGS, "单位太长，请写短些。", id="long unit of the writer's own"),
    pytest.param("约3200余", COPIES, "“余、多”和“约、近”只用一个。", id="约 with 余"),
    pytest.param("3余万余", COPIES, "“余、多”和“约、近”只用一个。", id="余 twice"),
    pytest.param("3.5", COPIES, "请写成整数，例如 3。", id="half a copy"),
    pytest.param("1.23456万份", COPIES, "请写成整数，例如 3。", id="half a copy in 万"),
    pytest.param("101", PERCENT, "比例不会超过 100%，请核对。", id="above 100 %"),
    pytest.param("9" * 17, COPIES, "这个数太大，请核对。", id="seventeen digits"),
    pytest.param("9" * 16 + "万", COPIES, "这个数太大，请核对。", id="sixteen digits in 万"),
    pytest.param("9" * 5000, COPIES, "这个数太大，请核对。", id="5,000 digits"),
    pytest.param("9" * 5000 + "万", COPIES, "这个数太大，请核对。", id="5,000 digits in 万"),
    pytest.param("1." + "1" * 40, WEIGHT, "小数点后最多 6 位，请核对。", id="forty decimals"),
    pytest.param("第一百零二届", SESSION, NUMBER, id="ordinal beyond ninety-nine in words"),
]


@pytest.mark.parametrize(("typed", "field", "said"), UNREAD)
def test_not_understood(typed: str, field: Field, said: str):
    value = read_amount(typed, field)
    assert value == Unreadable(typed)
    assert problem_with(value, field) == said


PARTS = [
    pytest.param("", Qualifier.YU, "份", COPIES, None, id="nothing typed"),
    pytest.param("3200", Qualifier.YU, "册", COPIES, more_than(3200, "册"), id="chosen parts"),
    pytest.param("约3200", Qualifier.YU, "份", COPIES, about(3200, "份"), id="typed qualifier wins"),
    pytest.param("3200册", Qualifier.EXACT, "份", COPIES, exact(3200, "册"), id="typed unit wins"),
    pytest.param("5万", Qualifier.EXACT, "册", COPIES, exact(50000, "册"), id="万 keeps the chosen unit"),
    pytest.param("5.1万", Qualifier.EXACT, "元", MONEY, exact("5.1", "万元"), id="万 in 元 is 万元"),
    pytest.param("5.1", Qualifier.EXACT, "万元", MONEY, exact("5.1", "万元"), id="chosen 万元"),
    pytest.param("5.1万", Qualifier.EXACT, "万元", MONEY, exact("5.1", "万元"), id="万 and chosen 万元"),
    pytest.param("5.1万元", Qualifier.YU, "元", MONEY, more_than("5.1", "万元"), id="typed 万元, chosen 余"),
    pytest.param("abc", Qualifier.EXACT, "份", COPIES, Unreadable("abc"), id="not understood"),
    pytest.param("a\ud800b", Qualifier.EXACT, "份", COPIES, Unreadable("ab"), id="half a character left out"),
    pytest.param("42", Qualifier.EXACT, "", COPIES, exact(42, "份"), id="no unit chosen"),
]


@pytest.mark.parametrize(("typed", "qualifier", "unit", "field", "value"), PARTS)
def test_number_group(typed: str, qualifier: Qualifier, unit: str, field: Field, value: object):
    assert amount_from_parts(typed, qualifier, unit, field) == value


VALUES = [
    pytest.param("  ", COPIES, None, id="spaces are nothing"),
    pytest.param("\u200b", TITLE, None, id="invisible is nothing"),
    pytest.param(" 年终总结 ", TITLE, " 年终总结 ", id="text as typed"),
    pytest.param("𨙸城", TITLE, "𨙸城", id="rare hanzi"),
    pytest.param("12", COPIES, exact(12, "份"), id="figure"),
]


@pytest.mark.parametrize(("typed", "field", "value"), VALUES)
def test_read_value(typed: str, field: Field, value: object):
    assert read_value(typed, field, year=YEAR) == value


CLEANED = [
    pytest.param("甲\x07乙", "甲乙", id="bell"),
    pytest.param("甲\ud800乙", "甲乙", id="lone surrogate"),
    pytest.param("甲\ufeff乙\u202e丙", "甲乙丙", id="byte order mark and direction"),
    pytest.param("甲\x0b乙\u2028丙\r\n丁\r戊", "甲\n乙\n丙\n丁\n戊", id="every line break"),
    pytest.param("甲\t乙", "甲\t乙", id="tab stays"),
    pytest.param("𨙸\U000e0100", "𨙸\U000e0100", id="rare hanzi with its variant"),
]


@pytest.mark.parametrize(("typed", "text"), CLEANED)
def test_clean_text(typed: str, text: str):
    assert clean_text(typed) == text


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_figure_or_kept(typed: str):
    for field in (COPIES, MONEY, WAN_MONEY, WEIGHT, PERCENT, SESSION, BARE, THINGS):
        value = read_amount(typed, field)
        if isinstance(value, Unreadable):
            assert value.typed == clean_text(typed)
            assert problem_with(value, field).endswith("。")


def printable(field: Field, numbers: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Amount]:
    qualifiers = st.sampled_from(list(Qualifier))
    return st.builds(Amount, numbers, st.sampled_from(field.units), qualifiers)


COUNTS = printable(COPIES, st.integers(1, 10**12).map(Decimal))
SUMS = printable(MONEY, st.decimals(Decimal("0.01"), 10**9, places=2))


@given(COUNTS)
def test_a_printed_count_reads_back_the_same(amount: Amount):
    assert read_amount(amount_text(amount), COPIES) == amount


@given(SUMS)
def test_a_printed_sum_of_money_reads_back_the_same_money(amount: Amount):
    read = read_amount(amount_text(amount), MONEY)
    assert isinstance(read, Amount)
    assert amount_text(read) == amount_text(amount)
    assert amount_text(read, MoneyStyle.YUAN) == amount_text(amount, MoneyStyle.YUAN)


@given(st.integers(1, 99))
def test_a_printed_ordinal_reads_back_the_same(number: int):
    amount = exact(number, "届")
    assert read_amount(value_text(amount, SESSION, "", PrintContext(YEAR)), SESSION) == amount
