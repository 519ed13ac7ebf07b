"""The list of drafts as a widget: rows to choose, open, copy, rename and bin by mouse or keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from xiaoxie_desktop.core.draft_rows import DraftRow
from xiaoxie_desktop.ui.home.draft_delegate import PAD, DraftDelegate
from xiaoxie_desktop.ui.home.draft_model import Column, DraftModel
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance

_DEEDS = {
    (Qt.Key.Key_Return, False): "open", (Qt.Key.Key_Enter, False): "open",
    (Qt.Key.Key_Delete, False): "delete", (Qt.Key.Key_F2, False): "rename", (Qt.Key.Key_D, True): "copy",
}  # fmt: skip


_WIDTHS = {Column.KIND: 7.75, Column.STATE: 7, Column.FINDINGS: 13, Column.MOMENT: 8.5}  # in em
_LEAST_TITLE = 12  # em
_MENU_WIDTH = 60  # pixels


class DraftTable(QTableView):
    """Emits `asked(deed, uid)` with deed open, copy, rename or delete, and `menu_asked(uid, where)`."""

    asked = Signal(str, str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafts = DraftModel(self)
        self._painter = DraftDelegate(self)
        self.setModel(self.drafts)
        self.setItemDelegate(self._painter)
        self.setAccessibleName("报告列表")
        self._set_behaviour()
        appearance.changed.connect(self._fit)
        self._fit()

    def chosen(self) -> DraftRow | None:
        """The draft with the keyboard mark."""
        return self.drafts.row_at(self.currentIndex())

    def choose(self, place: int) -> None:
        """Put the keyboard mark on a row, as far as there are rows."""
        last = self.drafts.rowCount() - 1
        self.setCurrentIndex(self.drafts.index(min(max(place, 0), last), Column.TITLE))

    def is_marked(self, row: int) -> bool:
        """Whether a row is painted as chosen: only while the list has the focus."""
        return self.hasFocus() and row == self.currentIndex().row()

    def focus_rect(self) -> QRect:
        """The part the focus ring surrounds: the chosen row."""
        first = self.visualRect(self.currentIndex())
        if not first.isValid():
            return self.rect()
        row = QRect(3, first.top() + 2, self.viewport().width() - 6, first.height() - 5)
        return row.translated(self.viewport().pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the deed of a key to the chosen draft."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        deed, row = _DEEDS.get((Qt.Key(event.key()), control)), self.chosen()
        if deed and row:
            self.asked.emit(deed, row.uid)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the three dots opens the menu under them."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.drafts.row_at(index)
        if row and index.column() == Column.MENU and event.button() is Qt.MouseButton.LeftButton:
            below = self.visualRect(index).center() + QPoint(0, 16)
            self.menu_asked.emit(row.uid, self.viewport().mapToGlobal(below))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the draft."""
        index = self.indexAt(event.position().toPoint())
        row = self.drafts.row_at(index)
        if row and index.column() != Column.MENU and event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit("open", row.uid)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a row, by right click or by the menu key."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self.drafts.row_at(index)
        if row:
            where = event.globalPos() if by_mouse else self._below(index)
            self.menu_asked.emit(row.uid, where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the row under the mouse."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row(), menu=index.column() == Column.MENU)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold columns with the width."""
        super().resizeEvent(event)
        self._fold()

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1, menu=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first row when the list is entered for the first time."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.drafts.rowCount():
            self.choose(0)

    def _hover(self, row: int, *, menu: bool) -> None:
        if (row, menu) != (self._painter.hovered, self._painter.hovered_menu):
            self._painter.hovered, self._painter.hovered_menu = row, menu
            self.viewport().update()

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(PAD, -8))

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(10)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)

    def _fit(self) -> None:
        """Set heights and widths for the text size."""
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(theme.size("list-row"))
        rows.setDefaultSectionSize(theme.size("list-row"))
        head = self.horizontalHeader()
        head.setFixedHeight(theme.size("list-head"))
        for column, count in _WIDTHS.items():
            head.resizeSection(column, theme.em(count))
        head.resizeSection(Column.MENU, _MENU_WIDTH)
        self._fold()

    def _fold(self) -> None:
        """Where the title would get too narrow, say the kind and then the moment in its second line."""
        room = self.viewport().width() - _MENU_WIDTH - theme.em(sum(_WIDTHS.values()) + _LEAST_TITLE)
        folded: list[Column] = []
        for column in (Column.KIND, Column.MOMENT):
            if room < 0:
                folded.append(column)
                room += theme.em(_WIDTHS[column])
            self.setColumnHidden(column, column in folded)
        self._painter.folded = tuple(folded)
