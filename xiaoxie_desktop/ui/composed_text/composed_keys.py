"""Which keys do what in the composed text: everything that is not named here does nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

_Keys = QKeySequence.StandardKey
MOVING_KEYS = (
    _Keys.MoveToNextChar, _Keys.MoveToPreviousChar, _Keys.MoveToNextWord, _Keys.MoveToPreviousWord,
    _Keys.MoveToNextLine, _Keys.MoveToPreviousLine, _Keys.MoveToStartOfLine, _Keys.MoveToEndOfLine,
    _Keys.MoveToStartOfDocument, _Keys.MoveToEndOfDocument, _Keys.MoveToNextPage, _Keys.MoveToPreviousPage,
    _Keys.SelectNextChar, _Keys.SelectPreviousChar, _Keys.SelectNextWord, _Keys.SelectPreviousWord,
    _Keys.SelectNextLine, _Keys.SelectPreviousLine, _Keys.SelectStartOfLine, _Keys.SelectEndOfLine,
    _Keys.SelectStartOfDocument, _Keys.SelectEndOfDocument, _Keys.SelectNextPage, _Keys.SelectPreviousPage,
    _Keys.SelectAll, _Keys.Copy,
)  # fmt: skip
_Move = QTextCursor.MoveOperation
_DELETING = {
    _Keys.DeleteStartOfWord: _Move.PreviousWord,
    _Keys.Delete: _Move.NextCharacter,
    _Keys.DeleteEndOfWord: _Move.NextWord,
}


def moves(event: QKeyEvent) -> bool:
    """Whether a key moves, selects or copies without changing anything."""
    return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or any(
        event.matches(key) for key in MOVING_KEYS
    )


def deletes(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """What a deleting key takes away, counted from the cursor; None for every other key."""
    plain_or_shift = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    if event.key() == Qt.Key.Key_Backspace and plain_or_shift:
        return _Move.PreviousCharacter
    return next((move for key, move in _DELETING.items() if event.matches(key)), None)


def is_history(event: QKeyEvent) -> bool:
    """Whether a key means 撤销 or 重做."""
    return event.matches(_Keys.Undo) or event.matches(_Keys.Redo)


def types(event: QKeyEvent) -> bool:
    """Whether a key types a character."""
    with_control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(event.text()) and event.text().isprintable() and not with_control
