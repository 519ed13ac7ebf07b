"""Every shipped kind: loads, explains every field, uses every field, and opens no two sentences alike."""

from collections import Counter
from collections.abc import Iterator

import pytest

from xiaoxie_desktop.core.answers import Unreadable
from xiaoxie_desktop.core.conditions import fields_of
from xiaoxie_desktop.core.official_document import OfficialForm
from xiaoxie_desktop.core.reading import read_value
from xiaoxie_desktop.core.report import (
    AMOUNT_TYPES,
    Field,
    FieldType,
    Hole,
    ReportKind,
    Section,
    Sentence,
    Wording,
)
from xiaoxie_desktop.definitions.facts import fact_definitions
from xiaoxie_desktop.definitions.kind_names import kind_names
from xiaoxie_desktop.definitions.kinds import load_kind

KINDS = [name.id for name in kind_names()]
SECTIONS = {
    "annual_summary": "导语 3·15活动 普法与消费教育 受理投诉 社会监督与调查 企业自律与和解 一会两站 投诉分析与警示 "
    "宣传报道 交办任务 存在的问题 下一年打算 标题与落款",
    "activity_summary_315": "导语 组织领导 宣传与现场活动 系列活动 消费教育 监督检查 投诉举报处理 公开销毁 "
    "企业承诺与和解 成效 存在问题与下一步 标题与落款",
    "typical_cases": "前言 案例 标题与落款",
    "consumer_alert": "时机导语 提示事项 维权途径 标题与落款",
    "reflection": "由头 案例或所见 体会 打算 落款",
    "open_letter": "称谓 缘由 倡议条目 落款",
    "speech": "称谓 正文分节 结语 落款",
    "special_action_summary": "导语 组织领导 检查重点 检查情况 问题与下一步 标题与落款",
    "activity_plan": "导语 指导思想 组织领导 活动内容 工作要求 联系人 标题与落款",
    "notice": "主送 缘由 事项 要求 附件 标题与落款",
    "emergency_plan": "总则 组织机构与职责 风险与预防 应急处置流程 保障 联系电话表 标题与落款",
}
PLANS = {"activity_plan", "emergency_plan"}
OPTIONAL_315 = {
    "系列活动",
    "消费教育",
    "监督检查",
    "投诉举报处理",
    "公开销毁",
    "企业承诺与和解",
    "存在问题与下一步",
}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> ReportKind:
    return load_kind(str(request.param))


def sentences(kind: ReportKind) -> Iterator[tuple[Section, Sentence]]:
    for section in kind.steps():
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                yield section, sentence


def wordings(kind: ReportKind) -> Iterator[Wording]:
    yield from (title for _, title in kind.titles)
    for section in [*kind.sections, *kind.steps()]:
        yield from section.headings
        for paragraph in section.paragraphs:
            yield from [paragraph.heading] if paragraph.heading else []
    for _, sentence in sentences(kind):
        yield from [sentence.lead] if sentence.lead else []
        for clause in sentence.clauses:
            yield from clause.wordings


def all_fields(kind: ReportKind) -> Iterator[Field]:
    for _, field in kind.fields():
        yield field
        yield from field.columns


def test_the_sections_stand_in_the_order_of_the_kind(kind: ReportKind) -> None:
    assert [section.name for section in kind.steps()] == SECTIONS[kind.id].split()


def test_the_optional_sections_of_a_315_summary() -> None:
    kind = load_kind("activity_summary_315")
    assert {section.name for section in kind.steps() if section.optional} == OPTIONAL_315


def test_every_official_form_has_a_title(kind: ReportKind) -> None:
    """A plan is no type of official document: under a red head it travels as the annex of a notice."""
    forms = [OfficialForm.PLAIN] if kind.id in PLANS else [OfficialForm.PLAIN, OfficialForm.DOCUMENT]
    assert [form for form, _ in kind.titles] == forms
    assert (kind.field("form") is None) == (kind.id in PLANS)


def test_every_field_has_a_short_label_help_and_an_example(kind: ReportKind) -> None:
    fields = list(all_fields(kind))
    wanting = [
        field.id
        for field in fields
        if not (0 < len(field.label) <= 9 and field.help.endswith("。") and field.example)
    ]
    assert len(fields) > 15
    assert wanting == []


