"""Values as JSON: what is written is read back the same, whatever the field; edited texts likewise."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.small_kind import YEAR, exact, more_than
from xiaoxie_desktop.core.amounts import amount_text
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
from xiaoxie_desktop.core.draft import EditedText, TokenRef
from xiaoxie_desktop.core.reading import clean_text, read_value
from xiaoxie_desktop.core.report import Choice, Field, FieldType
from xiaoxie_desktop.core.value_json import (
    LONGEST_LIST,
    LONGEST_TEXT,
    edited_text_from_json,
    edited_text_to_json,
    from_json,
    mapping_to_json,
    to_json,
)

CHOICES = (Choice("quality", "质量"), Choice("price", "价格"))
UNITS = {
    FieldType.COUNT: ("份", "册"),
    FieldType.QUANTITY: ("公斤", "吨"),
    FieldType.MONEY: ("元", "万元"),
    FieldType.PERCENT: ("%",),
    FieldType.ORDINAL: ("届",),
}
TEXTS = st.text(max_size=30).map(clean_text)
DAYS = st.dates(date(1000, 1, 1))
WHOLE = st.integers(0, 10**12).map(Decimal)
FRACTIONS = st.decimals(0, 10**9, places=6)


def plain(kind: FieldType) -> Field:
    chosen = CHOICES if kind in {FieldType.CHOICE, FieldType.CHOICES} else ()
    return Field(kind.value, kind, "一项", units=UNITS.get(kind, ()), choices=chosen)


def amounts(kind: FieldType, numbers: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Amount]:
    return st.builds(Amount, numbers, st.sampled_from(UNITS[kind]), st.sampled_from(list(Qualifier)))


ITEMS = st.lists(TEXTS, max_size=4).map(lambda texts: Items(tuple(texts)))
VALUES: dict[FieldType, st.SearchStrategy[Value]] = {
    FieldType.TEXT: TEXTS,
    FieldType.LONG_TEXT: TEXTS,
    FieldType.ORGANIZATION: TEXTS,
    FieldType.BOOL: st.booleans(),
    FieldType.DATE: DAYS,
    FieldType.DATE_RANGE: st.tuples(DAYS, DAYS).map(lambda days: DateRange(min(days), max(days))),
    FieldType.COUNT: amounts(FieldType.COUNT, WHOLE),
    FieldType.ORDINAL: amounts(FieldType.ORDINAL, WHOLE),
    FieldType.QUANTITY: amounts(FieldType.QUANTITY, FRACTIONS),
    FieldType.MONEY: amounts(FieldType.MONEY, FRACTIONS),
    FieldType.PERCENT: amounts(FieldType.PERCENT, st.decimals(0, 100, places=2)),
    FieldType.CHOICE: st.sampled_from(["", "quality", "price"]),
    FieldType.CHOICES: st.lists(st.sampled_from(["quality", "price"]), unique=True).map(
        lambda texts: Items(tuple(texts))
    ),
    FieldType.LIST: ITEMS,
    FieldType.PEOPLE: ITEMS,
    FieldType.CONTACT: st.builds(Contact, TEXTS, TEXTS),
    FieldType.DOCUMENT_REFERENCE: st.builds(DocumentReference, TEXTS, TEXTS),
}
COLUMNS = tuple(plain(kind) for kind in VALUES)
TABLE = Field("table", FieldType.ROWS, "表", columns=COLUMNS)
CELLS = st.fixed_dictionaries({}, optional={kind.value: values for kind, values in VALUES.items()})
TABLES = st.lists(CELLS, max_size=4).map(
    lambda rows: Rows(tuple(Row(f"uid-{number}", cells) for number, cells in enumerate(rows)))
)


def through_a_file(value: Value, field: Field, *, trusted: bool) -> Value:
    text = json.dumps(to_json(value), ensure_ascii=False)
    return from_json(json.loads(text), field, year=YEAR, trusted=trusted)


def test_every_type_but_computed_is_tried():
    assert {*VALUES, FieldType.ROWS, FieldType.COMPUTED} == set(FieldType)


@pytest.mark.parametrize("trusted", [True, False], ids=["own", "foreign"])
@pytest.mark.parametrize("kind", list(VALUES))
@given(data=st.data())
def test_a_value_comes_back_the_same(kind: FieldType, trusted: bool, data: st.DataObject):
    value = data.draw(VALUES[kind])
    assert through_a_file(value, plain(kind), trusted=trusted) == value


@given(TABLES)
def test_rows_come_back_the_same_with_their_uids(table: Rows):
    assert through_a_file(table, TABLE, trusted=True) == table
    assert through_a_file(table, TABLE, trusted=False) == table


@given(st.sampled_from(list(VALUES)), st.text(max_size=30))
def test_whatever_is_typed_survives_the_own_data_file(kind: FieldType, typed: str):
    value = read_value(typed, plain(kind), year=YEAR)
    if kind in UNITS or kind in {FieldType.DATE, FieldType.TEXT, FieldType.LONG_TEXT}:
        assert value is None or through_a_file(value, plain(kind), trusted=True) == value


LONG = "长" * (LONGEST_TEXT + 1000)
OWN = [
    pytest.param(Unreadable("四十二"), plain(FieldType.COUNT), id="not understood"),
    pytest.param(LONG, plain(FieldType.LONG_TEXT), id="21,000 characters"),
    pytest.param(Items(("条",) * (LONGEST_LIST + 1000)), plain(FieldType.LIST), id="3,000 items"),
    pytest.param(
        Rows((Row("r1", {"count": Unreadable("很多")}), Row("r2"))), TABLE, id="half rows and unread cells"
    ),
]


@pytest.mark.parametrize(("value", "field"), OWN)
def test_the_own_data_file_holds_whatever_was_typed(value: Value, field: Field):
    assert through_a_file(value, field, trusted=True) == value


WRITTEN = [
    pytest.param(42, plain(FieldType.COUNT), exact(42, "份"), id="whole number alone"),
    pytest.param("42", plain(FieldType.COUNT), exact(42, "份"), id="digits alone"),
    pytest.param("4.5", plain(FieldType.MONEY), exact("4.5", "元"), id="decimal alone"),
    pytest.param(
        {"value": "4", "unit": "万元", "qualifier": "余"},
        plain(FieldType.MONEY),
        more_than(4, "万元"),
        id="all parts",
    ),
    pytest.param({"value": 4}, plain(FieldType.MONEY), exact(4, "元"), id="whole number as value"),
    pytest.param("--03-15", plain(FieldType.DATE), date(YEAR, 3, 15), id="date without a year"),
    pytest.param("𨙸城", plain(FieldType.TEXT), "𨙸城", id="rare hanzi"),
    pytest.param(
        {"value": "46", "unit": "台（件）"},
        Field("things", FieldType.QUANTITY, "物品"),
        exact(46, "台（件）"),
        id="a unit of the writer's own",
    ),
    pytest.param(
        {"title": "方案"}, plain(FieldType.DOCUMENT_REFERENCE), DocumentReference("方案"), id="half"
    ),
]


@pytest.mark.parametrize(("data", "field", "value"), WRITTEN)
def test_written_by_hand(data: object, field: Field, value: Value):
    assert from_json(data, field, year=YEAR) == value


def test_minus_nought_is_nought():
    assert amount_text(from_json({"value": "-0"}, plain(FieldType.COUNT), year=YEAR)) == "0份"


UIDS = [
    pytest.param([{"uid": "a"}, {"uid": "a"}], 1, id="doubled"),
    pytest.param([{"uid": 7}, {"uid": ""}], 0, id="no text"),
    pytest.param([{"uid": "甲" * 65}, {"uid": "a b\n"}], 0, id="too long or with spaces"),
    pytest.param([{}, {}], 0, id="missing"),
]


@pytest.mark.parametrize(("data", "kept"), UIDS)
def test_every_row_gets_a_uid_of_its_own(data: list[dict[str, object]], kept: int):
    table = from_json(data, TABLE, year=YEAR)
    assert isinstance(table, Rows)
    uids = [row.uid for row in table.rows]
    assert len(set(uids)) == len(uids)
    assert sum(uid == "a" for uid in uids) == kept


REFS = st.builds(TokenRef, st.text("abc_", min_size=1), st.text("abc"), st.text("abc"), st.text("abc"))
EDITED = st.builds(
    EditedText,
    st.lists(st.one_of(TEXTS, REFS), max_size=6).map(tuple),
    st.lists(st.text("abc.:", max_size=5), max_size=3).map(tuple),
)


@given(EDITED)
def test_an_edited_text_comes_back_the_same(text: EditedText):
    assert edited_text_from_json(json.loads(json.dumps(edited_text_to_json(text)))) == text


def test_an_edited_text_may_be_a_bare_list():
    data = ["共受理\x07投诉", {"field": "accepted"}, "。"]
    assert edited_text_from_json(data) == EditedText(("共受理投诉", TokenRef("accepted"), "。"))


def test_all_answers_in_their_order():
    answers = {"theme": "提升消费品质", "sealed": True, "date": date(2026, 12, 18)}
    assert list(mapping_to_json(answers).items()) == [
        ("theme", "提升消费品质"),
        ("sealed", True),
        ("date", "2026-12-18"),
    ]
