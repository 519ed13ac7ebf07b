"""The small parts: nearest names, labels staff read, keys of facts, errors, what a kind can be asked."""

import pytest

from tests.core.small_kind import COMPLAINTS, KIND
from xiaoxie_desktop.core.draft_rows import DraftState
from xiaoxie_desktop.core.errors import BadInput, NewerData, StorageError, UserError
from xiaoxie_desktop.core.facts import FactBinding, FactKey, FactList, PeriodPreset, key_of
from xiaoxie_desktop.core.findings import SEVERITY_ORDER, Severity
from xiaoxie_desktop.core.nearest import did_you_mean, nearest

KNOWN = ("complaint_accepted_count", "complaint_resolved_count", "theme")
NAMES = [
    pytest.param("complaint_acepted_count", "complaint_accepted_count", id="a letter missing"),
    pytest.param("Theme", "theme", id="a capital"),
    pytest.param("x", "", id="nothing near"),
    pytest.param("", "", id="nothing at all"),
]


@pytest.mark.parametrize(("name", "near"), NAMES)
def test_nearest(name: str, near: str):
    assert nearest(name, KNOWN) == near
    assert did_you_mean(name, KNOWN) == (f"，是不是“{near}”？" if near else "。")


LABELS = [
    pytest.param(DraftState, ["填写中", "已导出", "已打印", "已报送"], id="draft states"),
    pytest.param(Severity, ["错误", "提示", "建议"], id="severities"),
]


@pytest.mark.parametrize(("members", "labels"), LABELS)
def test_every_member_has_a_chinese_label(members: type[DraftState] | type[Severity], labels: list[str]):
    assert [member.label for member in members] == labels


def test_errors_are_listed_first_and_hints_last():
    assert sorted(Severity, key=SEVERITY_ORDER.__getitem__) == [*Severity]


def test_the_key_of_a_fact_has_every_part_of_its_binding():
    binding = FactBinding("accepted", "", FactList.CCA, "town", PeriodPreset.DAY_315)
    key = key_of(binding, organization="o", year=2026)
    assert key == FactKey("o", 2026, "accepted", "", "cca", "town", PeriodPreset.DAY_315)


def test_errors_carry_a_sentence_and_keep_details_apart():
    error = BadInput("请核对。", details="column 3")
    assert (str(error), error.details) == ("请核对。", "column 3")
    assert issubclass(NewerData, StorageError)
    assert issubclass(BadInput, UserError)


def test_a_kind_knows_its_steps_and_fields():
    assert [section.id for section in KIND.steps()] == [
        "lead",
        "complaints",
        "publicity",
        "problems",
        "document",
    ]
    assert KIND.step("complaints") is COMPLAINTS
    assert KIND.step("work") is None
    accepted = KIND.field("accepted")
    assert accepted is not None
    assert accepted.unit == "件"
    assert KIND.field("nowhere") is None
    natures = KIND.field("natures")
    assert natures is not None
    assert natures.column("number") is natures.columns[1]
    assert natures.column("nowhere") is None
    assert natures.unit == ""
