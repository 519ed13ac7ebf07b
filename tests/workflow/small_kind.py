"""A report kind of three sections, with a field of every sort the workflow treats differently."""

from xiaoxie_desktop.core.facts import FactBinding, FactList, PeriodPreset
from xiaoxie_desktop.core.official_document import Direction, OfficialForm
from xiaoxie_desktop.core.report import (
    CarryOver,
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

CCA = FactList.CCA.value

ACCEPTED = Field(
    "accepted", FieldType.COUNT, "受理投诉", units=("件", "起"), fact=FactBinding("accepted_count", list=CCA)
)
RESOLVED = Field("resolved", FieldType.COUNT, "调解成功", units=("件",))
THEME = Field(
    "theme",
    FieldType.TEXT,
    "年主题",
    fact=FactBinding("theme"),
    prefill="year_theme",
    carry_over=CarryOver.ASK,
)
BRANCHES = Field("branches", FieldType.COUNT, "投诉站", units=("个",), carry_over=CarryOver.ALWAYS)
SCHOOLS = Field("schools", FieldType.LIST, "走进学校", carry_over=CarryOver.ASK)
RATE = Field(
    "rate",
    FieldType.COMPUTED,
    "调解成功率",
    units=("%",),
    derive=Derivation(DerivationKind.SHARE, ("resolved", "accepted")),
)
EVENTS = Field(
    "events",
    FieldType.ROWS,
    "活动",
    columns=(
        Field("name", FieldType.TEXT, "名称"),
        Field("people", FieldType.COUNT, "人数", units=("人",)),
        Field("place", FieldType.ORGANIZATION, "地点"),
    ),
    carry_over=CarryOver.ASK,
    fact=FactBinding("event_people", item="*", period=PeriodPreset.CAMPAIGN_315),
)
DATE = Field("date_of_issue", FieldType.DATE, "成文日期", required=True)
RECIPIENTS = Field("main_recipients", FieldType.TEXT, "主送机关", carry_over=CarryOver.ALWAYS)
TITLE = Field("title", FieldType.TEXT, "标题")


def says(clause: str, *parts: str | Hole, each: str = "") -> Clause:
    """A clause of one wording."""
    return Clause(clause, (Wording(parts),), each=each)


LEAD = Section(
    "lead",
    "导语",
    level=0,
    fields=(THEME, ACCEPTED, RESOLVED, RATE, BRANCHES),
    paragraphs=(
        ParagraphTemplate(
            "figures",
            (
                Sentence(
                    (
                        says("accepted", "受理投诉", Hole("accepted")),
                        says("resolved", "调解成功", Hole("resolved")),
                        says("rate", "调解成功率", Hole("rate")),
                    )
                ),
            ),
        ),
        ParagraphTemplate("theme", (Sentence((says("theme", "全年围绕“", Hole("theme"), "”开展工作"),)),)),
    ),
)
ACTIVITIES = Section(
    "activities",
    "活动",
    optional=True,
    fields=(EVENTS, SCHOOLS),
    paragraphs=(
        ParagraphTemplate(
            "events", (Sentence((says("events", Hole("name"), each="events"),), end="等活动。"),)
        ),
    ),
)
DOCUMENT = Section("document", "标题与落款", level=0, fields=(TITLE, RECIPIENTS, DATE))

KIND = ReportKind(
    id="annual_summary",
    version=1,
    name="年终工作总结",
    description="",
    forms=(OfficialForm.PLAIN,),
    direction=Direction.UPWARD,
    titles=((OfficialForm.PLAIN, Wording((Hole("organization"), Hole("year"), "年工作总结"))),),
    sections=(LEAD, ACTIVITIES, DOCUMENT),
)
