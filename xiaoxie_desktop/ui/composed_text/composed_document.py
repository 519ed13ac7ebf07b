"""Brings an editable document up to date with the composed text, changing no more than what differs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QFontMetrics,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from xiaoxie_desktop.core.composed import ComposedParagraph, ComposedSection, Piece
from xiaoxie_desktop.core.composing import EXTRA_PARAGRAPH
from xiaoxie_desktop.ui.composed_text.token_ranges import (
    KEY,
    LINE_BREAK,
    Figures,
    blocks,
    key_of,
    shown_text,
)
from xiaoxie_desktop.ui.style import theme


@dataclass(frozen=True, slots=True)
class Part:
    """One block to be shown: a heading (no key) or a paragraph with its pieces."""

    key: str
    pieces: tuple[Piece, ...]


def parts_of(section: ComposedSection | None) -> tuple[Part, ...]:
    """The blocks of a section, with an empty one at the end for words of the writer's own."""
    parts: list[Part] = []
    for paragraph in section.paragraphs if section else ():
        parts += _paragraph(paragraph)
    if not any(part.key == EXTRA_PARAGRAPH for part in parts):
        parts.append(Part(EXTRA_PARAGRAPH, ()))
    return tuple(parts)


def _paragraph(paragraph: ComposedParagraph) -> list[Part]:
    heading = [Part("", (paragraph.heading,))] if paragraph.heading else []
    stands_alone = bool(heading) and not paragraph.pieces and not paragraph.edited
    return heading if stands_alone else [*heading, Part(paragraph.key, paragraph.pieces)]


class ComposedDocument:
    """Writes parts into a document."""

    def __init__(self, document: QTextDocument, figures: Figures) -> None:
        self._document, self._figures = document, figures

    def show(self, parts: Sequence[Part], skip: frozenset[str] = frozenset()) -> None:
        """Show these parts; paragraphs whose keys are to be skipped keep the words they have."""
        shown = list(blocks(self._document))
        if [key_of(block) for block in shown] != [part.key for part in parts]:
            self._write_all(parts, skip)
            return
        for block, part in zip(shown, parts, strict=True):
            if part.key not in skip or not part.key:
                self._bring_up_to_date(block, part.pieces)

    def words_format(self) -> QTextCharFormat:
        """The character format of plain words."""
        return QTextCharFormat()

    def _write_all(self, parts: Sequence[Part], skip: frozenset[str]) -> None:
        kept = {key_of(block): self._figures.pieces(block) for block in blocks(self._document)}
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for number, part in enumerate(parts):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_block_format(part.key, first=number == 0))
            self._insert(
                cursor, kept.get(part.key, part.pieces) if part.key in skip else part.pieces, part.key
            )
        cursor.endEditBlock()

    def _bring_up_to_date(self, block: QTextBlock, pieces: tuple[Piece, ...]) -> None:
        old = self._figures.pieces(block)
        if old == pieces:
            return
        head = _alike(old, pieces)
        tail = _alike(old[head:][::-1], pieces[head:][::-1])
        start = block.position() + _length(old[:head])
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(start + _length(old[head : len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert(cursor, pieces[head : len(pieces) - tail], key_of(block))
        cursor.endEditBlock()

    def _insert(self, cursor: QTextCursor, pieces: tuple[Piece, ...], key: str) -> None:
        words = self.words_format() if key else _heading_format()
        for piece in pieces:
            if isinstance(piece, str):
                cursor.insertText(piece.replace("\n", LINE_BREAK), words)
            else:
                cursor.insertText(shown_text(piece), self._figures.format_for(piece, words))


def _alike(one: Sequence[Piece], other: Sequence[Piece]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _length(pieces: Sequence[Piece]) -> int:
    return sum(len(piece) if isinstance(piece, str) else len(shown_text(piece)) for piece in pieces)


def _block_format(key: str, *, first: bool) -> QTextBlockFormat:
    made = QTextBlockFormat()
    if key:
        made.setProperty(KEY, key)
    natural = QFontMetrics(theme.text_font()).height()
    extra = max(0, theme.size("line-composed") - natural)
    made.setLineHeight(extra, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    made.setTopMargin(0 if first else 8)
    return made


def _heading_format() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(700)
    return made
