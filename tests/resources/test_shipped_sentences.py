"""Whatever of a shipped kind is filled in, the text reads as written: no gap, no doubled mark, every figure once."""

import re
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.resources.filling import WORDS, Filler, composed, filled, without_label
from xiaoxie_desktop.core.answers import Amount, Answers, Items
from xiaoxie_desktop.core.arithmetic import effective_answers
from xiaoxie_desktop.core.conditions import holds
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.definitions.kind_names import kind_names
from xiaoxie_desktop.definitions.kinds import load_kind

KINDS = {name.id: load_kind(name.id) for name in kind_names()}
ODD = {
    "a brace": r"[{}]",
    "two marks together": r"[，。；：、][，。；：、]",
    "an empty pair": r"（）|《》|“”|\(\)|【】",
    "a mark at the start of a line": r"^[，。；：、）》”]",
    "a space or an unknown sign": r"[ \t?]|None|True|False",
    "a mark before a closing bracket": r"[，、；：][）》”]",
    "a doubled word": r"的的|了了|共共|有有|在在",
}


def fields_to_fill(kind: ReportKind) -> list[str]:
    return [field.id for section, field in kind.fields() if section.id != kind.document_section]


def odd_places(text: str) -> list[str]:
    return [
        f"{name}: {match.group()} in {text[max(0, match.start() - 12) : match.end() + 12]}"
        for name, pattern in ODD.items()
        for match in re.finditer(pattern, text, re.MULTILINE)
    ]


def unfinished_lines(text: str) -> list[str]:
    """Lines of text that do not end as a sentence or a note to one; title and headings end with a word."""
    lines = text.split("\n")[1:]
    return [line for line in lines if len(line) > 30 and not line.endswith(("。", "：", "）"))]


def figures_not_once(kind: ReportKind, filler: Filler, answers: Answers, text: str) -> list[str]:
    """Figures of filled, visible fields that are missing from the text, or stand in it twice."""
    fields = {field.id: field for _, field in kind.fields()}
    seen = [name for name in answers if holds(fields[name].visible_when, answers)]
    return [
        f"{name} {figure}: {count}"
        for name in seen
        for figure in filler.figures[name]
        if (count := len(re.findall(rf"(?<!\d){figure}(?!\d)", text))) != 1
    ]


def assert_reads_well(kind: ReportKind, field_ids: list[str] | set[str]) -> None:
    filler = Filler()
    answers = dict(filled(kind, field_ids, filler))
    text = composed(kind, answers).text
    assert odd_places(text) == []
    assert unfinished_lines(text) == []
    assert figures_not_once(kind, filler, answers, text) == []


@pytest.mark.parametrize("kind_id", KINDS)
def test_an_empty_report_reads_well(kind_id: str) -> None:
    assert_reads_well(KINDS[kind_id], [])


@pytest.mark.parametrize("kind_id", KINDS)
def test_a_full_report_reads_well(kind_id: str) -> None:
    assert_reads_well(KINDS[kind_id], fields_to_fill(KINDS[kind_id]))


@pytest.mark.parametrize(
    ("kind_id", "field_id"), [(name, one) for name, kind in KINDS.items() for one in fields_to_fill(kind)]
)
def test_one_filled_field_alone_reads_well(kind_id: str, field_id: str) -> None:
    assert_reads_well(KINDS[kind_id], [field_id])


@pytest.mark.parametrize("kind_id", KINDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_filled_fields_read_well(kind_id: str, data: st.DataObject) -> None:
    kind = KINDS[kind_id]
    assert_reads_well(kind, data.draw(st.sets(st.sampled_from(fields_to_fill(kind)))))


@pytest.mark.parametrize("kind_id", KINDS)
def test_no_two_sentences_of_a_full_report_open_alike(kind_id: str) -> None:
    kind = KINDS[kind_id]
    text = composed(kind, filled(kind, fields_to_fill(kind), Filler())).text
    said = [without_label(line) for line in text.split("\n")[1:]]
    lines = [line for line in said if line.endswith(("。", "："))]
    opened = [sentence[:4] for line in lines for sentence in re.findall(r"[^。]+。?", line)]
    theirs = {one for one in opened if set(one) & set(WORDS[:8])}
    ours = [one for one in opened if one not in theirs]
    assert ours
    assert len(ours) == len(set(ours)), sorted(ours)


@pytest.mark.parametrize("kind_id", KINDS)
def test_marks_a_clerk_types_at_the_end_are_not_doubled(kind_id: str) -> None:
    kind = KINDS[kind_id]
    answers = dict(filled(kind, fields_to_fill(kind), Filler()))
    for name, value in answers.items():
        if isinstance(value, str) and name not in {"form", "money_unit"} and not _is_choice(kind, name):
            answers[name] = f"{value}。"
        elif isinstance(value, Items):
            answers[name] = Items(tuple(f"{text}；" for text in value.texts))
    assert odd_places(composed(kind, answers).text) == []


def _is_choice(kind: ReportKind, name: str) -> bool:
    field = kind.field(name)
    return bool(field and field.choices)


def figure_of(answers: Answers, field_id: str) -> Decimal | None:
    value = answers.get(field_id)
    return value.number if isinstance(value, Amount) else None


def test_rates_and_differences_come_out_of_the_counts() -> None:
    kind = KINDS["annual_summary"]
    counts = {"complaint_accepted_count": 114, "complaint_resolved_count": 112, "complaint_referred_count": 1}
    answers = {name: Amount(Decimal(number), "件") for name, number in counts.items()}
    seen = effective_answers(kind, Draft("d", "u", kind.id, kind.version, 2025, answers=answers))
    assert figure_of(seen, "resolution_rate") == Decimal("98.2")
    assert figure_of(seen, "complaint_open_count") == 1
