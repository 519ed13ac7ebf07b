"""Typing as a user does: keys for ASCII, an input method's finished words for everything else."""

from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def type_into(widget: QWidget, text: str) -> None:
    """Type a text into a widget that has the focus."""
    for is_ascii, run in groupby(text, str.isascii):
        if is_ascii:
            QTest.keyClicks(widget, "".join(run))
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString("".join(run))
            QCoreApplication.sendEvent(widget, event)


def compose(widget: QWidget, preedit: str) -> None:
    """Leave words in an input method that are not finished."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
