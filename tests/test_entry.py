"""Which shell the arguments ask for."""

import pytest

from xiaoxie_desktop.__main__ import data_directory_of
from xiaoxie_desktop.workflow.exporting import proposed_name

ARGUMENTS = [
    pytest.param([], "", id="none"),
    pytest.param(["--data", "U盘/数据"], "U盘/数据", id="two words"),
    pytest.param(["--data=U盘"], "U盘", id="one word"),
    pytest.param(["--data", "x", "drafts"], "", id="a command follows"),
    pytest.param(["kinds"], "", id="a command"),
]


@pytest.mark.parametrize(("arguments", "directory"), ARGUMENTS)
def test_directory_of_the_window(arguments: list[str], directory: str):
    assert data_directory_of(arguments) == directory


NAMES = [
    pytest.param("2026年“3·15”活动总结", "2026年“3·15”活动总结", id="as it is"),
    pytest.param("a/b\\c:d*e?f", "abcdef", id="what Windows refuses"),
    pytest.param("甲\x07乙\n丙", "甲乙丙", id="control characters"),
    pytest.param("con", "报告con", id="a device of Windows"),
    pytest.param("LPT1.总结", "报告LPT1.总结", id="a device with an ending"),
    pytest.param(" . ", "报告", id="nothing left"),
    pytest.param("长" * 200, "长" * 60, id="long"),
]


@pytest.mark.parametrize(("title", "name"), NAMES)
def test_proposed_name(title: str, name: str):
    assert proposed_name(title) == name
