"""Figures inside an editable text document: where each stands, and the pieces a paragraph is made of.

Figures are chips that move and go as one. Words that come from a field (a place, a list) are live too, but look
and behave as words: they follow their field until somebody types into them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextFormat

from xiaoxie_desktop.core.composed import Figure, Piece, merged

TOKEN = QTextFormat.Property.UserProperty + 1
"""Character property: the number of the figure the character belongs to, absent for words."""
KEY = QTextFormat.Property.UserProperty + 2
"""Block property: the key of the paragraph, absent for headings, which nobody edits."""

GLUE = "\u2060"
"""Word joiner between the characters of a figure: a line never breaks inside it. Never copied or saved."""
LINE_BREAK = "\u2028"
"""How a line break inside a paragraph stands in the document; ``\\n`` everywhere else."""
GAP = "没填"


@dataclass(frozen=True, slots=True)
class TokenRange:
    """A figure in the document: from `start` to before `end`, in characters of the document."""

    start: int
    end: int
    figure: Figure


class Figures:
    """The figures of one document by the number their characters carry."""

    def __init__(self) -> None:
        self._known: dict[int, Figure] = {}

    def format_for(self, figure: Figure, base: QTextCharFormat) -> QTextCharFormat:
        """The character format of one more figure; two neighbours never get the same number."""
        number = len(self._known) + 1
        self._known[number] = figure
        made = QTextCharFormat(base)
        made.setProperty(TOKEN, number)
        return made

    def ranges(self, block: QTextBlock) -> list[TokenRange]:
        """The chips of a block in order: figures, and whatever is missing. Live words are not among them."""
        return [one for one in self._tokens(block) if one.figure.amount or one.figure.missing]

    def pieces(self, block: QTextBlock) -> tuple[Piece, ...]:
        """What stands in a block: words and figures. Live words stay live until somebody changes them."""
        text, base = block.text(), block.position()
        pieces: list[Piece] = []
        done = 0
        for one in self._tokens(block):
            shown = text[one.start - base : one.end - base]
            pieces += [
                plain(text[done : one.start - base]),
                one.figure if _is_whole(one.figure, shown) else plain(shown),
            ]
            done = one.end - base
        return merged((*pieces, plain(text[done:])))

    def unit_places(self, block: QTextBlock) -> list[tuple[int, bool]]:
        """Where each unit of a paragraph (a character, or a figure that is still whole) begins, and whether it is one."""
        text, base = block.text(), block.position()
        whole = {
            one.start - base: one.end - base
            for one in self._tokens(block)
            if _is_whole(one.figure, text[one.start - base : one.end - base])
        }
        places: list[tuple[int, bool]] = []
        place = 0
        while place < len(text):
            places.append((place, place in whole))
            place = whole.get(place, place + 1)
        return places

    def _tokens(self, block: QTextBlock) -> list[TokenRange]:
        found: list[TokenRange] = []
        last = 0
        for start, length, number in _fragments(block):
            if number and number == last:
                found[-1] = TokenRange(found[-1].start, start + length, found[-1].figure)
            elif number:
                found.append(TokenRange(start, start + length, self._known[number]))
            last = number
        return found

    def around(self, document: QTextDocument, position: int) -> TokenRange | None:
        """The figure a position lies inside of; its edges are not inside."""
        ranges = self.ranges(document.findBlock(position))
        return next((one for one in ranges if one.start < position < one.end), None)

    def touching(self, document: QTextDocument, position: int) -> TokenRange | None:
        """The figure that ends or begins at a position, or holds it."""
        ranges = self.ranges(document.findBlock(position))
        return next((one for one in ranges if one.start <= position <= one.end), None)


def shown_text(figure: Figure) -> str:
    """The figure as it stands in the document: a chip is glued together, live words are ordinary words."""
    if figure.amount or figure.missing:
        return GLUE.join(figure.text or GAP)
    return figure.text.replace("\n", LINE_BREAK)


def _is_whole(figure: Figure, shown: str) -> bool:
    return shown == shown_text(figure)


def plain(text: str) -> str:
    """Text of the document as text of the world: no glue, ordinary line breaks."""
    return text.replace(GLUE, "").replace(LINE_BREAK, "\n").replace("\u2029", "\n")


def key_of(block: QTextBlock) -> str:
    """The key of the paragraph a block shows, empty for a heading."""
    return str(block.blockFormat().property(KEY) or "")


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """All blocks of a document in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, int]]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.isValid():
            number = int(fragment.charFormat().property(TOKEN) or 0)
            yield fragment.position(), fragment.length(), number
        iterator += 1
