"""Keeps the chosen theme in the settings of the workspace; an unknown word there means the default."""

from enum import StrEnum
from typing import TypeVar

from xiaoxie_desktop.ui.style.theme import Scheme, TextSize, Theme
from xiaoxie_desktop.workflow.workspace import Workspace

_SCHEME, _TEXT_SIZE = "appearance.scheme", "appearance.text_size"
_Word = TypeVar("_Word", bound=StrEnum)


def chosen_theme(workspace: Workspace) -> Theme:
    """The theme chosen in 设置, else the default one."""
    scheme = _word(workspace.setting(_SCHEME), Scheme.SYSTEM)
    return Theme(scheme, _word(workspace.setting(_TEXT_SIZE), TextSize.STANDARD))


def keep_theme(workspace: Workspace, theme: Theme) -> None:
    """Remember the theme for the next start."""
    workspace.set_setting(_SCHEME, theme.scheme.value)
    workspace.set_setting(_TEXT_SIZE, theme.text_size.value)


def _word(kept: str, default: _Word) -> _Word:
    return next((word for word in type(default) if word.value == kept), default)
