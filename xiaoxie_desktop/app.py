"""Starts the window: the only module that knows every layer, and the order in which they wake up."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from xiaoxie_desktop.core.errors import UserError
from xiaoxie_desktop.ui import surroundings
from xiaoxie_desktop.ui.error_log import ErrorLog
from xiaoxie_desktop.ui.main_window import MainWindow
from xiaoxie_desktop.ui.makers import DialogMakers, PageMakers, ReportPage
from xiaoxie_desktop.ui.settings.appearance_setting import chosen_theme
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.icons import seal_icon
from xiaoxie_desktop.ui.style.theme import Theme
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from xiaoxie_desktop.ui.components.focus_ring import FocusRing
    from xiaoxie_desktop.ui.components.toast import Toast
    from xiaoxie_desktop.ui.help.help_page import HelpPageView
    from xiaoxie_desktop.ui.home.start_dialogs import NewReportDialog, OldReportDialog, RenameDialog
    from xiaoxie_desktop.ui.settings.settings_page import SettingsPage

# Some modules are imported inside functions and not here: the first list can do without them, and reports need pydantic.
# ruff: noqa: PLC0415

ABOVE_STRIP = 64  # the toast stays clear of the strip at the foot of the report, pixels
NO_DISPLAY = "这台电脑没有图形桌面，窗口打不开，请改用命令行。"
UNEXPECTED = (
    "程序出了一个没料到的错。请看看窗口上方写的是不是“已保存”，是就接着用；错误日志请交给帮您管电脑的人。"
)


def run(directory: Path | None = None) -> int:
    """Open the data in `directory` (None: the usual place) and show the window until it is closed; the exit code."""
    if not surroundings.has_display(os.environ):
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2
    surroundings.prepare(os.environ)
    app = make_application()
    try:
        return _run(app, directory)
    except UserError as error:
        theme.apply(app, Theme())
        tell_error(None, str(error))
        return 2


def _run(app: QApplication, directory: Path | None) -> int:
    """From opening the data to closing it; a damaged list or a full disk at the end is a UserError too."""
    workspace = open_workspace(directory)
    try:
        window = make_window(app, workspace)
        window.show()
        return app.exec()
    finally:
        workspace.close()


def make_application() -> QApplication:
    """The application with its name, not yet dressed."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication([*sys.argv[:1], *theme.STYLE_ARGUMENTS])
    app.setApplicationName("xiaoxie-desktop")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("xiaoxie-desktop")
    return app


def make_window(app: QApplication, workspace: Workspace) -> MainWindow:
    """The dressed window over an open workspace, not yet shown; errors nobody expected are caught from here on."""
    theme.apply(app, chosen_theme(workspace))
    window = MainWindow(workspace, workspace.directory, page_makers(workspace), dialog_makers())
    catch_errors(ErrorLog(workspace.directory), window)
    window.completed.connect(lambda: _complete(app))
    return window


def _complete(app: QApplication) -> None:
    """What the first list is painted without: the icon of the windows, Qt's own words in Chinese."""
    app.setWindowIcon(seal_icon())
    surroundings.speak_chinese(app)


def catch_errors(log: ErrorLog, window: MainWindow) -> None:
    """Keep errors nobody expected in the log and tell the user once for each place they come from."""
    told: set[tuple[str, int]] = set()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log.write(kind, trace)
        place = _place(trace)
        if place not in told:
            told.add(place)
            sentence = str(error) if isinstance(error, UserError) else UNEXPECTED
            QTimer.singleShot(0, window, lambda: _tell(sentence, log, window))

    sys.excepthook = hook


def _tell(sentence: str, log: ErrorLog, window: MainWindow) -> None:
    if tell_error(window, sentence, log=True) != "log":
        return
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(
        window, "保存错误日志", "消协文书错误日志.txt", "文本文件 (*.txt)"
    )
    if not chosen:
        return
    _save_copy(log, Path(chosen), window)


def _save_copy(log: ErrorLog, target: Path, window: MainWindow) -> None:
    try:
        log.copy_to(target)
    except OSError:
        tell_error(window, "错误日志写不到那个地方，请换一个文件夹再试。")
        return
    window.toast.show_message(f"错误日志已存到“{target.name}”")


def tell_error(parent: QWidget | None, sentence: str, *, log: bool = False) -> str:
    """Show one error sentence; the answer is "log" when the user wants the error log saved."""
    from xiaoxie_desktop.ui.components import dialogs

    return dialogs.tell_error(parent, sentence, log=log)


def _place(trace: TracebackType | None) -> tuple[str, int]:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ("", 0)


def page_makers(workspace: Workspace) -> PageMakers:
    """The makers of settings, help, the page of a report, the toast and the focus ring."""

    def settings() -> "SettingsPage":
        from xiaoxie_desktop.ui.settings.settings_page import SettingsPage

        return SettingsPage(workspace)

    def help_page() -> "HelpPageView":
        from xiaoxie_desktop.ui.help.help_page import HelpPageView

        return HelpPageView()

    def report(uid: str, toast: "Toast") -> ReportPage:
        from xiaoxie_desktop.ui.preview.preview_memory import PreviewMemory
        from xiaoxie_desktop.ui.report.report_window import ReportWindow

        return ReportWindow(workspace.open_draft(uid), toast, PreviewMemory(workspace.directory))

    def toast(window: QWidget) -> "Toast":
        from xiaoxie_desktop.ui.components.toast import Toast

        return Toast(window, above=ABOVE_STRIP)

    def ring(window: QWidget) -> "FocusRing":
        from xiaoxie_desktop.ui.components.focus_ring import FocusRing

        return FocusRing(window)

    return PageMakers(settings, help_page, report, toast, ring)


def dialog_makers() -> DialogMakers:
    """The makers of the dialogs a report begins with, and the questions of the window."""

    def new_report(*details: Any) -> "NewReportDialog":
        from xiaoxie_desktop.ui.home.start_dialogs import NewReportDialog

        return NewReportDialog(*details)

    def old_report(*details: Any) -> "OldReportDialog":
        from xiaoxie_desktop.ui.home.start_dialogs import OldReportDialog

        return OldReportDialog(*details)

    def rename(*details: Any) -> "RenameDialog":
        from xiaoxie_desktop.ui.home.start_dialogs import RenameDialog

        return RenameDialog(*details)

    def may_bin(parent: QWidget, title: str) -> bool:
        from xiaoxie_desktop.ui import questions

        return questions.may_bin(parent, title)

    def may_leave_unsaved(parent: QWidget) -> bool:
        from xiaoxie_desktop.ui import questions

        return questions.may_leave_unsaved(parent)

    return DialogMakers(new_report, old_report, rename, may_bin, may_leave_unsaved, tell_error)
