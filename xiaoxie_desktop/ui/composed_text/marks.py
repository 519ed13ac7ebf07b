"""How the parts of the composed text look: figures in their colour with room around them, changed words dashed."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from xiaoxie_desktop.core.composed import Figure
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.ui.composed_text.changed_words import changed_ranges
from xiaoxie_desktop.ui.composed_text.token_ranges import Figures, key_of
from xiaoxie_desktop.ui.style import theme

SIDE = 5
"""Room between a figure and the edge of its chip, and the gap to its neighbour, in pixels."""


def chip_tone(figure: Figure, is_wrong: Callable[[TokenRef], bool]) -> str:
    """The state a figure is shown in: missing, wrong or live."""
    if figure.missing:
        return "warn"
    return "error" if is_wrong(figure.ref) else "live"


_FRONTS = {"warn": "warn", "error": "error", "live": "chip-text"}


class Marks(QSyntaxHighlighter):
    """Lays looks over the text without touching it."""

    def __init__(
        self, document: QTextDocument, figures: Figures, is_wrong: Callable[[TokenRef], bool]
    ) -> None:
        super().__init__(document)
        self._figures, self._is_wrong = figures, is_wrong
        self.originals: dict[str, tuple[str | Figure, ...]] = {}
        """The text the facts would make, by the key of each paragraph the writer changed."""

    def highlightBlock(self, text: str) -> None:
        """Mark the figures and the changed words of one block."""
        block = self.currentBlock()
        original = self.originals.get(key_of(block))
        if original is not None:
            self._mark_changed(
                self._figures.unit_places(block), changed_ranges(self._figures.pieces(block), original)
            )
        for one in self._figures.ranges(block):
            self._mark_figure(one.start - block.position(), one.end - block.position(), one.figure)

    def _mark_figure(self, start: int, end: int, figure: Figure) -> None:
        look = QTextCharFormat()
        look.setForeground(theme.color(_FRONTS[chip_tone(figure, self._is_wrong)]))
        self.setFormat(start, end - start, look)
        self.setFormat(end - 1, 1, spaced(look))
        if start > 0:
            self.setFormat(start - 1, 1, spaced(self.format(start - 1)))

    def _mark_changed(self, places: list[tuple[int, bool]], changed: tuple[tuple[int, int], ...]) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(theme.color("text-3"))
        for start, end in changed:
            for place, is_figure in places[start:end]:
                if not is_figure:
                    self.setFormat(place, 1, look)


def spaced(look: QTextCharFormat) -> QTextCharFormat:
    """The same look with room after the character."""
    made = QTextCharFormat(look)
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(SIDE + 2)
    return made
