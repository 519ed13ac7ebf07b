"""A message that stays in its pane until the state it tells of is over."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from xiaoxie_desktop.ui.components.buttons import Link
from xiaoxie_desktop.ui.components.labels import IconLabel, Label


class Weight(StrEnum):
    """How much a banner matters: news, something to judge, something to put right."""

    NEWS = "news"
    WARN = "warn"
    ERROR = "error"


_MARKS = {
    Weight.NEWS: ("info", "action"),
    Weight.WARN: ("triangle-alert", "warn"),
    Weight.ERROR: ("state-problem", "error"),
}


class Banner(QFrame):
    """One sentence with an icon and at most one link, whose click is `followed`."""

    followed = Signal()

    def __init__(
        self, text: str, weight: Weight = Weight.NEWS, link: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("state", weight.value)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 9, 13, 9)
        row.setSpacing(10)
        row.addWidget(IconLabel(*_MARKS[weight]))
        self._text = Label(text, wrap=True)
        row.addWidget(self._text, 1)
        if link:
            row.addWidget(Link(link, on_click=self.followed.emit))

    def text(self) -> str:
        """The sentence of the banner."""
        return self._text.text()
