"""The number group: number, qualifier and unit in one frame, understanding what is typed when it is left."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from xiaoxie_desktop.core.amounts import amount_text, bare_text, number_text
from xiaoxie_desktop.core.answers import Amount, Qualifier, Unreadable, Value
from xiaoxie_desktop.core.reading import amount_from_parts, problem_with, read_amount
from xiaoxie_desktop.core.report import Field, FieldType
from xiaoxie_desktop.ui.components.labels import Label
from xiaoxie_desktop.ui.fields.editor import FieldEditor
from xiaoxie_desktop.ui.fields.group_frame import GroupFrame
from xiaoxie_desktop.ui.fields.line_box import LineBox
from xiaoxie_desktop.ui.fields.qualifier_picker import QualifierPicker
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance

NUMBER_EM, QUALIFIER_EM, UNIT_EM = 6.5, 4.5, 3.5


class AmountEditor(FieldEditor):
    """A figure: `3200余`, `约3200`, `３２００` and `5.1万` typed into the number are put in their places on leaving.

    Tab goes from number to number; the pickers are opened by Alt+↓ and Alt+↑, so no digits are typed into them.
    """

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        self.number = LineBox(field.label, "", inner=True)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.qualifier = self._qualifier_picker()
        self.unit = self._unit_part()
        self.frame = GroupFrame()
        self._lay_out()
        self.number.textEdited.connect(self.edited)
        self.number.left.connect(self._number_left)
        self.number.picked.connect(lambda: self._open(self.qualifier))
        self.number.second_picked.connect(lambda: self._open(self.unit))

    def value(self) -> Value | None:
        """The figure of the three parts, or what was typed when it is not a number."""
        qualifier = self.qualifier.qualifier() if self.qualifier else Qualifier.EXACT
        return amount_from_parts(self.number.text(), qualifier, self._chosen_unit(), self.field)

    def show_value(self, value: Value | None) -> None:
        """Put number, qualifier and unit in their places."""
        match value:
            case Amount():
                self.number.show_text(number_text(value.number) if self.qualifier else bare_text(value))
                self._choose(value.qualifier, value.unit)
            case Unreadable(typed):
                self.number.show_text(typed)
            case _:
                self.number.show_text("")
                self._choose(Qualifier.EXACT, self.field.unit)

    def set_wrong(self, wrong: bool) -> None:
        """Draw the edge of the group in crimson."""
        self.frame.set_wrong(wrong)

    def entrance(self) -> QWidget:
        """The number."""
        return self.number

    def problem(self) -> str:
        """What is wrong with the number as typed."""
        value = self.value()
        return problem_with(value, self.field) if isinstance(value, Unreadable) else ""

    def _qualifier_picker(self) -> QualifierPicker | None:
        if self.field.type is FieldType.ORDINAL:
            return None
        picker = QualifierPicker(self.field.label, self._full_form)
        picker.activated.connect(self._picked)
        return picker

    def _unit_part(self) -> Label | QComboBox | None:
        if len(self.field.units) > 1:
            picker = QComboBox()
            picker.setProperty("inner", "true")
            picker.setAccessibleName(f"{self.field.label}，单位")
            picker.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            picker.addItems(list(self.field.units))
            picker.activated.connect(self._picked)
            return picker
        if not self.field.unit:
            return None
        label = Label(self.field.unit)
        label.setProperty("role", "unit")
        return label

    def _lay_out(self) -> None:
        if self.field.type is FieldType.ORDINAL:
            ordinal = Label("第")
            ordinal.setProperty("role", "ordinal")
            self.frame.add(ordinal)
        self.frame.add(self.number, 1)
        for part in (self.qualifier, self.unit):
            if part is not None:
                self.frame.add(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.frame)
        row.addStretch(1)
        appearance.changed.connect(self._size_up)
        self._size_up()

    def _size_up(self) -> None:
        widths = {self.qualifier: QUALIFIER_EM, self.unit: self._unit_em()}
        for part, width in widths.items():
            if part is not None:
                part.setFixedWidth(theme.em(width))
        sides = sum(width for part, width in widths.items() if part is not None)
        self.frame.setFixedWidth(theme.em(NUMBER_EM + sides) + 4)

    def _unit_em(self) -> float:
        longest = max((len(unit) for unit in self.field.units), default=0)
        picker_mark = 1.5 if len(self.field.units) > 1 else 0.0
        return max(UNIT_EM, longest + 1.5) + picker_mark

    def _chosen_unit(self) -> str:
        return self.unit.currentText() if isinstance(self.unit, QComboBox) else self.field.unit

    def _choose(self, qualifier: Qualifier, unit: str) -> None:
        if self.qualifier:
            self.qualifier.choose(qualifier)
        if isinstance(self.unit, QComboBox) and unit in self.field.units:
            self.unit.setCurrentText(unit)

    def _full_form(self, qualifier: Qualifier) -> str:
        amount = read_amount(self.number.text() or "0", self.field)
        number = amount.number if isinstance(amount, Amount) else Decimal(0)
        unit = (
            amount.unit if isinstance(amount, Amount) and "万" in self.number.text() else self._chosen_unit()
        )
        return amount_text(Amount(number, unit, qualifier))

    def _open(self, picker: QWidget | None) -> None:
        if isinstance(picker, QComboBox):
            self._settle()
            picker.setFocus(Qt.FocusReason.ShortcutFocusReason)
            picker.showPopup()

    def _number_left(self) -> None:
        self._settle()
        self.left.emit()

    def _picked(self) -> None:
        self._settle()
        self.number.setFocus()
        self.left.emit()

    def _settle(self) -> None:
        value = self.value()
        if isinstance(value, Amount):
            self.show_value(value)
