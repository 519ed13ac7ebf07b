"""How the value of a field reads in a sentence, by its type and the format its hole asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from xiaoxie_desktop.core.amounts import MoneyStyle, amount_text, bare_text
from xiaoxie_desktop.core.answers import (
    Amount,
    Contact,
    DateRange,
    DocumentReference,
    Items,
    Rows,
    Unreadable,
    Value,
    filled_rows,
    is_filled,
)
from xiaoxie_desktop.core.numerals import chinese_number, counted
from xiaoxie_desktop.core.report import AMOUNT_TYPES, LIST_TYPES, Field, FieldType

FORMATS: dict[FieldType, tuple[str, ...]] = {
    FieldType.DATE: ("", "day", "month", "year", "full"),
    FieldType.DATE_RANGE: ("", "full"),
    FieldType.ROWS: ("count", "counted"),
    FieldType.DOCUMENT_REFERENCE: ("", "title", "number"),
    **dict.fromkeys(LIST_TYPES, ("", "count", "counted")),
    **dict.fromkeys(AMOUNT_TYPES | {FieldType.COMPUTED}, ("", "bare", "counted")),
}
"""The formats a hole may ask for; types not named here have only the plain one."""


def formats_of(field_type: FieldType) -> tuple[str, ...]:
    """The formats a hole of this field type may name; ``""`` is the plain one."""
    return FORMATS.get(field_type, ("",))


@dataclass(frozen=True, slots=True)
class PrintContext:
    """What a value needs to know of its document: the year reported on and its unit of money."""

    year: int
    money: MoneyStyle = MoneyStyle.AS_TYPED


def value_text(value: Value, field: Field, format: str, context: PrintContext) -> str:
    """The value as printed; empty when there is nothing to print.

    Amounts carry their unit unless the format is ``bare``; dates of the report's year are printed without it.
    """
    if not is_filled(value):
        return ""
    match value:
        case Amount():
            return _amount(value, field, format, context)
        case date():
            return date_text(value, format, context.year)
        case DateRange():
            return date_range_text(value, format, context.year)
        case Items():
            return _items(value, field, format)
        case Rows():
            return _COUNTS[format](len(filled_rows(value)))
        case DocumentReference():
            return document_reference_text(value, format)
        case _:
            return _plain(value, field)


def _plain(value: str | bool | Contact | Unreadable, field: Field) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case str():
            return _label(field, value.strip())
        case Contact(name, phone):
            return f"{name}（{phone}）" if name and phone else name or phone
        case Unreadable():
            return ""


_COUNTS: dict[str, Callable[[int], str]] = {"": str, "count": chinese_number, "counted": counted}


def _amount(amount: Amount, field: Field, format: str, context: PrintContext) -> str:
    if field.type is FieldType.ORDINAL:
        return f"第{chinese_number(int(amount.number))}{amount.unit}"
    if format == "bare":
        return bare_text(amount)
    if format == "counted" and amount.is_exact and amount.number == int(amount.number) <= 10:
        return f"{counted(int(amount.number))}{amount.unit}"
    return amount_text(amount, context.money)


def _items(items: Items, field: Field, format: str) -> str:
    texts = [text.strip() for text in items.texts if text.strip()]
    if format in {"count", "counted"}:
        return _COUNTS[format](len(texts))
    return "、".join(_label(field, text) for text in texts)


def _label(field: Field, text: str) -> str:
    return next((choice.label for choice in field.choices if choice.id == text), text)


def date_text(day: date, format: str = "full", year: int = 0) -> str:
    """A date without leading zeros: full 2026年3月15日, day 3月15日, month 3月; plain leaves the report's year out."""
    match format:
        case "day":
            return f"{day.month}月{day.day}日"
        case "month":
            return f"{day.month}月"
        case "year":
            return f"{day.year}年"
        case "" if day.year == year:
            return f"{day.month}月{day.day}日"
        case _:
            return f"{day.year}年{day.month}月{day.day}日"


def date_range_text(span: DateRange, format: str = "full", year: int = 0) -> str:
    """A range of days: 3月10日至20日, 3月10日至4月2日, with years where they differ or the format is ``full``."""
    start = date_text(span.start, format, year)
    if span.start == span.end:
        return start
    if span.start.year != span.end.year:
        return f"{date_text(span.start)}至{date_text(span.end)}"
    if span.start.month != span.end.month:
        return f"{start}至{date_text(span.end, 'day')}"
    return f"{start}至{span.end.day}日"


def document_reference_text(reference: DocumentReference, format: str = "") -> str:
    """《标题》（文号); a title that already stands in 《》 keeps them."""
    title = reference.title.strip().removeprefix("《").removesuffix("》")
    title = f"《{title}》" if title else ""
    number = reference.number.strip()
    match format:
        case "title":
            return title
        case "number":
            return number
        case _:
            return f"{title}（{number}）" if title and number else title or number
