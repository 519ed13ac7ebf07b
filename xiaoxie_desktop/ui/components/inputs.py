"""Input widgets that look alike everywhere: the search box, line edits and pickers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QWidget

from xiaoxie_desktop.ui.components.labels import IconLabel, KeyCap
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance


class Picker(QComboBox):
    """A choice of a few words, each with a value; the wheel never changes it while unfocused."""

    def __init__(
        self, choices: Sequence[tuple[str, object]] = (), *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer other words, keeping the chosen value where it is still there."""
        kept = self.currentData()
        self.blockSignals(True)
        self.clear()
        for word, value in choices:
            self.addItem(word, value)
        self.setCurrentIndex(max(0, self.findData(kept)) if choices else -1)
        self.blockSignals(False)

    def choose(self, value: object) -> None:
        """Choose the word with this value, if there is one."""
        place = self.findData(value)
        if place >= 0:
            self.setCurrentIndex(place)


class SearchBox(QLineEdit):
    """A line to search with: a lens at the left, the shortcut at the right until something is typed."""

    def __init__(self, placeholder: str, shortcut: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._lens = IconLabel("search", "text-2", "icon", parent=self)
        self._cap = KeyCap(shortcut, parent=self)
        self._cap.setVisible(bool(shortcut))
        self.textChanged.connect(lambda text: self._cap.setVisible(not text and bool(shortcut)))
        appearance.changed.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lens and key cap in their places."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the line before it does anything else."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        side = theme.size("icon")
        self.setTextMargins(side + 8, 0, 8, 0)
        self._lens.resize(side, side)
        self._lens.move(10, (self.height() - side) // 2)
        self._cap.adjustSize()
        self._cap.move(self.width() - self._cap.width() - 10, (self.height() - self._cap.height()) // 2)
