"""Editors that are tables: rows of fields, and lists with one item a line."""

from dataclasses import replace
from types import MappingProxyType

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.core.answers import Items, Row, Rows, Value
from xiaoxie_desktop.core.report import Field, FieldType
from xiaoxie_desktop.ui.components.buttons import Button
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.fields.editor import FieldEditor
from xiaoxie_desktop.ui.fields.rows_model import CellRole, RowsModel, new_row
from xiaoxie_desktop.ui.fields.rows_view import RowsView

ITEM = "item"
"""The one column of a list."""


class RowsEditor(FieldEditor):
    """A table of fields with its head: name, how many rows are filled, and a button for one more."""

    fills_column = True

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        self.rows = RowsModel(field, year, self)
        self.view = RowsView(self.rows, field.label)
        self.count = Label("", Role.COUNT)
        self.add_button = Button("加一项", icon="plus", small=True, on_click=self.add_row)
        self.add_button.setAccessibleName(f"{field.label}：加一项")
        self._lay_out()
        self.rows.edited.connect(self.edited)
        self.rows.settled.connect(self._settled)
        self.view.left.connect(self.left)
        self._show_count()

    def value(self) -> Value | None:
        """The rows, half-filled ones included; None when nothing stands in the table."""
        rows = self.rows.rows()
        return rows if rows.rows else None

    def show_value(self, value: Value | None) -> None:
        """Show these rows, keeping the empty ones someone is about to fill."""
        rows = value.rows if isinstance(value, Rows) else ()
        if rows != self.rows.rows().rows:
            self.rows.show_rows(rows)
            self._show_count()

    def show_computed(self, value: Value | None) -> None:
        """Show the computed columns."""
        self.rows.show_computed(value if isinstance(value, Rows) else Rows())

    def entrance(self) -> QWidget:
        """The table."""
        return self.view

    def problem(self) -> str:
        """The sentence about the first cell that was not understood."""
        return self.rows.problem()

    def add_row(self) -> None:
        """Add a row, or go to the empty one at the end, and put the cursor into its first cell."""
        last = self.rows.rowCount() - 1
        place = last if self.rows.is_empty_row(last) else self.rows.add_row()
        self.view.edit_cell(place, self.view.first_cell())

    def go_to(self, uid: str) -> None:
        """Put the cursor into the row of this uid, into its first cell that asks for something."""
        place = self.rows.place_of(uid)
        if place >= 0:
            self.view.edit_cell(place, self._cell_to_mend(place) or self.view.first_cell())

    def finish(self) -> None:
        """Take over what stands in an open cell."""
        self.view.finish()

    def _cell_to_mend(self, place: int) -> int:
        cells = [self.rows.index(place, column) for column in range(1, self.rows.bin_column)]
        asking = (cell for cell in cells if cell.data(CellRole.WRONG) or cell.data(CellRole.MISSING))
        return next((cell.column() for cell in asking), 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(self.field.label, Role.H3))
        head.addWidget(self.count, 1)
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.view)

    def _settled(self) -> None:
        self._show_count()
        self.left.emit()

    def _show_count(self) -> None:
        filled = len(self.rows.rows().rows)
        self.count.setText(f"已填 {filled} 项" if filled else "还没填")


class ListEditor(RowsEditor):
    """A list with one item a line: Enter goes on to the next line."""

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        item = Field(ITEM, FieldType.TEXT, "一行写一项" if field.type is FieldType.LIST else "一行写一个")
        super().__init__(replace(field, columns=(item,)), year, parent=parent)

    def value(self) -> Value | None:
        """The items, None when there are none."""
        texts = tuple(_text(row) for row in self.rows.rows().rows)
        return Items(texts) if texts else None

    def show_value(self, value: Value | None) -> None:
        """Show the items one below the other."""
        texts = value.texts if isinstance(value, Items) else ()
        if texts != tuple(_text(row) for row in self.rows.rows().rows):
            self.rows.show_rows([replace(new_row(), cells=MappingProxyType({ITEM: text})) for text in texts])
            self._show_count()


def _text(row: Row) -> str:
    cell = row.cells.get(ITEM)
    return cell if isinstance(cell, str) else ""
