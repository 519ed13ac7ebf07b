"""What the data file lost is an error finding until it is filled in again."""

from tests.workflow.small_kind import KIND
from xiaoxie_desktop.core.draft import Draft, EditedText
from xiaoxie_desktop.workflow.damage import damage_findings

FIELD = next(field for _, field in KIND.fields())
SECTION = next(KIND.steps()).id


def draft(**more: object) -> Draft:
    return Draft(uid="d", organization="o", report=KIND.id, version=1, year=2026, **more)


def test_a_damaged_answer_is_named_until_it_is_given_anew():
    found = damage_findings(KIND, draft(), (FIELD.id,))
    assert [(one.field, one.severity.value) for one in found] == [(FIELD.id, "error")]
    assert FIELD.label in found[0].message
    assert damage_findings(KIND, draft(answers={FIELD.id: "x"}), (FIELD.id,)) == ()


def test_a_damaged_text_is_named_until_it_is_written_anew():
    lost = (f"{SECTION}/words",)
    assert [one.paragraph for one in damage_findings(KIND, draft(), lost)] == ["words"]
    assert damage_findings(KIND, draft(texts={(SECTION, "words"): EditedText(("新",))}), lost) == ()


def test_what_the_kind_does_not_know_is_not_said():
    assert damage_findings(KIND, draft(), ("nothing_of_that_name",)) == ()
