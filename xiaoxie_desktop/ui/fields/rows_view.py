"""The table of rows on the form: as high as its rows, moved through by Enter and Tab, reordered by Alt+↑/↓."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from xiaoxie_desktop.core.report import FieldType
from xiaoxie_desktop.ui.components.frames import Scroller
from xiaoxie_desktop.ui.fields.composition import commit_composition
from xiaoxie_desktop.ui.fields.rows_delegate import RowsDelegate, moves_between_cells, row_height
from xiaoxie_desktop.ui.fields.rows_model import Index, RowsModel, is_figure
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance

GRIP_WIDTH = 34
BIN_WIDTH = 40
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowsView(QTableView):
    """One table field. It never scrolls itself: the form around it does."""

    left = Signal()

    def __init__(self, model: RowsModel, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._dragged = -1
        self.setProperty("role", "rows")  # first: the header looks its rules up as soon as there is a model
        self.setModel(model)
        self.setAccessibleName(name)
        self.cells = RowsDelegate(self)
        self.setItemDelegate(self.cells)
        self.cells.typed.connect(model.type_into)
        self.cells.cells_pasted.connect(self._paste)
        self.cells.key_pressed.connect(self._editor_key)
        self._set_behaviour()
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._fit)
        appearance.changed.connect(self._fit)
        self._fit()

    def _set_behaviour(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.CurrentChanged
            | triggers.SelectedClicked
            | triggers.AnyKeyPressed
            | triggers.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(GRIP_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def edit_cell(self, row: int, column: int) -> None:
        """Put the cursor into a cell."""
        index = self.rows.index(row, column)
        self.setFocus()
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        elif not self._is_edited():
            self.edit(index)

    def first_cell(self) -> int:
        """The first column that can be typed into."""
        return next((place for place in range(1, self.rows.bin_column) if self.rows.is_editable(place)), 1)

    def finish(self) -> None:
        """Take over what stands in an open editor and close it."""
        editor = self.indexWidget(self.currentIndex()) or QGuiApplication.focusObject()
        if self._is_edited() and isinstance(editor, QWidget):
            commit_composition()
            self.commitData(editor)
            self.closeEditor(editor, self.cells.EndEditHint.NoHint)

    def remove_row(self, row: int) -> None:
        """Take a row away, whatever is being typed in it."""
        self.finish()
        self.rows.remove_row(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Bring the cell into sight."""
        super().currentChanged(current, previous)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the cell of a new row into sight once the row has got its room."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Keys never lead to a grip or a bin, where nothing can be typed."""
        to = super().moveCursor(action, modifiers)
        places = [place for place in range(self.rows.bin_column) if self.rows.is_editable(place)]
        return self.rows.index(to.row(), min(places, key=lambda place: abs(place - to.column())))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by Tab starts at the first cell."""
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key or not self.currentIndex().isValid():
            row = self.rows.rowCount() - 1 if event.reason() is Qt.FocusReason.BacktabFocusReason else 0
            index = self.rows.index(row, self.first_cell())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the table was left, unless for one of its own editors."""
        super().focusOutEvent(event)
        if not self._is_edited():
            self.clearSelection()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, paste and reorder without an open editor."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(self.currentIndex(), QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not _with_control(event):
            if self.rows.is_editable(self.currentIndex().column()):
                self.rows.setData(self.currentIndex(), "")
        elif moves_between_cells(event) and (_with_control(event) or _with_alt(event)):
            self._act(event, self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a row at its grip, throw one away at its bin, edit any other cell."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            self.finish()
            self._dragged = index.row()
            return
        if index.isValid() and index.column() == self.rows.bin_column:
            self.remove_row(index.row())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the row that is held change places with the one under the mouse."""
        point = event.position().toPoint()
        self._show_hand(point)
        if self._dragged >= 0:
            target = self.rowAt(point.y())
            if target >= 0 and self.rows.move_row(self._dragged, target):
                self._dragged = target
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go."""
        self._dragged = -1
        super().mouseReleaseEvent(event)

    def _bring_into_sight(self) -> None:
        around = Scroller.around(self)
        cell = self.visualRect(self.currentIndex())
        if around is not None and (self.hasFocus() or self._is_edited()) and not cell.isEmpty():
            middle = self.viewport().mapTo(around.widget(), cell.center())
            around.ensureVisible(middle.x(), middle.y(), 0, cell.height() * 2)

    def _is_edited(self) -> bool:
        return self.state() is QAbstractItemView.State.EditingState

    def _show_hand(self, point: QPoint) -> None:
        column = self.columnAt(point.x())
        shape = Qt.CursorShape.ArrowCursor
        if column == 0:
            shape = Qt.CursorShape.SizeVerCursor
        elif column == self.rows.bin_column:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def _editor_key(self, editor: QWidget, event: QKeyEvent) -> None:
        index = self.currentIndex()
        self.commitData(editor)
        self.closeEditor(editor, self.cells.EndEditHint.NoHint)
        self._act(event, index)

    def _act(self, event: QKeyEvent, index: QModelIndex) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Delete:
            self.remove_row(index.row())
        elif key in _STEPS and _with_alt(event):
            if self.rows.move_row(index.row(), index.row() + _STEPS[key]):
                self.edit_cell(index.row() + _STEPS[key], index.column())
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go_along(index, -1 if key == Qt.Key.Key_Backtab else 1)
        else:
            self._go_down(index, _STEPS.get(key, 1), adds=key not in _STEPS)

    def _go_down(self, index: QModelIndex, step: int, *, adds: bool) -> None:
        row = index.row() + step
        one_column = sum(self.rows.is_editable(place) for place in range(self.rows.bin_column)) == 1
        if row == self.rows.rowCount() and adds and one_column and not self.rows.is_empty_row(index.row()):
            self.rows.add_row()
        if 0 <= row < self.rows.rowCount():
            self.edit_cell(row, index.column())
        else:
            self.setFocus()

    def _go_along(self, index: QModelIndex, step: int) -> None:
        places = [place for place in range(self.rows.bin_column) if self.rows.is_editable(place)]
        at = places.index(index.column()) + step
        if 0 <= at < len(places):
            self.edit_cell(index.row(), places[at])
        elif step > 0 and index.row() + 1 < self.rows.rowCount():
            self.edit_cell(index.row() + 1, places[0])
        elif step > 0 and not self.rows.is_empty_row(index.row()):
            self.edit_cell(self.rows.add_row(), places[0])
        elif step < 0 and index.row() > 0:
            self.edit_cell(index.row() - 1, places[-1])
        else:
            self.setFocus()
            self.focusNextPrevChild(step > 0)

    def _paste(self, index: Index, text: str) -> None:
        place = QModelIndex(index) if isinstance(index, QModelIndex) else self.currentIndex()
        if place.isValid() and text.strip():
            self.finish()
            self.rows.paste(place, [line.split("\t") for line in text.rstrip("\r\n").splitlines()])

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setFixedHeight(theme.size("control-small"))
        height = row_height(self.rows.field.columns)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(header.height() + self.rows.rowCount() * height + 1)
        self._share_width(header)
        self.updateGeometry()

    def _share_width(self, header: QHeaderView) -> None:
        last = self.rows.bin_column
        for place in range(last + 1):
            column = self.rows.column(place)
            wide = column is not None and not is_figure(column) and column.type not in _NARROW
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(place, mode)
            if column is None:
                header.resizeSection(place, BIN_WIDTH if place == last else GRIP_WIDTH)
            elif not wide:
                label = str(self.rows.headerData(place, Qt.Orientation.Horizontal))
                header.resizeSection(place, theme.em(max(5.5, len(label) + 1.5)))


_NARROW = {FieldType.DATE, FieldType.BOOL}


def _with_alt(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
