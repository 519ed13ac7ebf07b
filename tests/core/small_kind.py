"""A small report kind built by hand, and short ways to draft and compose it."""

import re
from datetime import date
from decimal import Decimal

from xiaoxie_desktop.core.answers import Amount, Qualifier, Row, Rows, Value
from xiaoxie_desktop.core.composed import ComposedReport
from xiaoxie_desktop.core.composing import compose
from xiaoxie_desktop.core.conditions import AtLeast, Equals, Filled
from xiaoxie_desktop.core.draft import Draft, EditedText, ParagraphKey
from xiaoxie_desktop.core.official_document import Direction, OfficialForm
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import (
    Check,
    CheckKind,
    Choice,
    Clause,
    Derivation,
    DerivationKind,
    Field,
    FieldType,
    Hole,
    ParagraphTemplate,
    ReportKind,
    Section,
    Sentence,
    Wording,
)

YEAR = 2026
ORGANIZATION = Organization(
    "org-1",
    name="青禾县清溪镇消费者协会分会",
    short_name="清溪消协分会",
    self_reference="我分会",
    place="全镇",
    printing_authority="清溪镇消费者协会分会办公室",
)

_HOLE = re.compile(r"(\{[a-z0-9_]+(?::[a-z]+)?\})")


def wording(text: str, parent: str = "") -> Wording:
    """`发放{material_count:bare}份` as a wording."""
    parts = [part for part in _HOLE.split(text) if part]
    return Wording(tuple(_hole(part, parent) if _HOLE.fullmatch(part) else part for part in parts))


def _hole(part: str, parent: str) -> Hole:
    name, _, style = part[1:-1].partition(":")
    return Hole(name, style, parent)


def clause(clause_id: str, *texts: str, **more: object) -> Clause:
    """A clause with its alternative wordings."""
    parent = str(more.get("each", ""))
    return Clause(clause_id, tuple(wording(text, parent) for text in texts), **more)


def exact(number: int | str, unit: str = "") -> Amount:
    return Amount(Decimal(number), unit)


def more_than(number: int | str, unit: str = "") -> Amount:
    """A figure with 余."""
    return Amount(Decimal(number), unit, Qualifier.YU)


def about(number: int | str, unit: str = "") -> Amount:
    """A figure with 约."""
    return Amount(Decimal(number), unit, Qualifier.YUE)


def rows(*cells: dict[str, Value]) -> Rows:
    """Rows with the uids r1, r2 …"""
    return Rows(tuple(Row(f"r{number}", one) for number, one in enumerate(cells, 1)))


def count(field_id: str, label: str, unit: str = "件", **more: object) -> Field:
    return Field(field_id, FieldType.COUNT, label, units=(unit,), **more)


def share(part: str, whole: str) -> Derivation:
    return Derivation(DerivationKind.SHARE, (part, whole))


LEAD = Section(
    "lead",
    "导语",
    level=0,
    fields=(
        Field("theme", FieldType.TEXT, "年主题"),
        Field("overview", FieldType.LONG_TEXT, "全年概况"),
    ),
    paragraphs=(
        ParagraphTemplate(
            "lead",
            (
                Sentence(
                    (clause("lead.theme", "{self}围绕“{theme}”年主题开展工作"),), lead=wording("{year}年，")
                ),
                Sentence((clause("lead.overview", "{overview}"),)),
                Sentence((clause("lead.closing", "现将情况总结如下"),), end="：", always=True),
            ),
        ),
    ),
)

