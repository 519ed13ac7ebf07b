"""Undo and redo out of the event log: an event knows which one it takes back, so both outlive the window."""

from collections.abc import Iterable

from xiaoxie_desktop.storage.records import UNDOABLE, Change, StoredEvent


class History:
    """What can be taken back and brought back, as numbered changes; a new edit forgets what was taken back."""

    def __init__(self, events: Iterable[StoredEvent] = ()) -> None:
        self._done: list[tuple[int, Change]] = []
        self._undone: list[tuple[int, Change]] = []
        for event in events:
            self.add(event.seq, event.change)

    def add(self, seq: int, change: Change) -> None:
        """Take in a stored event; events that cannot be undone are passed over."""
        if change.kind not in UNDOABLE:
            return
        entry = (seq, change)
        if change.undoes is not None and self._takes_back(self._done, change.undoes):
            self._undone.append(entry)
        elif change.undoes is not None and self._takes_back(self._undone, change.undoes):
            self._done.append(entry)
        else:
            self._undone.clear()
            self._done.append(entry)

    @staticmethod
    def _takes_back(entries: list[tuple[int, Change]], seq: int) -> bool:
        if not entries or entries[-1][0] != seq:
            return False
        entries.pop()
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to bring back."""
        return bool(self._undone)

    def undoing(self) -> Change | None:
        """The change that takes back the last edit; it counts once it is added with its number."""
        return _inverse(*self._done[-1]) if self._done else None

    def redoing(self) -> Change | None:
        """The change that brings back the edit last taken back."""
        return _inverse(*self._undone[-1]) if self._undone else None


def _inverse(seq: int, change: Change) -> Change:
    return Change(change.kind, change.target, before=change.after, after=change.before, undoes=seq)
