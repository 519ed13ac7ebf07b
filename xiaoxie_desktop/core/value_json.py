"""Values as JSON and back: the one shape of answers files, the data file and draft packages (cli.md).

text → string · bool → true/false · date → ``2026-12-18`` · date_range → two dates · amounts → ``{"value", "unit",
"qualifier"}`` (a whole number alone on input) · lists → list of strings · rows → list of objects.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from uuid import uuid4

from xiaoxie_desktop.core.answers import (
    Amount,
    Contact,
    DateRange,
    DocumentReference,
    Items,
    Qualifier,
    Row,
    Rows,
    Unreadable,
    Value,
)
from xiaoxie_desktop.core.draft import EditedText, TextPiece, TokenRef
from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.report import AMOUNT_TYPES, LIST_TYPES, Field, FieldType

LONGEST_TEXT = 20_000
"""The most characters one answer may hold."""
LONGEST_LIST = 2_000
"""The most items or rows one answer may hold."""
LONGEST_NAME = 30
"""Characters of a foreign text that a sentence about it repeats."""
LONGEST_UNIT = 10
"""The most characters of a unit the writer names."""
LARGEST_NUMBER = Decimal(10) ** 15
MOST_DECIMALS = 6
"""Digits after the point a figure may have: 1 分 in 万元."""

CONTROL_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What no document may hold: nobody can see it, and python-docx refuses most of it."""


def to_json(value: Value) -> JsonValue:
    """The value as JSON; ``from_json(to_json(value), field)`` gives it back."""
    match value:
        case bool() | str():
            return value
        case date():
            return value.isoformat()
        case Amount():
            return amount_to_json(value)
        case DateRange(start, end):
            return [start.isoformat(), end.isoformat()]
        case DocumentReference(title, number):
            return {"title": title, "number": number}
        case Contact(name, phone):
            return {"name": name, "phone": phone}
        case Items(texts):
            return list(texts)
        case Rows(rows):
            return [_row_to_json(row) for row in rows]
        case Unreadable(typed):
            return {"typed": typed}


def amount_to_json(amount: Amount) -> dict[str, JsonValue]:
    """``{"value": "4", "unit": "万元", "qualifier": "余"}``; an empty unit and an exact qualifier are left out."""
    data: dict[str, JsonValue] = {"value": f"{amount.number:f}"}
    if amount.unit:
        data["unit"] = amount.unit
    if not amount.is_exact:
        data["qualifier"] = amount.qualifier.value
    return data


def _row_to_json(row: Row) -> JsonValue:
    return {"uid": row.uid, **{name: to_json(cell) for name, cell in row.cells.items()}}


def from_json(data: JsonValue, field: Field, *, year: int, trusted: bool = False) -> Value:
    """The value of this field.

    ``year`` completes a date without one (``--03-15``). ``trusted`` is for the program's own data file: it
    also accepts what was typed but not understood, and texts and lists of any length, so that a draft always opens.

    Raises:
        BadInput: one Chinese sentence naming the field.
    """
    if trusted and isinstance(data, dict) and data.keys() == {"typed"}:
        return Unreadable(str(data["typed"]))
    return _Reader(field, year, trusted).read(data)


