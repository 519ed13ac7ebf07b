"""The page of one step: head, fields and composed text, the last two in a splitter that turns in wide windows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from xiaoxie_desktop.core.report import Section
from xiaoxie_desktop.ui.components.banner import Banner
from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.frames import Frame, Scroller
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.composed_text.composed_panel import ComposedPanel
from xiaoxie_desktop.ui.fields.section_form import SectionForm
from xiaoxie_desktop.ui.keys import tip

WIDE = 1000
"""From this width of the column the composed text stands beside the fields, in pixels."""
FIELDS_WIDTH = 672
FIELDS_MOST = 868
COMPOSED_LEAST = 150


class SectionPage(Frame):
    """Shows one section at a time; forms once built are kept."""

    previous_asked = Signal()
    next_asked = Signal()
    omit_asked = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("pane", parent=parent)
        self.composed = ComposedPanel()
        self.forms = QStackedWidget()
        self._name, self._help = Label("", Role.H2), Label("", Role.HELP, wrap=True)
        self.omit = Button("这一节不写", Kind.QUIET, small=True, on_click=lambda: self.omit_asked.emit(True))
        self.previous = Button("上一节", Kind.QUIET, "chevron-left", small=True, hint=tip("previous_step"))
        self.next = Button(
            "下一节", Kind.QUIET, "chevron-right", small=True, icon_last=True, hint=tip("next_step")
        )
        self.previous.clicked.connect(self.previous_asked)
        self.next.clicked.connect(self.next_asked)
        self.omitted = Banner("这一节现在不写，填过的内容都还在。", link="要写这一节")
        self.omitted.followed.connect(lambda: self.omit_asked.emit(False))
        self._fields = self._fields_pane()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._moved_by_hand = False
        self._has_text, self._room_for_text, self._may_turn = False, True, True
        self._lay_out()

    def show_section(self, section: Section, form: SectionForm, *, omitted: bool, prints: bool) -> None:
        """Show a section with its form, or say that it is not written; one that prints no text has no composed text."""
        self._name.setText(section.name)
        self._help.setText(section.help)
        self._help.setVisible(bool(section.help))
        self.omit.setVisible(section.optional and not omitted)
        self._notice.setVisible(omitted)
        self.forms.setVisible(not omitted)
        self._has_text = prints and not omitted
        self.composed.setVisible(self._has_text and self._room_for_text)
        scroller = self._scroller_of(form)
        if self.forms.currentWidget() is not scroller:
            self.forms.setCurrentWidget(scroller)
        self._share()

    def give_room_to_composed(self, *, room: bool, beside: bool) -> None:
        """Show the composed text or hide it for something in its place; say whether it may stand beside the fields."""
        self._room_for_text, self._may_turn = room, beside
        self.composed.setVisible(self._has_text and room)
        self._turn()

    def set_neighbours(self, *, before: bool, after: bool) -> None:
        """Say whether there is a section before and after this one."""
        self.previous.setEnabled(before)
        self.next.setEnabled(after)

    def show_row(self, row: QWidget) -> None:
        """Scroll the form to one of its rows."""
        area = self._area()
        if area is not None:
            area.ensureWidgetVisible(row, 0, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the splitter where the room asks for it."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self._may_turn and self.width() >= WIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() is not wanted:
            self.splitter.setOrientation(wanted)
            self.composed.stand(wanted)
            self._moved_by_hand = False
        self._share()

    def _share(self) -> None:
        """Give the fields what their content needs and the composed text the rest, unless moved by hand."""
        if self._moved_by_hand:
            return
        if self.splitter.orientation() is Qt.Orientation.Horizontal:
            fields = min(FIELDS_MOST, max(FIELDS_WIDTH, self.width() * 6 // 10))
            self.splitter.setSizes([fields, self.width() - fields])
            return
        area = self._area()
        content = area.widget().sizeHint().height() if area is not None else 0
        head = self._fields.sizeHint().height() - self.forms.sizeHint().height()
        fields = min(content + head, self.height() - COMPOSED_LEAST)
        self.splitter.setSizes([fields, self.height() - fields])

    def _area(self) -> Scroller | None:
        area = self.forms.currentWidget()
        return area if isinstance(area, Scroller) else None

    def _scroller_of(self, form: SectionForm) -> QWidget:
        for place in range(self.forms.count()):
            area = self.forms.widget(place)
            if area is not None and area.isAncestorOf(form):
                return area
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        form.setMaximumWidth(FIELDS_MOST)
        form.completed.connect(self._share)
        row.addWidget(form, 1)
        row.addStretch(0)
        area = Scroller(content)
        self.forms.addWidget(area)
        form.completed.connect(lambda: self._put_in_tab_order(form))
        self._put_in_tab_order(form)
        return area

    def _put_in_tab_order(self, form: SectionForm) -> None:
        """Tab goes from the head through the fields to the composed text, whenever a form or a row was made."""
        before: QWidget = self.next
        for widget in form.findChildren(QWidget):
            in_window = widget.window() is before.window()  # and not in the list of a picker
            if in_window and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, widget)
                before = widget

    def _fields_pane(self) -> QWidget:
        pane = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(24, 8, 16, 0)
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        for button in (self.omit, self.previous, self.next):
            head.addWidget(button)
        self._help.setContentsMargins(24, 0, 24, 4)
        self._notice = QWidget()
        banner = QHBoxLayout(self._notice)
        banner.setContentsMargins(24, 8, 24, 8)
        banner.addWidget(self.omitted)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._help)
        column.addWidget(self._notice)
        column.addWidget(self.forms, 1)
        column.addStretch(0)
        return pane

    def _lay_out(self) -> None:
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._fields)
        self.splitter.addWidget(self.composed)
        self.splitter.splitterMoved.connect(self._note_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _note_moved(self) -> None:
        self._moved_by_hand = True
