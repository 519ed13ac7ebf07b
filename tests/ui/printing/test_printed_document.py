"""The sheets that go to the printer: all text once and in order, on paper of the right size, nothing cut off."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from xiaoxie_desktop.core.pages import IMPRINT_ROLES, Role, Run, StyledParagraph
from xiaoxie_desktop.ui.printing.print_preview import NOTE, PrintPreview
from xiaoxie_desktop.ui.printing.printed_document import TWIPS_PER_INCH, PrintedDocument
from xiaoxie_desktop.workflow.exporting import measures

DPI = 72


def paragraph(role: Role, text: str) -> StyledParagraph:
    style = measures().formats[role]
    return StyledParagraph(role, (Run(text, style.face),), style)


def body(count: int) -> list[StyledParagraph]:
    sentence = "全镇受理投诉42件，调解成功40件，为消费者挽回经济损失21万元。"
    return [paragraph(Role.BODY, f"第{number}段。{sentence * 3}") for number in range(1, count + 1)]


TITLE = paragraph(Role.TITLE, "青禾县清溪镇消费者协会分会\n2026年工作总结")
IMPRINT = [
    paragraph(Role.COPY_TO, "抄送：县市场监管局。"),
    paragraph(Role.PRINTING_AUTHORITY, "清溪分会\t2026年3月18日印发"),
]


@pytest.fixture(autouse=True)
def dressed(qtbot: QtBot) -> Iterator[None]:
    dress()
    yield


def painted(document: PrintedDocument, number: int) -> QImage:
    page = measures().page
    sheet = QImage(
        page.width * DPI // TWIPS_PER_INCH, page.height * DPI // TWIPS_PER_INCH, QImage.Format.Format_RGB32
    )
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.scale(DPI / TWIPS_PER_INCH, DPI / TWIPS_PER_INCH)
    document.paint(painter, number)
    painter.end()
    return sheet


def ink(sheet: QImage, left: float, top: float, right: float, bottom: float) -> int:
    """Dark points inside a part of the sheet, given in twips."""
    scale = DPI / TWIPS_PER_INCH
    box = QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale).toRect()
    part = sheet.copy(box.intersected(sheet.rect()))
    return sum(
        part.pixelColor(x, y).lightness() < 160 for x in range(part.width()) for y in range(part.height())
    )


def test_all_text_once_and_in_order() -> None:
    paragraphs = [TITLE, *body(30), *IMPRINT]
    printed = PrintedDocument(paragraphs, measures()).text().replace("\u2028", "\n")
    assert printed == "\n".join(one.text for one in paragraphs)


def test_thirty_paragraphs_take_the_sheets_their_lines_need() -> None:
    paragraphs = body(30)
    characters = sum(len(one.text) + 2 for one in paragraphs)
    full_sheets = characters / (measures().chars_per_line * measures().lines_per_page)
    pages = PrintedDocument(paragraphs, measures()).pages
    assert full_sheets <= pages <= full_sheets * 1.6 + 1


@pytest.mark.parametrize("number", [1, 2])
def test_margins_stay_white_but_for_the_page_number(number: int) -> None:
    page = measures().page
    sheet = painted(PrintedDocument(body(30), measures()), number)
    assert ink(sheet, page.left, page.top, page.width - page.right, page.height - page.bottom) > 1000
    assert ink(sheet, 0, 0, page.width, page.top - 60) == 0
    assert ink(sheet, 0, 0, page.left - 60, page.height) == 0
    assert ink(sheet, page.width - page.right + 60, 0, page.width, page.height) == 0
    below = page.height - page.bottom + 60
    middle = page.width / 2
    right, left = (
        ink(sheet, middle, below, page.width, page.height),
        ink(sheet, 0, below, middle, page.height),
    )
    assert (right > 0, left > 0) == ((True, False) if number % 2 else (False, True))


def test_page_break_begins_a_sheet() -> None:
    annex = replace(paragraph(Role.ANNEX_LABEL, "附件"), page_break_before=True)
    assert PrintedDocument([*body(1), annex, *body(1)], measures()).pages == 2


def test_imprint_stands_at_the_foot_and_takes_a_sheet_of_its_own_when_there_is_no_room() -> None:
    page = measures().page
    document = PrintedDocument([*body(1), *IMPRINT], measures())
    sheet = painted(document, document.pages)
    foot = page.height - page.bottom
    assert ink(sheet, page.left, foot - 1400, page.width - page.right, foot) > 300
    assert ink(sheet, page.left, foot - 5000, page.width - page.right, foot - 1500) == 0
    lines = [paragraph(Role.BODY, "一行。")] * measures().lines_per_page
    assert PrintedDocument(lines, measures()).pages == 1
    assert PrintedDocument([*lines, *IMPRINT], measures()).pages == 2
    assert all(one.role in IMPRINT_ROLES for one in IMPRINT)


def test_printer_gets_our_sheet_without_margins_of_its_own(tmp_path: Path) -> None:
    preview = PrintPreview([TITLE, *body(3)], measures(), "总结", QWidget())
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    preview.set_up(printer)
    size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
    assert (round(size.width()), round(size.height())) == (210, 297)
    assert printer.pageLayout().margins().isNull()
    preview.paint(printer)
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == preview.document.pages


def test_preview_says_that_lines_may_break_elsewhere(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[str] = []

    def looked_at(dialog: QDialog) -> int:
        seen.extend(child.accessibleName() for child in dialog.findChildren(QWidget))
        return QDialog.DialogCode.Rejected.value

    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintPreviewDialog.exec", looked_at)
    assert not PrintPreview([TITLE], measures(), "总结", parent).show()
    assert NOTE in seen
