"""Finishes a running input-method composition, so that half-typed Chinese is not lost when a place is left."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


@runtime_checkable
class Composes(Protocol):
    """An editor that knows what an input method is composing in it; that text is not part of text() yet."""

    composition: str


def commit_composition() -> None:
    """Make what is being composed part of the text of the focused editor.

    The input method is asked first; where it leaves the composition standing (or there is none to ask), the
    text is taken as it stands.
    """
    QGuiApplication.inputMethod().commit()
    widget = QApplication.focusWidget()
    if isinstance(widget, QWidget) and isinstance(widget, Composes) and widget.composition:
        finished = QInputMethodEvent("", [])
        finished.setCommitString(widget.composition)
        QCoreApplication.sendEvent(widget, finished)
