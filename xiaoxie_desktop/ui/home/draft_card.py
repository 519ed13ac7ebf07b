"""The card with the list of drafts: tabs by state, year filter, recycle bin."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from xiaoxie_desktop.core.draft_rows import DraftRow
from xiaoxie_desktop.ui.components.buttons import Kind
from xiaoxie_desktop.ui.components.count_tab import CountTab
from xiaoxie_desktop.ui.components.frames import Frame, upright_line
from xiaoxie_desktop.ui.components.inputs import Picker
from xiaoxie_desktop.ui.home.card_parts import BinHead, NothingPage, head_row
from xiaoxie_desktop.ui.home.draft_list import TABS, Filter, counts, in_filter, in_view, years
from xiaoxie_desktop.ui.home.draft_table import DraftTable
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance


class DraftCard(Frame):
    """Shows the drafts its filters let through; `table` tells which deed is asked for which draft."""

    everything_asked = Signal()  # the search found nothing and the user wants the whole list back
    restore_asked = Signal(str)

    def __init__(self, badge: Callable[[str], str]) -> None:
        """`badge` gives the short name of a report kind."""
        super().__init__("card")
        self._badge = badge
        self._badges: Mapping[str, str] = {}
        self._rows: tuple[DraftRow, ...] = ()
        self._binned: tuple[DraftRow, ...] = ()
        self._found: frozenset[str] | None = None
        self.tabs = tuple(CountTab(words) for words, _ in TABS)
        self.year = Picker((("全部年份", None),), name="年份")
        self.bin = CountTab("回收站", Kind.QUIET, "trash-2")
        self.table = DraftTable()
        self._heads, self._bodies = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        appearance.changed.connect(self._fit)
        self._fit()

    @cached_property
    def bin_head(self) -> BinHead:
        """The head over the recycle bin."""
        head = BinHead(lambda: self.show_bin(False), self._restore_chosen)
        self._heads.addWidget(head)
        return head

    @cached_property
    def _nothing(self) -> NothingPage:
        page = NothingPage(self.show_everything)
        self._bodies.addWidget(page)
        return page

    @property
    def in_bin(self) -> bool:
        """Whether the recycle bin is shown instead of the drafts."""
        return self._heads.currentIndex() == 1

    def show_drafts(self, rows: tuple[DraftRow, ...], binned: tuple[DraftRow, ...]) -> None:
        """Show these drafts and these in the recycle bin, keeping filters and the chosen row."""
        self._rows, self._binned = rows, binned
        self._badges = {report: self._badge(report) for report in {row.report for row in (*rows, *binned)}}
        self.year.set_choices([("全部年份", None), *((f"{year}年", year) for year in years(rows))])
        self.list_again()

    def show_found(self, found: frozenset[str] | None) -> None:
        """Show only what a search found; None ends the search."""
        self._found = found
        self.list_again()

    def show_bin(self, shown: bool) -> None:
        """Show the recycle bin, or the drafts again."""
        if shown:
            self._heads.setCurrentWidget(self.bin_head)
        else:
            self._heads.setCurrentIndex(0)
        self.list_again()

    def show_everything(self) -> None:
        """Take all filters away."""
        self.tabs[0].setChecked(True)
        self.year.setCurrentIndex(0)
        self._found = None
        self.everything_asked.emit()
        self.list_again()

    def choose(self, uid: str) -> None:
        """Put the keyboard mark on a draft, if it is listed."""
        place = self.table.drafts.place_of(uid)
        if place >= 0:
            self.table.choose(place)

    def list_again(self) -> None:
        """List what the filters let through now."""
        chosen = self._filter()
        kept, place = self.table.chosen(), self.table.currentIndex().row()
        shown = (
            in_view(self._binned, Filter(found=self._found)) if self.in_bin else in_filter(self._rows, chosen)
        )
        self.table.drafts.show_rows(shown, self._badges, in_bin=self.in_bin)
        if kept and shown:
            again = self.table.drafts.place_of(kept.uid)
            self.table.choose(again if again >= 0 else place)
        for tab, count in zip(self.tabs, counts(self._rows, chosen), strict=True):
            tab.show_count(count)
        self.bin.show_count(len(self._binned))
        if self.in_bin:
            self.bin_head.restore.setEnabled(bool(shown))
        self._show_list(bool(shown))

    def _filter(self) -> Filter:
        place = next((place for place, tab in enumerate(self.tabs) if tab.isChecked()), 0)
        return Filter(TABS[place][1], self.year.currentData(), self._found)

    def _show_list(self, anything: bool) -> None:
        """Show the list, or say why it is empty."""
        if anything:
            self._bodies.setCurrentIndex(0)
            return
        searched = "没有找到这样的报告。换几个字再试试。" if self._found is not None else "这里还没有报告。"
        more = not self.in_bin and bool(self._rows)
        empty_bin = self.in_bin and not self._binned
        self._nothing.say("回收站是空的。" if empty_bin else searched, more=more)
        self._bodies.setCurrentWidget(self._nothing)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for tab in self.tabs:
            group.addButton(tab)
        self.tabs[0].setChecked(True)
        group.buttonClicked.connect(lambda _tab: self.list_again())
        self.year.currentIndexChanged.connect(lambda _place: self.list_again())
        self.bin.clicked.connect(lambda: self.show_bin(True))

    def _restore_chosen(self) -> None:
        if self.table.currentIndex().row() < 0:
            self.table.choose(0)
        row = self.table.chosen()
        if row:
            self.restore_asked.emit(row.uid)

    def _lay_out(self) -> None:
        self._heads.addWidget(self._list_head())
        self._bodies.addWidget(self.table)
        frame = Frame("card-head")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._heads)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(frame)
        column.addWidget(self._bodies, 1)

    def _list_head(self) -> QWidget:
        head = QWidget()
        row = head_row(head)
        for tab in self.tabs:
            row.addWidget(tab)
        row.addStretch(1)
        row.addWidget(self.year)
        row.addSpacing(8)
        row.addWidget(upright_line())
        row.addWidget(self.bin)
        return head

    def _fit(self) -> None:
        self._heads.setFixedHeight(theme.size("control") + 14)
        self.year.setFixedWidth(theme.em(8))