class _Reader:
    """Reads the JSON of one field; a wrong shape becomes a sentence naming the field."""

    def __init__(self, field: Field, year: int, trusted: bool) -> None:
        self._field = field
        self._year = year
        self._trusted = trusted

    def read(self, data: JsonValue) -> Value:
        """The value, or BadInput."""
        kind = self._field.type
        if kind in AMOUNT_TYPES:
            return self._amount(data)
        if kind in LIST_TYPES:
            return self._items(data)
        readers: dict[FieldType, Callable[[JsonValue], Value]] = {
            FieldType.BOOL: self._bool,
            FieldType.DATE: self._date,
            FieldType.DATE_RANGE: self._date_range,
            FieldType.DOCUMENT_REFERENCE: self._document_reference,
            FieldType.CONTACT: self._contact,
            FieldType.ROWS: self._rows,
            FieldType.CHOICE: self._choice,
            FieldType.COMPUTED: self._computed,
        }
        return readers.get(kind, self._text)(data)

    def _wrong(self, expected: str) -> BadInput:
        end = "" if expected.endswith("？") else "。"
        return BadInput(f"“{self._field.label}”（{self._field.id}）{expected}{end}")

    def _unknown(self, name: str, kind: str, known: list[str]) -> BadInput:
        end = did_you_mean(name[:LONGEST_NAME], known).removesuffix("。")
        return self._wrong(f"没有“{excerpt(name)}”这{kind}{end}")

    def _computed(self, _: JsonValue) -> Value:
        raise self._wrong("由程序自动算出，不能填写，请从文件里删去")

    def _text(self, data: JsonValue) -> str:
        if not isinstance(data, str):
            raise self._wrong("应是文字，请加上引号")
        if self._trusted:
            return data
        if len(data) > LONGEST_TEXT:
            raise self._wrong(f"太长，最多 {LONGEST_TEXT} 字，请删短")
        if CONTROL_CHARACTERS.search(data):
            raise self._wrong("里有看不见的控制字符，请删去后再用")
        return data

    def _choice(self, data: JsonValue) -> str:
        text = self._text(data)
        known = [choice.id for choice in self._field.choices]
        if text and text not in known:
            raise self._unknown(text, "个选项", known)
        return text

    def _bool(self, data: JsonValue) -> bool:
        if not isinstance(data, bool):
            raise self._wrong("应填 true 或 false")
        return data

    def _date(self, data: JsonValue) -> date:
        text = f"{self._year:04}{data[1:]}" if isinstance(data, str) and data.startswith("--") else data
        try:
            if isinstance(text, str) and _ISO_DATE.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise self._wrong("不是日期，请写成 2026-03-15 的样子，并核对月、日")

    def _date_range(self, data: JsonValue) -> DateRange:
        if not isinstance(data, list) or len(data) != 2:
            raise self._wrong("应是开始、结束两个日期")
        start, end = self._date(data[0]), self._date(data[1])
        if end < start:
            raise self._wrong("的结束日期早于开始日期，请对调或改正")
        return DateRange(start, end)

    def _amount(self, data: JsonValue) -> Amount:
        if isinstance(data, int | str) and not isinstance(data, bool):
            data = {"value": data}
        if not isinstance(data, dict) or "value" not in data:
            raise self._wrong('应是数字，请写成 42 的样子，带小数的写成 {"value": "4.5"}')
        unknown = sorted(data.keys() - set(_KNOWN))
        if unknown:
            raise self._unknown(unknown[0], "一项", list(_KNOWN))
        self._agrees_with_key(data)
        return Amount(self._number(data["value"]), self._unit(data), self._qualifier(data))

    def _agrees_with_key(self, data: dict[str, JsonValue]) -> None:
        binding = self._field.fact
        for part in sorted(_KEY_PARTS & data.keys()):
            given = data[part]
            preset = given.get("preset") if isinstance(given, dict) else given
            if binding is None or preset != getattr(binding, part):
                raise self._wrong(f"的 {part} 与这一项不符，请核对这个数该填在哪一项")

    def _number(self, data: JsonValue) -> Decimal:
        number = _decimal(data)
        if number is None:
            raise self._wrong("不是数字，请写成 42 的样子")
        if number < 0 or number > LARGEST_NUMBER:
            raise self._wrong("超出范围，请核对这个数")
        if number != round(number, MOST_DECIMALS):
            raise self._wrong(f"小数点后最多 {MOST_DECIMALS} 位，请核对这个数")
        if self._field.type in {FieldType.COUNT, FieldType.ORDINAL} and number % 1:
            raise self._wrong("应是整数")
        if self._field.type is FieldType.PERCENT and number > 100:
            raise self._wrong("超过 100%，请核对")
        return abs(number)

    def _unit(self, data: dict[str, JsonValue]) -> str:
        unit = data.get("unit", self._field.unit)
        if self._field.takes_any_unit:
            return self._own_unit(unit)
        if not isinstance(unit, str) or unit not in (self._field.units or ("",)):
            allowed = "、".join(self._field.units)
            raise self._wrong(f"的单位只能是{allowed}" if allowed else "不带单位，请删去 unit")
        return unit

    def _own_unit(self, unit: JsonValue) -> str:
        text = self._text(unit)
        if len(text) > LONGEST_UNIT:
            raise self._wrong(f"的单位最多 {LONGEST_UNIT} 字，请改短")
        return text

    def _qualifier(self, data: dict[str, JsonValue]) -> Qualifier:
        word = data.get("qualifier", Qualifier.EXACT.value)
        if word not in [one.value for one in Qualifier]:
            raise self._wrong("的约数词只能是准确、余、多、约、近")
        return Qualifier(str(word))

    def _items(self, data: JsonValue) -> Items:
        texts = tuple(self._text(item) for item in self._list(data, "一列文字", "条"))
        known = [choice.id for choice in self._field.choices]
        for text in texts:
            if known and text not in known:
                raise self._unknown(text, "个选项", known)
        return Items(texts)

    def _list(self, data: JsonValue, what: str, measure: str) -> list[JsonValue]:
        if not isinstance(data, list):
            raise self._wrong(f"应是{what}，请放在 [ ] 里")
        if len(data) > LONGEST_LIST and not self._trusted:
            raise self._wrong(f"太多，最多 {LONGEST_LIST} {measure}，请删减")
        return data

    def _document_reference(self, data: JsonValue) -> DocumentReference:
        title, number = self._two_texts(data, "title", "number")
        return DocumentReference(title, number)

    def _contact(self, data: JsonValue) -> Contact:
        name, phone = self._two_texts(data, "name", "phone")
        return Contact(name, phone)

    def _two_texts(self, data: JsonValue, first: str, second: str) -> tuple[str, str]:
        if not isinstance(data, dict) or not data or data.keys() - {first, second}:
            raise self._wrong(f"应写成 {first} 和 {second} 两项")
        return self._text(data.get(first, "")), self._text(data.get(second, ""))

    def _rows(self, data: JsonValue) -> Rows:
        listed = self._list(data, "一行一行的表", "行")
        taken: set[str] = set()
        return Rows(tuple(self._row(row, number, taken) for number, row in enumerate(listed, 1)))

    def _row(self, data: JsonValue, number: int, taken: set[str]) -> Row:
        if not isinstance(data, dict):
            raise self._wrong(f"第 {number} 行应是一组填写项")
        cells = {name: self._cell(name, cell, number) for name, cell in data.items() if name != "uid"}
        uid = data.get("uid")
        if not isinstance(uid, str) or not _UID.fullmatch(uid) or uid in taken:
            uid = uuid4().hex
        taken.add(uid)
        return Row(uid, MappingProxyType(cells))

    def _cell(self, name: str, data: JsonValue, number: int) -> Value:
        column = self._field.column(name)
        if column is None:
            known = [one.id for one in self._field.columns]
            near = did_you_mean(name[:LONGEST_NAME], known).removesuffix("。")
            raise self._wrong(f"第 {number} 行里没有“{excerpt(name)}”这一列{near}")
        try:
            return from_json(data, column, year=self._year, trusted=self._trusted)
        except BadInput as error:
            raise self._wrong(f"第 {number} 行：{str(error).rstrip('。')}") from error


