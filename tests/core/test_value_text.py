"""How values read in a sentence."""

from datetime import date

import pytest

from tests.core.small_kind import YEAR, about, exact, more_than, rows
from xiaoxie_desktop.core.amounts import MoneyStyle
from xiaoxie_desktop.core.answers import (
    Contact,
    DateRange,
    DocumentReference,
    Items,
    Unreadable,
    Value,
)
from xiaoxie_desktop.core.report import Choice, Field, FieldType
from xiaoxie_desktop.core.value_text import FORMATS, PrintContext, formats_of, value_text


def field(kind: FieldType, **more: object) -> Field:
    return Field("one", kind, "一项", **more)


COUNT, MONEY, SESSION = (field(kind) for kind in (FieldType.COUNT, FieldType.MONEY, FieldType.ORDINAL))
DAY, SPAN = field(FieldType.DATE), field(FieldType.DATE_RANGE)
LIST, TABLE = field(FieldType.LIST), field(FieldType.ROWS, columns=(COUNT,))
CHOICE = field(FieldType.CHOICE, choices=(Choice("quality", "质量"),))
CHOICES = field(FieldType.CHOICES, choices=(Choice("quality", "质量"), Choice("price", "价格")))
TEXT, LONG = field(FieldType.TEXT), field(FieldType.LONG_TEXT)
LETTER = field(FieldType.DOCUMENT_REFERENCE)
CONTACT, TRUTH = field(FieldType.CONTACT), field(FieldType.BOOL)
MARCH = DateRange(date(2026, 3, 10), date(2026, 3, 20))

TEXTS = [
    pytest.param(exact(42, "件"), COUNT, "", "42件", id="count"),
    pytest.param(exact(42, "件"), COUNT, "bare", "42", id="bare"),
    pytest.param(exact(0, "件"), COUNT, "", "0件", id="nothing prints as 0"),
    pytest.param(exact(0, "项"), COUNT, "counted", "0项", id="nothing is not counted in words"),
    pytest.param(exact(2, "项"), COUNT, "counted", "两项", id="两项"),
    pytest.param(exact(6, "项"), COUNT, "counted", "六项", id="六项"),
    pytest.param(exact(12, "项"), COUNT, "counted", "12项", id="beyond ten in digits"),
    pytest.param(more_than(10, "项"), COUNT, "counted", "10余项", id="inexact in digits"),
    pytest.param(exact(217326, "元"), MONEY, "", "21.73万元", id="money in the document's unit"),
    pytest.param(exact(3, "届"), SESSION, "", "第三届", id="ordinal"),
    pytest.param(exact(10000, "期"), SESSION, "", "第10000期", id="ordinal beyond words"),
    pytest.param(date(2026, 3, 15), DAY, "", "3月15日", id="day of the report's year"),
    pytest.param(date(2025, 12, 3), DAY, "", "2025年12月3日", id="day of another year"),
    pytest.param(date(2026, 3, 5), DAY, "full", "2026年3月5日", id="full, no noughts"),
    pytest.param(date(2025, 3, 5), DAY, "day", "3月5日", id="day"),
    pytest.param(date(2025, 3, 5), DAY, "month", "3月", id="month"),
    pytest.param(date(2025, 3, 5), DAY, "year", "2025年", id="year"),
    pytest.param(MARCH, SPAN, "", "3月10日至20日", id="days of a month"),
    pytest.param(MARCH, SPAN, "full", "2026年3月10日至20日", id="days of a month, full"),
    pytest.param(
        DateRange(date(2026, 3, 10), date(2026, 4, 2)), SPAN, "", "3月10日至4月2日", id="two months"
    ),
    pytest.param(
        DateRange(date(2025, 12, 30), date(2026, 1, 3)),
        SPAN,
        "",
        "2025年12月30日至2026年1月3日",
        id="two years",
    ),
    pytest.param(
        DateRange(date(2025, 3, 1), date(2025, 3, 2)), SPAN, "", "2025年3月1日至2日", id="another year"
    ),
    pytest.param(DateRange(date(2026, 3, 1), date(2026, 3, 1)), SPAN, "", "3月1日", id="one day"),
    pytest.param(Items(("学校", " ", "市场；")), LIST, "", "学校、市场", id="list"),
    pytest.param(Items(("学校", "市场")), LIST, "counted", "两", id="list counted"),
    pytest.param(Items(("学校", "市场")), LIST, "count", "二", id="list counted plainly"),
    pytest.param(Items(("price", "quality")), CHOICES, "", "价格、质量", id="choices by their labels"),
    pytest.param(rows({"one": exact(1)}, {}), TABLE, "", "1", id="rows, empty ones aside"),
    pytest.param(rows({"one": exact(1)}, {"one": exact(2)}), TABLE, "counted", "两", id="rows counted"),
    pytest.param(rows({"one": exact(1)}), TABLE, "nonsense", "1", id="unknown format is the plain one"),
    pytest.param("quality", CHOICE, "", "质量", id="choice by its label"),
    pytest.param("维权站人手少。", TEXT, "", "维权站人手少", id="phrase without its full stop"),
    pytest.param(" 一段话。\n又一段。 ", LONG, "", "一段话。\n又一段。", id="long text with its marks"),
    pytest.param("。", LONG, "", "", id="long text of marks alone"),
    pytest.param(
        DocumentReference("工作方案", "消协〔2026〕3号"),
        LETTER,
        "",
        "《工作方案》（消协〔2026〕3号）",
        id="letter",
    ),
    pytest.param(
        DocumentReference("《工作方案》", "（消协〔2026〕3号）"),
        LETTER,
        "",
        "《工作方案》（消协〔2026〕3号）",
        id="letter typed with its marks",
    ),
    pytest.param(DocumentReference("方案", "3号"), LETTER, "title", "《方案》", id="title of a letter"),
    pytest.param(DocumentReference("方案", "3号"), LETTER, "number", "3号", id="number of a letter"),
    pytest.param(DocumentReference("", "3号"), LETTER, "", "3号", id="letter without a title"),
    pytest.param(Contact("王女士", "0000-1234567"), CONTACT, "", "王女士（0000-1234567）", id="contact"),
    pytest.param(Contact("", " 0000 "), CONTACT, "", "0000", id="contact without a name"),
    pytest.param(True, TRUTH, "", "是", id="yes"),
    pytest.param(False, TRUTH, "", "否", id="no"),
    pytest.param(Unreadable("abc"), COUNT, "", "", id="not understood"),
    pytest.param(" ", TEXT, "", "", id="spaces"),
    pytest.param(Contact(" ", ""), CONTACT, "", "", id="empty contact"),
    pytest.param(about("98.5", "%"), field(FieldType.PERCENT), "", "约98.5%", id="qualified decimals"),
]


@pytest.mark.parametrize(("value", "one", "style", "text"), TEXTS)
def test_value_text(value: Value, one: Field, style: str, text: str):
    assert value_text(value, one, style, PrintContext(YEAR, MoneyStyle.WAN)) == text


def test_every_type_has_formats_and_the_plain_one_but_rows():
    assert all("" in formats_of(kind) for kind in FieldType if kind is not FieldType.ROWS)
    assert set(FORMATS) <= set(FieldType)
