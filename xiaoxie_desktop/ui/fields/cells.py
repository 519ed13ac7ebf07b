"""Cells of a table of fields as text: how a value is shown in its cell and how typed text becomes a value."""

import re
from datetime import date

from xiaoxie_desktop.core.amounts import amount_text, bare_text
from xiaoxie_desktop.core.answers import (
    Amount,
    Contact,
    DateRange,
    DocumentReference,
    Items,
    Rows,
    Unreadable,
    Value,
)
from xiaoxie_desktop.core.reading import problem_with, read_date_range, read_value
from xiaoxie_desktop.core.report import LIST_TYPES, Field, FieldType
from xiaoxie_desktop.core.value_text import date_range_text, date_text

YES, NO = "是", "否"
_TRUE, _FALSE = {YES, "有", "1"}, {NO, "没有", "无", "0"}
_RANGE = re.compile(r"\s*(?:至|到|—+|~|～)\s*")
_BETWEEN_ITEMS = re.compile(r"[、；;\n]")
_BETWEEN_PARTS = re.compile(r"[\s，,（）()]+")


def cell_text(value: Value | None, column: Field) -> str:
    """The value as it stands in its cell and is edited there; a unit is named only where there is a choice."""
    match value:
        case None | Rows():
            return ""
        case Unreadable(typed):
            return typed
        case bool():
            return YES if value else NO
        case str():
            return label_of(value, column)
        case Amount():
            return amount_text(value) if len(column.units) > 1 else bare_text(value)
        case date():
            return date_text(value)
        case _:
            return _joined(value, column)


def _joined(value: DateRange | Items | Contact | DocumentReference, column: Field) -> str:
    match value:
        case DateRange():
            return date_range_text(value)
        case Items(texts):
            return "、".join(label_of(text, column) for text in texts)
        case Contact(name, phone):
            return f"{name} {phone}".strip()
        case DocumentReference(title, number):
            return f"{title} {number}".strip()


def label_of(choice_id: str, column: Field) -> str:
    """The words of a choice; other text unchanged."""
    return next((choice.label for choice in column.choices if choice.id == choice_id), choice_id)


def read_cell(typed: str, column: Field, *, year: int) -> Value | None:
    """What was typed or pasted into a cell; ``Unreadable`` keeps what was not understood."""
    text = typed.strip()
    if not text:
        return None
    match column.type:
        case FieldType.BOOL:
            return True if text in _TRUE else False if text in _FALSE else Unreadable(text)
        case FieldType.CHOICE:
            return next((one.id for one in column.choices if text in (one.id, one.label)), Unreadable(text))
        case FieldType.DATE_RANGE:
            start, *rest = _RANGE.split(text, maxsplit=1)
            return read_date_range(start, rest[0] if rest else start, year=year)
        case FieldType.CONTACT:
            name, *rest = _BETWEEN_PARTS.split(text, maxsplit=1)
            return Contact(name, "".join(rest))
        case FieldType.DOCUMENT_REFERENCE:
            return DocumentReference(text)
        case _ if column.type in LIST_TYPES:
            return Items(tuple(part.strip() for part in _BETWEEN_ITEMS.split(text) if part.strip()))
        case _:
            return read_value(text, column, year=year)


def cell_problem(value: Value | None, column: Field) -> str:
    """The sentence about a cell that was not understood, empty while all is well."""
    if not isinstance(value, Unreadable):
        return ""
    if column.type is FieldType.CHOICE:
        return f"请从这几项里选：{'、'.join(choice.label for choice in column.choices)}。"
    if column.type is FieldType.BOOL:
        return "请写“是”或“否”。"
    return problem_with(value, column)
