"""Fills the fields of a shipped kind for tests: every figure a number of its own, so that it can be found again."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from xiaoxie_desktop.core.answers import (
    Amount,
    Answers,
    DateRange,
    DocumentReference,
    Items,
    Row,
    Rows,
    Value,
)
from xiaoxie_desktop.core.composed import ComposedReport
from xiaoxie_desktop.core.composing import compose
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import AMOUNT_TYPES, LIST_TYPES, Field, FieldType, ReportKind

YEAR = 2025
UNIT = Organization("u", name="青禾县清溪镇消费者协会分会", self_reference="我分会", place="清溪镇")
LABELS = re.compile(r"^(?:[一二三四五六七八九十]+、[^。]*。)?(?:案情简介|处理过程及结果|案例评析)：")
NOTES = re.compile(r"(?<=。)（[^（）]*）$")
WORDS = "春夏秋冬东西南北梅兰竹菊金木水火土风云雨雪山川江河湖海"


class Filler:
    """Makes values: the n-th figure is 3001 + n, the n-th date another day, the n-th text other words."""

    def __init__(self) -> None:
        self._made = 0
        self.figures: dict[str, list[str]] = {}
        """Field id → the texts of the figures put into it."""

    def value(self, field: Field) -> Value | None:
        """A value for the field; None for one that is computed."""
        self.figures[field.id] = []
        return self._value(field, self.figures[field.id])

    def _value(self, field: Field, figures: list[str]) -> Value | None:
        self._made += 1
        if field.type in AMOUNT_TYPES:
            figures.append(str(3000 + self._made))
            return Amount(Decimal(3000 + self._made), field.unit or "个")
        if field.type in LIST_TYPES:
            return Items((self._words(), self._words()))
        match field.type:
            case FieldType.COMPUTED:
                return None
            case FieldType.BOOL:
                return True
            case FieldType.DATE:
                return date(YEAR, 1, 1) + timedelta(days=self._made)
            case FieldType.DATE_RANGE:
                start = date(YEAR, 1, 1) + timedelta(days=self._made)
                return DateRange(start, start + timedelta(days=9))
            case FieldType.CHOICE:
                return field.choices[self._made % len(field.choices)].id
            case FieldType.DOCUMENT_REFERENCE:
                return DocumentReference(f"关于{self._words()}的通知", f"青消协〔{YEAR}〕2号")
            case FieldType.ROWS:
                return Rows(tuple(self._row(field, number, figures) for number in range(2)))
            case _:
                return self._words()

    def _row(self, field: Field, number: int, figures: list[str]) -> Row:
        cells = {column.id: self._value(column, figures) for column in field.columns}
        return Row(f"r{number}", {name: cell for name, cell in cells.items() if cell is not None})

    def _words(self) -> str:
        self._made += 1
        first, second = divmod(self._made, len(WORDS))
        return f"{WORDS[first % len(WORDS)]}{WORDS[second]}字样"


def filled(kind: ReportKind, field_ids: Iterable[str], filler: Filler) -> Answers:
    """Answers to these fields of the kind."""
    wanted = set(field_ids)
    values = {field.id: filler.value(field) for _, field in kind.fields() if field.id in wanted}
    return {name: value for name, value in values.items() if value is not None}


def without_label(line: str) -> str:
    """The line without its numbered heading, the label before its text in every case, or the note behind it."""
    return NOTES.sub("", LABELS.sub("", line))


def composed(kind: ReportKind, answers: Answers) -> ComposedReport:
    """The report of these answers for the invented unit."""
    draft = Draft("d", UNIT.uid, kind.id, kind.version, YEAR, answers=answers)
    return compose(kind, draft, UNIT)
