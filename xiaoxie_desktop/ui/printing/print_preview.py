"""The print preview of the system with our pages in it, and the way to the printer."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from xiaoxie_desktop.core.pages import Page, PagedDocument
from xiaoxie_desktop.ui.components.dialogs import tell_error
from xiaoxie_desktop.ui.preview.fonts import Typefaces
from xiaoxie_desktop.ui.preview.painter import PagePainter
from xiaoxie_desktop.ui.preview.sheets import TWIPS_PER_INCH, page_layout


class PrintPreview:
    """A document on its way to paper: the pages the window shows, painted by the same painter."""

    def __init__(self, document: PagedDocument, faces: Typefaces, title: str, parent: QWidget) -> None:
        self.document, self._faces = document, faces
        self._title, self._parent = title, parent
        self._refused = False

    def show(self) -> bool:
        """Show the preview until it is closed; whether it was printed. A printer that takes nothing is said."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.set_up(printer)
        dialog = QPrintPreviewDialog(printer, self._parent)
        dialog.setWindowTitle(f"打印预览：{self._title}")
        dialog.resize(self._parent.window().size() * 0.9)
        dialog.paintRequested.connect(self.paint)
        accepted = dialog.exec() == QPrintPreviewDialog.DialogCode.Accepted.value
        dialog.deleteLater()
        if accepted and self._refused:
            tell_error(
                self._parent, "打印机没有接收，这份报告没有打印。请看看打印机是不是开着、接好，再打印一次。"
            )
        return accepted and not self._refused

    def set_up(self, printer: QPrinter) -> None:
        """Give the printer our first sheet, without margins of its own because ours are counted from its edge."""
        printer.setDocName(self._title)
        printer.setFullPage(True)
        _lay(printer, self.document.pages[0])

    def paint(self, printer: QPrinter) -> None:
        """Draw the asked pages on a printer."""
        pages = self._asked(printer)
        _lay(printer, pages[0])
        painter = QPainter()
        self._refused = not painter.begin(printer)
        if self._refused:
            return
        for number, page in enumerate(pages):
            if number:
                _lay(printer, page)
                printer.newPage()
            across, down = printer.logicalDpiX() / TWIPS_PER_INCH, printer.logicalDpiY() / TWIPS_PER_INCH
            painter.save()
            painter.scale(1, down / across)
            PagePainter(self._faces, across).paint(painter, page)
            painter.restore()
        painter.end()

    def _asked(self, printer: QPrinter) -> tuple[Page, ...]:
        pages = self.document.pages
        first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
        return pages[first - 1 : last] or pages


def _lay(printer: QPrinter, page: Page) -> None:
    """Give the printer the sheet of a page, as far as its paper lets it."""
    layout, now = page_layout(page), printer.pageLayout()
    same_sheet = (
        now.pageSize().isEquivalentTo(layout.pageSize()) and now.orientation() is layout.orientation()
    )
    if same_sheet and now.margins().isNull():
        return  # a printer that is already painting takes no sheet, and needs none
    printer.setPageSize(layout.pageSize())
    printer.setPageOrientation(layout.orientation())
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
