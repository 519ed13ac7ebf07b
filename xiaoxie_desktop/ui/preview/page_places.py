"""Where pages stand on the canvas: one below the other, or two side by side where there is room. Pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSizeF

from xiaoxie_desktop.core.pages import Page

MARGIN = 12
"""Around the pages and between them."""
SIDE_MARGIN = 24
"""Left and right of the pages when they take the whole width, for the bar beside the current section."""
PIXELS_PER_TWIP = 96 / 1440
"""At 100 %."""
LEAST, MOST = 0.25, 4.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Fit(Enum):
    """What decides how large pages are."""

    PAGE = auto()
    """整页: the page is seen whole."""
    WIDTH = auto()
    """页宽: the page is as wide as the canvas."""
    FREE = auto()


@dataclass(frozen=True, slots=True)
class Zoom:
    """How pages are fitted; ``factor`` (1 is 100 %) counts for FREE only."""

    fit: Fit = Fit.PAGE
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """The rectangle of every page, the size of all, and the factor they are shown at."""

    rects: tuple[QRectF, ...]
    size: QSizeF
    factor: float
    columns: int

    @property
    def scale(self) -> float:
        """Pixels per twip."""
        return self.factor * PIXELS_PER_TWIP

    def row_top(self, page: int) -> float:
        """Where to scroll to for a page to stand at the top."""
        return self.rects[page].top() - MARGIN if page < len(self.rects) else 0

    def page_at(self, x: float, y: float) -> int | None:
        """The page at a point."""
        return next((number for number, rect in enumerate(self.rects) if rect.contains(x, y)), None)

    def current(self, top: float, height: float) -> int:
        """The page that is being looked at when the view begins at ``top``: the first that reaches its middle."""
        middle = top + height / 2
        seen = (number for number, rect in enumerate(self.rects) if rect.bottom() + MARGIN >= middle)
        return next(seen, max(0, len(self.rects) - 1))


def arrange(pages: Sequence[Page], view: QSizeF, zoom: Zoom) -> PagePlaces:
    """Put pages on a canvas seen through a view of this size."""
    if not pages:
        return PagePlaces((), view, 1.0, 1)
    factor = _factor(pages, view, zoom)
    scale = factor * PIXELS_PER_TWIP
    widest = max(page.width for page in pages) * scale
    columns = 2 if len(pages) > 1 and 2 * widest + MARGIN + 2 * SIDE_MARGIN <= view.width() else 1
    breadth = columns * widest + (columns - 1) * MARGIN
    left = max(MARGIN, (view.width() - breadth) / 2)
    rects, y = list[QRectF](), float(MARGIN)
    for start in range(0, len(pages), columns):
        row = pages[start : start + columns]
        for place, page in enumerate(row):
            x = left + place * (widest + MARGIN) + (widest - page.width * scale) / 2
            rects.append(QRectF(round(x), round(y), round(page.width * scale), round(page.height * scale)))
        y = max(rect.bottom() for rect in rects[start:]) + MARGIN
    return PagePlaces(tuple(rects), QSizeF(max(view.width(), left + breadth + MARGIN), y), factor, columns)


def stepped(factor: float, step: int) -> float:
    """The next round factor above (1) or below (-1)."""
    nearby = 0.005
    if step > 0:
        return next((one for one in STEPS if one > factor + nearby), MOST)
    return next((one for one in reversed(STEPS) if one < factor - nearby), LEAST)


def _factor(pages: Sequence[Page], view: QSizeF, zoom: Zoom) -> float:
    wide = max(page.width for page in pages) * PIXELS_PER_TWIP
    high = max(page.height for page in pages) * PIXELS_PER_TWIP
    by_width = (view.width() - 2 * SIDE_MARGIN) / wide
    at_most = (view.width() - 2 * MARGIN) / wide
    match zoom.fit:
        case Fit.PAGE:
            wanted = min(at_most, (view.height() - 2 * MARGIN) / high)
        case Fit.WIDTH:
            wanted = by_width
        case Fit.FREE:
            wanted = zoom.factor
    return max(LEAST if zoom.fit is Fit.FREE else 0.05, min(MOST, wanted))
