"""Pictures of pages for the screen, painted when they are seen and kept until the page or its size changes."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from xiaoxie_desktop.core.pages import Page
from xiaoxie_desktop.ui.preview.fonts import Typefaces
from xiaoxie_desktop.ui.preview.painter import PagePainter
from xiaoxie_desktop.ui.style import theme

_KEPT_PIXELS = 24_000_000
"""About 96 MB of pictures."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture and what it shows."""

    page: Page
    size: QSize
    ratio: float
    paper: str
    picture: QPixmap


class PagePictures:
    """Compares pages by what is on them, so that a page no edit reached is not painted again."""

    def __init__(self, faces: Typefaces) -> None:
        self._faces = faces
        self._pages: Sequence[Page] = ()
        self._kept: OrderedDict[int, _Kept] = OrderedDict()
        self.painted = 0
        """How many pages were painted so far."""

    def show(self, pages: Sequence[Page]) -> None:
        """Take other pages; pictures of those that look the same are kept."""
        self._pages = pages
        for number in [number for number in self._kept if number >= len(pages)]:
            del self._kept[number]

    def picture(self, number: int, size: QSize, ratio: float) -> QPixmap:
        """The picture of a page (from 0) in logical pixels, for a screen of this pixel ratio."""
        page, paper = self._pages[number], theme.color("paper").name()
        kept = self._kept.get(number)
        if kept is None or (kept.size, kept.ratio, kept.paper) != (size, ratio, paper) or kept.page != page:
            kept = _Kept(page, size, ratio, paper, self._paint(page, size, ratio))
            self._kept[number] = kept
        self._kept.move_to_end(number)
        self._drop_old()
        return kept.picture

    def _paint(self, page: Page, size: QSize, ratio: float) -> QPixmap:
        self.painted += 1
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color("paper"))
        painter = QPainter(picture)
        ink = theme.color("ink").name().removeprefix("#")
        PagePainter(self._faces, size.width() / page.width, ink).paint(painter, page)
        painter.end()
        return picture

    def _drop_old(self) -> None:
        while len(self._kept) > 2 and sum(_pixels(one) for one in self._kept.values()) > _KEPT_PIXELS:
            self._kept.popitem(last=False)


def _pixels(kept: _Kept) -> float:
    return kept.size.width() * kept.size.height() * kept.ratio**2
