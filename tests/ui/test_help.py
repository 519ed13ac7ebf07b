"""The help is whole: every page opens, the shortcuts are those of the program, the version is right."""

import tomllib
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.resource_files import resource_root
from xiaoxie_desktop.ui.help.help_page import HelpPageView
from xiaoxie_desktop.ui.help.help_pages import help_pages
from xiaoxie_desktop.ui.keys import KEYS

ROOT = Path(__file__).parent.parent.parent


def test_pages_in_order() -> None:
    titles = [page.title for page in help_pages()]
    assert titles == ["怎么开始", "怎么填", "快捷键", "数据在哪里", "关于与许可"]


def test_all_keys_are_listed() -> None:
    listed = help_pages()[2].markdown
    missing = [key.words for key in KEYS.values() if f"| {key.cap} | {key.words} |" not in listed]
    assert missing == []
    assert "{keys}" not in listed


def test_version_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"消协文书 {project['version']}，" in help_pages()[-1].markdown


def test_pages_are_turned_by_keyboard(qtbot: QtBot) -> None:
    view = HelpPageView()
    qtbot.addWidget(view)
    view.show()
    assert "单位全称" in view.text.toPlainText()
    qtbot.keyClick(view.titles, Qt.Key.Key_End)
    assert "许可证" in view.text.toPlainText()


def test_help_says_nothing_loud() -> None:
    files = list((resource_root() / "help").glob("*.md"))
    assert len(files) == 5
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    assert not [word for word in ("！", "非法", "无效", "系统错误") if word in text]
