"""The print preview of the system with our sheets in it, and the way to the printer."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QBoxLayout, QWidget

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import StyledParagraph
from xiaoxie_desktop.ui.components.banner import Banner
from xiaoxie_desktop.ui.printing.printed_document import TWIPS_PER_INCH, PrintedDocument

NOTE = "文字、顺序、字体和页边与 Word 文件相同；每行、每页在哪里断开，可能与 Word 里略有不同。"
_TWIPS_PER_MILLIMETRE = TWIPS_PER_INCH / 25.4


class PrintPreview:
    """A document on its way to paper."""

    def __init__(
        self, paragraphs: Sequence[StyledParagraph], measures: Measures, title: str, parent: QWidget
    ) -> None:
        self.document = PrintedDocument(paragraphs, measures)
        self._measures = measures
        self._title, self._parent = title, parent

    def show(self) -> bool:
        """Show the preview until it is closed; whether it was printed."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.set_up(printer)
        dialog = QPrintPreviewDialog(printer, self._parent)
        dialog.setWindowTitle(f"打印预览：{self._title}")
        dialog.resize(self._parent.window().size() * 0.9)
        layout = dialog.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, Banner(NOTE))
        dialog.paintRequested.connect(self.paint)
        accepted = dialog.exec() == QPrintPreviewDialog.DialogCode.Accepted.value
        dialog.deleteLater()
        return accepted

    def set_up(self, printer: QPrinter) -> None:
        """Give the printer our sheet: its size without margins of its own, because ours are measured from its edge."""
        page = self._measures.page
        size = QSizeF(page.width / _TWIPS_PER_MILLIMETRE, page.height / _TWIPS_PER_MILLIMETRE)
        printer.setDocName(self._title)
        printer.setFullPage(True)
        printer.setPageSize(
            QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        )
        printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)

    def paint(self, printer: QPrinter) -> None:
        """Draw the asked sheets on a printer."""
        painter = QPainter()
        if not painter.begin(printer):
            return
        painter.scale(printer.logicalDpiX() / TWIPS_PER_INCH, printer.logicalDpiY() / TWIPS_PER_INCH)
        first, last = printer.fromPage() or 1, printer.toPage() or self.document.pages
        for number in range(first, min(last, self.document.pages) + 1):
            if number > first:
                printer.newPage()
            self.document.paint(painter, number)
        painter.end()
