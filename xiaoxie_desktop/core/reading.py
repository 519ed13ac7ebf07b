"""What staff type, understood: full-width digits, ``3200余``, ``约3200``, ``5.1万``, ``3.15``, ``三月十五日``."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from xiaoxie_desktop.core.amounts import WAN
from xiaoxie_desktop.core.answers import Amount, DateRange, Qualifier, Unreadable, Value
from xiaoxie_desktop.core.report import AMOUNT_TYPES, Field, FieldType
from xiaoxie_desktop.core.value_json import CONTROL_CHARACTERS, LARGEST_NUMBER

_NUMBER = re.compile(
    r"(?P<before>约|近|大约|将近)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<inner>余|多)?(?P<wan>万)?(?P<after>余|多)?(?P<unit>\D*)"
)
_BEFORE = {"约": Qualifier.YUE, "大约": Qualifier.YUE, "近": Qualifier.JIN, "将近": Qualifier.JIN}


def clean_text(typed: str) -> str:
    """Typed or pasted text without invisible control characters."""
    return CONTROL_CHARACTERS.sub("", typed)


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
    match = _NUMBER.fullmatch(_plain(typed))
    amount = _amount(match, field) if match else None
    return amount if amount and not _amount_problem(amount, field) else Unreadable(typed)


def _amount(match: re.Match[str], field: Field) -> Amount | None:
    number = Decimal(match["digits"].replace(",", ""))
    unit = match["unit"]
    if match["wan"]:
        number, unit = _in_wan(number, unit, field)
    elif unit and unit not in field.units:
        return None
    words = [word for word in (match["before"], match["inner"], match["after"]) if word]
    if len(words) > 1 or number > LARGEST_NUMBER:
        return None
    qualifier = _BEFORE.get(words[0]) or Qualifier(words[0]) if words else Qualifier.EXACT
    return Amount(number, unit or field.unit, qualifier)


def _in_wan(number: Decimal, unit: str, field: Field) -> tuple[Decimal, str]:
    wanted = f"万{unit}" if unit else next((one for one in field.units if one.startswith("万")), "")
    if wanted in field.units:
        return number, wanted
    number *= WAN
    return (number.quantize(Decimal(1)) if number == number.to_integral_value() else number), unit


def _plain(typed: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", typed))


def amount_from_parts(
    typed: str, qualifier: Qualifier, unit: str, field: Field
) -> Amount | Unreadable | None:
    """The figure of a number group: what stands in the number box, with the chosen qualifier and unit.

    A qualifier or unit typed into the number box wins over the chosen one.
    """
    if not typed.strip():
        return None
    amount = read_amount(typed, field)
    if isinstance(amount, Unreadable):
        return amount
    typed_unit = any(_plain(typed).endswith(one) for one in field.units) or "万" in typed
    return Amount(
        amount.number,
        amount.unit if typed_unit else unit or amount.unit,
        amount.qualifier if not amount.is_exact else qualifier,
    )


def _amount_problem(amount: Amount, field: Field) -> str:
    if amount.unit and field.units and amount.unit not in field.units:
        return f"单位请用{'、'.join(field.units)}。"
    if field.type in {FieldType.COUNT, FieldType.ORDINAL} and amount.number % 1:
        return "请写成整数，例如 3。"
    if field.type is FieldType.PERCENT and amount.number > 100:
        return "比例不会超过 100%，请核对。"
    return ""


_DATES = (
    re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?"),
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?"),
    re.compile(r"(?P<month>\d{1,2})[-/.·](?P<day>\d{1,2})"),
)
_HANZI_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}


def read_date(typed: str, *, year: int) -> date | Unreadable:
    """A date as people write it; one without a year gets ``year``."""
    text = _western_digits(_plain(typed))
    for pattern in _DATES:
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            try:
                return date(int(parts.get("year") or year), int(parts["month"]), int(parts["day"]))
            except ValueError:
                return Unreadable(typed)
    return Unreadable(typed)


def _western_digits(text: str) -> str:
    """三月十五日 → 3月15日, 二〇二六年 → 2026年; other text unchanged."""
    text = re.sub(
        r"[〇零一二三四五六七八九]{4}(?=年)", lambda m: "".join(str(_HANZI_DIGITS[c]) for c in m[0]), text
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
        return "请写成日期，例如 3月15日 或 2026.3.15。"
    if field.type is FieldType.DATE_RANGE:
        return "开始和结束两个日期都要填，结束不能早于开始。"
    return "这一项没有看懂，请重新填写。"


def _unread_amount(typed: str, field: Field) -> str:
    match = _NUMBER.fullmatch(_plain(typed))
    amount = _amount(match, field) if match else None
    if amount:
        return _amount_problem(amount, field)
    if match and match["unit"] and match["unit"] not in field.units and field.units:
        return f"单位请用{'、'.join(field.units)}。"
    return "请写成数字，例如 3。"