_KEY_PARTS = frozenset({"scope", "period", "item", "list"})
_KNOWN = ("value", "unit", "qualifier", "scope", "period", "item", "list")
_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UID = re.compile(r"[\w-]{1,64}")


def _decimal(data: JsonValue) -> Decimal | None:
    if isinstance(data, bool) or not isinstance(data, int | str):
        return None
    if isinstance(data, int):
        return Decimal(data)
    return Decimal(data) if _NUMBER.fullmatch(data) else None


def excerpt(text: str) -> str:
    """The beginning of a foreign text, on one line and without control characters, for a sentence about it."""
    line = re.sub(r"\s+", " ", CONTROL_CHARACTERS.sub("", text)).strip()
    return line if len(line) <= LONGEST_NAME else f"{line[:LONGEST_NAME]}…"


def edited_text_to_json(text: EditedText) -> JsonValue:
    """``{"pieces": ["…", {"field": id, "row": uid}], "clauses": [ids]}``."""
    return {"pieces": [_piece_to_json(piece) for piece in text.pieces], "clauses": list(text.clauses)}


_REF_PARTS = ("field", "format", "parent", "row")


def _piece_to_json(piece: TextPiece) -> JsonValue:
    if isinstance(piece, str):
        return piece
    return {name: text for name in _REF_PARTS if (text := getattr(piece, name))}


def edited_text_from_json(data: JsonValue) -> EditedText:
    """The edited text; in an answers file a bare list of pieces will do.

    Raises:
        BadInput: when the shape is another.
    """
    pieces = data.get("pieces") if isinstance(data, dict) else data
    clauses = data.get("clauses", []) if isinstance(data, dict) else []
    if not isinstance(pieces, list) or not isinstance(clauses, list):
        raise BadInput("改过的文字应是一列文字和数字项，请核对 texts 这一部分。")
    if not all(isinstance(clause, str) for clause in clauses):
        raise BadInput("改过的文字的 clauses 应是一列名称，请核对 texts 这一部分。")
    return EditedText(tuple(_piece_from_json(piece) for piece in pieces), tuple(map(str, clauses)))


def _piece_from_json(data: JsonValue) -> TextPiece:
    if isinstance(data, str):
        return CONTROL_CHARACTERS.sub("", data)
    if isinstance(data, dict) and data.get("field") and data.keys() <= set(_REF_PARTS):
        named = {name: part for name, part in data.items() if isinstance(part, str)}
        if len(named) == len(data):
            return TokenRef(**named)
    raise BadInput("改过的文字里有看不懂的部分，请核对 texts 这一部分。")


def mapping_to_json(answers: Mapping[str, Value]) -> dict[str, JsonValue]:
    """All answers as JSON, in the order they stand."""
    return {name: to_json(value) for name, value in answers.items()}