COMPLAINTS = Section(
    "complaints",
    "受理投诉",
    headings=(wording("受理投诉{accepted}"), wording("受理和调解消费者投诉")),
    level=2,
    fields=(
        count("accepted", "受理投诉", required=True),
        count("resolved", "调解成功"),
        count("referred", "建议其他途径"),
        Field("rate", FieldType.COMPUTED, "调解率", units=("%",), derive=share("resolved", "accepted")),
        Field(
            "open",
            FieldType.COMPUTED,
            "还在调解",
            units=("件",),
            derive=Derivation(DerivationKind.DIFFERENCE, ("accepted", "resolved", "referred")),
        ),
        Field("recovered", FieldType.MONEY, "挽回损失", units=("元", "万元")),
        count("doubled", "加倍赔偿"),
        Field(
            "doubled_amount",
            FieldType.MONEY,
            "加倍赔偿金额",
            units=("元", "万元"),
            visible_when=AtLeast("doubled", 1),
        ),
        Field(
            "natures",
            FieldType.ROWS,
            "按性质分",
            columns=(
                Field(
                    "nature",
                    FieldType.CHOICE,
                    "投诉性质",
                    required=True,
                    choices=(Choice("quality", "质量"), Choice("price", "价格"), Choice("contract", "合同")),
                ),
                count("number", "件数", required=True),
                Field(
                    "part",
                    FieldType.COMPUTED,
                    "占比",
                    units=("%",),
                    derive=Derivation(DerivationKind.ROW_SHARE, ("number", "accepted")),
                ),
                Field("seen_on", FieldType.DATE, "日期"),
            ),
        ),
    ),
    paragraphs=(
        ParagraphTemplate(
            "totals",
            (
                Sentence(
                    (
                        clause("accepted", "受理投诉{accepted}"),
                        clause("resolved", "调解成功{resolved}，调解率{rate}", "调解成功{resolved}"),
                        clause("referred", "建议其他途径解决{referred}"),
                        clause("open", "尚在调解{open}", when=AtLeast("open", 1)),
                        clause("recovered", "挽回损失{recovered}"),
                    ),
                    lead=wording("全年，"),
                ),
                Sentence((clause("doubled", "加倍赔偿{doubled_amount}"),), when=Filled("doubled")),
                Sentence(
                    (
                        clause(
                            "natures",
                            "{nature}问题{number}（占{part}）",
                            "{nature}问题{number}",
                            each="natures",
                            before="其中",
                            after="等",
                        ),
                    )
                ),
            ),
        ),
    ),
    checks=(
        Check(CheckKind.AT_MOST, ("resolved",), "accepted"),
        Check(CheckKind.SUM_AT_MOST, ("resolved", "referred"), "accepted"),
        Check(CheckKind.ROWS_AT_MOST, ("natures", "number"), "accepted"),
    ),
)

PUBLICITY = Section(
    "publicity",
    "宣传",
    level=2,
    optional=True,
    fields=(
        count("materials", "宣传资料", "份"),
        count("visitors", "咨询群众", "人次"),
        Field("schools", FieldType.LIST, "走进学校"),
        Field("letter", FieldType.DOCUMENT_REFERENCE, "依据文件"),
        Field("days", FieldType.DATE_RANGE, "活动期间"),
        Field(
            "activities",
            FieldType.ROWS,
            "活动",
            columns=(
                Field("name", FieldType.TEXT, "活动名称", required=True),
                count("people", "参加人数", "人"),
                Field("said", FieldType.LONG_TEXT, "内容"),
            ),
        ),
    ),
    paragraphs=(
        ParagraphTemplate(
            "numbers",
            (
                Sentence(
                    (
                        clause("letter", "按照{letter}要求"),
                        clause("days", "{days}开展活动"),
                        clause("materials", "发放资料{materials}"),
                        clause("visitors", "接待咨询{visitors}"),
                    )
                ),
                Sentence((clause("schools", "走进{schools}共{schools:counted}所学校"),)),
            ),
        ),
        ParagraphTemplate(
            "activity",
            (Sentence((clause("people", "参加{people}"), clause("said", "{said}"))),),
            heading=wording("{name}", "activities"),
            each="activities",
        ),
        ParagraphTemplate(
            "notes", (Sentence((clause("note", "资料{materials}全部发完"),)),), heading=wording("资料管理")
        ),
    ),
)

WORK = Section("work", "主要工作", children=(COMPLAINTS, PUBLICITY))

