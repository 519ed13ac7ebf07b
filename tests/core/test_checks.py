"""Checks over answers: each speaks its exact sentence, and is silent where it cannot know."""

from datetime import date

import pytest

from tests.core.small_kind import FULL, KIND, about, count, draft, exact, kind_with, more_than, rows
from xiaoxie_desktop.core.answers import DateRange, Unreadable, Value
from xiaoxie_desktop.core.checks import check_answers
from xiaoxie_desktop.core.conditions import Filled
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import Check, CheckKind, Field, FieldType, ReportKind

ACCEPTED, RESOLVED, REFERRED = (
    count(name, label)
    for name, label in (("accepted", "受理投诉"), ("resolved", "调解成功"), ("referred", "建议其他途径"))
)
ALL_MONEY = Field("all_money", FieldType.MONEY, "挽回损失", units=("元", "万元"))
PART_MONEY = Field("part_money", FieldType.MONEY, "加倍赔偿", units=("元", "万元"))
NATURES = Field("natures", FieldType.ROWS, "按性质分", columns=(count("n", "件数"),))
SPAN = Field("span", FieldType.DATE_RANGE, "活动期间")
ISSUED = Field("issued", FieldType.DATE, "成文日期")
FIELDS = (ACCEPTED, RESOLVED, REFERRED, ALL_MONEY, PART_MONEY, NATURES, SPAN, ISSUED)

K = CheckKind
PARTS = ("resolved", "referred")
WRONG = [
    pytest.param(
        Check(K.AT_MOST, ("resolved",), "accepted"),
        {"resolved": exact(115, "件"), "accepted": exact(114, "件")},
        "调解成功 115 件，比受理投诉的 114 件还多，请核对。",
        id="part above its whole",
    ),
    pytest.param(
        Check(K.AT_MOST, ("resolved",), "accepted"),
        {"resolved": more_than(40, "件"), "accepted": about(20, "件")},
        "调解成功 40余 件，比受理投诉的 约20 件还多，请核对。",
        id="inexact figures by their numbers",
    ),
    pytest.param(
        Check(K.AT_MOST, ("part_money",), "all_money"),
        {"part_money": exact("5.1", "万元"), "all_money": exact(51, "元")},
        "加倍赔偿 5.1万元，比挽回损失的 51 元还多，请核对。",
        id="万元 against 元",
    ),
    pytest.param(
        Check(K.SUM_AT_MOST, PARTS, "accepted"),
        {"resolved": exact(112, "件"), "referred": exact(3, "件"), "accepted": exact(114, "件")},
        "调解成功 112 件、建议其他途径 3 件，一共 115 件，比受理投诉的 114 件还多，请核对。",
        id="sum above the whole",
    ),
    pytest.param(
        Check(K.SUM_AT_MOST, PARTS, "accepted"),
        {"referred": exact(115, "件"), "accepted": exact(114, "件")},
        "建议其他途径 115 件，比受理投诉的 114 件还多，请核对。",
        id="one part of the sum known",
    ),
    pytest.param(
        Check(K.SUM_EQUALS, PARTS, "accepted"),
        {"resolved": exact(112, "件"), "referred": exact(1, "件"), "accepted": exact(114, "件")},
        "调解成功 112 件、建议其他途径 1 件，一共 113 件，与受理投诉 114 件对不上，请核对。",
        id="sum below the whole",
    ),
    pytest.param(
        Check(K.SUM_EQUALS, ("part_money",), "all_money"),
        {"part_money": exact("5.12345", "万元"), "all_money": exact(5, "元")},
        "加倍赔偿 5.12345万元，一共 51234.5 元，与挽回损失 5 元对不上，请核对。",
        id="sum in its base unit",
    ),
    pytest.param(
        Check(K.ROWS_AT_MOST, ("natures", "n"), "accepted"),
        {"natures": rows({"n": exact(100, "件")}, {"n": exact(15, "件")}, {}), "accepted": exact(114, "件")},
        "“按性质分”各行一共 115 件，比受理投诉的 114 件还多，请核对。",
        id="rows above the whole",
    ),
    pytest.param(
        Check(K.ROWS_EQUAL, ("natures", "n"), "accepted"),
        {"natures": rows({"n": exact(100, "件")}), "accepted": exact(114, "件")},
        "“按性质分”各行一共 100 件，与受理投诉 114 件对不上，请核对。",
        id="rows not the whole",
    ),
    pytest.param(
        Check(K.DATE_NOT_AFTER, ("span",), "issued"),
        {"span": DateRange(date(2026, 3, 10), date(2026, 3, 20)), "issued": date(2026, 3, 18)},
        "活动期间写的是 2026年3月20日，在成文日期 2026年3月18日之后，请核对。",
        id="issued before the end",
    ),
]


