"""What every field editor can do: show a value, say the value that stands in it, and tell when it was touched."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xiaoxie_desktop.core.answers import Value
from xiaoxie_desktop.core.report import Field


class FieldEditor(QWidget):
    """The editor of one field.

    `edited` is emitted while typing (save soon), `left` when a part of it was finished (save now).
    """

    edited = Signal()
    left = Signal()

    fills_column = False
    """Whether the editor takes the whole width of the form, with its label above it."""
    stretches = False
    """Whether the editor takes all the room beside its label."""

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        """`year` is the year reported on: dates typed without a year get it."""
        super().__init__(parent)
        self.field, self.year = field, year
        self.setAccessibleName(field.label)

    def value(self) -> Value | None:
        """What stands in the editor now, understood or kept as it was typed; None when it is empty."""
        raise NotImplementedError

    def show_value(self, value: Value | None) -> None:
        """Put a value in, without telling that anything was edited."""
        raise NotImplementedError

    def show_computed(self, value: Value | None) -> None:
        """Show what the program worked out; only editors with computed parts listen."""

    def set_wrong(self, wrong: bool) -> None:
        """Mark the editor as holding something to put right."""

    def entrance(self) -> QWidget:
        """The widget that gets the focus when someone is sent to this field."""
        return self

    def has_focus(self) -> bool:
        """Whether the keyboard is anywhere in this editor: then nothing is written into it unasked."""
        focused = self.window().focusWidget() if self.isVisible() else None
        return focused is not None and (focused is self or self.isAncestorOf(focused)) and focused.hasFocus()

    def problem(self) -> str:
        """The sentence about what could not be understood, empty while all is well."""
        return ""
