"""How far each step is, as the step list shows it."""

from datetime import date

import pytest

from tests.core.small_kind import COMPLAINTS, KIND, draft, exact, kind_of, rows, share
from xiaoxie_desktop.core.answers import Items, Unreadable, Value
from xiaoxie_desktop.core.checks import check_answers
from xiaoxie_desktop.core.draft import EditedText
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.progress import StepProgress, StepState, step_states
from xiaoxie_desktop.core.report import Field, FieldType, ReportKind, Section


def state(answers: dict[str, Value], section: str = "complaints", kind: ReportKind = KIND) -> StepState:
    one = draft(answers)
    steps = step_states(kind, one, check_answers(kind, one))
    return next(step.state for step in steps if step.section == section)


ONE = exact(1, "件")
STATES = [
    pytest.param({}, "complaints", StepState.EMPTY, id="nothing filled, something required"),
    pytest.param({"resolved": ONE}, "complaints", StepState.STARTED, id="required one missing"),
    pytest.param({"accepted": ONE}, "complaints", StepState.DONE, id="required one filled"),
    pytest.param(
        {"accepted": ONE, "resolved": exact(2, "件")}, "complaints", StepState.PROBLEM, id="wrong sum"
    ),
    pytest.param({"accepted": Unreadable("x")}, "complaints", StepState.PROBLEM, id="not understood"),
    pytest.param({}, "problems", StepState.EMPTY, id="nothing filled, nothing required"),
    pytest.param({"problems": Items((" ",))}, "problems", StepState.EMPTY, id="blank item"),
    pytest.param({"problems": Items(("人手少",))}, "problems", StepState.DONE, id="filled"),
    pytest.param({"activities": rows({"said": "讲课"})}, "publicity", StepState.DONE, id="a half row counts"),
    pytest.param(
        {"accepted": ONE, "date_of_issue": date(2020, 1, 1)}, "document", StepState.PROBLEM, id="wrong year"
    ),
]


@pytest.mark.parametrize(("answers", "section", "wanted"), STATES)
def test_state(answers: dict[str, Value], section: str, wanted: StepState):
    assert state(answers, section) is wanted


def test_hidden_answers_do_not_start_a_step():
    assert state({"doubled_amount": exact(5, "元")}) is StepState.EMPTY


def test_own_words_start_a_step():
    one = draft({}, texts={("problems", "extra"): EditedText(("另有一条。",))})
    states = {step.section: step.state for step in step_states(KIND, one, ())}
    assert (states["problems"], states["publicity"]) == (StepState.DONE, StepState.EMPTY)


def test_steps_without_questions_are_done():
    rate = Field("rate", FieldType.COMPUTED, "率", derive=share("a", "b"))
    kind = kind_of(Section("end", "结语"), Section("rates", "比率", fields=(rate,)))
    assert [step.state for step in step_states(kind, draft(), ())] == [StepState.DONE] * 2


def test_an_omitted_step_has_no_other_state():
    one = draft({"materials": ONE}, omitted=("publicity",))
    publicity = step_states(KIND, one, check_answers(KIND, one))[2]
    assert publicity == StepProgress("publicity", "宣传", StepState.OMITTED, 0, optional=True)


def test_children_stand_for_their_parent_and_problems_are_errors_but_missing_answers():
    found = tuple(
        Finding(rule, severity, "", section="complaints")
        for rule, severity in (
            ("required", Severity.ERROR),
            ("at_most", Severity.ERROR),
            ("half_row", Severity.WARNING),
        )
    )
    steps = step_states(KIND, draft({"accepted": ONE}), found)
    assert [step.section for step in steps] == ["lead", "complaints", "publicity", "problems", "document"]
    assert steps[1] == StepProgress("complaints", COMPLAINTS.name, StepState.PROBLEM, 1, optional=False)
