"""Enter presses the button that has the focus, as Space does, and never another one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether a key was Enter; then the button has been clicked, once however long the key is held."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
