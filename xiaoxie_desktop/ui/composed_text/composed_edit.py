"""The editor of the composed text: words can be changed freely, figures only as a whole."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from xiaoxie_desktop.core.composed import ComposedSection, Piece
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.core.reading import clean_text
from xiaoxie_desktop.ui.composed_text.chips import chip_rects, draw_chip
from xiaoxie_desktop.ui.composed_text.composed_document import ComposedDocument, parts_of
from xiaoxie_desktop.ui.composed_text.composed_keys import deletes, is_history, moves, types
from xiaoxie_desktop.ui.composed_text.marks import Marks, chip_tone
from xiaoxie_desktop.ui.composed_text.token_ranges import (
    LINE_BREAK,
    Figures,
    TokenRange,
    blocks,
    key_of,
    plain,
)
from xiaoxie_desktop.ui.style.theme import appearance

_Keys = QKeySequence.StandardKey
_Move = QTextCursor.MoveOperation


class ComposedEdit(QTextEdit):
    """Shows one section's text. Headings cannot be edited; figures move, go and are copied as one."""

    edited = Signal()
    left = Signal()
    figure_chosen = Signal(object)
    """Enter or a double click on a figure: its TokenRef."""
    paragraph_restored = Signal(str)
    """The writer wants the original words of one paragraph: its key."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composition = ""
        self._figures = Figures()
        self._wrong: frozenset[str] = frozenset()
        self._dirty: set[str] = set()
        self._edited_keys: frozenset[str] = frozenset()
        self._section: ComposedSection | None = None
        self._own_change = False
        self._at = 0
        self._document = ComposedDocument(self.document(), self._figures)
        self._marks = Marks(self.document(), self._figures, self._is_wrong)
        self._set_behaviour()
        self.cursorPositionChanged.connect(self._keep_out_of_figures)
        self.document().contentsChange.connect(self._foreign_change)
        appearance.changed.connect(self._look_again)

    def _set_behaviour(self) -> None:
        self.setProperty("role", "composed")
        self.setAccessibleName("成文")
        self.setAccessibleDescription("蓝底的是填写项里的数，按回车去改它；其余的字可以直接改。")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setPlaceholderText("填好这一节，这里会自动写成文字；也可以在这里直接写。")
        self.document().setDocumentMargin(8)

    # What it shows

    def show_section(self, section: ComposedSection | None) -> None:
        """Bring the text up to date; the cursor stays, words not saved yet stay."""
        is_new = self._section is None or section is None or section.section != self._section.section
        self._section = section
        paragraphs = section.paragraphs if section else ()
        self._marks.originals = {one.key: one.original for one in paragraphs if one.edited}
        self._edited_keys = frozenset(self._marks.originals)
        self._write(lambda: self._document.show(parts_of(section), frozenset(self._dirty)))
        if is_new:
            self.moveCursor(_Move.Start)
            self.verticalScrollBar().setValue(0)
        self._at = self.textCursor().position()
        self._marks.rehighlight()
        self.viewport().update()

    def show_wrong(self, fields: frozenset[str]) -> None:
        """Mark the figures of these fields as wrong."""
        if fields != self._wrong:
            self._wrong = fields
            self._marks.rehighlight()
            self.viewport().update()

    def unsaved(self) -> dict[str, tuple[Piece, ...]]:
        """The paragraphs changed since they were last taken, by key."""
        return {
            key_of(one): self._figures.pieces(one)
            for one in blocks(self.document())
            if key_of(one) in self._dirty
        }

    def mark_saved(self, key: str) -> None:
        """A paragraph's words have been taken over."""
        self._dirty.discard(key)

    def go_to_paragraph(self, key: str) -> None:
        """Put the cursor at the start of a paragraph, or of the text when it is not shown."""
        block = next((one for one in blocks(self.document()) if key_of(one) == key), self.document().begin())
        cursor = self.textCursor()
        cursor.setPosition(block.position())
        self.setTextCursor(cursor)
        self.setFocus()

    def figure_at(self, position: int) -> TokenRange | None:
        """The figure that touches a position of the document."""
        return self._figures.touching(self.document(), position)

    # What is typed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, delete, move, copy; a key that would do anything else does nothing."""
        deleting = deletes(event)
        if deleting is not None:
            self._delete(deleting)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.matches(_Keys.Cut):
            self.cut_selection()
        elif event.matches(_Keys.Paste):
            self.insertFromMimeData(QGuiApplication.clipboard().mimeData())
        elif moves(event):
            super().keyPressEvent(event)
        elif types(event):
            self._replace_selection(event.text())
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose Chinese between figures, never inside one or in a heading."""
        self.composition = event.preeditString()
        cursor = self.textCursor()
        if not self._is_editable(cursor):
            event.ignore()
            return
        if cursor.hasSelection() and (event.commitString() or event.preeditString()):
            self._replace_selection("")
        self.setCurrentCharFormat(self._document.words_format())
        self._write(lambda: QTextEdit.inputMethodEvent(self, event))
        if event.commitString():
            self._changed_at(self.textCursor().position())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put pasted words in, without their looks."""
        self._replace_selection(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words can be pasted."""
        return source.hasText()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection as the words and figures one reads."""
        data = QMimeData()
        data.setText(plain(self.textCursor().selectedText()))
        return data

    def cut_selection(self) -> None:
        """Copy the selection and take it away."""
        if self.textCursor().hasSelection():
            self.copy()
            self._replace_selection("")

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window: one history for fields and text."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and is_history(event)
        ):
            event.ignore()
            return False
        return bool(super().event(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text was left; its own menu is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.composition = ""
            self.left.emit()

    # The mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a figure selects it."""
        super().mouseReleaseEvent(event)
        figure = self._figure_under(event.position())
        if figure is not None and not self.textCursor().hasSelection():
            self._select(figure)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a figure goes to its field."""
        figure = self._figure_under(event.position())
        if figure is not None:
            self.figure_chosen.emit(figure.figure.ref)
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the text: 剪切, 复制, 粘贴, and the original words of this paragraph."""
        menu = QMenu(self)
        selected = self.textCursor().hasSelection()
        menu.addAction("剪切", self.cut_selection).setEnabled(selected)
        menu.addAction("复制", self.copy).setEnabled(selected)
        menu.addAction("粘贴", self.paste).setEnabled(self.canPaste())
        menu.addAction("全选", self.selectAll)
        key = key_of(self.textCursor().block())
        if key in self._edited_keys:
            menu.addSeparator()
            menu.addAction("恢复这一段原文…", lambda: self.paragraph_restored.emit(key))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips, then the text over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_chips(painter)
        painter.end()
        super().paintEvent(event)

    # Inside

    def _paint_chips(self, painter: QPainter) -> None:
        cursor = self.textCursor()
        span = (cursor.selectionStart(), cursor.selectionEnd())
        for block in blocks(self.document()):
            origin = self._origin(block.blockNumber())
            for one in self._figures.ranges(block):
                tone = chip_tone(one.figure, self._is_wrong)
                for rect in chip_rects(block, one, origin):
                    draw_chip(painter, rect, tone, selected=span == (one.start, one.end))

    def _origin(self, number: int) -> QPointF:
        block = self.document().findBlockByNumber(number)
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        margin = block.blockFormat().topMargin() if number == 0 else 0
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return corner - scrolled + QPointF(0, margin)

    def _figure_under(self, point: QPointF) -> TokenRange | None:
        for block in blocks(self.document()):
            for one in self._figures.ranges(block):
                if any(
                    rect.contains(point) for rect in chip_rects(block, one, self._origin(block.blockNumber()))
                ):
                    return one
        return None

    def _select(self, figure: TokenRange) -> None:
        cursor = self.textCursor()
        cursor.setPosition(figure.start)
        cursor.setPosition(figure.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _enter(self) -> None:
        cursor = self.textCursor()
        figure = self.figure_at(cursor.position())
        if figure is not None and (not cursor.hasSelection() or cursor.selectionStart() == figure.start):
            self.figure_chosen.emit(figure.figure.ref)
        else:
            self._replace_selection("\n")

    def _delete(self, move: QTextCursor.MoveOperation) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            block = cursor.block()
            cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
            if cursor.block() != block:
                return
        self._replace(cursor.selectionStart(), cursor.selectionEnd(), "")

    def _replace_selection(self, text: str) -> None:
        cursor = self.textCursor()
        self._replace(cursor.selectionStart(), cursor.selectionEnd(), text)

    def _replace(self, start: int, end: int, text: str) -> None:
        start, end = self._whole(start, end)
        words = clean_text(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")).replace(
            "\n", LINE_BREAK
        )
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._write(lambda: self._take_out_and_put_in(cursor, start, end, words))
        cursor.endEditBlock()

    def _take_out_and_put_in(self, cursor: QTextCursor, start: int, end: int, words: str) -> None:
        """Take out what lies between, paragraph by paragraph; put the words in at the start. Headings stay."""
        touched = [
            one
            for one in blocks(self.document())
            if one.position() <= end and one.position() + one.length() > start
        ]
        for block in reversed(touched):
            if key_of(block):
                cursor.setPosition(max(start, block.position()))
                cursor.setPosition(
                    min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor
                )
                cursor.removeSelectedText()
                self._dirty.add(key_of(block))
        cursor.setPosition(start)
        if key_of(cursor.block()):
            cursor.insertText(words, self._document.words_format())
        self.setTextCursor(cursor)
        self._changed_at(cursor.position())

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        first, last = (self._figures.around(self.document(), place) for place in (start, end))
        return (first.start if first else start, last.end if last else end)

    def _changed_at(self, position: int) -> None:
        key = key_of(self.document().findBlock(position))
        if key:
            self._dirty.add(key)
        self.edited.emit()

    def _is_editable(self, cursor: QTextCursor) -> bool:
        return bool(key_of(cursor.block()))

    def _is_wrong(self, ref: TokenRef) -> bool:
        return ref.field in self._wrong or ref.parent in self._wrong

    def _keep_out_of_figures(self) -> None:
        cursor = self.textCursor()
        inside = self._figures.around(self.document(), cursor.position())
        if inside is None or self._own_change:
            self._at = cursor.position()
            return
        forward = cursor.position() > self._at
        keep = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(inside.end if forward else inside.start, keep)
        self._at = cursor.position()
        self.setTextCursor(cursor)

    def _write(self, change: Callable[[], object]) -> None:
        self._own_change = True
        try:
            change()
        finally:
            self._own_change = False

    def _foreign_change(self, _position: int, removed: int, added: int) -> None:
        """Something else wrote into the document (text dragged out to another window): show what is kept again."""
        if (removed or added) and not self._own_change:
            QTimer.singleShot(0, self, lambda: self.show_section(self._section))

    def _look_again(self) -> None:
        self._marks.rehighlight()
        self.viewport().update()
