"""What staff answered: frozen values of the field types, as they were given, and the mapping that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType


class Qualifier(StrEnum):
    """约数词: how exact a figure is. 余 and 多 stand after the number, 约 and 近 before it."""

    EXACT = "准确"
    YU = "余"
    DUO = "多"
    YUE = "约"
    JIN = "近"

    @property
    def stands_before(self) -> bool:
        """Whether the word is printed before the number."""
        return self in {Qualifier.YUE, Qualifier.JIN}


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its unit as typed: 3200 余 份, 4 余 万元, 98.2 %."""

    number: Decimal
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT

    @property
    def is_exact(self) -> bool:
        """Whether rates may be computed from it."""
        return self.qualifier is Qualifier.EXACT


@dataclass(frozen=True, slots=True)
class DateRange:
    """起止日期, both included; ``end`` is never before ``start``."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """A document cited by title (without 《》) and 发文字号, either of which may be empty."""

    title: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """联系人 and 联系电话, either of which may be empty."""

    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short texts (存在的问题, 五进, 成员单位), in order."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What was typed into a field that could not be understood; kept so that nothing is lost, never printed."""

    typed: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of fields. ``uid`` is permanent; a missing key is a cell not filled yet."""

    uid: str
    cells: Mapping[str, "Value"] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of fields, half-entered rows included."""

    rows: tuple[Row, ...] = ()


Value = str | bool | date | Amount | DateRange | DocumentReference | Contact | Items | Rows | Unreadable
"""text, long_text, choice and organization are ``str``; choices, list and people are ``Items``."""

Answers = Mapping[str, Value]
"""Field id → value. A missing key is a field not filled."""


def is_filled(value: Value | None) -> bool:
    """Whether a value says something that can be printed: no empty text, no empty list, nothing unreadable."""
    match value:
        case None | Unreadable():
            return False
        case str():
            return bool(value.strip())
        case Items(texts):
            return any(text.strip() for text in texts)
        case Rows():
            return bool(filled_rows(value))
        case DocumentReference(title, number):
            return bool(title.strip() or number.strip())
        case Contact(name, phone):
            return bool(name.strip() or phone.strip())
        case _:
            return True


def filled_rows(value: Rows) -> tuple[Row, ...]:
    """The rows in which at least one cell is filled, in order."""
    return tuple(row for row in value.rows if any(is_filled(cell) for cell in row.cells.values()))
