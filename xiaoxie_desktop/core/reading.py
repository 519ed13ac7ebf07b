"""What staff type, understood: full-width digits, ``3200余``, ``约3200``, ``5.1万``, ``3.15``, ``三月十五日``."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from xiaoxie_desktop.core.amounts import WAN, base_unit, without_idle_zeros
from xiaoxie_desktop.core.answers import Amount, DateRange, Qualifier, Unreadable, Value
from xiaoxie_desktop.core.report import AMOUNT_TYPES, Field, FieldType
from xiaoxie_desktop.core.value_json import CONTROL_CHARACTERS, LARGEST_NUMBER, LONGEST_UNIT, MOST_DECIMALS

_NUMBER = re.compile(
    r"(?P<before>约|近|大约|将近)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<inner>余|多)?(?P<wan>万)?(?P<after>余|多)?(?P<unit>\D*)"
)
_BEFORE = {"约": Qualifier.YUE, "大约": Qualifier.YUE, "近": Qualifier.JIN, "将近": Qualifier.JIN}
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


_FULL_WIDTH = str.maketrans("()", "（）")


def clean_text(typed: str) -> str:
    """Typed or pasted text without invisible control characters, every kind of line break as ``\\n``."""
    return CONTROL_CHARACTERS.sub("", _LINE_BREAKS.sub("\n", typed))


def read_value(typed: str, field: Field, *, year: int) -> Value | None:
    """What was typed into a one-line editor of this field.

    None when nothing was typed, ``Unreadable`` when it was not understood, text as typed for text fields.
    A number without a qualifier is exact, without a unit in the field's first unit.
    """
    text = clean_text(typed)
    if not text.strip():
        return None
    if field.type in AMOUNT_TYPES:
        return read_amount(text, field)
    if field.type is FieldType.DATE:
        return read_date(text, year=year)
    return text


def read_amount(typed: str, field: Field) -> Amount | Unreadable:
    """The figure, or ``Unreadable``; 5.1万 in a field with 万元 among its units becomes 5.1万元, else 51000."""
    return _read(clean_text(typed), field, field.unit)


def _read(typed: str, field: Field, unit: str) -> Amount | Unreadable:
    """The figure; ``unit`` is the one it gets when none was typed."""
    match = _match(typed, field)
    if match is None or _shape_problem(match, field):
        return Unreadable(typed)
    amount = _amount(match, field, unit)
    return Unreadable(typed) if _amount_problem(amount, field) else amount


def _match(typed: str, field: Field) -> re.Match[str] | None:
    text = _plain(typed)
    if field.type is FieldType.ORDINAL:
        text = _western_digits(text.removeprefix("第"))
    return _NUMBER.fullmatch(text)


def _shape_problem(match: re.Match[str], field: Field) -> str:
    """What is wrong with the parts of a figure, before it is worked out."""
    whole, _, fraction = match["digits"].replace(",", "").partition(".")
    if len(whole.lstrip("0")) > LARGEST_NUMBER.adjusted() + 1:
        return "这个数太大，请核对。"
    if len(fraction) > MOST_DECIMALS:
        return f"小数点后最多 {MOST_DECIMALS} 位，请核对。"
    if len(_qualifiers(match)) > 1:
        return "“余、多”和“约、近”只用一个。"
    unit = match["unit"]
    if field.takes_any_unit:
        return "" if len(unit) <= LONGEST_UNIT else "单位太长，请写短些。"
    if unit and unit not in field.units and f"万{unit}" not in field.units:
        return f"单位请用{'、'.join(field.units)}。" if field.units else "请只写数字，不带单位。"
    return ""


def _qualifiers(match: re.Match[str]) -> list[str]:
    return [word for word in (match["before"], match["inner"], match["after"]) if word]


def _amount(match: re.Match[str], field: Field, unit: str) -> Amount:
    number = Decimal(match["digits"].replace(",", ""))
    unit = match["unit"] or unit
    if match["wan"]:
        number, unit = _in_wan(number, unit, field)
    words = _qualifiers(match)
    qualifier = _BEFORE.get(words[0]) or Qualifier(words[0]) if words else Qualifier.EXACT
    return Amount(number, unit, qualifier)


def _in_wan(number: Decimal, unit: str, field: Field) -> tuple[Decimal, str]:
    """5.1万 as 5.1万元 where the field counts in 万元, else written out."""
    wanted = f"万{base_unit(unit)}"
    return (number, wanted) if wanted in field.units else (without_idle_zeros(number * WAN), unit)


def _plain(typed: str) -> str:
    """Half-width digits and no spaces; brackets stay full-width, as units are printed: 15台（件）."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", typed)).translate(_FULL_WIDTH)


