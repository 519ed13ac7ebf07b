"""Saves what is typed by itself: soon after a keystroke, at once when something was finished, again after a failure."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from xiaoxie_desktop.core.errors import StorageError

SOON_MS = 600
"""From the first keystroke not saved yet; later ones do not push it back."""
AGAIN_MS = 5000


class SaveState(Enum):
    """What the top bar says about saving."""

    SAVED = auto()
    SAVING = auto()
    FAILED = auto()


class Autosave(QObject):
    """Runs the latest deed of every place that was edited. It only reads editors and never writes into them."""

    state_changed = Signal()
    saved = Signal()
    """Something was stored; whoever shows what follows from it may look again."""

    def __init__(self, retry: Callable[[], None], parent: QObject | None = None) -> None:
        """`retry` stores what a failed save left behind in memory."""
        super().__init__(parent)
        self.state, self.sentence = SaveState.SAVED, ""
        self._retry = retry
        self._deeds: dict[str, Callable[[], None]] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._soon.timeout.connect(self.save)
        self._again.timeout.connect(self.save)

    def soon(self, place: str, deed: Callable[[], None]) -> None:
        """Save a place shortly; a deed waiting for the same place is replaced."""
        self._deeds[place] = deed
        if not self._soon.isActive():
            self._soon.start()
        if self.state is SaveState.SAVED:
            self._tell(SaveState.SAVING)

    def now(self, place: str, deed: Callable[[], None]) -> bool:
        """Save a place and all that waits; whether everything is stored."""
        self._deeds[place] = deed
        return self.save()

    def save(self) -> bool:
        """Save all that waits and what failed before; whether everything is stored."""
        self._soon.stop()
        if not self._deeds and self.state is SaveState.SAVED:
            return True
        failed = self._run_deeds()
        self._tell(SaveState.FAILED if failed else SaveState.SAVED, failed)
        if failed:
            self._again.start()
        self.saved.emit()
        return not failed

    def _run_deeds(self) -> str:
        """The last failure; a deed that breaks leaves those behind it waiting for the next save."""
        failed = ""
        for place in tuple(self._deeds):
            deed = self._deeds.pop(place, None)
            failed = (_failure(deed) if deed else "") or failed
        return _failure(self._retry) or failed

    def _tell(self, state: SaveState, sentence: str = "") -> None:
        if (state, sentence) != (self.state, self.sentence) or state is SaveState.SAVED:
            self.state, self.sentence = state, sentence
            self.state_changed.emit()


def _failure(deed: Callable[[], None]) -> str:
    try:
        deed()
    except StorageError as error:
        return str(error)
    return ""
