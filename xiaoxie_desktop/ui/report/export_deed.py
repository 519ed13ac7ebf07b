"""Exporting and printing the report at hand: what is asked before, and what is said after."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from xiaoxie_desktop.core.draft_rows import DraftState
from xiaoxie_desktop.core.errors import StorageError, UserError
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.ui.components.buttons import Kind
from xiaoxie_desktop.ui.components.dialogs import Choice, Question, ask
from xiaoxie_desktop.ui.components.toast import Toast
from xiaoxie_desktop.ui.preview.machine_fonts import typefaces
from xiaoxie_desktop.ui.preview.pdf_progress import paint_patiently
from xiaoxie_desktop.ui.printing.print_preview import PrintPreview
from xiaoxie_desktop.ui.report.finding_words import section_name
from xiaoxie_desktop.workflow.drafting import DraftSession
from xiaoxie_desktop.workflow.exporting import (
    ExportReport,
    Prepared,
    export,
    free_name,
    paged,
    prepare,
    proposed_name,
)

MOST_NAMED = 5
FIX, DONE, CANCELLED = "fix", "done", ""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file a report is exported as."""

    name: str
    ending: str


WORD, PDF = FileKind("Word", ".docx"), FileKind("PDF", ".pdf")


def ask_for_file(parent: QWidget, proposed: Path) -> str:
    """The place chosen in the system's own dialog, empty when none was."""
    kind = PDF if proposed.suffix.lower() == PDF.ending else WORD
    chosen, _ = QFileDialog.getSaveFileName(
        parent, f"导出 {kind.name}", str(proposed), f"{kind.name} 文件 (*{kind.ending})"
    )
    return chosen


class ExportDeed:
    """Exports and prints one open draft for the window it belongs to."""

    def __init__(self, session: DraftSession, toast: Toast | None, window: QWidget) -> None:
        self._session, self._toast, self._window = session, toast, window
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation) or Path.home()
        )
        self.ask_for_file: Callable[[QWidget, Path], str] = ask_for_file

    def export(self, kind: FileKind = WORD) -> str:
        """Export as a file: FIX when the errors are to be put right first, else DONE or CANCELLED."""
        errors = [one for one in self._session.findings if one.severity is Severity.ERROR]
        if errors:
            answer = ask(self._window, self._about_errors(errors))
            if answer != "export":
                return FIX if answer == FIX else CANCELLED
        return self._export_to_chosen(kind)

    def print(self) -> None:
        """Show the print preview; a report that was printed is marked so."""
        pages = paged(self._prepared())
        if PrintPreview(pages, typefaces(), self._session.composed.title, self._window).show():
            self._mark(DraftState.PRINTED)

    def _prepared(self) -> Prepared:
        session = self._session
        return prepare(session.kind, session.draft, session.organization)

    def _export_to_chosen(self, kind: FileKind) -> str:
        name = proposed_name(self._session.composed.title)
        proposed = free_name(self._existing_folder(), name, kind.ending)
        while True:
            chosen = self.ask_for_file(self._window, proposed)
            if not chosen:
                return CANCELLED
            target = Path(chosen) if chosen.lower().endswith(kind.ending) else Path(f"{chosen}{kind.ending}")
            try:
                report = self._write_pdf(target) if kind is PDF else self._write(target)
                if report is None:
                    return CANCELLED
                self._say_done(report)
            except UserError as error:
                if ask(self._window, _about_failure(str(error))) != "elsewhere":
                    return CANCELLED
                proposed = target
            else:
                return DONE

    def _write(self, target: Path) -> ExportReport:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return export(self._prepared(), target)
        finally:
            QApplication.restoreOverrideCursor()

    def _write_pdf(self, target: Path) -> ExportReport | None:
        """None when the painting was stopped; then nothing is written."""
        prepared = self._prepared()
        data = paint_patiently(paged(prepared), prepared.document.title, self._window)
        return None if data is None else export(prepared, target, lambda _pages, _title: data)

    def _say_done(self, report: ExportReport) -> None:
        self._folder = report.path.parent
        self._mark(DraftState.EXPORTED)
        if self._toast is None:
            return
        left_out = (
            f"，有 {report.removed_characters} 个印不出来的字符没有写进去"
            if report.removed_characters
            else ""
        )
        place = f"{report.path.parent.name}{os.sep}{report.path.name}"
        folder = QUrl.fromLocalFile(str(report.path.parent))
        said = f"已导出到“{place}”{left_out}"
        self._toast.show_message(said, "打开文件夹", lambda: QDesktopServices.openUrl(folder))

    def _mark(self, state: DraftState) -> None:
        try:
            self._session.mark(state)
        except StorageError as error:
            ask(self._window, _about_failure(str(error), elsewhere=False))

    def _existing_folder(self) -> Path:
        return self._folder if self._folder.is_dir() else Path.home()

    def _about_errors(self, errors: list[Finding]) -> Question:
        named = [f"{section_name(self._session.kind, one)}：{one.message}" for one in errors[:MOST_NAMED]]
        if len(errors) > MOST_NAMED:
            named.append(f"还有 {len(errors) - MOST_NAMED} 处。")
        return Question(
            title=f"还有 {len(errors)} 处错误，仍要导出吗？",
            text="导出的文件会带着这些错误。改好再导出，只要一两分钟。",
            choices=(Choice("export", "仍要导出(&E)"), Choice(FIX, "去修改(&M)", Kind.PRIMARY)),
            safe=FIX,
            details=tuple(named),
            cancel="取消",
            icon="state-problem",
        )


def _about_failure(sentence: str, *, elsewhere: bool = True) -> Question:
    other = (Choice("elsewhere", "另存一份(&S)…", Kind.PRIMARY),) if elsewhere else ()
    return Question(
        title="没有导出" if elsewhere else "没有记下来",
        text=sentence,
        choices=(Choice("close", "知道了(&K)"), *other),
        safe=other[0].answer if other else "close",
        icon="state-problem",
    )
