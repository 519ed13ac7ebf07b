"""Unit profile and display: saved without a button, kept over a restart, wrong words harmless."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.ui.settings.appearance_setting import chosen_theme, keep_theme
from xiaoxie_desktop.ui.settings.profile_fields import GROUPS, from_text, to_text
from xiaoxie_desktop.ui.settings.settings_page import SettingsPage
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import Scheme, TextSize, Theme, appearance
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(data_directory: Path) -> Iterator[Workspace]:
    opened = open_workspace(data_directory)
    yield opened
    opened.close()


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, qapp: QApplication) -> SettingsPage:
    theme.apply(qapp, Theme())
    made = SettingsPage(workspace)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_every_line_is_an_attribute_of_the_organization(workspace: Workspace) -> None:
    names = [field.name for _, _, fields in GROUPS for field in fields]
    assert len(names) == len(set(names)) == 10
    assert all(hasattr(workspace.organization, name) for name in names)


def test_a_line_is_saved_when_it_is_left(page: SettingsPage, workspace: Workspace, qtbot: QtBot) -> None:
    line = page.profile.lines["name"]
    line.setFocus()
    line.insert("青禾县清溪镇消费者协会分会")
    with qtbot.waitSignal(page.profile_saved):
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert workspace.organization.name == "青禾县清溪镇消费者协会分会"
    assert page.profile.state.text().startswith("已保存 ")


def test_several_signers(page: SettingsPage, workspace: Workspace, qtbot: QtBot) -> None:
    line = page.profile.lines["signers"]
    line.insert("张三，李四、 王五")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.organization.signers == ("张三", "李四", "王五")


def test_usual_word_is_picked_by_keyboard(page: SettingsPage, workspace: Workspace, qtbot: QtBot) -> None:
    line = page.profile.lines["self_reference"]
    line.setFocus()
    qtbot.keyClick(line.parentWidget(), Qt.Key.Key_Down)
    assert page.leave()
    assert workspace.organization.self_reference in ("我会", "我分会")


def test_leaving_saves_what_is_still_being_typed(page: SettingsPage, workspace: Workspace) -> None:
    page.profile.lines["phone"].insert("0000-1234567")
    assert workspace.organization.phone == ""
    assert page.leave()
    assert workspace.organization.phone == "0000-1234567"


def test_a_failed_save_is_said_and_nothing_typed_is_lost(
    page: SettingsPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_organization: Organization) -> None:
        raise StorageError("磁盘满了，没有保存。请腾出一些地方再试。")

    monkeypatch.setattr(workspace, "save_organization", full)
    page.profile.lines["name"].insert("消协")
    assert not page.leave()
    assert page.profile.problem.text() == "磁盘满了，没有保存。请腾出一些地方再试。"
    assert page.profile.lines["name"].text() == "消协"


def test_first_empty_line_gets_the_cursor(page: SettingsPage) -> None:
    page.profile.lines["name"].insert("消协")
    page.show_first()
    assert page.profile.lines["short_name"].hasFocus()


def test_every_line_is_reached_by_tab_in_order(page: SettingsPage, qtbot: QtBot) -> None:
    lines = list(page.profile.lines.values())
    lines[0].setFocus()
    seen = [lines[0]]
    for _ in lines[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        seen.append(getattr(focus, "lineEdit", lambda focus=focus: focus)())
    assert [line.accessibleName() for line in seen] == [line.accessibleName() for line in lines]


def test_display_takes_effect_at_once_and_is_kept(
    page: SettingsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.display.choices[Scheme.DARK], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.display.choices[TextSize.LARGE], Qt.MouseButton.LeftButton)
    assert appearance.theme == Theme(Scheme.DARK, TextSize.LARGE)
    assert chosen_theme(workspace) == Theme(Scheme.DARK, TextSize.LARGE)
    assert theme.size("control") == 40


@pytest.mark.parametrize("text_size", list(TextSize))
@pytest.mark.parametrize("scheme", list(Scheme))
def test_theme_is_kept(workspace: Workspace, scheme: Scheme, text_size: TextSize) -> None:
    keep_theme(workspace, Theme(scheme, text_size))
    assert chosen_theme(workspace) == Theme(scheme, text_size)


def test_unknown_words_mean_the_default(workspace: Workspace) -> None:
    workspace.set_setting("appearance.scheme", "sepia")
    assert chosen_theme(workspace) == Theme()


@given(st.lists(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1), max_size=5))
def test_signers_survive_being_shown(names: list[str]) -> None:
    assert from_text("signers", to_text(tuple(names))) == tuple(names)
