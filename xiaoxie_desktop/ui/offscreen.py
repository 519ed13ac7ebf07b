"""An application for what only Qt can do without a window: fonts, printers, PDF."""

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from xiaoxie_desktop.ui.local_printing import print_locally


def qt_application() -> QCoreApplication:
    """The running application, else one that needs no display; keep it as long as Qt is used."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print_locally(os.environ)
    return QGuiApplication(sys.argv[:1])
