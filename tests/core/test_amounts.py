"""Figures as printed, and what may be computed from them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.small_kind import about, exact, more_than
from xiaoxie_desktop.core.amounts import (
    MoneyStyle,
    amount_text,
    bare_text,
    difference_of,
    in_unit,
    number_text,
    share_of,
    sum_of,
)
from xiaoxie_desktop.core.answers import Amount, Qualifier

DUO, JIN = Qualifier.DUO, Qualifier.JIN

PRINTED = [
    pytest.param(more_than(1_100_000, "份"), "110余万份", id="whole 万 ends there"),
    pytest.param(more_than(110, "万份"), "110余万份", id="typed in 万"),
    pytest.param(more_than(4, "万元"), "4万余元", id="万 before 余"),
    pytest.param(more_than(40_000, "元"), "4万余元", id="40000余元"),
    pytest.param(more_than(50, "万元"), "50余万元", id="tens of 万"),
    pytest.param(Amount(Decimal(100), "万元", DUO), "100多万元", id="多"),
    pytest.param(more_than(15, "万元"), "15万余元", id="odd 万"),
    pytest.param(more_than("5.1", "万元"), "5.1万余元", id="余 with decimals"),
    pytest.param(more_than(3200, "份"), "3200余份", id="余 before the unit"),
    pytest.param(about(460, "人次"), "约460人次", id="约 before the number"),
    pytest.param(Amount(Decimal(30), "家", JIN), "近30家", id="近 before the number"),
    pytest.param(about("98.5", "%"), "约98.5%", id="约 with decimals"),
    pytest.param(exact(217326, "元"), "217326元", id="plain"),
    pytest.param(exact("217326.00", "元"), "217326元", id="fraction of zeros"),
    pytest.param(exact("98.20", "%"), "98.20%", id="typed zero kept"),
    pytest.param(exact(0, "件"), "0件", id="nothing"),
    pytest.param(more_than(0, "件"), "0件", id="nothing is never 余"),
    pytest.param(about(0, "件"), "0件", id="nothing is never 约"),
    pytest.param(exact("1E+5", "份"), "100000份", id="no exponent"),
    pytest.param(exact(12), "12", id="no unit"),
]


@pytest.mark.parametrize(("amount", "text"), PRINTED)
def test_amount_text(amount: Amount, text: str):
    assert amount_text(amount) == text


MONEY = [
    pytest.param(exact(217326, "元"), MoneyStyle.WAN, "21.73万元", id="to 万元, two decimals"),
    pytest.param(exact(217350, "元"), MoneyStyle.WAN, "21.74万元", id="half up"),
    pytest.param(more_than(217350, "元"), MoneyStyle.WAN, "21.73万余元", id="余 is never rounded up"),
    pytest.param(exact(215000, "元"), MoneyStyle.WAN, "21.5万元", id="no idle zero"),
    pytest.param(exact(200000, "元"), MoneyStyle.WAN, "20万元", id="whole 万"),
    pytest.param(exact(86, "元"), MoneyStyle.WAN, "86元", id="small sums stay 元"),
    pytest.param(exact(0, "元"), MoneyStyle.WAN, "0元", id="nothing stays 元"),
    pytest.param(exact("21.7326", "万元"), MoneyStyle.YUAN, "217326元", id="to 元"),
    pytest.param(exact("21.73265", "万元"), MoneyStyle.YUAN, "217326.5元", id="to 元, no idle zeros"),
    pytest.param(more_than(4, "万元"), MoneyStyle.YUAN, "4万余元", id="余 keeps its 万"),
    pytest.param(exact("4.50", "万元"), MoneyStyle.WAN, "4.50万元", id="as typed when it fits"),
    pytest.param(exact(3200, "份"), MoneyStyle.WAN, "3200份", id="other units unchanged"),
]


@pytest.mark.parametrize(("amount", "style", "text"), MONEY)
def test_money_style(amount: Amount, style: MoneyStyle, text: str):
    assert amount_text(amount, style) == text


BARE = [
    pytest.param(more_than(3200, "份"), "3200余", id="余 stays"),
    pytest.param(about(460, "人次"), "约460", id="约 stays"),
    pytest.param(exact(42, "件"), "42", id="plain"),
]


@pytest.mark.parametrize(("amount", "text"), BARE)
def test_bare_text(amount: Amount, text: str):
    assert bare_text(amount) == text


@given(st.decimals(0, 10**12, places=6))
def test_printed_digits_are_the_number(number: Decimal):
    assert Decimal(number_text(number)) == number


SHARES = [
    pytest.param(112, 114, 1, "98.2", id="112 of 114"),
    pytest.param(87, 114, 1, "76.3", id="87 of 114"),
    pytest.param(42, 114, 1, "36.8", id="42 of 114"),
    pytest.param(749317, 982249, 2, "76.29", id="two decimals"),
    pytest.param(1, 8, 2, "12.50", id="the decimals asked for"),
    pytest.param(1, 16, 1, "6.3", id="half up"),
    pytest.param(1, 2, 1, "50", id="whole per cent"),
    pytest.param(114, 114, 1, "100", id="all"),
    pytest.param(0, 114, 1, "0", id="none"),
]


@pytest.mark.parametrize(("part", "whole", "decimals", "percent"), SHARES)
def test_share(part: int, whole: int, decimals: int, percent: str):
    share = share_of(exact(part, "件"), exact(whole, "件"), decimals)
    assert share is not None
    assert amount_text(share) == f"{percent}%"


NO_SHARES = [
    pytest.param(more_than(112), exact(114), id="余 in the part"),
    pytest.param(exact(112), about(114), id="约 in the whole"),
    pytest.param(exact(112), exact(0), id="of nothing"),
    pytest.param(exact(115), exact(114), id="more than the whole"),
]


@pytest.mark.parametrize(("part", "whole"), NO_SHARES)
def test_no_share(part: Amount, whole: Amount):
    assert share_of(part, whole, 1) is None


def test_share_counts_wan_out():
    assert share_of(exact(5000, "元"), exact(1, "万元"), 1) == exact(50, "%")


SUMS = [
    pytest.param((exact(112, "件"), exact(2, "件")), exact(114, "件"), id="exact"),
    pytest.param((more_than(3200, "份"), exact(150, "份")), more_than(3350, "份"), id="余 wins"),
    pytest.param((Amount(Decimal(5), "份", DUO), exact(1, "份")), more_than(6, "份"), id="多 becomes 余"),
    pytest.param((about(460, "人次"), exact(40, "人次")), about(500, "人次"), id="约"),
    pytest.param((Amount(Decimal(9), "家", JIN), exact(1, "家")), about(10, "家"), id="近 becomes 约"),
    pytest.param((more_than(1, "份"), about(1, "份")), more_than(2, "份"), id="余 before 约"),
    pytest.param((exact("5.1", "万元"), exact(300, "元")), exact(51300, "元"), id="万元 and 元"),
    pytest.param((exact("5.12345", "万元"), exact("0.5", "元")), exact(51235, "元"), id="no idle zeros"),
    pytest.param((exact(5, "万元"), exact(3, "万元")), exact(8, "万元"), id="万元 stay 万元"),
]


@pytest.mark.parametrize(("amounts", "total"), SUMS)
def test_sum(amounts: tuple[Amount, ...], total: Amount):
    assert sum_of(amounts) == total


NO_SUMS = [
    pytest.param((), id="no figures"),
    pytest.param((exact(1, "件"), exact(1, "元")), id="unequal units"),
]


@pytest.mark.parametrize("amounts", NO_SUMS)
def test_no_sum(amounts: tuple[Amount, ...]):
    assert sum_of(amounts) is None


DIFFERENCES = [
    pytest.param(exact(114), (exact(112), exact(2)), exact(0), id="nothing left"),
    pytest.param(exact(114), (exact(100),), exact(14), id="rest"),
    pytest.param(exact(5, "万元"), (exact(3000, "元"),), exact(47000, "元"), id="万元 less 元"),
    pytest.param(exact(5), (exact(6),), None, id="never below nothing"),
    pytest.param(exact(5), (more_than(1),), None, id="inexact"),
    pytest.param(exact(5, "件"), (exact(1, "元"),), None, id="unequal units"),
]


@pytest.mark.parametrize(("whole", "parts", "rest"), DIFFERENCES)
def test_difference(whole: Amount, parts: tuple[Amount, ...], rest: Amount | None):
    assert difference_of(whole, parts) == rest


IN_UNIT = [
    pytest.param(exact("5.1", "万元"), "元", exact(51000, "元"), id="out of 万"),
    pytest.param(exact(51000, "元"), "万元", exact("5.1", "万元"), id="into 万"),
    pytest.param(exact(5, "件"), "起", exact(5, "起"), id="another word"),
    pytest.param(exact(5), "项", exact(5, "项"), id="no unit before"),
]


@pytest.mark.parametrize(("amount", "unit", "wanted"), IN_UNIT)
def test_in_unit(amount: Amount, unit: str, wanted: Amount):
    assert in_unit(amount, unit) == wanted


FIGURES = st.builds(
    Amount,
    st.decimals(0, 10**9, places=2),
    st.sampled_from(["元", "万元"]),
    st.sampled_from(list(Qualifier)),
)


@given(st.lists(FIGURES, min_size=1, max_size=6))
def test_a_sum_says_whether_it_is_exact(amounts: list[Amount]):
    total = sum_of(tuple(amounts))
    assert total is not None
    assert total.is_exact is all(amount.is_exact for amount in amounts)


@given(FIGURES, st.lists(FIGURES, max_size=4))
def test_difference_and_sum_undo_each_other(rest: Amount, parts: list[Amount]):
    plain = [Amount(one.number, "元") for one in (rest, *parts)]
    whole = sum_of(tuple(plain))
    assert whole is not None
    assert difference_of(whole, tuple(plain[1:])) == plain[0]
