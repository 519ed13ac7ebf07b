"""Titles break by words, in the right shape, and never lose a character."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.official.title_lines import break_title
from xiaoxie_desktop.official.widths import em_width

NAMES = ("青石河镇", "青石河镇消费者权益保护委员会")

CASES = {
    "a short title stays on one line": ("2025年工作总结", ["2025年工作总结"]),
    "eighteen characters stay on one line": (
        "关于商请联合举办老年人消费教育讲座的函",
        ["关于商请联合举办老年人消费教育讲座的函"],
    ),
    "the year's own day is not broken": (
        "清溪镇消费者协会关于2026年“3·15”国际消费者权益日活动情况的报告",
        ["清溪镇消费者协会关于2026年“3·15”", "国际消费者权益日活动情况的报告"],
    ),
    "a half-year stays with its year": (
        "青石河镇消费者协会2025年上半年工作总结和下半年工作计划",
        ["青石河镇消费者协会2025年上半年", "工作总结和下半年工作计划"],
    ),
    "no line begins with 的 or 和": (
        "关于表扬2025年度消费维权先进集体和先进个人的通报",
        ["关于表扬2025年度", "消费维权先进集体和先进个人的通报"],
    ),
    "two lines of a leading group": (
        "关于调整青石河镇放心消费创建工作领导小组成员的通知",
        ["关于调整青石河镇放心消费创建", "工作领导小组成员的通知"],
    ),
    "a long name stays whole": (
        "青石河镇消费者权益保护委员会关于2025年消费维权工作情况和2026年工作打算的报告",
        ["青石河镇消费者权益保护委员会", "关于2025年消费维权工作情况和2026年", "工作打算的报告"],
    ),
    "a writer's own line break is kept": ("关于召开\n工作会议的通知", ["关于召开", "工作会议的通知"]),
}


@pytest.mark.parametrize(("title", "lines"), CASES.values(), ids=CASES)
def test_table(measures: Measures, title: str, lines: list[str]) -> None:
    assert list(break_title(title, measures.title, NAMES)) == lines


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("清溪县消费者协会关于印发《2026年“3·15”国际消费者权益日活动方案》的通知", "“3·15”"),
        ("关于印发《放心消费创建活动实施方案》的通知", "《放心消费创建活动实施方案》"),
        ("关于做好2026年3月15日国际消费者权益日宣传咨询活动安全应急工作的通知", "2026年3月15日"),
        ("关于在全镇开展“诚信经营放心消费”主题活动表彰先进集体的决定", "“诚信经营放心消费”"),
        ("关于欧阳晓明同志任青石河镇消费者协会常务理事会秘书长等职务的通知", "欧阳晓明"),
        ("青石河镇消费者协会第十二届理事会第三次会议关于工作报告的决议", "第十二届"),
    ],
)
def test_what_is_never_broken(measures: Measures, title: str, whole: str) -> None:
    lines = break_title(title, measures.title, (*NAMES, "欧阳晓明"))
    assert len(lines) > 1
    assert any(whole in line for line in lines)


@pytest.mark.parametrize("title", [case[0] for case in CASES.values() if "\n" not in case[0]])
def test_shape_is_trapezium_or_lozenge(measures: Measures, title: str) -> None:
    widths = [em_width(line) for line in break_title(title, measures.title, NAMES)]
    steps = [right - left for left, right in itertools.pairwise(widths)]
    signs = ["rise" if step > 0 else "fall" for step in steps if step]
    assert len(signs) == len(steps)
    assert signs == sorted(signs, reverse=True)


@pytest.mark.parametrize(
    "title",
    [
        "关于" + "加强消费者权益保护工作和放心消费创建" * 11 + "的通知",
        "很长" * 100,
        "W" * 200,
        "《" + "深" * 198 + "》",
    ],
)
def test_two_hundred_characters_come_out_whole(measures: Measures, title: str) -> None:
    lines = break_title(title, measures.title, NAMES)
    assert "".join(lines) == title
    assert max(em_width(line) for line in lines) <= measures.title.greatest_length


@settings(max_examples=150, deadline=None)
@given(
    title=st.text(
        st.sampled_from("青石河镇消费者协会的和关于工作总结《》“”（）2026年3·15A、，— 通知"), max_size=60
    ),
    names=st.lists(st.text(st.sampled_from("青石河镇消费者协会工作"), min_size=2, max_size=6), max_size=3),
)
def test_nothing_is_lost_and_nothing_is_too_wide(measures: Measures, title: str, names: list[str]) -> None:
    lines = break_title(title, measures.title, names)
    assert "".join(lines) == title
    assert all(em_width(line) <= measures.title.greatest_length for line in lines)
