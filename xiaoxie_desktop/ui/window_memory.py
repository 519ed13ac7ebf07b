"""Remembers size and place of the window in window.ini in the data directory, nowhere else."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QWidget

USUAL_SIZE = QSize(1366, 698)
SMALLEST_SIZE = QSize(1024, 640)
GEOMETRY = "window/geometry"


class WindowMemory:
    """Restores a window where it was left; the first time it takes the usual size, as far as the screen allows."""

    def __init__(self, directory: Path) -> None:
        self._settings = QSettings(str(directory / "window.ini"), QSettings.Format.IniFormat)

    def restore(self, window: QWidget) -> None:
        """Give the window its last size and place; a file that is not understood changes nothing."""
        room = window.screen().availableSize()
        window.setMinimumSize(SMALLEST_SIZE.boundedTo(room))
        window.resize(USUAL_SIZE.boundedTo(room))
        geometry = self._settings.value(GEOMETRY)
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def keep(self, window: QWidget) -> None:
        """Remember size and place for the next start, if the disk lets it."""
        self._settings.setValue(GEOMETRY, window.saveGeometry())
        self._settings.sync()
