"""A composed report: headings and paragraphs of pieces, in which every figure is still known by its field."""

from dataclasses import dataclass

from xiaoxie_desktop.core.draft import ParagraphKey, TextPiece, TokenRef


@dataclass(frozen=True, slots=True)
class Figure:
    """A live part of a text: the printed form of one hole. ``amount`` marks figures, the others are words."""

    ref: TokenRef
    text: str
    amount: bool = True

    @property
    def missing(self) -> bool:
        """Whether its fact is gone, so that the text has a gap here (没填)."""
        return not self.text


Piece = str | Figure


def text_of(pieces: tuple[Piece, ...]) -> str:
    """The pieces as printed."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def stored_pieces(pieces: tuple[Piece, ...]) -> tuple[TextPiece, ...]:
    """The pieces as an edited text keeps them: words, and references to figures."""
    return tuple(piece if isinstance(piece, str) else piece.ref for piece in pieces)


def merged(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Neighbouring words made one piece, empty ones dropped."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] += piece
        elif piece:
            out.append(piece)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class ComposedClause:
    """A clause as it would be printed now, for offering it where an edited text lacks it.

    The rows of a clause said once per row are offered one by one, as ``<clause id>:<row uid>``.
    """

    id: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ComposedParagraph:
    """A paragraph. ``heading`` carries its number; ``pieces`` are what is printed, edited or not.

    ``came`` and ``went`` name clauses that appeared or vanished since the writer changed the words;
    ``original`` is the text the facts would make now.
    """

    section: str
    key: str
    pieces: tuple[Piece, ...]
    original: tuple[Piece, ...] = ()
    clauses: tuple[str, ...] = ()
    heading: str = ""
    heading_level: int = 0
    edited: bool = False
    came: tuple[ComposedClause, ...] = ()
    went: tuple[str, ...] = ()
    lost: tuple[Figure, ...] = ()
    """Figures the facts would print here that stand no longer in the edited words."""

    @property
    def text(self) -> str:
        """The paragraph's text without its heading."""
        return text_of(self.pieces)

    @property
    def place(self) -> ParagraphKey:
        """Where its edited text is kept."""
        return (self.section, self.key)


@dataclass(frozen=True, slots=True)
class ComposedSection:
    """A section that is printed: its numbered heading (empty at level 0) and its paragraphs."""

    section: str
    name: str
    heading: str
    level: int
    paragraphs: tuple[ComposedParagraph, ...]


@dataclass(frozen=True, slots=True)
class ComposedReport:
    """All that the facts and the writer say, before it becomes an official document."""

    title: str
    sections: tuple[ComposedSection, ...]

    def section(self, section_id: str) -> ComposedSection | None:
        """The composed section of this id, if it is printed."""
        return next((one for one in self.sections if one.section == section_id), None)

    @property
    def text(self) -> str:
        """Title, headings and paragraphs, one a line, for checks that read the whole."""
        lines = [self.title]
        for section in self.sections:
            lines += [section.heading] if section.heading else []
            lines += [f"{paragraph.heading}{paragraph.text}" for paragraph in section.paragraphs]
        return "\n".join(lines)
