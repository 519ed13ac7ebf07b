"""Editors where nothing is typed: 是 or 否, one of several, some of several."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from xiaoxie_desktop.core.answers import Items, Value
from xiaoxie_desktop.core.report import Field
from xiaoxie_desktop.ui.components.inputs import Picker
from xiaoxie_desktop.ui.fields.cells import NO, YES
from xiaoxie_desktop.ui.fields.editor import FieldEditor
from xiaoxie_desktop.ui.style.repolish import set_look

CHOICES_PER_LINE = 3
LONG_CHOICE = 10
"""Choices with more characters than this stand one in a line."""


class YesNoButton(QRadioButton):
    """One of two round buttons; Delete and Backspace take the answer back."""

    def __init__(self, words: str, editor: "YesNoEditor") -> None:
        super().__init__(words)
        self._editor = editor
        self.setAccessibleName(f"{editor.field.label}：{words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer back, or move as round buttons do."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._editor.take_back()
            return
        super().keyPressEvent(event)


class YesNoEditor(FieldEditor):
    """是 or 否, or not answered yet; a second click on the chosen one takes the answer back."""

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        self.yes, self.no = YesNoButton(YES, self), YesNoButton(NO, self)
        self._group = QButtonGroup(self)
        self._shown: bool | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for button in (self.yes, self.no):
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(self._clicked)
        row.addStretch(1)

    def value(self) -> Value | None:
        """True, False, or None while unanswered."""
        return self._shown

    def show_value(self, value: Value | None) -> None:
        """Mark the given answer."""
        self._shown = value if isinstance(value, bool) else None
        self._group.setExclusive(False)
        self.yes.setChecked(self._shown is True)
        self.no.setChecked(self._shown is False)
        self._group.setExclusive(True)

    def take_back(self) -> None:
        """Leave the question unanswered."""
        self.show_value(None)
        self.left.emit()

    def entrance(self) -> QWidget:
        """The marked button, else 是."""
        return self.no if self._shown is False else self.yes

    def _clicked(self) -> None:
        chosen = self.yes.isChecked()
        if self._shown is chosen:
            self.take_back()
            return
        self._shown = chosen
        self.left.emit()


class ChoiceEditor(FieldEditor):
    """One of several, in a list that opens."""

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        words: list[tuple[str, object]] = [(choice.label, choice.id) for choice in field.choices]
        self.picker = Picker([("请选择", None), *words], name=field.label)
        self.picker.activated.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.picker)
        row.addStretch(1)

    def value(self) -> Value | None:
        """The id of the chosen one."""
        chosen = self.picker.currentData()
        return chosen if isinstance(chosen, str) else None

    def show_value(self, value: Value | None) -> None:
        """Show the words of the chosen id."""
        self.picker.choose(value if isinstance(value, str) else None)

    def set_wrong(self, wrong: bool) -> None:
        """Draw the edge in crimson."""
        set_look(self.picker, "state", "error" if wrong else "")

    def entrance(self) -> QWidget:
        """The picker."""
        return self.picker


class ChoicesEditor(FieldEditor):
    """Some of several, as boxes to tick; they are kept in the order of the definition."""

    stretches = True

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        per_line = 1 if any(len(one.label) > LONG_CHOICE for one in field.choices) else CHOICES_PER_LINE
        for place, choice in enumerate(field.choices):
            box = self.boxes[choice.id] = QCheckBox(choice.label)
            box.setAccessibleName(f"{field.label}：{choice.label}")
            box.clicked.connect(self.left)
            grid.addWidget(box, place // per_line, place % per_line)
        grid.setColumnStretch(per_line, 1)

    def value(self) -> Value | None:
        """The ids of the ticked ones, None when none is."""
        ticked = tuple(name for name, box in self.boxes.items() if box.isChecked())
        return Items(ticked) if ticked else None

    def show_value(self, value: Value | None) -> None:
        """Tick the given ids."""
        ticked = value.texts if isinstance(value, Items) else ()
        for name, box in self.boxes.items():
            box.setChecked(name in ticked)

    def entrance(self) -> QWidget:
        """The first box."""
        return next(iter(self.boxes.values()), self)
