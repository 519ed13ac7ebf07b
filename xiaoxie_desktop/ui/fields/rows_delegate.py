"""Paints the cells of a table of rows and opens the editors in them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from xiaoxie_desktop.core.report import Field, FieldType
from xiaoxie_desktop.ui.fields.cells import NO, YES
from xiaoxie_desktop.ui.fields.line_box import LineBox
from xiaoxie_desktop.ui.fields.rows_model import NOT_YET, CellRole, Index, RowsModel, is_figure
from xiaoxie_desktop.ui.fields.text_editor import ParagraphBox
from xiaoxie_desktop.ui.style import icons, theme

CELL_PADDING = 10
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
LONG_TEXT_LINES = 3
_FOCUSED = QStyle.StateFlag.State_HasFocus


class CellBox(LineBox):
    """The line edit inside a cell; a spreadsheet's cells pasted into it go to the table."""

    cells_pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand several pasted cells on, take one as words."""
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if "\t" in text or "\n" in text.rstrip("\r\n"):
                self.cells_pasted.emit(text)
                return
        super().keyPressEvent(event)


class CellParagraph(ParagraphBox):
    """The editor of several lines inside a cell; it stays as high as its row."""

    def fit(self) -> None:
        """Nothing: the row gives the height."""


class RowsDelegate(QStyledItemDelegate):
    """Lines, text, grip and bin are painted here; the ring of the cell being edited is its editor's edge."""

    typed = Signal(object, str)
    cells_pasted = Signal(object, str)
    key_pressed = Signal(object, QKeyEvent)
    """A key in an open editor that moves between cells or rows; the view decides."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are as high as the design says."""
        model = index.model()
        columns = model.field.columns if isinstance(model, RowsModel) else ()
        return QSize(super().sizeHint(option, index).width(), row_height(columns))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell with its lines."""
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        self._draw_lines(painter, rect, index)
        if self._is_side(index):
            self._draw_side(painter, rect, index)
        else:
            self._draw_text(painter, rect, index)
            self._draw_edge(painter, rect, bool(option.state & _FOCUSED), index)  # type: ignore[attr-defined]
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A picker for choices, a line for everything else."""
        column = self._column(index)
        if column is not None and column.type in {FieldType.CHOICE, FieldType.BOOL}:
            return self._picker(column, parent)
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        if column is not None and column.type is FieldType.LONG_TEXT:
            return self._paragraph(name, index, parent)
        box = CellBox(name, parent=parent)
        box.setProperty("cell", "true")
        if column is not None and is_figure(column):
            box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box.textEdited.connect(lambda text: self.typed.emit(index, text))
        box.cells_pasted.connect(lambda text: self.cells_pasted.emit(index, text))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's text in its editor; one that is being typed into keeps its text."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, LineBox) and not editor.isModified():
            editor.setText(text)
        elif isinstance(editor, ParagraphBox) and not editor.document().isModified():
            editor.blockSignals(True)
            editor.setPlainText(text)
            editor.blockSignals(False)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the editor's text into the cell."""
        match editor:
            case QComboBox():
                model.setData(index, editor.currentText())
            case LineBox():
                model.setData(index, editor.text())
            case ParagraphBox():
                model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell, ring included."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        editor.setGeometry(rect.adjusted(-1, -1, 0, 0))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Give keys that move between cells to the view."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _leaves(editor, event):
            self.key_pressed.emit(editor, event)
            return True
        return super().eventFilter(editor, event)

    def _paragraph(self, name: str, index: Index, parent: QWidget) -> CellParagraph:
        box = CellParagraph(name, parent=parent)
        box.setProperty("cell", "true")
        box.textChanged.connect(lambda: self.typed.emit(index, box.toPlainText()))
        return box

    def _picker(self, column: Field, parent: QWidget) -> QComboBox:
        picker = QComboBox(parent)
        picker.setProperty("cell", "true")
        picker.setAccessibleName(column.label)
        words = [YES, NO] if column.type is FieldType.BOOL else [choice.label for choice in column.choices]
        picker.addItems(["", *words])
        picker.activated.connect(lambda: self.commitData.emit(picker))
        return picker

    def _draw_lines(self, painter: QPainter, rect: QRect, index: Index) -> None:
        painter.setPen(theme.color("border"))
        model = index.model()
        if index.row() < model.rowCount() - 1:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() < model.columnCount() - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def _draw_side(self, painter: QPainter, rect: QRect, index: Index) -> None:
        side = theme.size("icon-small")
        name = "grip-vertical" if index.column() == 0 else "trash-2"
        middle = rect.center()
        painter.drawPixmap(
            middle.x() - side // 2, middle.y() - side // 2 + 1, icons.pixmap(name, "text-2", side)
        )

    def _draw_text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if index.data(CellRole.COMPUTED):
            painter.fillRect(rect.adjusted(0, 0, -1, -1), theme.color("sunken"))
        missing = bool(index.data(CellRole.MISSING))
        token = "error" if index.data(CellRole.WRONG) else "text-3" if missing else "text"
        painter.setPen(theme.color(token))
        painter.setFont(theme.text_font())
        inside = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        text = NOT_YET if missing else str(index.data() or "")
        column = self._column(index)
        if column is not None and column.type is FieldType.LONG_TEXT:
            painter.drawText(inside.adjusted(0, 5, 0, -4), _WRAPPED, text)
            return
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        at_right = index.data(CellRole.FIGURE) and not missing
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_edge(self, painter: QPainter, rect: QRect, has_focus: bool, index: Index) -> None:
        wrong = bool(index.data(CellRole.WRONG))
        if has_focus or wrong:
            painter.setPen(QPen(theme.color("error" if wrong else "action"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _is_side(self, index: Index) -> bool:
        return self._column(index) is None

    def _column(self, index: Index) -> Field | None:
        model = index.model()
        return model.column(index.column()) if isinstance(model, RowsModel) else None


def row_height(columns: Sequence[Field]) -> int:
    """The height of a row with its line: one line of text, three where a column holds long text. Pixels."""
    height = theme.size("table-row") + 1
    if any(column.type is FieldType.LONG_TEXT for column in columns):
        height += (LONG_TEXT_LINES - 1) * theme.size("line")
    return height


def moves_between_cells(event: QKeyEvent) -> bool:
    """Whether a key pressed in a cell means another cell or row: Enter, Tab, ↑ ↓, Alt+↑ ↓, Ctrl+Delete."""
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return True
    if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return True
    return event.key() == Qt.Key.Key_Delete and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _leaves(editor: QObject, event: QKeyEvent) -> bool:
    """Whether a key in an editor goes to another cell.

    A picker needs every key while its list is open, ↑ and ↓ always; several lines need Enter, ↑ and ↓.
    """
    arrows = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
    own = False
    if isinstance(editor, QComboBox):
        own = editor.view().isVisible() or (arrows and plain)
    elif isinstance(editor, ParagraphBox):
        own = (arrows and plain) or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return moves_between_cells(event) and not own
