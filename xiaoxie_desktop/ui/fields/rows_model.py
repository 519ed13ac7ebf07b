"""The rows of a table field while they are edited: values, half-filled rows and text still being typed."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from xiaoxie_desktop.core.answers import Row, Rows, Unreadable, Value, is_filled
from xiaoxie_desktop.core.report import AMOUNT_TYPES, Field, FieldType
from xiaoxie_desktop.ui.fields.cells import cell_problem, cell_text, read_cell

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

NOT_YET = "还没填"


class CellRole(IntEnum):
    """What the delegate asks of a cell beside its text."""

    WRONG = Qt.ItemDataRole.UserRole + 1
    MISSING = Qt.ItemDataRole.UserRole + 2
    COMPUTED = Qt.ItemDataRole.UserRole + 3
    FIGURE = Qt.ItemDataRole.UserRole + 4


class RowsModel(QAbstractTableModel):
    """A grip, the columns of the field, and a bin; at least one row is always there to type into."""

    edited = Signal()
    """Text is being typed into a cell."""
    settled = Signal()
    """A cell was finished, or rows were added, moved or taken away."""

    def __init__(self, field: Field, year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field, self.year = field, year
        self._rows: list[Row] = [new_row()]
        self._computed: Mapping[str, Mapping[str, Value]] = {}
        self._typing: tuple[int, int, str] | None = None

    @property
    def bin_column(self) -> int:
        """The last column, in which a row is taken away."""
        return len(self.field.columns) + 1

    def column(self, place: int) -> Field | None:
        """The field of a column; None for grip and bin."""
        return self.field.columns[place - 1] if 0 < place <= len(self.field.columns) else None

    def rows(self) -> Rows:
        """The rows that hold anything, with what is being typed at this moment."""
        rows = list(self._rows)
        if self._typing is not None:
            row, column, text = self._typing
            rows[row] = self._with_cell(rows[row], column, text)
        return Rows(tuple(row for row in rows if row.cells))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._typing = None
        self._rows = list(rows) or [new_row()]
        self.endResetModel()

    def show_computed(self, rows: Rows) -> None:
        """Show the computed columns of these rows."""
        self._computed = {row.uid: row.cells for row in rows.rows}
        for place, column in enumerate(self.field.columns, start=1):
            if column.derive:
                self.dataChanged.emit(self.index(0, place), self.index(len(self._rows) - 1, place))

    def type_into(self, index: Index, text: str) -> None:
        """Note what is being typed into a cell whose editor is still open."""
        self._typing = (index.row(), index.column(), text)
        self.edited.emit()

    def add_row(self) -> int:
        """Add an empty row at the end; its place."""
        place = len(self._rows)
        self.beginInsertRows(_ROOT, place, place)
        self._rows.append(new_row())
        self.endInsertRows()
        return place

    def remove_row(self, place: int) -> None:
        """Take a row away; an empty one stays when it was the last."""
        self.beginRemoveRows(_ROOT, place, place)
        self._typing = None
        del self._rows[place]
        self.endRemoveRows()
        if not self._rows:
            self.add_row()
        self.settled.emit()

    def move_row(self, place: int, target: int) -> bool:
        """Move a row to another place; whether it moved."""
        if place == target or not 0 <= target < len(self._rows):
            return False
        below = target + 1 if target > place else target
        self.beginMoveRows(_ROOT, place, place, _ROOT, below)
        self._rows.insert(target, self._rows.pop(place))
        self.endMoveRows()
        self.settled.emit()
        return True

    def paste(self, index: Index, grid: Sequence[Sequence[str]]) -> None:
        """Put lines of cells copied from a spreadsheet in, downwards and to the right of a cell."""
        self._typing = None
        while len(self._rows) < index.row() + len(grid):
            self.add_row()
        for down, line in enumerate(grid):
            place = index.row() + down
            for right, text in enumerate(line):
                if self.is_editable(index.column() + right):
                    self._rows[place] = self._with_cell(self._rows[place], index.column() + right, text)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(len(self._rows) - 1, self.bin_column))
        self.settled.emit()

    def is_editable(self, place: int) -> bool:
        """Whether something can be typed into this column."""
        column = self.column(place)
        return column is not None and column.type is not FieldType.COMPUTED

    def is_empty_row(self, place: int) -> bool:
        """Whether nothing stands in a row."""
        return not self._rows[place].cells

    def place_of(self, uid: str) -> int:
        """The place of the row with this uid, -1 when there is none."""
        return next((place for place, row in enumerate(self._rows) if row.uid == uid), -1)

    def problem(self) -> str:
        """The sentence about the first cell that was not understood, naming its row."""
        for number, row in enumerate(self._rows, start=1):
            for column in self.field.columns:
                if sentence := cell_problem(row.cells.get(column.id), column):
                    return f"第 {number} 行“{column.label}”：{sentence}"
        return ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Grip, the field's columns, bin."""
        return 0 if parent.isValid() else self.bin_column + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be edited, computed ones only read."""
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable | Qt.ItemFlag.ItemIsEditable if self.is_editable(index.column()) else usable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The labels of the columns."""
        column = self.column(section)
        if orientation is Qt.Orientation.Vertical or column is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{column.label}（{column.unit}）" if len(column.units) == 1 else column.label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if is_figure(column) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text and state of a cell."""
        column = self.column(index.column())
        if column is None:
            return self._side_data(index, role)
        value = self._value(index.row(), column)
        text = cell_text(value, column)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"第 {index.row() + 1} 行，{column.label}：{text or NOT_YET}"
            case CellRole.WRONG:
                return isinstance(value, Unreadable)
            case CellRole.MISSING:
                return value is None and self._is_missed(index.row(), column)
            case CellRole.COMPUTED:
                return column.type is FieldType.COMPUTED
            case CellRole.FIGURE:
                return is_figure(column)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Read what was typed into a cell and keep it."""
        self._typing = None
        changed = self._with_cell(self._rows[index.row()], index.column(), str(value))
        if changed.cells == self._rows[index.row()].cells:
            return True
        self._rows[index.row()] = changed
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), self.bin_column))
        self.settled.emit()
        return True

    def _side_data(self, index: Index, role: int) -> Any:
        is_bin = index.column() == self.bin_column
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{'删掉' if is_bin else '拖动'}第 {index.row() + 1} 行"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "删掉这一行（Ctrl+Delete）" if is_bin else "拖动换位置（Alt+↑、Alt+↓）"
        return None

    def _value(self, place: int, column: Field) -> Value | None:
        row = self._rows[place]
        if column.type is FieldType.COMPUTED:
            return self._computed.get(row.uid, {}).get(column.id)
        return row.cells.get(column.id)

    def _is_missed(self, place: int, column: Field) -> bool:
        cells = self._rows[place].cells
        asked = column.required or not any(one.required for one in self.field.columns)
        return (
            asked
            and column.type is not FieldType.COMPUTED
            and any(is_filled(cell) for cell in cells.values())
        )

    def _with_cell(self, row: Row, place: int, text: str) -> Row:
        column = self.column(place)
        if column is None:
            return row
        cells = dict(row.cells)
        if (value := read_cell(text, column, year=self.year)) is None:
            cells.pop(column.id, None)
        else:
            cells[column.id] = value
        return replace(row, cells=MappingProxyType(cells))


def new_row() -> Row:
    """An empty row with a uid of its own."""
    return Row(secrets.token_hex(8))


def is_figure(column: Field) -> bool:
    """Whether the cells of a column are figures, which stand at the right."""
    return column.type in AMOUNT_TYPES or column.type is FieldType.COMPUTED
