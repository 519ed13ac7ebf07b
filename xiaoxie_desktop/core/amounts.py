"""How figures are printed: 3200余份, 约460人次, 110余万份, 4万余元, 217326元 (decisions: value and unit stay as typed)."""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from xiaoxie_desktop.core.answers import Amount, Qualifier

WAN = Decimal(10_000)


class MoneyStyle(StrEnum):
    """The one unit a document prints money in; as typed unless the writer chooses."""

    AS_TYPED = "as_typed"
    YUAN = "yuan"
    WAN = "wan"


def number_text(number: Decimal) -> str:
    """Plain digits, no exponent; a fraction of zeros is left out (217326.00 → 217326, 98.20 → 98.20)."""
    if number == number.to_integral_value():
        return f"{number.to_integral_value():f}"
    return f"{number:f}"


def amount_text(amount: Amount, money: MoneyStyle = MoneyStyle.AS_TYPED) -> str:
    """The figure as printed, with its unit.

    余 and 多 stand after the number, and before 万 only where the number ends there (110余万份, but 4万余元);
    约 and 近 stand before it. A whole multiple of 10,000 with 余 or 多 is printed in 万.
    """
    amount = in_money_style(amount, money)
    number, unit, qualifier = amount.number, amount.unit, amount.qualifier
    if qualifier is Qualifier.EXACT:
        return f"{number_text(number)}{unit}"
    if qualifier.stands_before:
        return f"{qualifier}{number_text(number)}{unit}"
    if unit.startswith("万"):
        return _after_wan(number, unit.removeprefix("万"), qualifier)
    if number and number % WAN == 0:
        return _after_wan(number / WAN, unit, qualifier)
    return f"{number_text(number)}{qualifier}{unit}"


def _after_wan(number: Decimal, unit: str, qualifier: Qualifier) -> str:
    ends_there = number % 10 == 0
    middle = f"{qualifier}万" if ends_there else f"万{qualifier}"
    return f"{number_text(number)}{middle}{unit}"


def bare_text(amount: Amount) -> str:
    """The figure without its unit, qualifier in place: 3200余, 约460."""
    return amount_text(Amount(amount.number, "", amount.qualifier))


def in_money_style(amount: Amount, money: MoneyStyle) -> Amount:
    """Money in the document's one unit; other figures unchanged. 万元 are rounded to two decimals."""
    if amount.unit == "元" and money is MoneyStyle.WAN:
        return Amount(_two_decimals(amount.number / WAN), "万元", amount.qualifier)
    if amount.unit == "万元" and money is MoneyStyle.YUAN:
        return Amount(amount.number * WAN, "元", amount.qualifier)
    return amount


def _two_decimals(number: Decimal) -> Decimal:
    rounded = number.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return rounded.normalize() if rounded == rounded.to_integral_value() else rounded


def plain_number(amount: Amount) -> Decimal:
    """The number in its base unit (万元 → 元, 万份 → 份), for sums and comparisons."""
    return amount.number * WAN if amount.unit.startswith("万") else amount.number


def base_unit(unit: str) -> str:
    """The unit without its 万: figures may be added only if their base units agree."""
    return unit.removeprefix("万")


def share_of(part: Amount, whole: Amount, decimals: int) -> Amount | None:
    """part / whole in %, rounded half up; None unless both are exact and the whole is not zero."""
    if not (part.is_exact and whole.is_exact) or plain_number(whole) == 0:
        return None
    quantum = Decimal(1).scaleb(-decimals)
    ratio = plain_number(part) * 100 / plain_number(whole)
    percent = ratio.quantize(quantum, rounding=ROUND_HALF_UP)
    return Amount(percent if percent != percent.to_integral_value() else percent.to_integral_value(), "%")


def sum_of(amounts: tuple[Amount, ...]) -> Amount | None:
    """The sum; with any 余/多 it prints 余, else with any 约/近 约. None for no figures or unequal units."""
    if not amounts or len({base_unit(amount.unit) for amount in amounts}) != 1:
        return None
    total = sum((plain_number(amount) for amount in amounts), Decimal(0))
    same_unit = len({amount.unit for amount in amounts}) == 1
    number, unit = (
        (sum((amount.number for amount in amounts), Decimal(0)), amounts[0].unit)
        if same_unit
        else (total, base_unit(amounts[0].unit))
    )
    return Amount(number, unit, _joint_qualifier(amounts))


def difference_of(whole: Amount, parts: tuple[Amount, ...]) -> Amount | None:
    """whole − Σ parts; None unless all are exact, of one unit, and the result is not negative."""
    amounts = (whole, *parts)
    if not all(amount.is_exact and amount.unit == whole.unit for amount in amounts):
        return None
    rest = whole.number - sum((part.number for part in parts), Decimal(0))
    return Amount(rest, whole.unit) if rest >= 0 else None


def _joint_qualifier(amounts: tuple[Amount, ...]) -> Qualifier:
    qualifiers = {amount.qualifier for amount in amounts}
    if qualifiers & {Qualifier.YU, Qualifier.DUO}:
        return Qualifier.YU
    return Qualifier.YUE if qualifiers & {Qualifier.YUE, Qualifier.JIN} else Qualifier.EXACT
