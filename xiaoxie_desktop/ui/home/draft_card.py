"""The card with the list of drafts: tabs by state, year filter, recycle bin."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from xiaoxie_desktop.core.draft_rows import DraftRow
from xiaoxie_desktop.ui.components.buttons import Button, Kind, Link
from xiaoxie_desktop.ui.components.count_tab import CountTab
from xiaoxie_desktop.ui.components.frames import Frame, upright_line
from xiaoxie_desktop.ui.components.inputs import Picker
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.home.draft_list import TABS, Filter, counts, in_filter, in_view, years
from xiaoxie_desktop.ui.home.draft_table import DraftTable
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance
from xiaoxie_desktop.workflow.kind_names import KindName


class DraftCard(Frame):
    """Shows the drafts its filters let through; `table` tells which deed is asked for which draft."""

    everything_asked = Signal()  # the search found nothing and the user wants the whole list back
    restore_asked = Signal(str)

    def __init__(self, kinds: Sequence[KindName]) -> None:
        super().__init__("card")
        self._badges = {kind.id: kind.badge for kind in kinds}
        self._rows: tuple[DraftRow, ...] = ()
        self._binned: tuple[DraftRow, ...] = ()
        self._found: frozenset[str] | None = None
        self.tabs = tuple(CountTab(words) for words, _ in TABS)
        self.year = Picker((("全部年份", None),), name="年份")
        self.bin = CountTab("回收站", Kind.QUIET, "trash-2")
        self.leave_bin = Button("返回我的报告", Kind.QUIET, "arrow-left")
        self.restore = Button("恢复", icon="rotate-ccw")
        self.table = DraftTable()
        self._nothing = Label("", Role.SECOND)
        self._everything = Link("看全部报告", small=False, on_click=self.show_everything)
        self._heads, self._bodies = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        appearance.changed.connect(self._fit)
        self._fit()

    @property
    def in_bin(self) -> bool:
        """Whether the recycle bin is shown instead of the drafts."""
        return self._heads.currentIndex() == 1

    def show_drafts(self, rows: tuple[DraftRow, ...], binned: tuple[DraftRow, ...]) -> None:
        """Show these drafts and these in the recycle bin, keeping filters and the chosen row."""
        self._rows, self._binned = rows, binned
        self.year.set_choices([("全部年份", None), *((f"{year}年", year) for year in years(rows))])
        self.list_again()

    def show_found(self, found: frozenset[str] | None) -> None:
        """Show only what a search found; None ends the search."""
        self._found = found
        self.list_again()

    def show_bin(self, shown: bool) -> None:
        """Show the recycle bin, or the drafts again."""
        self._heads.setCurrentIndex(1 if shown else 0)
        self.list_again()

    def show_everything(self) -> None:
        """Take all filters away."""
        self.tabs[0].setChecked(True)
        self.year.setCurrentIndex(0)
        self._found = None
        self.everything_asked.emit()
        self.list_again()

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
        self._say_nothing(bool(shown))

    def _filter(self) -> Filter:
        place = next((place for place, tab in enumerate(self.tabs) if tab.isChecked()), 0)
        return Filter(TABS[place][1], self.year.currentData(), self._found)

    def _say_nothing(self, shown: bool) -> None:
        self._bodies.setCurrentIndex(0 if shown else 1)
        if self.in_bin:
            self._nothing.setText("回收站是空的。")
        else:
            searched = self._found is not None
            self._nothing.setText("没有找到这样的报告。换几个字再试试。" if searched else "这里还没有报告。")
        self._everything.setVisible(not self.in_bin and bool(self._rows))
        self.restore.setEnabled(shown)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for tab in self.tabs:
            group.addButton(tab)
        self.tabs[0].setChecked(True)
        group.buttonClicked.connect(lambda _tab: self.list_again())
        self.year.currentIndexChanged.connect(lambda _place: self.list_again())
        self.bin.clicked.connect(lambda: self.show_bin(True))
        self.leave_bin.clicked.connect(lambda: self.show_bin(False))
        self.restore.clicked.connect(self._restore_chosen)

    def _restore_chosen(self) -> None:
        if self.table.currentIndex().row() < 0:
            self.table.choose(0)
        row = self.table.chosen()
        if row:
            self.restore_asked.emit(row.uid)

    def _lay_out(self) -> None:
        self._heads.addWidget(self._list_head())
        self._heads.addWidget(self._bin_head())
        self._bodies.addWidget(self.table)
        self._bodies.addWidget(self._nothing_page())
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
        head, row = _head()
        for tab in self.tabs:
            row.addWidget(tab)
        row.addStretch(1)
        row.addWidget(self.year)
        row.addSpacing(8)
        row.addWidget(upright_line())
        row.addWidget(self.bin)
        return head

    def _bin_head(self) -> QWidget:
        head, row = _head()
        row.addWidget(self.leave_bin)
        row.addWidget(upright_line())
        row.addSpacing(8)
        row.addWidget(Label("回收站", Role.STRONG))
        row.addWidget(Label("60 天内可以随时找回。", Role.HELP))
        row.addStretch(1)
        row.addWidget(self.restore)
        return head

    def _nothing_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        for widget in (self._nothing, self._everything):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _fit(self) -> None:
        self._heads.setFixedHeight(theme.size("control") + 14)
        self.year.setFixedWidth(theme.em(8))


def _head() -> tuple[QWidget, QHBoxLayout]:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(8, 7, 12, 7)
    row.setSpacing(8)
    return head, row
