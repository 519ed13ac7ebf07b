"""Menus with the deed at the left and its keys at the right."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from xiaoxie_desktop.ui.style import theme


class Menu(QMenu):
    """A menu of deeds; the keys are shown only, the shortcut itself belongs to the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(theme.em(14))

    def add(self, words: str, deed: Callable[[], object], keys: str = "") -> None:
        """Add one deed."""
        action = self.addAction(f"{words}\t{keys}" if keys else words)
        action.triggered.connect(lambda _checked=False: deed())