def amount_from_parts(
    typed: str, qualifier: Qualifier, unit: str, field: Field
) -> Amount | Unreadable | None:
    """The figure of a number group: what stands in the number box, with the chosen qualifier and unit.

    A qualifier or unit typed into the number box wins over the chosen one.
    """
    text = clean_text(typed)
    if not text.strip():
        return None
    amount = _read(text, field, unit or field.unit)
    if isinstance(amount, Unreadable) or not amount.is_exact:
        return amount
    return Amount(amount.number, amount.unit, qualifier)


def _amount_problem(amount: Amount, field: Field) -> str:
    if not field.takes_any_unit and amount.unit not in field.units and (amount.unit or field.units):
        return f"单位请用{'、'.join(field.units)}。"
    if amount.number > LARGEST_NUMBER:
        return "这个数太大，请核对。"
    if field.type in {FieldType.COUNT, FieldType.ORDINAL} and amount.number % 1:
        return "请写成整数，例如 3。"
    if field.type is FieldType.PERCENT and amount.number > 100:
        return "比例不会超过 100%，请核对。"
    return ""


_DATES = (
    re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?"),
    re.compile(r"(?P<year>\d{4})[-/.·](?P<month>\d{1,2})[-/.·](?P<day>\d{1,2})"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?"),
    re.compile(r"(?P<month>\d{1,2})[-/.·](?P<day>\d{1,2})"),
)
_HANZI_DIGITS = {hanzi: digit for digit, hanzi in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_MIDDLE_DOTS = str.maketrans("•・‧∙", "····")


def read_date(typed: str, *, year: int) -> date | Unreadable:
    """A date as people write it; one without a year gets ``year``."""
    typed = clean_text(typed)
    parts = _date_parts(typed)
    try:
        return date(int(parts.get("year") or year), int(parts["month"]), int(parts["day"]))
    except (KeyError, ValueError):
        return Unreadable(typed)


def _date_parts(typed: str) -> dict[str, str]:
    """Year, month and day as digits, the year not always; empty when it does not look like a date."""
    text = _western_digits(_plain(typed).translate(_MIDDLE_DOTS))
    match = next((match for pattern in _DATES if (match := pattern.fullmatch(text))), None)
    return match.groupdict() if match else {}


def _western_digits(text: str) -> str:
    """三月十五日 → 3月15日, 二〇二六年 → 2026年; other text unchanged."""
    text = re.sub(
        r"[〇零○一二三四五六七八九]{4}(?=年)", lambda m: "".join(str(_HANZI_DIGITS[c]) for c in m[0]), text
    )
    return re.sub(r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]", _small_number, text)


def _small_number(match: re.Match[str]) -> str:
    tens, ten, ones = match[0].partition("十")
    if not ten:
        return str(_HANZI_DIGITS[tens])
    return str((_HANZI_DIGITS[tens] if tens else 1) * 10 + (_HANZI_DIGITS[ones] if ones else 0))


_RANGE_MARK = " 至 "


def read_date_range(start: str, end: str, *, year: int) -> DateRange | Unreadable | None:
    """Two typed dates; with one missing, wrong or out of order both are kept as ``Unreadable`` (``a 至 b``)."""
    start, end = clean_text(start), clean_text(end)
    if not start.strip() and not end.strip():
        return None
    first, last = read_date(start, year=year), read_date(end, year=year)
    if isinstance(first, date) and isinstance(last, date) and first <= last:
        return DateRange(first, last)
    return Unreadable(f"{start}{_RANGE_MARK}{end}")


def typed_date_range(value: Unreadable) -> tuple[str, str]:
    """What stood in the two boxes of a range that was not understood."""
    start, _, end = value.typed.partition(_RANGE_MARK)
    return start, end


def problem_with(value: Unreadable, field: Field) -> str:
    """The sentence that stands under a field whose input was not understood."""
    if field.type in AMOUNT_TYPES:
        return _unread_amount(value.typed, field)
    if field.type is FieldType.DATE:
        if _date_parts(value.typed):
            return "日历上没有这一天，请核对月份和日子。"
        return "请写成日期，例如 3月15日 或 2026.3.15。"
    if field.type is FieldType.DATE_RANGE:
        return "开始和结束都要写成日期，例如 3月15日，结束不能早于开始。"
    return "这一项没有看懂，请重新填写。"


def _unread_amount(typed: str, field: Field) -> str:
    match = _match(typed, field)
    said = match and (
        _shape_problem(match, field) or _amount_problem(_amount(match, field, field.unit), field)
    )
    return said or "请写成数字，例如 3。"
