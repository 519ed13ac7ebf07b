"""The line edit all field editors are made of: it never cuts or refuses what is typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


class LineBox(QLineEdit):
    """A line edit that tells when it was left and what an input method is composing in it."""

    left = Signal()
    entered = Signal()
    picked = Signal()
    """Alt+↓ was pressed: open what stands behind the box."""
    second_picked = Signal()
    """Alt+↑ was pressed: open the second thing behind the box, where there is one."""

    def __init__(
        self, name: str, example: str = "", *, inner: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.composition = ""
        self.setAccessibleName(name)
        if example:
            self.setPlaceholderText(f"例如：{example}")
        if inner:
            self.setProperty("inner", "true")

    def show_text(self, text: str) -> None:
        """Replace the text, unless it stands there already; the cursor of words goes to their start."""
        if self.text() != text:
            self.setText(text)
            if not self._at_right():
                self.setCursorPosition(0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self.composition = event.preeditString()
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the group the box belongs to."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the box was left and show its words from the start; its own menu is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return
        self.composition = ""
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason and not self._at_right():
            self.home(False)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↓ opens the picker of the group, Alt+↑ its second one."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (
            Qt.Key.Key_Down, Qt.Key.Key_Up,
        ):  # fmt: skip
            (self.picked if event.key() == Qt.Key.Key_Down else self.second_picked).emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window when the box itself has nothing to undo or redo."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._has_nothing_for(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _at_right(self) -> bool:
        return bool(self.alignment() & Qt.AlignmentFlag.AlignRight)

    def _has_nothing_for(self, event: QKeyEvent) -> bool:
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
        return undo or redo