PROBLEMS = Section(
    "problems",
    "存在的问题",
    fields=(Field("problems", FieldType.LIST, "存在的问题"),),
    paragraphs=(
        ParagraphTemplate(
            "problems",
            (
                Sentence(
                    (clause("problem", "{item}", each="problems", join="；", numbered=True),),
                    lead=wording("还有一些不足："),
                ),
            ),
        ),
    ),
)

DOCUMENT = Section(
    "document",
    "标题与落款",
    level=0,
    fields=(
        Field("title", FieldType.TEXT, "标题"),
        Field(
            "form",
            FieldType.CHOICE,
            "发文形式",
            choices=(Choice("plain", "普通格式"), Choice("document", "红头文件")),
        ),
        Field("main_recipients", FieldType.TEXT, "主送机关"),
        Field("document_number", FieldType.TEXT, "发文字号", visible_when=Equals("form", "document")),
        Field("signer", FieldType.PEOPLE, "签发人", visible_when=Equals("form", "document")),
        Field("issuing_authority", FieldType.ORGANIZATION, "落款单位"),
        Field("date_of_issue", FieldType.DATE, "成文日期", required=True),
        Field("sealed", FieldType.BOOL, "加盖公章"),
        Field("money_unit", FieldType.CHOICE, "金额单位"),
        Field(
            "annexes",
            FieldType.ROWS,
            "附件",
            columns=(
                Field("title", FieldType.TEXT, "附件名称", required=True),
                Field("text", FieldType.LONG_TEXT, "附件正文"),
            ),
        ),
        Field("remarks", FieldType.TEXT, "附注"),
        Field("copy_to", FieldType.TEXT, "抄送机关", visible_when=Equals("form", "document")),
        Field("printing_date", FieldType.DATE, "印发日期"),
    ),
    checks=(Check(CheckKind.DATE_NOT_AFTER, ("date_of_issue",), "printing_date"),),
)

KIND = ReportKind(
    "small",
    1,
    "工作总结",
    "",
    forms=(OfficialForm.PLAIN, OfficialForm.DOCUMENT),
    direction=Direction.UPWARD,
    titles=(
        (OfficialForm.PLAIN, wording("{organization}{year}年工作总结")),
        (OfficialForm.DOCUMENT, wording("{organization}关于{year}年工作情况的报告")),
    ),
    sections=(LEAD, WORK, PROBLEMS, DOCUMENT),
)

FULL: dict[str, Value] = {
    "theme": "提升消费品质",
    "accepted": exact(114, "件"),
    "resolved": exact(112, "件"),
    "referred": exact(1, "件"),
    "recovered": exact(217326, "元"),
    "date_of_issue": date(2026, 12, 18),
}


def kind_of(*sections: Section) -> ReportKind:
    """A kind with these sections alone."""
    return ReportKind("one", 1, "总结", "", (OfficialForm.PLAIN,), Direction.PARALLEL, (), tuple(sections))


def kind_with(*fields: Field, checks: tuple[Check, ...] = ()) -> ReportKind:
    """A kind of one section with these fields and no text."""
    return kind_of(Section("one", "一节", fields=fields, checks=checks))


def draft(
    answers: dict[str, Value] | None = None,
    texts: dict[ParagraphKey, EditedText] | None = None,
    omitted: tuple[str, ...] = (),
) -> Draft:
    return Draft("d1", "org-1", "small", 1, YEAR, answers=answers or {}, texts=texts or {}, omitted=omitted)


def composed(
    answers: dict[str, Value],
    *,
    kind: ReportKind = KIND,
    texts: dict[ParagraphKey, EditedText] | None = None,
    omitted: tuple[str, ...] = (),
) -> ComposedReport:
    return compose(kind, draft(answers, texts, omitted), ORGANIZATION)


def section_text(report: ComposedReport, section_id: str) -> str:
    """The paragraphs of a section with their headings, one a line; empty when it is not printed."""
    section = report.section(section_id)
    paragraphs = section.paragraphs if section else ()
    return "\n".join(f"{one.heading}{one.text}" for one in paragraphs)
