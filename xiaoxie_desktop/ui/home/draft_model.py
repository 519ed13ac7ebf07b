"""The list of drafts as a table model: one row per draft, its words under the accessible roles too."""

from collections.abc import Mapping
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xiaoxie_desktop.core.draft_rows import DraftRow
from xiaoxie_desktop.ui.home.draft_list import finding_words, moment_words, second_line

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the list of drafts."""

    KIND = 0
    TITLE = 1
    STATE = 2
    FINDINGS = 3
    MOMENT = 4
    MENU = 5


class DraftModel(QAbstractTableModel):
    """The drafts shown now; ROW_ROLE gives the whole DraftRow to the painter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DraftRow, ...] = ()
        self._badges: Mapping[str, str] = {}
        self._bin = False

    def show_rows(
        self, rows: tuple[DraftRow, ...], badges: Mapping[str, str], *, in_bin: bool = False
    ) -> None:
        """Show other drafts; `badges` are the short names of the report kinds by id."""
        self.beginResetModel()
        self._rows, self._badges, self._bin = rows, badges, in_bin
        self.endResetModel()

    def row_at(self, index: Index) -> DraftRow | None:
        """The draft of an index, if it is one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, uid: str) -> int:
        """The row of a draft, -1 when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.uid == uid), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many drafts are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always all columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, its accessible text, or the draft itself."""
        row = self.row_at(index)
        if row is None:
            return None
        column = Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if column is Column.TITLE else self._words(row, column) or "更多操作"
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.MENU:
            return "打开、复制、改名、移到回收站"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        moment = "移入时间" if self._bin else "最后修改"
        return ("种类", "标题", "状态", "校对", moment, "")[section]

    def _words(self, row: DraftRow, column: Column) -> str:
        match column:
            case Column.KIND:
                return self._badges.get(row.report, row.report)
            case Column.TITLE:
                return row.title
            case Column.STATE:
                return row.state.label
            case Column.FINDINGS:
                return finding_words(row)
            case Column.MOMENT:
                moment = (row.deleted_at if self._bin else None) or row.updated_at
                return moment_words(moment, datetime.now().astimezone())
            case Column.MENU:
                return ""

    def _spoken(self, row: DraftRow) -> str:
        parts = [row.title, second_line(row)]
        parts += [self._words(row, c) for c in (Column.KIND, Column.STATE, Column.FINDINGS, Column.MOMENT)]
        return "，".join(part for part in parts if part)