@pytest.mark.parametrize(("check", "answers", "said"), WRONG)
def test_what_does_not_add_up(check: Check, answers: dict[str, Value], said: str):
    found = check_answers(kind_with(*FIELDS, checks=(check,)), draft(answers))
    assert found == (Finding(check.kind.value, Severity.ERROR, said, section="one", field=check.parts[0]),)


MARCH = date(2026, 3, 18)
SILENT = [
    pytest.param(K.AT_MOST, ("resolved",), {"resolved": exact(115, "件")}, id="whole missing"),
    pytest.param(
        K.AT_MOST, ("resolved",), {"resolved": Unreadable("x"), "accepted": exact(1, "件")}, id="part unread"
    ),
    pytest.param(
        K.AT_MOST, ("resolved",), {"resolved": exact(9, "件"), "accepted": exact(9, "件")}, id="equal"
    ),
    pytest.param(
        K.AT_MOST, ("resolved",), {"resolved": exact(9, "人"), "accepted": exact(1, "件")}, id="other units"
    ),
    pytest.param(
        K.SUM_AT_MOST,
        PARTS,
        {"resolved": more_than(112, "件"), "referred": exact(9, "件"), "accepted": exact(114, "件")},
        id="sum inexact",
    ),
    pytest.param(K.SUM_AT_MOST, PARTS, {"accepted": exact(114, "件")}, id="no part known"),
    pytest.param(
        K.SUM_AT_MOST,
        PARTS,
        {"resolved": exact(112, "件"), "referred": exact(2, "件"), "accepted": exact(114, "件")},
        id="sum equal",
    ),
    pytest.param(
        K.SUM_EQUALS, PARTS, {"resolved": exact(1, "件"), "accepted": exact(114, "件")}, id="a part missing"
    ),
    pytest.param(
        K.SUM_EQUALS,
        PARTS,
        {"resolved": exact(1, "件"), "referred": exact(1, "件"), "accepted": about(114, "件")},
        id="whole inexact",
    ),
    pytest.param(K.ROWS_AT_MOST, ("natures", "n"), {"accepted": exact(1, "件")}, id="no rows"),
    pytest.param(
        K.ROWS_EQUAL,
        ("natures", "n"),
        {"natures": rows({"n": exact(1, "件")}, {"n": Unreadable("x")}), "accepted": exact(9, "件")},
        id="a cell unread",
    ),
    pytest.param(
        K.ROWS_EQUAL,
        ("natures", "n"),
        {"natures": rows({"n": more_than(1, "件")}), "accepted": exact(9, "件")},
        id="a cell inexact",
    ),
]


@pytest.mark.parametrize(("kind", "parts", "answers"), SILENT)
def test_silent(kind: CheckKind, parts: tuple[str, ...], answers: dict[str, Value]):
    found = check_answers(kind_with(*FIELDS, checks=(Check(kind, parts, "accepted"),)), draft(answers))
    assert [one.rule for one in found if one.rule != "unreadable"] == []


DATES = [
    pytest.param({"span": MARCH, "issued": MARCH}, id="the same day"),
    pytest.param({"span": MARCH}, id="one missing"),
    pytest.param({"issued": MARCH}, id="other missing"),
]


@pytest.mark.parametrize("answers", DATES)
def test_silent_dates(answers: dict[str, Value]):
    check = Check(K.DATE_NOT_AFTER, ("span",), "issued")
    assert check_answers(kind_with(*FIELDS, checks=(check,)), draft(answers)) == ()


def test_a_warning_where_the_definition_says_so():
    check = Check(K.AT_MOST, ("resolved",), "accepted", warning=True)
    answers = {"resolved": exact(2, "件"), "accepted": exact(1, "件")}
    (found,) = check_answers(kind_with(*FIELDS, checks=(check,)), draft(answers))
    assert found.severity is Severity.WARNING


def test_a_sentence_is_said_once():
    checks = (Check(K.AT_MOST, ("resolved",), "accepted"), Check(K.SUM_AT_MOST, PARTS, "accepted"))
    answers = {"resolved": exact(2, "件"), "accepted": exact(1, "件")}
    found = check_answers(kind_with(*FIELDS, checks=checks), draft(answers))
    assert [one.rule for one in found] == ["at_most"]


