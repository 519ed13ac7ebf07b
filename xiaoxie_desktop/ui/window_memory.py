"""Remembers size and place of the window in window.place in the data directory, nowhere else."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

USUAL_SIZE = QSize(1366, 698)
SMALLEST_SIZE = QSize(1024, 640)


class WindowMemory:
    """Restores a window where it was left; the first time it takes the usual size, as far as the screen allows."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / "window.place"

    def restore(self, window: QWidget) -> None:
        """Give the window its last size and place; a file that is not understood changes nothing."""
        room = window.screen().availableSize()
        window.setMinimumSize(SMALLEST_SIZE.boundedTo(room))
        window.resize(USUAL_SIZE.boundedTo(room))
        with suppress(OSError):
            window.restoreGeometry(self._path.read_bytes())

    def keep(self, window: QWidget) -> None:
        """Remember size and place for the next start, if the disk lets it."""
        with suppress(OSError):
            self._path.write_bytes(window.saveGeometry().data())
