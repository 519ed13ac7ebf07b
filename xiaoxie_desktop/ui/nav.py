"""The left side of the window: mark and unit, the pages, and what is always true of the data."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout

from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.frames import Frame, line
from xiaoxie_desktop.ui.components.labels import IconLabel, Label, Role, StateLabel
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.painting import fill
from xiaoxie_desktop.ui.style.theme import appearance

NO_NAME = "单位名称还没填"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the window: its name, its words, its icon."""

    name: str
    words: str
    icon: str


class Nav(Frame):
    """Emits `chosen(name)` when another page is wanted."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__("nav")
        self.buttons = {entry.name: NavButton(entry) for entry in entries}
        self._unit = Label("", Role.HELP, wrap=True)
        self._group = QButtonGroup(self)
        for name, button in self.buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
        self._lay_out()
        appearance.changed.connect(self._fit)
        self._fit()

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        self.buttons[name].setChecked(True)

    def show_unit(self, name: str) -> None:
        """Show the name of the unit."""
        place, association, rest = name.partition("消费者")  # the place reads best on a line of its own
        lines = (place, association + rest)
        self._unit.setText("\n".join(part for part in lines if part) or NO_NAME)

    def focus(self) -> None:
        """Put the focus on the page that is shown."""
        (self._group.checkedButton() or next(iter(self.buttons.values()))).setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 14)
        column.setSpacing(0)
        brand = QHBoxLayout()
        brand.setContentsMargins(4, 0, 0, 0)
        brand.setSpacing(10)
        brand.addWidget(IconLabel("seal", "brand", "seal"))
        brand.addWidget(Label("消协文书", Role.H3), 1)
        unit = QHBoxLayout()
        unit.setContentsMargins(6, 12, 0, 14)
        unit.addWidget(self._unit)
        status = QHBoxLayout()
        status.setContentsMargins(6, 12, 0, 0)
        status.addWidget(StateLabel("只存本机，不联网", "hard-drive", small=True))
        column.addLayout(brand)
        column.addLayout(unit)
        for button in self.buttons.values():
            column.addWidget(button)
            column.addSpacing(2)
        column.addStretch(1)
        column.addWidget(line())
        column.addLayout(status)

    def _fit(self) -> None:
        self.setFixedWidth(theme.size("nav"))


class NavButton(Button):
    """A page in the navigation; the shown one has a bar in the action colour at its left edge."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.words, Kind.NAV, entry.icon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the bar when it is the shown page."""
        super().paintEvent(event)
        if self.isChecked():
            fill(QPainter(self), QRect(0, 10, 3, self.height() - 20), "action")
