"""What goes to the printer: the pages of the window, on paper of their size, all of them or those asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from xiaoxie_desktop.core.pages import PagedDocument
from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.ui.preview.machine_fonts import typefaces
from xiaoxie_desktop.ui.printing.print_preview import PrintPreview
from xiaoxie_desktop.workflow.answers_file import read_answers_file
from xiaoxie_desktop.workflow.exporting import paged, prepare

SAMPLE = min(resource_path("samples").glob("*.json"))


@pytest.fixture
def document() -> PagedDocument:
    parsed = read_answers_file(SAMPLE)
    return paged(prepare(parsed.kind, parsed.draft, parsed.organization))


@pytest.fixture
def preview(qtbot: QtBot, document: PagedDocument) -> Iterator[PrintPreview]:
    dress()
    parent = QWidget()
    qtbot.addWidget(parent)
    yield PrintPreview(document, typefaces(), "总结", parent)


def file_printer(target: Path) -> QPrinter:
    """A printer that prints into a file, as system printers do on Linux."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def test_printer_gets_our_sheet_without_margins_of_its_own(
    preview: PrintPreview, document: PagedDocument, tmp_path: Path
) -> None:
    printer = file_printer(tmp_path / "out.pdf")
    preview.set_up(printer)
    size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
    assert (round(size.width()), round(size.height())) == (210, 297)
    assert printer.pageLayout().margins().isNull()
    preview.paint(printer)
    data = (tmp_path / "out.pdf").read_bytes()
    assert data.count(b"/Type /Page\n") == len(document.pages) >= 2
    assert b"/FontFile2" in data, "glyphs are printed as fonts, not as pictures"


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [(1, 1, 1), (2, 2, 1), (1, 99, None), (0, 0, None)],
    ids=["first", "second", "more than there are", "all"],
)
def test_only_the_pages_asked_for(
    preview: PrintPreview,
    document: PagedDocument,
    tmp_path: Path,
    first: int,
    last: int,
    printed: int | None,
) -> None:
    printer = file_printer(tmp_path / "out.pdf")
    preview.set_up(printer)
    printer.setFromTo(first, last)
    preview.paint(printer)
    pages = (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n")
    assert pages == (printed or len(document.pages))


def test_dialog_shows_our_pages(preview: PrintPreview, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []

    def looked_at(dialog: QDialog) -> int:
        titles.append(dialog.windowTitle())
        return QDialog.DialogCode.Rejected.value

    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintPreviewDialog.exec", looked_at)
    assert not preview.show()
    assert titles == ["打印预览：总结"]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_and_nothing_counts_as_printed(
    preview: PrintPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def printed(_: QDialog) -> int:
        preview.paint(file_printer(tmp_path / "no such folder" / "out.pdf"))
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintPreviewDialog.exec", printed)
    monkeypatch.setattr(
        "xiaoxie_desktop.ui.printing.print_preview.tell_error",
        lambda _parent, sentence: said.append(sentence),
    )
    assert not preview.show()
    assert len(said) == 1
    assert "没有打印" in said[0]