def said(answers: dict[str, Value], kind: ReportKind = KIND) -> list[tuple[str, str, str]]:
    return [(one.rule, one.field, one.message) for one in check_answers(kind, draft(answers))]


ISSUED_ON = {"date_of_issue": date(2026, 12, 18), "accepted": exact(114, "件")}
FIELD_CASES = [
    pytest.param({**ISSUED_ON}, [], id="all well"),
    pytest.param(
        {"date_of_issue": date(2026, 12, 18)},
        [("required", "accepted", "“受理投诉”还没填，请填上。")],
        id="required and missing",
    ),
    pytest.param(
        {**ISSUED_ON, "accepted": Unreadable("很多")},
        [("unreadable", "accepted", "“受理投诉”没有看懂：请写成数字，例如 3。")],
        id="not understood",
    ),
    pytest.param(
        {**ISSUED_ON, "date_of_issue": Unreadable("2月30日")},
        [("unreadable", "date_of_issue", "“成文日期”没有看懂：日历上没有这一天，请核对月份和日子。")],
        id="impossible day",
    ),
    pytest.param(
        {**ISSUED_ON, "date_of_issue": date(2025, 12, 18)},
        [("year", "date_of_issue", "“成文日期”写的是 2025 年，本报告是 2026 年，请核对。")],
        id="last year",
    ),
    pytest.param({**ISSUED_ON, "date_of_issue": date(2027, 1, 8)}, [], id="issued in the year after"),
    pytest.param(
        {**ISSUED_ON, "days": DateRange(date(2026, 12, 30), date(2028, 1, 2))},
        [("year", "days", "“活动期间”写的是 2028 年，本报告是 2026 年，请核对。")],
        id="end of a range",
    ),
    pytest.param(
        {
            **ISSUED_ON,
            "natures": rows(
                {"nature": "quality", "number": exact(1, "件"), "seen_on": date(2024, 3, 15)},
                {"nature": "price"},
                {},
                {"nature": "contract", "number": Unreadable("几")},
            ),
        },
        [
            ("half_row", "natures", "“按性质分”第 2 行的件数还没填，这一行先不写进文中。"),
            ("unreadable", "natures", "“按性质分”第 4 行的件数没有看懂：请写成数字，例如 3。"),
            ("year", "natures", "“按性质分”第 1 行的日期写的是 2024 年，本报告是 2026 年，请核对。"),
        ],
        id="rows",
    ),
    pytest.param(
        {**ISSUED_ON, "natures": rows({"seen_on": date(2026, 3, 15)})},
        [("half_row", "natures", "“按性质分”第 1 行的投诉性质、件数还没填，这一行先不写进文中。")],
        id="several cells of one row",
    ),
]


@pytest.mark.parametrize(("answers", "found"), FIELD_CASES)
def test_fields(answers: dict[str, Value], found: list[tuple[str, str, str]]):
    assert said(answers) == found


def test_rows_are_named_by_their_uid():
    answers = {**ISSUED_ON, "natures": rows({}, {"nature": "price"})}
    (found,) = check_answers(KIND, draft(answers))
    assert (found.section, found.row, found.severity) == ("complaints", "r2", Severity.WARNING)


def test_hidden_fields_and_omitted_sections_are_not_asked():
    hidden = count("hidden", "看不见", required=True, visible_when=Filled("accepted"))
    assert said({}, kind_with(ACCEPTED, hidden)) == []
    assert [rule for rule, *_ in said({"accepted": exact(1, "件")}, kind_with(ACCEPTED, hidden))] == [
        "required"
    ]
    omitted = draft({"date_of_issue": date(2026, 12, 18)}, omitted=("complaints",))
    assert check_answers(KIND, omitted) == ()


def test_half_rows_fill_a_required_table():
    table = Field("table", FieldType.ROWS, "表", columns=(*NATURES.columns, RESOLVED), required=True)
    assert said({"table": rows({"n": exact(1, "件")})}, kind_with(table)) == []
    assert said({"table": rows({})}, kind_with(table)) == [("required", "table", "“表”还没填，请填上。")]


def test_the_order_is_that_of_the_document():
    answers = {"accepted": exact(1, "件"), "resolved": exact(2, "件")}
    assert [(one.section, one.rule) for one in check_answers(KIND, draft(answers))] == [
        ("complaints", "at_most"),
        ("document", "required"),
    ]
    assert check_answers(KIND, draft(FULL)) == ()
