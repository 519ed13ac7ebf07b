"""Conditions: when they hold, and which fields they look at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.small_kind import exact, more_than, rows
from xiaoxie_desktop.core.answers import Answers, Contact, DocumentReference, Items, Unreadable
from xiaoxie_desktop.core.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Equals,
    Filled,
    Includes,
    fields_of,
    holds,
)

ANSWERS: Answers = {
    "text": "甲",
    "blank": " ",
    "yes": True,
    "no": False,
    "count": exact(3, "件"),
    "nothing": exact(0, "件"),
    "money": exact("0.5", "万元"),
    "chosen": Items(("quality",)),
    "unread": Unreadable("x"),
    "table": rows({"name": "甲"}),
    "empty_table": rows({"name": " "}, {}),
    "letter": DocumentReference(" ", ""),
    "contact": Contact("", " "),
}

CASES = [
    pytest.param(None, True, id="no condition"),
    pytest.param(Filled("text"), True, id="filled"),
    pytest.param(Filled("blank"), False, id="spaces are not filled"),
    pytest.param(Filled("missing"), False, id="missing"),
    pytest.param(Filled("unread"), False, id="not understood is not filled"),
    pytest.param(Filled("no"), True, id="no is an answer"),
    pytest.param(Filled("nothing"), True, id="nought is an answer"),
    pytest.param(Filled("table"), True, id="row filled"),
    pytest.param(Filled("empty_table"), False, id="no row filled"),
    pytest.param(Filled("letter"), False, id="letter of spaces"),
    pytest.param(Filled("contact"), False, id="contact of spaces"),
    pytest.param(Filled("missing", wanted=False), True, id="wanted empty"),
    pytest.param(Equals("text", "甲"), True, id="same text"),
    pytest.param(Equals("text", "乙"), False, id="another text"),
    pytest.param(Equals("yes", True), True, id="yes"),
    pytest.param(Equals("missing", False), True, id="unanswered is no"),
    pytest.param(Equals("count", True), False, id="a figure is not yes"),
    pytest.param(Equals("count", 3), True, id="same number"),
    pytest.param(Equals("nothing", 0), True, id="nought"),
    pytest.param(Equals("missing", 0), False, id="missing is not nought"),
    pytest.param(Equals("money", 5000), True, id="万 counted out"),
    pytest.param(Includes("chosen", "quality"), True, id="chosen"),
    pytest.param(Includes("chosen", "price"), False, id="not chosen"),
    pytest.param(Includes("text", "甲"), False, id="no choices"),
    pytest.param(AtLeast("count", 3), True, id="at least, equal"),
    pytest.param(AtLeast("count", 4), False, id="at least, less"),
    pytest.param(AtLeast("money", 1), True, id="at least, 万 counted out"),
    pytest.param(AtLeast("text", 1), False, id="at least, no figure"),
    pytest.param(AllOf((Filled("text"), Filled("yes"))), True, id="all"),
    pytest.param(AllOf((Filled("text"), Filled("blank"))), False, id="not all"),
    pytest.param(AnyOf((Filled("text"), Filled("blank"))), True, id="any"),
    pytest.param(AnyOf((Filled("missing"), Filled("blank"))), False, id="none"),
]


@pytest.mark.parametrize(("condition", "wanted"), CASES)
def test_holds(condition: Condition | None, wanted: bool):
    assert holds(condition, ANSWERS) is wanted


def test_inexact_figures_count_by_their_number():
    assert holds(AtLeast("n", 20), {"n": more_than(20)})


NAMES = st.sampled_from(["a", "b", "c"])
SIMPLE = st.one_of(
    st.builds(Filled, NAMES, st.booleans()),
    st.builds(Equals, NAMES, st.integers(0, 3)),
    st.builds(AtLeast, NAMES, st.integers(0, 3)),
)
GROUPS = st.recursive(
    SIMPLE,
    lambda inner: st.lists(inner, min_size=1, max_size=3).flatmap(
        lambda listed: st.sampled_from([AllOf(tuple(listed)), AnyOf(tuple(listed))])
    ),
)


@given(GROUPS, st.dictionaries(NAMES, st.integers(0, 3).map(exact)))
def test_only_the_named_fields_decide(condition: Condition, answers: Answers):
    named = fields_of(condition)
    seen = {name: value for name, value in answers.items() if name in named}
    assert holds(condition, answers) is holds(condition, seen)


def test_fields_in_their_order():
    inner = AnyOf((Includes("b", "x"), AllOf((Equals("c", True), AtLeast("a", 1)))))
    assert fields_of(AllOf((Filled("a"), inner))) == ("a", "b", "c", "a")
    assert fields_of(None) == ()
