"""The paper a page is put on, for PDF files and printers."""

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from xiaoxie_desktop.core.pages import Page

TWIPS_PER_INCH = 1440
TWIPS_PER_POINT = 20


def page_layout(page: Page) -> QPageLayout:
    """The sheet of a page without margins of its own: ours are counted from its edge."""
    short, long = sorted((page.width, page.height))
    size = QPageSize(
        QSizeF(short / TWIPS_PER_POINT, long / TWIPS_PER_POINT),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    lies = page.width > page.height
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))