def test_every_example_of_a_figure_or_date_can_be_typed_as_it_stands(kind: ReportKind) -> None:
    typed = [field for field in all_fields(kind) if field.type in AMOUNT_TYPES | {FieldType.DATE}]
    values = {field.id: read_value(field.example, field, year=2026) for field in typed}
    assert typed
    assert [name for name, value in values.items() if value is None or isinstance(value, Unreadable)] == []


def test_every_section_says_what_belongs_into_it(kind: ReportKind) -> None:
    assert [section.id for section in kind.steps() if not section.help.endswith("。")] == []


@pytest.mark.parametrize("kind_id", ["annual_summary", "activity_summary_315"])
def test_a_summary_draws_on_at_least_sixty_facts(kind_id: str) -> None:
    assert len([field for _, field in load_kind(kind_id).fields() if field.fact]) >= 60


def test_bound_fields_are_of_the_type_of_their_fact(kind: ReportKind) -> None:
    facts = fact_definitions()
    bound = [(field, field.fact) for _, field in kind.fields() if field.fact]
    other = [
        field.id
        for field, binding in bound
        if field.type not in {FieldType.ROWS, facts[binding.fact].type}
        or (field.type is FieldType.ROWS) != (binding.item == "*")
    ]
    assert other == []


def test_every_figure_that_is_typed_has_a_unit(kind: ReportKind) -> None:
    counted = {FieldType.COUNT, FieldType.MONEY, FieldType.PERCENT}
    assert [field.id for field in all_fields(kind) if field.type in counted and not field.unit] == []


def test_every_field_is_said_checked_or_part_of_the_document(kind: ReportKind) -> None:
    used = {"main_recipients", "annexes"}
    used |= {hole.field for wording in wordings(kind) for hole in wording.holes}
    used |= {clause.each for _, sentence in sentences(kind) for clause in sentence.clauses}
    used |= {name for _, field in kind.fields() for name in fields_of(field.visible_when)}
    used |= {paragraph.each for section in kind.steps() for paragraph in section.paragraphs}
    used |= {name for _, one in sentences(kind) for clause in one.clauses for name in fields_of(clause.when)}
    used |= {
        name for section in kind.steps() for check in section.checks for name in (*check.parts, check.whole)
    }
    unused = [
        field.id
        for section, field in kind.fields()
        if section.id != kind.document_section and field.id not in used
    ]
    assert unused == []


def opening(wording: Wording) -> str:
    """The first four characters; a hole among them stands by its name."""
    text = ""
    for part in wording.parts:
        text += f"<{part.field}>" if isinstance(part, Hole) else part
        if isinstance(part, Hole) or len(text) >= 4:
            break
    return text if text.startswith("<") else text[:4]


def openings(sentence: Sentence) -> set[str]:
    """How the sentence may begin: with its lead, or with any of its clauses when others are missing."""
    if sentence.lead and not [hole for hole in sentence.lead.holes if hole.field != "year"]:
        return {opening(sentence.lead)}
    found = {opening(sentence.lead)} if sentence.lead else set()
    for clause in sentence.clauses:
        found |= {clause.before[:4]} if clause.before else {opening(one) for one in clause.wordings}
    return found


def test_no_two_sentences_can_open_with_the_same_four_characters(kind: ReportKind) -> None:
    counted = Counter(text for _, sentence in sentences(kind) for text in openings(sentence))
    assert {text: number for text, number in counted.items() if number > 1 and text} == {}


def test_no_clause_is_worded_like_two_others(kind: ReportKind) -> None:
    patterns: Counter[str] = Counter()
    for _, sentence in sentences(kind):
        for clause in sentence.clauses:
            said = "".join("…" if isinstance(part, Hole) else part for part in clause.wordings[0].parts)
            patterns[said] += bool(said.strip("…"))
    assert {said: number for said, number in patterns.items() if number > 2} == {}


def test_headings_stand_alone_without_an_end_mark() -> None:
    """Sub-headings are all a verb with its object."""
    kinds = [load_kind(name) for name in KINDS]
    sections = [section for kind in kinds for section in (*kind.sections, *kind.steps())]
    headings = [text for section in sections for text in section.headings]
    assert len(headings) > 20
    for heading in headings:
        last = heading.parts[-1]
        assert isinstance(last, str)
        assert last[-1] not in "。，：；、"
