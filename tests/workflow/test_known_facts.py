"""Answers and the fact base: what an edit says of a fact, and what facts answer in another report."""

from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.small_kind import ACCEPTED, EVENTS, KIND, RESOLVED, THEME
from xiaoxie_desktop.core.answers import Amount, Row, Rows, Unreadable, Value
from xiaoxie_desktop.core.facts import FactKey, PeriodPreset
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.report import Field
from xiaoxie_desktop.workflow.known_facts import answers_from, facts_in

KEY = FactKey("o1", 2026, "accepted_count", list="cca")
NUMBER = {"value": "42", "unit": "件"}


def event_key(item: str) -> FactKey:
    return FactKey("o1", 2026, "event_people", item, period=PeriodPreset.CAMPAIGN_315)


def table(*cells: dict[str, Value]) -> Rows:
    return Rows(tuple(Row(f"r{number}", MappingProxyType(one)) for number, one in enumerate(cells)))


@pytest.mark.parametrize(
    ("field", "before", "after", "said"),
    [
        (RESOLVED, None, Amount(Decimal(1), "件"), []),
        (ACCEPTED, None, Amount(Decimal(42), "件"), [(KEY, NUMBER)]),
        (ACCEPTED, Amount(Decimal(42), "件"), None, [(KEY, None)]),
        (ACCEPTED, Amount(Decimal(42), "件"), Unreadable("几件"), []),
        (THEME, "主题", " ", [(FactKey("o1", 2026, "theme"), None)]),
        (
            EVENTS,
            None,
            table(
                {"name": "游园 ", "people": Amount(Decimal(8), "人")}, {"people": Amount(Decimal(1), "人")}
            ),
            [(event_key("游园"), {"name": "游园 ", "people": {"value": "8", "unit": "人"}})],
        ),
        (
            EVENTS,
            table({"name": "甲"}, {"name": "乙"}),
            table({"name": "乙"}, {"name": "丙", "people": Unreadable("多")}),
            [
                (event_key("甲"), None),
                (event_key("乙"), None),
                (event_key("乙"), {"name": "乙"}),
                (event_key("丙"), {"name": "丙"}),
            ],
        ),
        (EVENTS, table({"name": "甲"}), table({"name": "甲"}, {}), []),
        (
            EVENTS,
            None,
            table({"name": "甲", "place": "东"}, {"name": "甲", "place": "西"}),
            [(event_key("甲"), {"name": "甲", "place": "东"})],
        ),
        (EVENTS, table({"name": "甲"}), None, [(event_key("甲"), None)]),
    ],
    ids=[
        "unbound",
        "figure",
        "cleared",
        "unreadable",
        "blank",
        "rows",
        "row gone",
        "row empty",
        "twice",
        "table gone",
    ],
)
def test_edit_says_this_of_the_fact_base(
    field: Field, before: Value | None, after: Value | None, said: list[tuple[FactKey, JsonValue]]
) -> None:
    facts = facts_in(field, before, after, organization="o1", year=2026)
    assert [(fact.key, fact.value) for fact in facts] == said


@pytest.mark.parametrize(
    ("key", "value", "answers"),
    [
        (KEY, NUMBER, {"accepted": Amount(Decimal(42), "件")}),
        (FactKey("o1", 2025, "accepted_count", list="cca"), NUMBER, {}),
        (FactKey("o2", 2026, "accepted_count", list="cca"), NUMBER, {}),
        (FactKey("o1", 2026, "accepted_count", list="12315"), NUMBER, {}),
        (FactKey("o1", 2026, "accepted_count", "食品", list="cca"), NUMBER, {}),
        (FactKey("o1", 2026, "accepted_count", list="cca", period=PeriodPreset.DAY_315), NUMBER, {}),
        (FactKey("o1", 2026, "accepted_count", list="cca", scope="town"), NUMBER, {}),
        (KEY, {"value": "42", "unit": "公里"}, {}),
        (KEY, "四十二", {}),
        (event_key(""), {"name": "游园"}, {}),
        (event_key("游园"), {"weight": "1"}, {}),
    ],
)
def test_only_the_whole_key_answers(key: FactKey, value: JsonValue, answers: dict[str, Value]) -> None:
    assert dict(answers_from(KIND, {key: value}, organization="o1", year=2026)) == answers


cells = st.fixed_dictionaries(
    {"name": st.sampled_from(["甲", "乙", "丙", "丁"])},
    optional={"people": st.integers(0, 99).map(lambda number: Amount(Decimal(number), "人"))},
)


@given(st.lists(cells, min_size=1, max_size=4, unique_by=lambda one: one["name"]))
def test_table_comes_back_from_its_facts_in_order(given_cells: list[dict[str, Value]]) -> None:
    facts = facts_in(EVENTS, None, table(*given_cells), organization="o1", year=2026)
    answers = answers_from(KIND, {fact.key: fact.value for fact in facts}, organization="o1", year=2026)
    known = answers["events"]
    assert isinstance(known, Rows)
    assert [dict(row.cells) for row in known.rows] == given_cells
    assert len({row.uid for row in known.rows}) == len(given_cells)
