"""How figures are printed: 3200余份, 约460人次, 110余万份, 4万余元, 217326元 (decisions: value and unit stay as typed)."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
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
    约 and 近 stand before it. A whole multiple of 10,000 with 余 or 多 is printed in 万; nothing stays exactly 0.
    """
    amount = in_money_style(amount, money)
    number, unit, qualifier = amount.number, amount.unit, amount.qualifier
    if qualifier is Qualifier.EXACT or not number:
        return f"{number_text(number)}{unit}"
    if qualifier.stands_before:
        return f"{qualifier}{number_text(number)}{unit}"
    if unit.startswith("万"):
        return _after_wan(number, unit.removeprefix("万"), qualifier)
    if number % WAN == 0:
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
    """Money in the document's one unit; other figures unchanged.

    元 become 万元 with two decimals at most, half up (down before 余 and 多); less than 10,000 元 stay 元,
    for 86 元 are not 0.01 万元.
    """
    if amount.unit == "元" and money is MoneyStyle.WAN and amount.number >= WAN:
        return Amount(_two_decimals(amount.number / WAN, amount.qualifier), "万元", amount.qualifier)
    if amount.unit == "万元" and money is MoneyStyle.YUAN:
        return Amount(without_idle_zeros(amount.number * WAN), "元", amount.qualifier)
    return amount


def _two_decimals(number: Decimal, qualifier: Qualifier) -> Decimal:
    more_than = qualifier in {Qualifier.YU, Qualifier.DUO}
    rounding = ROUND_DOWN if more_than else ROUND_HALF_UP
    return without_idle_zeros(number.quantize(Decimal("0.01"), rounding=rounding))


def without_idle_zeros(number: Decimal) -> Decimal:
    """The number without zeros at the end of its fraction, as a computed one is printed: 217326.50 → 217326.5."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def in_unit(amount: Amount, unit: str) -> Amount:
    """The figure in another unit: 万 is moved between number and unit (5.1万元 in 元 → 51000元), words are replaced."""
    number = amount.number
    if amount.unit and amount.unit.startswith("万") != unit.startswith("万"):
        number = without_idle_zeros(number / WAN if unit.startswith("万") else number * WAN)
    return Amount(number, unit, amount.qualifier)


def plain_number(amount: Amount) -> Decimal:
    """The number in its base unit (万元 → 元, 万份 → 份), for sums and comparisons."""
    return amount.number * WAN if amount.unit.startswith("万") else amount.number


def base_unit(unit: str) -> str:
    """The unit without its 万: figures may be added only if their base units agree."""
    return unit.removeprefix("万")


def share_of(part: Amount, whole: Amount, decimals: int) -> Amount | None:
    """part / whole in %, rounded half up; None unless both are exact and part ≤ whole, which is not zero."""
    ours, all_of_it = plain_number(part), plain_number(whole)
    if not (part.is_exact and whole.is_exact) or all_of_it == 0 or ours > all_of_it:
        return None
    quantum = Decimal(1).scaleb(-decimals)
    percent = (ours * 100 / all_of_it).quantize(quantum, rounding=ROUND_HALF_UP)
    return Amount(percent if percent != percent.to_integral_value() else percent.to_integral_value(), "%")


def sum_of(amounts: tuple[Amount, ...]) -> Amount | None:
    """The sum; with any 余/多 it prints 余, else with any 约/近 约. None for no figures or unequal units."""
    if not amounts or not _addable(amounts):
        return None
    unit = _joint_unit(amounts)
    return Amount(total_of(amounts, unit), unit, _joint_qualifier(amounts))


def difference_of(whole: Amount, parts: tuple[Amount, ...]) -> Amount | None:
    """whole − Σ parts; None unless all are exact, of one base unit, and the result is not negative."""
    amounts = (whole, *parts)
    if not _addable(amounts) or not all(amount.is_exact for amount in amounts):
        return None
    unit = _joint_unit(amounts)
    rest = in_unit(whole, unit).number - total_of(parts, unit)
    return Amount(rest, unit) if rest >= 0 else None


def total_of(amounts: tuple[Amount, ...], unit: str) -> Decimal:
    """The plain sum of figures of one base unit, counted in ``unit``."""
    return sum((in_unit(amount, unit).number for amount in amounts), Decimal(0))


def _addable(amounts: tuple[Amount, ...]) -> bool:
    return len({base_unit(amount.unit) for amount in amounts}) == 1


def _joint_unit(amounts: tuple[Amount, ...]) -> str:
    """The unit all share, else their base unit."""
    units = {amount.unit for amount in amounts}
    return amounts[0].unit if len(units) == 1 else base_unit(amounts[0].unit)


def _joint_qualifier(amounts: tuple[Amount, ...]) -> Qualifier:
    qualifiers = {amount.qualifier for amount in amounts}
    if qualifiers & {Qualifier.YU, Qualifier.DUO}:
        return Qualifier.YU
    return Qualifier.YUE if qualifiers & {Qualifier.YUE, Qualifier.JIN} else Qualifier.EXACT
