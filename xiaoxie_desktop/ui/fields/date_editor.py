"""Editors of dates: text first, the calendar second."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.core.answers import DateRange, Unreadable, Value
from xiaoxie_desktop.core.reading import problem_with, read_date, read_date_range, typed_date_range
from xiaoxie_desktop.core.report import Field
from xiaoxie_desktop.core.value_text import date_text
from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.labels import Label
from xiaoxie_desktop.ui.fields.editor import FieldEditor
from xiaoxie_desktop.ui.fields.group_frame import GroupFrame
from xiaoxie_desktop.ui.fields.line_box import LineBox
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance

DATE_EM = 11.0


class CalendarPopup(QFrame):
    """A calendar that opens under a date box and closes with the chosen day."""

    chosen = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._choose)
        self.calendar.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.addWidget(self.calendar)

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the calendar and changes nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


class DateBox(GroupFrame):
    """A box a date is typed into, with a button that opens a calendar."""

    edited = Signal()
    left = Signal()

    def __init__(self, name: str, year: int, example: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._year = year
        self.box = LineBox(name, example, inner=True)
        self.button = Button("", Kind.QUIET, "calendar", small=True, hint=f"{name}，打开日历")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard Alt+↓ opens the calendar
        self.button.setFixedWidth(theme.size("control") - 4)
        self.add(self.box, 1)
        self.add(self.button)
        self.box.textEdited.connect(self.edited)
        self.box.left.connect(self._settle)
        self.box.picked.connect(self.open_calendar)
        self.button.clicked.connect(self.open_calendar)
        appearance.changed.connect(self._size_up)
        self._size_up()

    def text(self) -> str:
        """What stands in the box."""
        return self.box.text()

    def show_text(self, text: str) -> None:
        """Show other words."""
        self.box.show_text(text)

    def open_calendar(self) -> None:
        """Open the calendar at the typed day, or in the report's year."""
        typed = read_date(self.text(), year=self._year)
        today = QDate.currentDate()
        start = typed if isinstance(typed, date) else date(self._year, today.month(), 1)
        popup = CalendarPopup(start, self)
        popup.chosen.connect(self._take)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        popup.calendar.setFocus()

    def _take(self, day: date) -> None:
        self.show_text(date_text(day))
        self.box.setFocus()
        self.edited.emit()
        self.left.emit()

    def _settle(self) -> None:
        typed = read_date(self.text(), year=self._year) if self.text().strip() else None
        if isinstance(typed, date):
            self.show_text(date_text(typed))
        self.left.emit()

    def _size_up(self) -> None:
        self.setFixedWidth(theme.em(DATE_EM))


class DateEditor(FieldEditor):
    """One day: 2025年3月15日, 3.15 and 20250315 are understood on leaving."""

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        self.day = DateBox(field.label, year, field.example)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.day)
        row.addStretch(1)
        self.day.edited.connect(self.edited)
        self.day.left.connect(self.left)

    def value(self) -> Value | None:
        """The day, or what was typed when it is no date."""
        return read_date(self.day.text(), year=self.year) if self.day.text().strip() else None

    def show_value(self, value: Value | None) -> None:
        """Show the day in full."""
        match value:
            case date():
                self.day.show_text(date_text(value))
            case Unreadable(typed):
                self.day.show_text(typed)
            case _:
                self.day.show_text("")

    def set_wrong(self, wrong: bool) -> None:
        """Draw the edge in crimson."""
        self.day.set_wrong(wrong)

    def entrance(self) -> QWidget:
        """The box."""
        return self.day.box

    def problem(self) -> str:
        """What is wrong with the date as typed."""
        value = self.value()
        return problem_with(value, self.field) if isinstance(value, Unreadable) else ""


class DateRangeEditor(FieldEditor):
    """Two days with 至 between them."""

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        self.start = DateBox(f"{field.label}，从哪天", year)
        self.end = DateBox(f"{field.label}，到哪天", year)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.start)
        row.addWidget(Label("至"))
        row.addWidget(self.end)
        row.addStretch(1)
        for box in (self.start, self.end):
            box.edited.connect(self.edited)
            box.left.connect(self.left)

    def value(self) -> Value | None:
        """The range, or what stands in the two boxes while it is none."""
        return read_date_range(self.start.text(), self.end.text(), year=self.year)

    def show_value(self, value: Value | None) -> None:
        """Show both days in full."""
        start = end = ""
        if isinstance(value, DateRange):
            start, end = date_text(value.start), date_text(value.end)
        elif isinstance(value, Unreadable):
            start, end = typed_date_range(value)
        self.start.show_text(start)
        self.end.show_text(end)

    def set_wrong(self, wrong: bool) -> None:
        """Draw both edges in crimson."""
        self.start.set_wrong(wrong)
        self.end.set_wrong(wrong)

    def entrance(self) -> QWidget:
        """The first box."""
        return self.start.box

    def problem(self) -> str:
        """What is wrong with the two dates as typed."""
        value = self.value()
        return problem_with(value, self.field) if isinstance(value, Unreadable) else ""
