"""Every shipped text rule finds its wrong examples and leaves its right ones alone; dates that cannot be are found."""

from itertools import pairwise
from pathlib import Path

import pytest

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.definitions.text_rules import read_text_rules, text_rules
from xiaoxie_desktop.proofreading.text_checks import check_lines, impossible_dates

WRONG = [pytest.param(rule, text, id=f"{rule.id}: {text}") for rule in text_rules() for text in rule.wrong]
RIGHT = [pytest.param(text, id=f"{rule.id}: {text}") for rule in text_rules() for text in rule.right]


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_wrong_example_is_found(rule, text):
    found = check_lines([text], text_rules())
    assert found, text
    assert rule.id in {one.rule for one in found}
    first = found[0]
    assert text[first.column - 1 : first.column - 1 + first.length] == first.excerpt


@pytest.mark.parametrize("text", RIGHT)
def test_right_example_is_left_alone(text):
    assert check_lines([text], text_rules()) == ()


def test_every_rule_has_examples_both_ways():
    assert len(text_rules()) >= 5
    assert all(len(rule.wrong) >= 2 and len(rule.right) >= 2 for rule in text_rules())


IMPOSSIBLE = ["13月5日", "2月30日", "4月31日", "2025年2月29日", "0月3日", "3月0日", "3月32日", "13月份"]
POSSIBLE = [
    "3月15日",
    "2月29日",
    "2024年2月29日",
    "12月31日",
    "2026年3月1日",
    "15个月",
    "第13个月",
    "3·15",
    "历时18个月",
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible_date_is_found(text):
    assert [one.rule for one in impossible_dates(f"我会于{text}召开")] == ["impossible_date"]


@pytest.mark.parametrize("text", POSSIBLE)
def test_possible_date_is_left_alone(text):
    assert list(impossible_dates(f"我会于{text}召开")) == []


def test_place_of_a_finding_counts_from_one():
    found = check_lines(["今年情况如下。", "共发放资料20xx余份，服务群众。"], text_rules())
    assert [(one.line, one.column, one.excerpt) for one in found] == [(2, 6, "20xx")]


def test_overlapping_rules_speak_once():
    found = check_lines(["20xx年xx县消费者协会"], text_rules())
    spans = sorted((one.column, one.column + one.length) for one in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert {one.rule for one in found} == {"placeholder_year", "placeholder_name"}


BROKEN = [
    pytest.param("rules = 3 =", "读不出来", id="not TOML"),
    pytest.param('[[rules]]\nid="a"\nserverity="error"', "是不是“severity”", id="unknown key"),
    pytest.param('[[rules]]\nid="a"', "缺少“severity”", id="missing key"),
    pytest.param(
        '[[rules]]\nid="a"\nseverity="error"\npattern="("\nmessage="m"\nwrong=["x"]\nright=["y"]',
        "pattern",
        id="bad pattern",
    ),
]


@pytest.mark.parametrize(("text", "said"), BROKEN)
def test_broken_rule_file_is_one_sentence(tmp_path: Path, text: str, said: str):
    file = tmp_path / "broken.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError, match=r"broken\.toml") as caught:
        read_text_rules(file)
    assert said in str(caught.value)
