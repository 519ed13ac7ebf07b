"""The kinds that are mostly the writer's own words: the frames say what was answered, and nothing else.

Each scenario names lines that must stand in the text and words that must not, written before the text was made.
"""

from dataclasses import dataclass

import pytest

from tests.resources.filling import UNIT
from xiaoxie_desktop.core.composing import compose
from xiaoxie_desktop.core.document_assembly import assemble
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.value_json import from_json
from xiaoxie_desktop.definitions.kinds import load_kind

YEAR = 2026


@dataclass(frozen=True, slots=True)
class Scenario:
    """Answers to a kind, with what they must and must not make it say."""

    kind: str
    answers: dict[str, JsonValue]
    lines: tuple[str, ...]
    never: tuple[str, ...] = ()


CASE: dict[str, JsonValue] = {
    "title": "家具有异味，退货退款",
    "story": "孙女士买的衣柜有刺鼻气味。\n商家让她再等等。",
    "process": "工作人员上门看过以后，双方同意退货。",
}
SCENARIOS = {
    "cases, nothing yet": Scenario(
        "typical_cases", {"case_use": "report", "theme": "提升消费品质"}, (), ("报送",)
    ),
    "cases, one for the public": Scenario(
        "typical_cases",
        {"case_use": "publish", "case_list": [CASE]},
        (
            "我分会选出一个典型案例，现公布如下：",
            "家具有异味，退货退款。案情简介：孙女士买的衣柜有刺鼻气味。",
            "商家让她再等等。",
            "处理过程及结果：工作人员上门看过以后，双方同意退货。",
        ),
        ("评析", "挽回", "报送", "年主题", "。。"),
    ),
    "cases, money and comment": Scenario(
        "typical_cases",
        {"case_list": [{**CASE, "recovered": {"value": "880", "unit": "元"}, "review": "收据要留好"}, CASE]},
        (
            "我分会选出两个典型案例：",
            "处理过程及结果：工作人员上门看过以后，双方同意退货，为消费者挽回损失880元。",
            "案例评析：收据要留好。",
            "二、家具有异味，退货退款。案情简介：孙女士买的衣柜有刺鼻气味。",
        ),
        ("报送", "公布"),
    ),
    "cases, no complaints in the year": Scenario(
        "typical_cases",
        {"complaint_accepted_count": 0},
        ("2026年，我分会共受理消费者投诉0件。",),
        ("调解成功",),
    ),
    "alert, one point": Scenario(
        "consumer_alert",
        {"alert_kind": "warning", "alert_topic": "保健品会销", "point_list": [{"title": "不领小礼品"}]},
        (
            "青禾县清溪镇消费者协会分会关于保健品会销的消费警示",
            "我分会提醒广大消费者：",
            "不领小礼品",
        ),
        ("一点", "投诉", "协商"),
    ),
    "alert, a telephone without talking first": Scenario(
        "consumer_alert",
        {"negotiate_first": False, "complaint_phone": "12315", "related_complaint_count": 3},
        ("近期，我分会接到有关投诉3件。", "发生消费纠纷的，可以拨打12315投诉。"),
        ("协商", "当面", "提醒"),
    ),
    "alert, all ways": Scenario(
        "consumer_alert",
        {
            "negotiate_first": True,
            "complaint_phone": "12315",
            "complaint_address": "镇便民服务中心",
            "evidence_list": ["小票"],
        },
        (
            "消费时请保存好小票等凭证。发生消费纠纷的，请先与经营者协商，协商不成的，可以拨打12315投诉，"
            "也可以到镇便民服务中心当面反映。",
        ),
        ("以下",),
    ),
    "reflection, one day and one thought": Scenario(
        "reflection",
        {
            "reflection_topic": "学习消费者权益保护法",
            "reflection_date": ["2026-03-09", "2026-03-09"],
            "thought_list": [{"title": "条文要记牢", "text": "用时才不慌"}],
            "intention_list": ["每周读一章。"],
        },
        (
            "学习消费者权益保护法心得体会",
            "3月9日，我学习消费者权益保护法。",
            "条文要记牢。用时才不慌。",
            "今后，我准备：每周读一章。",
        ),
        ("一点", "一是", "我在", "我分会"),
    ),
    "letter, no items yet": Scenario("open_letter", {"theme": "提升消费品质"}, (), ("如下",)),
    "letter, alone": Scenario(
        "open_letter",
        {"appeal_topic": "文明消费", "appeal_list": [{"title": "少点多用"}], "complaint_phone": "12315"},
        (
            "青禾县清溪镇消费者协会分会关于文明消费的倡议书",
            "我分会向大家发出如下倡议：",
            "少点多用",
            "欢迎社会各界监督，监督电话：12315。",
        ),
        ("联合", "年主题", "之际"),
    ),
    "address, no headings": Scenario(
        "speech",
        {
            "speech_kind": "address",
            "speech_occasion": "清溪镇维权站揭牌仪式",
            "speech_part_list": [{"text": "今天维权站揭牌了。"}, {"text": "欢迎大家常来。"}],
            "wish_list": ["各位工作顺利"],
            "says_thanks": True,
        },
        (
            "在清溪镇维权站揭牌仪式上的致辞",
            "今天维权站揭牌了。",
            "欢迎大家常来。",
            "最后，祝各位工作顺利。",
            "谢谢大家。",
        ),
        ("意见", "一、", "感谢"),
    ),
    "talk, thanks for another body": Scenario(
        "speech",
        {
            "speech_kind": "talk",
            "speaks_for": "镇政府",
            "thanked_list": ["各位商户"],
            "speech_part_list": [
                {"title": "管好秤", "text": "每月校一次"},
                {"title": "管好价", "text": "明码标价"},
            ],
        },
        ("借此机会，我代表镇政府，向各位商户表示感谢。", "下面，我讲两点意见。", "一、管好秤。每月校一次。"),
        ("谢谢", "2026"),
    ),
}


def draft_of(scenario: Scenario) -> Draft:
    kind = load_kind(scenario.kind)
    fields = {field.id: field for _, field in kind.fields()}
    answers = {name: from_json(data, fields[name], year=YEAR) for name, data in scenario.answers.items()}
    return Draft("d", UNIT.uid, kind.id, kind.version, YEAR, answers=answers)


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_the_text_says_what_was_answered(scenario: Scenario) -> None:
    text = compose(load_kind(scenario.kind), draft_of(scenario), UNIT).text
    said = [line for line in text.split("\n") if line]
    assert [line for line in scenario.lines if line not in said] == []
    assert [words for words in scenario.never if words in text] == []


@pytest.mark.parametrize(
    ("kind_id", "spoken_to"), [("open_letter", "全镇广大经营者、消费者"), ("speech", "各位来宾，同志们：")]
)
def test_the_salutation_stands_where_recipients_stand(kind_id: str, spoken_to: str) -> None:
    kind = load_kind(kind_id)
    draft = draft_of(Scenario(kind_id, {"main_recipients": spoken_to}, ()))
    assert next(kind.steps()).name == "称谓"
    assert assemble(kind, draft, UNIT, compose(kind, draft, UNIT)).main_recipients == spoken_to.rstrip("：")


@pytest.mark.parametrize(("kind_id", "section"), [("typical_cases", "cases"), ("reflection", "sightings")])
def test_where_consumers_are_told_of_their_names_are_not_asked_for(kind_id: str, section: str) -> None:
    step = load_kind(kind_id).step(section)
    assert step is not None
    assert "不写全名、电话和住址" in step.help
    examples = [column.example for field in step.fields for column in field.columns]
    assert [text for text in examples if "女士" in text or "先生" in text]
