"""Watches keyboard, mouse and wheel for the whole application in one event filter."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox

_MOVING_KEYS = {
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip


class InputWatch(QObject):
    """Keeps the wheel off unfocused pickers and knows whether the keyboard was used last to move about."""

    moved = Signal()  # the keyboard moved something, or the mouse took over

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keyboard = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every event of the application; only a wheel over an unfocused picker is turned away."""
        kind = event.type()
        if kind is QEvent.Type.Wheel:
            return _turn_away(watched, event)
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVING_KEYS:
            self._used(keyboard=True)
        elif kind is QEvent.Type.MouseButtonPress and self.keyboard:
            self._used(keyboard=False)
        return False

    def _used(self, *, keyboard: bool) -> None:
        self.keyboard = keyboard
        self.moved.emit()


def watch_input(app: QApplication) -> InputWatch:
    """The watch of the application; installed by the first call."""
    watch = app.findChild(InputWatch)
    if watch is None:
        watch = InputWatch(app)
        app.installEventFilter(watch)
    return watch


def _turn_away(watched: QObject, event: QEvent) -> bool:
    if isinstance(watched, QComboBox | QAbstractSpinBox) and not watched.hasFocus():
        event.ignore()
        return True
    return False
