"""Answers files: what is good is read whole, every fault is one Chinese sentence that names the nearest known name."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from xiaoxie_desktop.core.answers import Amount, Qualifier, Rows
from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.workflow.answers_file import LARGEST_FILE, parse_answers, read_answers_file

GOOD = {
    "report": "annual_summary",
    "organization": {"name": "青禾县清溪镇消费者协会", "self_reference": "我会"},
    "answers": {
        "complaint_accepted_count": 42,
        "loss_recovered_amount": {"value": "4", "unit": "万元", "qualifier": "余"},
        "date_of_issue": "2026-12-18",
    },
}


def with_answers(**answers: object) -> dict[str, object]:
    return {**GOOD, "answers": {**GOOD["answers"], **answers}}


def test_a_good_file_is_read_whole(tmp_path: Path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(GOOD, ensure_ascii=False), encoding="utf-8")
    parsed = read_answers_file(file)
    assert parsed.kind.id == "annual_summary"
    assert parsed.draft.year == 2026
    assert parsed.organization.name == "青禾县清溪镇消费者协会"
    assert parsed.draft.answers["complaint_accepted_count"] == Amount(Decimal(42), "件")
    assert parsed.draft.answers["loss_recovered_amount"] == Amount(Decimal(4), "万元", Qualifier.YU)
    assert parsed.draft.answers["date_of_issue"] == date(2026, 12, 18)


YEARS = [
    pytest.param({"year": 2025}, 2025, id="beside the answers"),
    pytest.param({"year": "2025"}, 2025, id="as text"),
    pytest.param({}, 2026, id="from the date of issue"),
]


@pytest.mark.parametrize(("more", "year"), YEARS)
def test_year(more: dict[str, object], year: int):
    assert parse_answers({**GOOD, **more}).draft.year == year


def test_year_among_the_answers():
    assert parse_answers(with_answers(year=2024)).draft.year == 2024


def test_a_section_omitted_twice_is_omitted_once():
    assert parse_answers({**GOOD, "omitted": ["education", "education"]}).draft.omitted == ("education",)


def test_rare_hanzi_stay():
    parsed = parse_answers({**GOOD, "organization": {"name": "𨙸城镇消费者协会"}})
    assert parsed.organization.name == "𨙸城镇消费者协会"


BAD = [
    pytest.param([], "以 { 开头", id="a list"),
    pytest.param({}, "没有写报告种类", id="no report"),
    pytest.param({"report": "anual_summary"}, "是不是“annual_summary”", id="misspelt report"),
    pytest.param({**GOOD, "anwsers": {}}, "是不是“answers”", id="misspelt key"),
    pytest.param({**GOOD, "answers": []}, "一组填写项", id="answers a list"),
    pytest.param({**GOOD, "organization": "县消协"}, "至少有 name", id="organization a text"),
    pytest.param({**GOOD, "organization": {"nmae": "x"}}, "是不是“name”", id="misspelt profile key"),
    pytest.param(
        {**GOOD, "organization": {"name": "甲\x07乙"}}, "控制字符", id="control character in the name"
    ),
    pytest.param({**GOOD, "organization": {"name": "长" * 201}}, "200 字以内", id="long name"),
    pytest.param({**GOOD, "year": 26}, "四位年份", id="short year"),
    pytest.param({**GOOD, "year": True}, "四位年份", id="year a truth value"),
    pytest.param({**GOOD, "year": "9" * 5_000}, "四位年份", id="year of 5,000 digits"),
    pytest.param({**GOOD, "omitted": ["document"]}, "必须写", id="section that must be written omitted"),
    pytest.param({**GOOD, "report": ["x" * 5_000]}, "这种报告", id="report a long list"),
    pytest.param(with_answers(**{"x" * 5_000: 1}), "没有“xxx", id="id of 5,000 characters"),
    pytest.param({**GOOD, "\x1b[31m": 1}, "没有“[31m”", id="name that would colour the terminal"),
    pytest.param({**GOOD, "omitted": ["nowhere"]}, "没有“nowhere”这一节", id="unknown section omitted"),
    pytest.param({**GOOD, "texts": {"nowhere": {}}}, "没有“nowhere”这一节", id="text in unknown section"),
    pytest.param(
        with_answers(complaint_acepted_count=1),
        "是不是“complaint_accepted_count”",
        id="unknown id names the nearest",
    ),
    pytest.param(with_answers(complaint_accepted_count="四十二"), "不是数字", id="words where a number goes"),
    pytest.param(with_answers(complaint_accepted_count=1.5), "应是数字", id="a float"),
    pytest.param(with_answers(complaint_accepted_count=-1), "超出范围", id="below zero"),
    pytest.param(with_answers(complaint_accepted_count={"value": "NaN"}), "不是数字", id="NaN"),
    pytest.param(
        with_answers(complaint_accepted_count={"value": "4", "unti": "件"}),
        "是不是“unit”",
        id="misspelt part",
    ),
    pytest.param(
        with_answers(complaint_accepted_count={"value": "4", "unit": "斤"}), "单位只能是", id="unknown unit"
    ),
    pytest.param(with_answers(complaint_accepted_count=[4]), "应是数字", id="list where a number goes"),
    pytest.param(with_answers(date_of_issue="2026-13-01"), "不是日期", id="13月"),
    pytest.param(with_answers(date_of_issue="2026-02-30"), "不是日期", id="2月30日"),
    pytest.param(with_answers(date_of_issue=20261218), "不是日期", id="date a number"),
    pytest.param(
        with_answers(resolution_rate={"value": "98.2", "unit": "%"}),
        "自动算出",
        id="rate typed where computed",
    ),
    pytest.param(with_answers(sealed="是"), "true 或 false", id="truth value as text"),
    pytest.param(with_answers(title="甲\x00乙"), "控制字符", id="control character"),
    pytest.param(with_answers(title="题" * 20_001), "太长", id="huge text"),
]


@pytest.mark.parametrize(("data", "said"), BAD)
def test_every_fault_is_one_sentence(data: object, said: str):
    with pytest.raises(BadInput) as caught:
        parse_answers(data)
    sentence = str(caught.value)
    assert said in sentence
    assert sentence.endswith(("。", "？"))
    assert sentence.isprintable()
    assert len(sentence) < 200


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)


FILES = [
    pytest.param(huge, "太大", id="50 MB"),
    pytest.param(lambda path: path.write_bytes("甲乙".encode("gbk")), "不是 UTF-8", id="not UTF-8"),
    pytest.param(lambda path: path.write_text("{", encoding="utf-8"), "第 1 行", id="cut off"),
    pytest.param(
        lambda path: path.write_text("[" * 100_000, encoding="utf-8"), "层次太深", id="nested 100,000 deep"
    ),
    pytest.param(
        lambda path: path.write_text('{"year": NaN}', encoding="utf-8"), "层次太深或数字太长", id="NaN"
    ),
    pytest.param(lambda path: path.mkdir(), "打不开", id="a folder"),
    pytest.param(lambda path: None, "打不开", id="missing"),
]


@pytest.mark.parametrize(("make", "said"), FILES)
def test_every_bad_file_is_one_sentence(tmp_path: Path, make, said: str):
    assert LARGEST_FILE < 50 * 1024 * 1024
    file = tmp_path / "answers.json"
    make(file)
    with pytest.raises(BadInput) as caught:
        read_answers_file(file)
    assert said in str(caught.value)


def test_rows_get_permanent_names():
    kind = parse_answers(GOOD).kind
    field = next(field for _, field in kind.fields() if field.columns)
    text = next(column for column in field.columns if column.type.value in {"text", "organization"})
    parsed = parse_answers(with_answers(**{field.id: [{text.id: "甲"}, {text.id: "乙", "uid": "kept"}]}))
    rows = parsed.draft.answers[field.id]
    assert isinstance(rows, Rows)
    assert rows.rows[1].uid == "kept"
    assert len({row.uid for row in rows.rows}) == 2
