"""Parts of the card of drafts that are built when first shown: the head of the recycle bin, the words of an empty list."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.ui.components.buttons import Button, Kind, Link
from xiaoxie_desktop.ui.components.frames import upright_line
from xiaoxie_desktop.ui.components.labels import Label, Role


def head_row(head: QWidget) -> QHBoxLayout:
    """The row of a head of the card."""
    row = QHBoxLayout(head)
    row.setContentsMargins(8, 7, 12, 7)
    row.setSpacing(8)
    return row


class BinHead(QWidget):
    """The head over the recycle bin: the way back, and the button that restores the chosen draft."""

    def __init__(self, leave: Callable[[], object], restore: Callable[[], object]) -> None:
        super().__init__()
        self.leave = Button("返回我的报告", Kind.QUIET, "arrow-left", on_click=leave)
        self.restore = Button("恢复", icon="rotate-ccw", on_click=restore)
        row = head_row(self)
        row.addWidget(self.leave)
        row.addWidget(upright_line())
        row.addSpacing(8)
        row.addWidget(Label("回收站", Role.STRONG))
        row.addWidget(Label("60 天内可以随时找回。", Role.HELP))
        row.addStretch(1)
        row.addWidget(self.restore)


class NothingPage(QWidget):
    """Stands where the list would be: why nothing is listed, and the way to everything."""

    def __init__(self, show_everything: Callable[[], object]) -> None:
        super().__init__()
        self._words = Label("", Role.SECOND)
        self._everything = Link("看全部报告", small=False, on_click=show_everything)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (self._words, self._everything):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, words: str, *, more: bool) -> None:
        """Say why nothing is listed; `more` offers the whole list."""
        self._words.setText(words)
        self._everything.setVisible(more)
