"""An application for what only Qt can do without a window: fonts, printers, PDF."""

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def qt_application() -> QCoreApplication:
    """The running application, else one that needs no display; keep it as long as Qt is used."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("CUPS_SERVER", "/run/cups/cups.sock")
    return QGuiApplication(sys.argv[:1])
