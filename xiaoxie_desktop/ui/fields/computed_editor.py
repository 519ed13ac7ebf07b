"""The place of a figure the program works out itself; nothing can be typed there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xiaoxie_desktop.core.answers import Value
from xiaoxie_desktop.core.report import Field
from xiaoxie_desktop.core.value_text import PrintContext, value_text
from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.fields.editor import FieldEditor
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance

COMPUTED_EM = 14.5


class ComputedEditor(FieldEditor):
    """A computed figure with the words 自动算出; Tab passes it by."""

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frame = Frame("computed")
        self._figure, note = Label(), Label("自动算出", Role.COUNT)
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(10, 0, 10, 0)
        inside.addWidget(self._figure, 1)
        inside.addWidget(note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._frame)
        row.addStretch(1)
        appearance.changed.connect(self._size_up)
        self._size_up()
        self.show_computed(None)

    def value(self) -> Value | None:
        """Nothing: a computed figure is never an answer."""
        return None

    def show_value(self, value: Value | None) -> None:
        """Nothing to show: there is no answer."""

    def show_computed(self, value: Value | None) -> None:
        """Show the figure, or that others are missing for it."""
        text = value_text(value, self.field, "", PrintContext(self.year)) if value is not None else ""
        self._figure.setText(text or "还算不出来")
        self.setAccessibleDescription(f"{text or '还算不出来'}，自动算出")

    def text(self) -> str:
        """What is shown."""
        return self._figure.text()

    def _size_up(self) -> None:
        self._frame.setFixedSize(theme.em(COMPUTED_EM) + 4, theme.size("control"))
