"""What README and CHANGELOG promise is what the program has: every report kind by name, every command."""

from pathlib import Path

import pytest

from xiaoxie_desktop.cli import COMMANDS
from xiaoxie_desktop.workflow.kind_names import kind_names

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md"])
def test_every_kind_is_named(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    names = [kind.name for kind in kind_names()]
    assert len(names) >= 11
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("page", ["README.md", "resources/help/cli.txt"])
def test_every_command_is_explained(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    marks = ("| `{} ", "| `{}`", "xiaoxie-desktop {} ")
    assert [name for name in COMMANDS if not any(mark.format(name) in text for mark in marks)] == []


def test_readme_says_the_number_of_kinds() -> None:
    number = dict(zip(range(11, 15), ("十一", "十二", "十三", "十四"), strict=True))[len(kind_names())]
    assert f"能写{number}种" in (ROOT / "README.md").read_text(encoding="utf-8")
