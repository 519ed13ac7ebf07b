"""The home page: the list of drafts with its filters, search and recycle bin, and the ways to begin a report."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from xiaoxie_desktop.core.draft_rows import DraftRow
from xiaoxie_desktop.core.errors import UserError
from xiaoxie_desktop.ui.components.big_button import BigButton
from xiaoxie_desktop.ui.components.inputs import SearchBox
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.components.menus import Menu
from xiaoxie_desktop.ui.home.draft_card import DraftCard
from xiaoxie_desktop.ui.home.draft_list import short_title
from xiaoxie_desktop.ui.home.empty_page import EmptyPage
from xiaoxie_desktop.ui.keys import KEYS, tip
from xiaoxie_desktop.ui.makers import DialogMakers
from xiaoxie_desktop.workflow.workspace import Workspace

if TYPE_CHECKING:
    from xiaoxie_desktop.ui.components.toast import Toast

SEARCH_PAUSE_MS = 150


class HomePage(QWidget):
    """Emits `opened(uid)` to show a report and `profile_asked` to fill the unit profile; `toast` gives the window's."""

    opened = Signal(str)
    profile_asked = Signal()

    def __init__(self, workspace: Workspace, toast: Callable[[], "Toast"], dialogs: DialogMakers) -> None:
        super().__init__()
        self._workspace, self._toast, self._dialogs = workspace, toast, dialogs
        self._rows: tuple[DraftRow, ...] = ()
        self._is_empty = True
        self.search = SearchBox("搜标题或正文里的字", KEYS["find_report"].cap)
        self.search.setFixedWidth(320)
        self.new = BigButton(
            "file-plus-2", "新建报告", "按章节一步步填，文字自动写好", self.ask_new, look="filled"
        )
        self.old = BigButton(
            "history", "从旧报告开始", "章节和不变的内容照搬，去年的数字写在旁边", self.ask_old
        )
        self.card = DraftCard(workspace.badge)
        self._pages = QStackedWidget()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._connect()
        self.refresh()

    @cached_property
    def empty(self) -> EmptyPage:
        """The page shown while there is no draft, built when it is needed."""
        page = EmptyPage(self.ask_new, self.profile_asked.emit)
        self._pages.addWidget(page)
        return page

    def showEvent(self, event: QShowEvent) -> None:
        """The unit profile is asked for until it has a name."""
        super().showEvent(event)
        if self._is_empty:
            self.empty.profile.setVisible(not self._workspace.organization.name)

    def refresh(self) -> None:
        """Read the list again, keeping filters and the chosen row."""
        self._rows = self._workspace.drafts()
        binned = self._workspace.drafts(deleted=True)
        self._is_empty = not self._rows and not binned
        if self._is_empty:
            self._pages.setCurrentWidget(self.empty)
        else:
            self._pages.setCurrentIndex(0)
        self.search.setVisible(not self._is_empty)
        self.old.setEnabled(bool(self._rows))
        self.card.show_drafts(self._rows, binned)

    def ask_new(self) -> None:
        """Ask for kind and year and open the new report."""
        dialog = self._dialogs.new_report(self._workspace.kinds(), date.today(), self)
        if dialog.exec():
            kind, year = dialog.choice()
            self._try(lambda: self._open_made(self._workspace.create_draft(kind, year)))
        dialog.deleteLater()

    def ask_old(self) -> None:
        """Ask for an earlier report and open the new one made from it."""
        dialog = self._dialogs.old_report(self._rows, self._workspace.kinds(), date.today(), self)
        if dialog.exec():
            uid, year = dialog.choice()
            self._try(lambda: self._open_made(self._workspace.copy_draft(uid, year=year)))
        dialog.deleteLater()

    def areas(self) -> tuple[QWidget, ...]:
        """The parts of the page F6 goes through."""
        return (self.empty.new,) if self._is_empty else (self.search, self.new, self.card.table)

    def focus_first(self) -> None:
        """Put the focus where one goes on most likely: into the list, or on the first button of the empty page."""
        (self.empty.new if self._is_empty else self.card.table).setFocus()

    def focus_search(self) -> None:
        """Go to the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def do(self, deed: str, uid: str) -> None:
        """Do what the list asks for: open, copy, rename, delete or restore a draft."""
        row = next(
            (row for row in (*self._rows, *self._workspace.drafts(deleted=True)) if row.uid == uid), None
        )
        if row is None:
            return
        if self.card.in_bin:
            deed = {"open": "restore", "restore": "restore"}.get(deed, "")
        match deed:
            case "open":
                self.opened.emit(uid)
            case "copy":
                self._copy(row)
            case "rename":
                self._rename(row)
            case "delete":
                self._delete(row)
            case "restore":
                self._restore(row)

    def _open_made(self, uid: str) -> None:
        self._choose_made(uid)
        self.opened.emit(uid)

    def _copy(self, row: DraftRow) -> None:
        if self._try(lambda: self._choose_made(self._workspace.copy_draft(row.uid))):
            self._toast().show_message(f"已复制“{short_title(row.title)}”")

    def _choose_made(self, uid: str) -> None:
        self.refresh()
        self.card.choose(uid)

    def _rename(self, row: DraftRow) -> None:
        dialog = self._dialogs.rename(row.title, self)
        if dialog.exec() and self._try(
            lambda: self._workspace.rename_draft(row.uid, dialog.title.text().strip())
        ):
            self.refresh()
        dialog.deleteLater()

    def _delete(self, row: DraftRow) -> None:
        may = self._dialogs.may_bin(self, short_title(row.title))
        if may and self._try(lambda: self._workspace.delete_draft(row.uid)):
            self.refresh()
            said = f"“{short_title(row.title)}”已移到回收站"
            self._toast().show_message(said, "撤回", lambda: self._restore(row))

    def _restore(self, row: DraftRow) -> None:
        if self._try(lambda: self._workspace.restore_draft(row.uid)):
            self.refresh()
            self._toast().show_message(f"“{short_title(row.title)}”已经找回")

    def _try(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except UserError as error:
            self._dialogs.tell_error(self, str(error))
            return False
        return True

    def _show_menu(self, uid: str, where: QPoint) -> None:
        menu = Menu(self)
        if self.card.in_bin:
            menu.add("恢复", lambda: self.do("restore", uid), KEYS["open"].cap)
        else:
            for deed in ("open", "copy", "rename"):
                menu.add(KEYS[deed].words, partial(self.do, deed, uid), KEYS[deed].cap)
            menu.addSeparator()
            menu.add(KEYS["delete"].words, lambda: self.do("delete", uid), KEYS["delete"].cap)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _search(self) -> None:
        self._pause.stop()
        words = self.search.text().strip()
        self.card.show_found(self._workspace.search(words) if words else None)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._search)
        self._pause.timeout.connect(self._search)
        self.card.everything_asked.connect(self.search.clear)
        self.card.restore_asked.connect(lambda uid: self.do("restore", uid))
        self.card.table.asked.connect(self.do)
        self.card.table.menu_asked.connect(self._show_menu)
        self.new.setToolTip(tip("new"))
        for name, deed in (("new", self.ask_new), ("find_report", self.focus_search)):
            shortcut = QShortcut(QKeySequence(KEYS[name].keys), self)
            shortcut.activated.connect(deed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label("我的报告", Role.H1))
        head.addStretch(1)
        head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(14)
        column.addLayout(head)
        self._pages.addWidget(self._list_page())
        column.addWidget(self._pages, 1)

    def _list_page(self) -> QWidget:
        ways = QHBoxLayout()
        ways.setSpacing(16)
        ways.addWidget(self.new)
        ways.addWidget(self.old)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(ways)
        column.addWidget(self.card, 1)
        return page
