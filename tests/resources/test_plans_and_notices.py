"""Plans, notices and the summary of a special action: lines that must and must not stand in the text of given answers."""

from datetime import date
from decimal import Decimal

import pytest

from tests.resources.filling import composed
from xiaoxie_desktop.core.answers import Amount, Answers, Contact, DateRange, Items, Row, Rows, Value
from xiaoxie_desktop.core.checks import check_answers
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.facts import PeriodPreset
from xiaoxie_desktop.definitions.kinds import load_kind

SAMPLED: dict[str, Value] = {
    "action_name": "夏季冷饮专项检查",
    "sample_batch_count": Amount(Decimal(8), "批次"),
}
ISSUED: dict[str, Value] = {
    "purpose": "issue",
    "subject": "印发《宣传活动方案》",
    "issued_title": "宣传活动方案",
}
MONTH = DateRange(date(2025, 9, 1), date(2025, 9, 30))
AUTUMN: dict[str, Value] = {"occasion": "other", "activity_name": "放心消费宣传月活动", "other_period": MONTH}


def table(*rows: dict[str, Value]) -> Rows:
    return Rows(tuple(Row(f"r{number}", cells) for number, cells in enumerate(rows)))


CASES: list[tuple[str, Answers, list[str], list[str]]] = [
    (
        "special_action_summary",
        SAMPLED | {"sample_failed_count": Amount(Decimal(1), "批次")},
        ["2025年夏季冷饮专项检查总结", "抽样送检8批次，合格7批次、不合格1批次，合格率87.5%。"],
        ["全部合格", "组织领导"],
    ),
    (
        "special_action_summary",
        SAMPLED | {"sample_failed_count": Amount(Decimal(0), "批次"), "no_major_case": True},
        ["抽样送检8批次，全部合格。", "从检查结果看，没有发现重大违法案件。"],
        ["不合格", "0"],
    ),
    ("special_action_summary", SAMPLED, ["抽样送检8批次。", "现将行动情况总结如下："], ["合格", "重大"]),
    (
        "special_action_summary",
        SAMPLED | {"form": "document"},
        ["关于2025年夏季冷饮专项检查情况的报告", "现将行动情况报告如下："],
        ["总结"],
    ),
    (
        "activity_plan",
        AUTUMN | {"event_date": date(2025, 3, 15), "other_date": date(2025, 9, 12), "other_clock": "上午"},
        ["我分会定于9月1日至30日开展放心消费宣传月活动，现制定如下方案。", "集中宣传定于9月12日上午举行。"],
        ["3月15日"],
    ),
    (
        "activity_plan",
        {
            "group_leader": "副镇长",
            "leading_group": Items(("司法所", "卫生院")),
            "contact": Contact("王女士", "1"),
        },
        ["组成人员如下：", "组　长：副镇长", "成　员：司法所、卫生院", "联系人：王女士（1）"],
        ["副组长", "办公室", "分工"],
    ),
    (
        "activity_plan",
        {"activity_list": table({"title": "办讲座", "content": "请律师讲课。", "lead_unit": "司法所"})},
        ["办讲座。请律师讲课。（责任单位：司法所）"],
        ["活动共安排", "配合单位", "时限"],
    ),
    (
        "notice",
        ISSUED | {"goal": "办好活动"},
        ["关于印发《宣传活动方案》的通知", "为办好活动，现把《宣传活动方案》印发给你们，请对照抓好落实。"],
        ["通知如下", "根据"],
    ),
    (
        "notice",
        {"subject": "报送上半年数据", "submit_deadline": date(2025, 7, 5), "submit_to": "分会秘书处"},
        ["现就报送上半年数据有关事项通知如下：", "请于7月5日前将办理情况报分会秘书处。"],
        ["印发", "主要任务"],
    ),
    (
        "notice",
        {
            "task_list": table(
                {"title": "清点", "content": "逐月核对", "due": date(2025, 5, 20)},
                {"title": "补齐", "content": "缺的报分会", "support_unit": "村委会"},
            )
        },
        [
            "主要任务有以下两项：",
            "逐月核对。（完成时限：5月20日）",
            "（二）补齐。缺的报分会。（配合单位：村委会）",
        ],
        ["责任单位", "阶段"],
    ),
    (
        "emergency_plan",
        {"event_date": date(2025, 3, 15), "commander": "副镇长", "report_to": "秩序组"},
        [
            "本预案适用于3月15日的现场活动。",
            "成立现场应急指挥部，副镇长任总指挥。",
            "发现险情的人员立即报告秩序组。",
        ],
        ["小组", "分钟", "保险"],
    ),
    (
        "emergency_plan",
        {"phone_list": table({"phone_unit": "派出所", "phone_person": "值班员", "phone_number": "110"})},
        ["应急联系电话\n派出所（值班员）：110"],
        ["公用电话", "指挥部"],
    ),
]


@pytest.mark.parametrize(("kind_id", "answers", "said", "unsaid"), CASES)
def test_the_text_says_what_was_answered_and_no_more(
    kind_id: str, answers: Answers, said: list[str], unsaid: list[str]
) -> None:
    text = composed(load_kind(kind_id), answers).text
    assert [line for line in said if line not in text] == []
    assert [words for words in unsaid if words in text.replace("2025", "").replace("30日", "")] == []


@pytest.mark.parametrize("kind_id", ["activity_plan", "emergency_plan"])
def test_figures_of_another_activity_are_no_facts_of_315(kind_id: str) -> None:
    kind = load_kind(kind_id)
    of_315 = [
        field for _, field in kind.fields() if field.fact and field.fact.period is not PeriodPreset.YEAR
    ]
    assert len(of_315) >= 3
    assert [field.id for field in of_315 if field.visible_when is None] == []


def test_a_report_wanted_before_the_activity_ends_is_an_error() -> None:
    kind = load_kind("activity_plan")
    answers: Answers = {
        "activity_name": "宣传活动",
        "date_of_issue": date(2025, 3, 2),
        "event_date": date(2025, 3, 15),
        "submit_deadline": date(2025, 3, 12),
    }
    findings = check_answers(kind, Draft("d", "u", kind.id, kind.version, 2025, answers=answers))
    assert [finding.rule for finding in findings] == ["date_not_after"]
