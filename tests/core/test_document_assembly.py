"""The official document of a draft: which answer becomes which element."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.small_kind import FULL, KIND, ORGANIZATION, draft, exact, rows
from xiaoxie_desktop.core.answers import Items, Value
from xiaoxie_desktop.core.composing import compose
from xiaoxie_desktop.core.document_assembly import assemble
from xiaoxie_desktop.core.official_document import (
    Annex,
    BodyParagraph,
    Direction,
    Imprint,
    Masthead,
    OfficialDocument,
    OfficialForm,
)
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import ReportKind

RED: dict[str, Value] = {
    **FULL,
    "form": "document",
    "document_number": "清消分〔2026〕3号",
    "signer": Items(("王会长", " ")),
    "copy_to": "抄送：清溪镇人民政府。",
}
NAME = ORGANIZATION.name


def document(
    answers: dict[str, Value], kind: ReportKind = KIND, organization: Organization = ORGANIZATION
) -> OfficialDocument:
    one = draft(answers)
    return assemble(kind, one, organization, compose(kind, one, organization))


def test_a_plain_report():
    plain = document({**FULL, "main_recipients": "青禾县消费者协会："})
    assert plain.form is OfficialForm.PLAIN
    assert (plain.masthead, plain.imprint) == (None, None)
    assert plain.title == f"{NAME}2026年工作总结"
    assert plain.main_recipients == "青禾县消费者协会"
    assert plain.issuing_authorities == (NAME,)
    assert plain.date_of_issue == date(2026, 12, 18)
    assert plain.keep_together == (NAME, "清溪消协分会", "全镇", "提升消费品质")


def test_a_red_head():
    red = document(RED)
    assert red.form is OfficialForm.DOCUMENT
    assert red.masthead == Masthead(f"{NAME}文件", "清消分〔2026〕3号", ("王会长",))
    assert red.imprint == Imprint("清溪镇人民政府", "清溪镇消费者协会分会办公室", date(2026, 12, 18))


def test_answers_of_the_red_head_are_not_printed_without_it():
    plain = document({**RED, "form": "plain"})
    assert (plain.masthead, plain.imprint) == (None, None)


@pytest.mark.parametrize("direction", [Direction.DOWNWARD, Direction.PARALLEL])
def test_only_an_upward_document_names_its_signer(direction: Direction):
    masthead = document(RED, replace(KIND, direction=direction)).masthead
    assert masthead is not None
    assert masthead.signers == ()


SIGNERS = [
    pytest.param("王会长", ("王会长",), id="text"),
    pytest.param(" ", (), id="blank"),
    pytest.param(Items(("王会长", "李会长")), ("王会长", "李会长"), id="two"),
]


@pytest.mark.parametrize(("typed", "signers"), SIGNERS)
def test_signers(typed: Value, signers: tuple[str, ...]):
    masthead = document({**RED, "signer": typed}).masthead
    assert masthead is not None
    assert masthead.signers == signers


SEALS = [
    pytest.param({}, True, id="unanswered"),
    pytest.param({"sealed": True}, True, id="yes"),
    pytest.param({"sealed": False}, False, id="no"),
]


@pytest.mark.parametrize(("answers", "sealed"), SEALS)
def test_sealed(answers: dict[str, Value], sealed: bool):
    assert document({**FULL, **answers}).sealed is sealed


def test_a_joint_document():
    red = document({**RED, "issuing_authority": "青禾县消费者协会\n 青禾县工会 "})
    assert red.issuing_authorities == ("青禾县消费者协会", "青禾县工会")
    assert red.masthead is not None
    assert red.masthead.issuing_authority_mark == "青禾县消费者协会文件"


MARKS = [
    pytest.param(replace(ORGANIZATION, mark="青禾消协"), "青禾消协", id="of the unit profile"),
    pytest.param(Organization("o"), "", id="no name at all"),
]


@pytest.mark.parametrize(("organization", "mark"), MARKS)
def test_mark(organization: Organization, mark: str):
    masthead = document(RED, organization=organization).masthead
    assert masthead is not None
    assert masthead.issuing_authority_mark == mark


IMPRINTS = [
    pytest.param(
        {"copy_to": "", "printing_date": date(2026, 12, 19)}, ORGANIZATION, True, id="printing date"
    ),
    pytest.param({"copy_to": ""}, replace(ORGANIZATION, printing_authority=""), False, id="nothing to print"),
]


@pytest.mark.parametrize(("answers", "organization", "printed"), IMPRINTS)
def test_imprint(answers: dict[str, Value], organization: Organization, printed: bool):
    imprint = document({**RED, **answers}, organization=organization).imprint
    assert (imprint is not None) is printed
    if imprint:
        assert imprint.printing_date == date(2026, 12, 19)


def test_annexes():
    made = document(
        {
            **FULL,
            "annexes": rows(
                {"title": "统计表。", "text": "全年受理42件。\n\n 附注一条。"},
                {"text": "没有名称"},
                {"title": "照片"},
            ),
        }
    )
    body = (BodyParagraph("全年受理42件。"), BodyParagraph("附注一条。"))
    assert made.annexes == (Annex("统计表", body), Annex("照片"))


REMARKS = [
    pytest.param("（此件公开发布）", "此件公开发布", id="with brackets"),
    pytest.param("联系人：王女士（0000-1234567）", "联系人：王女士（0000-1234567）", id="brackets inside"),
]


@pytest.mark.parametrize(("typed", "remarks"), REMARKS)
def test_remarks(typed: str, remarks: str):
    assert document({**FULL, "remarks": typed}).remarks == remarks


def test_body_with_headings_and_typed_line_breaks():
    made = document(
        {
            "overview": "第一段。\n 第二段。",
            "activities": rows({"name": "进校园", "said": "讲课。\n发资料。"}, {"name": "进市场"}),
            "materials": exact(9, "份"),
        }
    )
    lead, publicity = ("lead", "lead"), "publicity"
    assert made.body == (
        BodyParagraph("第一段。", place=lead),
        BodyParagraph("第二段。现将情况总结如下：", place=lead),
        BodyParagraph(heading="主要工作", heading_level=1, place=("work", "")),
        BodyParagraph(heading="宣传", heading_level=2, place=(publicity, "")),
        BodyParagraph("发放资料9份。", place=(publicity, "numbers")),
        BodyParagraph("讲课。", "1.进校园。", 3, (publicity, "activity:r1")),
        BodyParagraph("发资料。", place=(publicity, "activity:r1")),
        BodyParagraph("", "2.进市场", 3, (publicity, "activity:r2")),
        BodyParagraph("资料9份全部发完。", "3.资料管理。", 3, (publicity, "notes")),
    )


def test_an_empty_draft_is_a_document_too():
    empty = document({}, organization=Organization("o"))
    assert empty.body == ()
    assert empty.title == "工作总结"
    assert empty.issuing_authorities == ()
    assert empty.keep_together == ()
