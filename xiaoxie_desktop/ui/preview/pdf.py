"""Paints laid-out pages into a PDF file: embedded subset fonts, text that can be searched and copied."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from xiaoxie_desktop.core.pages import PagedDocument
from xiaoxie_desktop.ui.offscreen import qt_application
from xiaoxie_desktop.ui.preview.machine_fonts import typefaces
from xiaoxie_desktop.ui.preview.painter import PagePainter
from xiaoxie_desktop.ui.preview.sheets import TWIPS_PER_INCH, page_layout


class PdfPainting:
    """A PDF being painted, one page at a time, so that a window can go on living meanwhile."""

    def __init__(self, document: PagedDocument, title: str) -> None:
        self.pages, self.painted = document.pages, 0
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(TWIPS_PER_INCH)
        self._writer.setTitle(title)
        self._writer.setCreator("消协文书")
        self._writer.setPageLayout(page_layout(self.pages[0]))
        self._painter = QPainter(self._writer)
        self._pages = PagePainter(typefaces(embeddable=True), scale=1)

    def paint_next(self) -> bool:
        """Paint one more page; whether there are others left."""
        page = self.pages[self.painted]
        if self.painted:
            self._writer.setPageLayout(page_layout(page))
            self._writer.newPage()
        self._pages.paint(self._painter, page)
        self.painted += 1
        return self.painted < len(self.pages)

    def finish(self) -> bytes:
        """The file as bytes; nothing can be painted any more. Must be called, also when painting was given up."""
        if self._painter.isActive():
            self._painter.end()
        return bytes(self._buffer.data().data())


def paint_pdf(document: PagedDocument, title: str) -> bytes:
    """All pages as a PDF file; needs no window and no display."""
    running = qt_application()
    painting = PdfPainting(document, title)
    try:
        while painting.paint_next():
            pass
    finally:
        data = painting.finish()
        del painting, running
    return data
