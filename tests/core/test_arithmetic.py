"""The answers that count: what is hidden, left out or computed, and that it always settles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.small_kind import (
    COMPLAINTS,
    FULL,
    KIND,
    YEAR,
    about,
    count,
    draft,
    exact,
    kind_with,
    more_than,
    rows,
)
from xiaoxie_desktop.core.answers import Amount, Items, Rows, Unreadable, Value, is_filled
from xiaoxie_desktop.core.arithmetic import effective_answers, visible_fields
from xiaoxie_desktop.core.conditions import AllOf, AnyOf, AtLeast, Condition, Equals, Filled, holds
from xiaoxie_desktop.core.report import Derivation, DerivationKind, Field, FieldType


def computed(field_id: str, kind: DerivationKind, *inputs: str, unit: str = "件", **more: int) -> Field:
    return Field(
        field_id, FieldType.COMPUTED, field_id, units=(unit,), derive=Derivation(kind, inputs, **more)
    )


A, B, C = (count(name, name) for name in "abc")
PAID = Field("paid", FieldType.MONEY, "金额", units=("元", "万元"))
MORE = Field("more", FieldType.MONEY, "另有", units=("元", "万元"))
LIST = Field("list", FieldType.LIST, "条目")
TABLE = Field(
    "table",
    FieldType.ROWS,
    "表",
    columns=(
        Field("name", FieldType.TEXT, "名称", required=True),
        count("n", "件数"),
        count("m", "另有"),
        computed("part", DerivationKind.ROW_SHARE, "n", "a", unit="%"),
        computed("both", DerivationKind.SUM, "n", "m"),
    ),
)
ONE, TWO = {"name": "甲", "n": exact(3, "件")}, {"name": "乙", "n": exact(1, "件")}

K = DerivationKind
COMPUTED = [
    pytest.param(K.SHARE, ("a", "b"), {"a": exact(87), "b": exact(114)}, exact("76.3", "%"), id="share"),
    pytest.param(K.SHARE, ("a", "b"), {"a": exact(87)}, None, id="share without its whole"),
    pytest.param(K.SHARE, ("a", "b"), {"a": more_than(87), "b": exact(114)}, None, id="inexact share"),
    pytest.param(K.SHARE, ("a", "b"), {"a": Unreadable("x"), "b": exact(1)}, None, id="unread share"),
    pytest.param(K.SUM, ("a", "b"), {"a": exact(3, "件"), "b": exact(4, "件")}, exact(7, "件"), id="sum"),
    pytest.param(K.SUM, ("a", "b"), {"a": exact(3, "件")}, exact(3, "件"), id="sum of what is there"),
    pytest.param(K.SUM, ("a", "b"), {}, None, id="sum of nothing"),
    pytest.param(K.SUM, ("a", "b"), {"a": exact(3), "b": Unreadable("x")}, None, id="sum with unread input"),
    pytest.param(K.SUM, ("a", "b"), {"a": about(3, "件"), "b": exact(4, "件")}, about(7, "件"), id="about"),
    pytest.param(K.DIFFERENCE, ("a", "b"), {"a": exact(9), "b": exact(4)}, exact(5, "件"), id="difference"),
    pytest.param(K.DIFFERENCE, ("a", "b"), {"a": exact(9)}, None, id="difference, input missing"),
    pytest.param(K.ROW_SUM, ("table", "n"), {"table": rows(ONE, TWO)}, exact(4, "件"), id="rows summed"),
    pytest.param(
        K.ROW_SUM,
        ("table", "n"),
        {"table": rows(ONE, {"n": exact(9, "件")})},
        exact(3, "件"),
        id="half row aside",
    ),
    pytest.param(
        K.ROW_SUM,
        ("table", "n"),
        {"table": rows(ONE, {"name": "丙", "n": Unreadable("x")})},
        None,
        id="unread cell",
    ),
    pytest.param(K.ROW_COUNT, ("table",), {"table": rows(ONE, TWO, {})}, exact(2, "件"), id="rows counted"),
    pytest.param(K.ROW_COUNT, ("table",), {"table": rows({}, {"n": exact(9)})}, None, id="no whole row"),
    pytest.param(
        K.ROW_COUNT, ("list",), {"list": Items(("甲", " ", "乙"))}, exact(2, "件"), id="items counted"
    ),
    pytest.param(K.YEARS_SINCE, ("year",), {}, exact(YEAR - 1982, "件"), id="years"),
]


@pytest.mark.parametrize(("kind", "inputs", "answers", "amount"), COMPUTED)
def test_computed(
    kind: DerivationKind, inputs: tuple[str, ...], answers: dict[str, Value], amount: Amount | None
):
    unit = "%" if kind is K.SHARE else "件"
    result = computed("result", kind, *inputs, unit=unit, base=1982)
    seen = effective_answers(kind_with(A, B, TABLE, LIST, result), draft(answers))
    assert seen.get("result") == amount


def test_no_years_before_the_first():
    field = computed("n", K.YEARS_SINCE, "year", base=YEAR)
    assert "n" not in effective_answers(kind_with(field), draft())


MONEY = [
    pytest.param({"paid": exact("5.1", "万元")}, exact(51000, "元"), id="万元 into 元"),
    pytest.param(
        {"paid": exact("5.1", "万元"), "more": exact(300, "元")}, exact(51300, "元"), id="万元 and 元"
    ),
]


@pytest.mark.parametrize(("answers", "total"), MONEY)
def test_a_computed_sum_of_money_is_converted_to_its_unit(answers: dict[str, Value], total: Amount):
    kind = kind_with(PAID, MORE, computed("total", K.SUM, "paid", "more", unit="元"))
    assert effective_answers(kind, draft(answers))["total"] == total


def test_computed_columns_take_the_row_first():
    answers = {"a": exact(4, "件"), "table": rows({**ONE, "m": exact(5, "件")})}
    table = effective_answers(kind_with(A, TABLE), draft(answers))["table"]
    assert isinstance(table, Rows)
    assert table.rows[0].cells["part"] == exact(75, "%")
    assert table.rows[0].cells["both"] == exact(8, "件")


def test_figures_computed_from_later_ones():
    first = computed("first", K.SHARE, "second", "c", unit="%")
    second = computed("second", K.SUM, "third", "a")
    third = computed("third", K.SUM, "a", "b")
    answers = {"a": exact(1, "件"), "b": exact(2, "件"), "c": exact(8, "件")}
    seen = effective_answers(kind_with(first, second, third, A, B, C), draft(answers))
    assert (seen["third"], seen["second"], seen["first"]) == (
        exact(3, "件"),
        exact(4, "件"),
        exact(50, "%"),
    )


def test_what_somebody_typed_into_a_computed_field_never_counts():
    seen = effective_answers(KIND, draft({"accepted": exact(4, "件"), "rate": exact(99, "%")}))
    assert "rate" not in seen


def hidden_by(condition: Condition, field_id: str) -> Field:
    return count(field_id, field_id, visible_when=condition)


def test_hidden_answers_are_left_out_but_kept_in_the_draft():
    answers = {**FULL, "doubled": exact(0, "件"), "doubled_amount": exact(500, "元")}
    one = draft(answers)
    assert "doubled_amount" not in effective_answers(KIND, one)
    assert one.answers["doubled_amount"] == exact(500, "元")


def test_a_hidden_answer_hides_no_other():
    b, c = hidden_by(Filled("a", wanted=False), "b"), hidden_by(Filled("b", wanted=False), "c")
    answers = {name: exact(1, "件") for name in "abc"}
    kind = kind_with(c, b, A)
    seen = effective_answers(kind, draft(answers))
    assert {"a", "c"} == seen.keys() - {"year"}
    assert [field.id for field in visible_fields(kind.sections[0], seen)] == ["c", "a"]


def test_conditions_may_look_at_the_year_and_at_computed_figures():
    shown = hidden_by(AtLeast("year", YEAR), "b")
    counted = hidden_by(AtLeast("rows", 2), "c")
    kind = kind_with(counted, shown, TABLE, computed("rows", K.ROW_COUNT, "table"))
    seen = effective_answers(kind, draft({"b": exact(1, "件"), "c": exact(1, "件"), "table": rows(ONE, TWO)}))
    assert {"b", "c"} <= seen.keys()


def test_two_fields_that_exclude_each_other_settle_on_one():
    a, b = hidden_by(Filled("b", wanted=False), "a"), hidden_by(Filled("a", wanted=False), "b")
    seen = effective_answers(kind_with(a, b), draft({"a": exact(1, "件"), "b": exact(1, "件")}))
    assert seen.keys() - {"year"} == {"b"}


def test_omitted_sections_count_nowhere():
    seen = effective_answers(KIND, draft({**FULL, "materials": exact(9, "份")}, omitted=("publicity",)))
    assert "materials" not in seen
    assert "accepted" in seen


NAMES = [f"f{number}" for number in range(6)]
SIMPLE = st.one_of(
    st.builds(Filled, st.sampled_from(NAMES), st.booleans()),
    st.builds(AtLeast, st.sampled_from(NAMES), st.integers(0, 2)),
    st.builds(Equals, st.sampled_from(NAMES), st.integers(0, 2)),
)
CONDITIONS = st.none() | SIMPLE | st.builds(lambda a, b: AllOf((a, b)), SIMPLE, SIMPLE)
CONDITIONS |= st.builds(lambda a, b: AnyOf((a, b)), SIMPLE, SIMPLE)
ANSWERS = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 2).map(lambda number: exact(number, "件")))


@given(st.lists(CONDITIONS, min_size=6, max_size=6), ANSWERS)
def test_any_conditions_settle_and_only_leave_out(
    conditions: list[Condition | None], answers: dict[str, Value]
):
    fields = [count(name, name, visible_when=one) for name, one in zip(NAMES, conditions, strict=True)]
    seen = effective_answers(kind_with(*fields), draft(answers))
    assert {name: seen[name] for name in seen if name != "year"}.items() <= answers.items()


@given(st.data(), ANSWERS)
def test_conditions_on_other_fields_in_any_order_agree_with_what_is_seen(
    data: st.DataObject, answers: dict[str, Value]
):
    order = data.draw(st.permutations(range(6)))
    fields = []
    for place, number in enumerate(order):
        earlier = [NAMES[one] for one in order[:place]]
        simple = st.builds(Filled, st.sampled_from(earlier), st.booleans()) if earlier else st.none()
        fields.append(count(NAMES[number], "", visible_when=data.draw(st.none() | simple)))
    fields = data.draw(st.permutations(fields))
    seen = effective_answers(kind_with(*fields), draft(answers))
    for field in fields:
        assert (field.id in seen) is (field.id in answers and holds(field.visible_when, seen))


def test_the_whole_kind():
    answers = {
        **FULL,
        "natures": rows(
            {"nature": "quality", "number": exact(87, "件")},
            {"nature": "price"},
            {},
            {"nature": "contract", "number": exact(27, "件")},
        ),
    }
    seen = effective_answers(KIND, draft(answers))
    natures = seen["natures"]
    assert isinstance(natures, Rows)
    assert [(row.uid, row.cells["part"]) for row in natures.rows] == [
        ("r1", exact("76.3", "%")),
        ("r4", exact("23.7", "%")),
    ]
    assert seen["rate"] == exact("98.2", "%")
    assert seen["open"] == exact(1, "件")
    assert all(is_filled(value) for value in seen.values())
    assert "doubled_amount" not in [field.id for field in visible_fields(COMPLAINTS, seen)]
