"""The one window of the program: navigation and its pages, or in their place the report being written."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from xiaoxie_desktop.core.errors import UserError
from xiaoxie_desktop.ui.home.home_page import HomePage
from xiaoxie_desktop.ui.keys import KEYS
from xiaoxie_desktop.ui.makers import DialogMakers, PageMakers, ReportPage
from xiaoxie_desktop.ui.nav import Entry, Nav
from xiaoxie_desktop.ui.window_memory import WindowMemory
from xiaoxie_desktop.workflow.workspace import Workspace

if TYPE_CHECKING:
    from xiaoxie_desktop.ui.components.toast import Toast
    from xiaoxie_desktop.ui.help.help_page import HelpPageView
    from xiaoxie_desktop.ui.settings.settings_page import SettingsPage

PROGRAM = "消协文书"
ENTRIES = (
    Entry("home", "我的报告", "file-text"),
    Entry("settings", "设置", "settings"),
    Entry("help", "帮助", "circle-question-mark"),
)
COMPLETE_AFTER_MS = 20  # the first picture is on the screen by then
HELP_SIZE = QSize(900, 600)


class MainWindow(QMainWindow):
    """Shows one page at a time; `pages` and `dialogs` build what is not shown at the start.

    What is seen or felt only once a key is pressed is built after the first paint; then `completed` is emitted.
    """

    completed = Signal()

    def __init__(
        self, workspace: Workspace, directory: Path, pages: PageMakers, dialogs: DialogMakers
    ) -> None:
        super().__init__()
        self._workspace, self._makers, self._dialogs = workspace, pages, dialogs
        self._memory = WindowMemory(directory)
        self._report: ReportPage | None = None
        self._settings: SettingsPage | None = None
        self._help: HelpPageView | None = None
        self._pages: dict[str, QWidget] = {}
        self._area_keys: list[QShortcut] = []
        self._was_painted = False
        self.nav = Nav(ENTRIES)
        self.home = HomePage(workspace, lambda: self.toast, dialogs)
        self._inner, self._outer = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self._memory.restore(self)
        self.show_page("home")
        self.home.focus_first()

    @cached_property
    def toast(self) -> "Toast":
        """The toast of the window, built for its first message."""
        return self._makers.toast(self)

    def show_page(self, name: str) -> None:
        """Show home, settings or help; the last two are built when first asked for."""
        if not self._may_leave():
            return
        page = self._pages.get(name) or self._make_page(name)
        self._inner.setCurrentWidget(page)
        self._outer.setCurrentIndex(0)
        self.nav.show_page(name)
        self.nav.show_unit(self._workspace.organization.name)
        self.setWindowTitle(PROGRAM)

    def open_report(self, uid: str) -> None:
        """Show the report in place of navigation and pages."""
        if not self._may_leave():
            return
        try:
            report = self._makers.report(uid, self.toast)
        except UserError as error:
            self._dialogs.tell_error(self, str(error))
            return
        self._report = report
        self._report_is_open(True)
        page = cast("QWidget", report)
        report.left.connect(self.close_report)
        self._outer.addWidget(page)
        self._outer.setCurrentWidget(page)
        page.setFocus()
        self.setWindowTitle(f"{report.title()} — {PROGRAM}")

    def close_report(self) -> None:
        """Go back to the list; everything typed is saved first."""
        report = self._report
        if report is None or not self._may_leave():
            return
        self._report = None
        self._report_is_open(False)
        page = cast("QWidget", report)
        self._outer.setCurrentIndex(0)
        self._outer.removeWidget(page)
        page.deleteLater()
        self.setWindowTitle(PROGRAM)
        self.home.refresh()
        self.home.focus_first()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; the first time, build what has waited for it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(COMPLETE_AFTER_MS, self, self._complete)

    def _complete(self) -> None:
        self._makers.ring(self)
        self.completed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is open, remember the place of the window, and go."""
        if not self._may_leave():
            event.ignore()
            return
        self._memory.keep(self)
        super().closeEvent(event)

    def _save_page(self) -> bool:
        stored = self._report is None or self._report.leave()
        return (self._settings is None or self._settings.leave()) and stored

    def _may_leave(self) -> bool:
        """Save the page that is shown; when that fails, leave it only if the user says so."""
        if self._save_page():
            return True
        if not self._dialogs.may_leave_unsaved(self):
            return False
        if self._report is not None:
            self._report.abandon()
        return True

    def _make_page(self, name: str) -> QWidget:
        page: QWidget = self.home
        if name == "settings":
            self._settings = page = self._makers.settings()
            page.profile_saved.connect(lambda: self.nav.show_unit(self._workspace.organization.name))
        elif name == "help":
            page = self._makers.help()
        self._pages[name] = page
        self._inner.addWidget(page)
        return page

    def _fill_profile(self) -> None:
        self.show_page("settings")
        if self._settings is not None:
            self._settings.show_first()

    def _show_help(self) -> None:
        """Show the help: as a page, or beside the report in a window of its own."""
        if self._report is None:
            self.show_page("help")
            return
        if self._help is None:
            self._help = self._makers.help()
            self._help.setParent(self, Qt.WindowType.Dialog)
            self._help.setWindowTitle(f"帮助 — {PROGRAM}")
            self._help.resize(HELP_SIZE)
        self._help.show()
        self._help.raise_()

    def _say_saved(self) -> None:
        if self._save_page():
            self.toast.show_message("已经存好。平时程序自动保存，不用按 Ctrl+S")

    def _next_area(self, step: int) -> None:
        """Put the focus into the next part of the list pages; the page of a report does this for itself."""
        focus = self.focusWidget()
        areas: list[QWidget] = [self.nav]
        if self._inner.currentWidget() is self.home:
            areas += [area for area in self.home.areas() if area.isVisible()]
        else:
            areas.append(self._inner.currentWidget())
        here = next((n for n, area in enumerate(areas) if area is focus or area.isAncestorOf(focus)), 0)
        _enter(areas[(here + step) % len(areas)])

    def _connect(self) -> None:
        self.nav.chosen.connect(self.show_page)
        self.home.opened.connect(self.open_report)
        self.home.profile_asked.connect(self._fill_profile)
        self._shortcut("help", self._show_help)
        self._shortcut("save", self._say_saved)
        self._area_keys = [
            self._shortcut("next_area", lambda: self._next_area(1)),
            self._shortcut("previous_area", lambda: self._next_area(-1)),
        ]

    def _shortcut(self, name: str, deed: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(KEYS[name].keys), self)
        shortcut.activated.connect(deed)
        return shortcut

    def _report_is_open(self, open_now: bool) -> None:
        """The page of a report has areas of its own, so F6 is left to it."""
        for shortcut in self._area_keys:
            shortcut.setEnabled(not open_now)

    def _lay_out(self) -> None:
        shell = QWidget()
        row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addWidget(self._inner, 1)
        self._outer.addWidget(shell)
        self.setCentralWidget(self._outer)


def _enter(area: QWidget) -> None:
    if isinstance(area, Nav):
        area.focus()
    elif area.focusPolicy() & Qt.FocusPolicy.TabFocus:
        area.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        first = next(
            (
                w
                for w in area.findChildren(QWidget)
                if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
            ),
            None,
        )
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
