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
from xiaoxie_desktop.core.numerals import MOST_IN_WORDS, chinese_number, counted
from xiaoxie_desktop.core.punctuation import book_title, phrase, without_brackets
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
    Text but long_text is one phrase: marks typed around it are left out, the sentence sets its own.
    A figure of 0 is printed as 0; whether 0 is worth a sentence, a clause's ``when`` decides. A format the type
    does not know is the plain one.
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
            return _COUNTS.get(format, str)(len(filled_rows(value)))
        case DocumentReference():
            return document_reference_text(value, format)
        case _:
            return _plain(value, field)


def _plain(value: str | bool | Contact | Unreadable, field: Field) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case str():
            return _label(field, _words(value, field))
        case Contact(name, phone):
            return _with_brackets(name.strip(), phone.strip())
        case Unreadable():
            return ""


_COUNTS: dict[str, Callable[[int], str]] = {"": str, "count": chinese_number, "counted": counted}


def _words(typed: str, field: Field) -> str:
    words = phrase(typed)
    return typed.strip() if words and field.type is FieldType.LONG_TEXT else words


def _with_brackets(name: str, added: str) -> str:
    return f"{name}（{added}）" if name and added else name or added


def _amount(amount: Amount, field: Field, format: str, context: PrintContext) -> str:
    if field.type is FieldType.ORDINAL:
        return _ordinal(amount)
    if format == "bare":
        return bare_text(amount)
    if format == "counted" and amount.is_exact and amount.number in range(1, 11):
        return f"{counted(int(amount.number))}{amount.unit}"
    return amount_text(amount, context.money)


def _ordinal(amount: Amount) -> str:
    number = int(amount.number)
    return f"第{chinese_number(number) if number <= MOST_IN_WORDS else number}{amount.unit}"


def _items(items: Items, field: Field, format: str) -> str:
    texts = [said for text in items.texts if (said := phrase(text))]
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
    """《标题》（文号): a title that already stands in 《》 keeps them, titles inside it get 〈〉."""
    title = book_title(phrase(reference.title))
    number = without_brackets(phrase(reference.number))
    match format:
        case "title":
            return title
        case "number":
            return number
        case _:
            return _with_brackets(title, number)
