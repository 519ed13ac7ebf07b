"""Styled paragraphs and the pages they are laid out on: what Word, PDF, screen and print painters read.

``official`` makes both from an :class:`~xiaoxie_desktop.core.official_document.OfficialDocument` and the
measures. A painter needs nothing else: every length is there in twips (1/1440 inch), resolved. Places on a
page are counted from the sheet's top left corner.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is in the document; names follow GB/T 9704-2012, chapter 7."""

    COPY_NUMBER = "copy_number"
    SECRECY_LEVEL = "secrecy_level"
    URGENCY = "urgency"
    ISSUING_AUTHORITY_MARK = "issuing_authority_mark"
    SIGNER = "signer"
    DOCUMENT_NUMBER = "document_number"
    LETTER_MARK = "letter_mark"
    ISSUE = "issue"
    COMPILER = "compiler"
    TITLE = "title"
    MAIN_RECIPIENTS = "main_recipients"
    BODY = "body"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    HEADING_4 = "heading_4"
    ATTENDANCE = "attendance"
    ANNEX_NOTE = "annex_note"
    ISSUING_AUTHORITY_SIGNATURE = "issuing_authority_signature"
    DATE_OF_ISSUE = "date_of_issue"
    REMARKS = "remarks"
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    TABLE_TITLE = "table_title"
    TABLE_NOTE = "table_note"
    TABLE_HEAD = "table_head"
    TABLE_TEXT = "table_text"
    CAPTION = "caption"
    FIGURE = "figure"
    CHART_TEXT = "chart_text"
    IMPRINT_RECIPIENTS = "imprint_recipients"
    COPY_TO = "copy_to"
    COPIES = "copies"
    PRINTING_AUTHORITY = "printing_authority"
    PAGE_NUMBER = "page_number"


IMPRINT_ROLES = frozenset({Role.IMPRINT_RECIPIENTS, Role.COPY_TO, Role.PRINTING_AUTHORITY, Role.COPIES})
"""版记 (7.4): always the last paragraphs; painters put them at the foot of the last page between its rules."""


class FaceRole(StrEnum):
    """The typefaces of an official document (5.2.2, 7.2.4, 7.3.1, 7.3.3, 7.5)."""

    FANGSONG = "fangsong"
    XIAOBIAOSONG = "xiaobiaosong"
    HEITI = "heiti"
    KAITI = "kaiti"
    SONGTI = "songti"


class Alignment(StrEnum):
    """How a paragraph's lines stand between its indents."""

    JUSTIFIED = "justified"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    DISTRIBUTED = "distributed"


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop; ``position`` in twips from the left edge of the type area."""

    position: int
    alignment: Alignment = Alignment.LEFT


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line as wide as the type area.

    ``width`` in eighths of a point, ``distance`` in points below the line of text, ``colour`` as RRGGBB.
    """

    width: int
    colour: str
    distance: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph looks; all lengths in twips, ``size`` in points.

    ``first_line`` is added to ``left`` for the first line, below zero it hangs. ``line_pitch`` is exact,
    baseline to baseline. ``outline_level`` is 1 to 4 for headings, 0 for everything else.
    """

    face: FaceRole
    size: float
    line_pitch: int
    alignment: Alignment = Alignment.JUSTIFIED
    first_line: int = 0
    left: int = 0
    right: int = 0
    space_before: int = 0
    character_spacing: int = 0
    colour: str = "000000"
    bold: bool = False
    outline_level: int = 0
    tab_stops: tuple[TabStop, ...] = ()
    rule_below: Rule | None = None


@dataclass(frozen=True, slots=True)
class Run:
    r"""A piece of text in one face; ``"\n"`` breaks the line inside the paragraph, ``"\t"`` goes to the next tab stop."""

    text: str
    face: FaceRole
    bold: bool = False


@dataclass(frozen=True, slots=True)
class StyledTable:
    """A table ready to be painted; lengths in twips.

    ``rows`` hold one paragraph a cell; the first ``head_rows`` of them are repeated on every page. A row is as
    many ``row_pitch`` high as its fullest cell needs. ``border`` is the width of its lines, 0 for none.
    """

    widths: tuple[int, ...]
    rows: tuple[tuple["StyledParagraph", ...], ...]
    head_rows: int
    row_pitch: int
    padding: int
    border: int
    joined_last: bool = False
    """The cells of the last column are one, with the text of the first of them in its middle."""


@dataclass(frozen=True, slots=True)
class StyledPicture:
    """A picture in its frame: ``source`` is the key its bytes are kept under; scaled ``width`` and ``height`` in twips."""

    source: str
    alt_text: str
    width: int
    height: int
    caption: "StyledParagraph"


@dataclass(frozen=True, slots=True)
class StyledPictures:
    """Pictures in rows of equal frames, each over its caption; ``frame_height`` without the caption, in twips."""

    rows: tuple[tuple[StyledPicture, ...], ...]
    frame_width: int
    frame_height: int


class ChartKind(StrEnum):
    """How the values of a chart are drawn."""

    BAR = "bar"
    PIE = "pie"


@dataclass(frozen=True, slots=True)
class StyledChart:
    """A chart: a label and a value each; ``labels`` and ``value_texts`` are printed; ``height`` in twips."""

    kind: ChartKind
    labels: tuple["StyledParagraph", ...]
    values: tuple[float, ...]
    value_texts: tuple["StyledParagraph", ...]
    height: int
    colours: tuple[str, ...]
    alt_text: str


StyledBlock = StyledTable | StyledPictures | StyledChart


@dataclass(frozen=True, slots=True)
class StyledParagraph:
    """One paragraph ready to be painted.

    ``format`` is complete (role and place of this paragraph already counted in). ``place`` names where the
    text came from, (section id, paragraph id), ("", "") for what the layout itself adds. ``keep_with_next``: not
    parted by a page's end from the first line of the next one. ``continued``: the layout parted it, its last
    line is as full as the others. A paragraph that ``holds`` a table, pictures or a chart has no text of its own.
    ``landscape`` ones stand on pages laid on their side.
    """

    role: Role
    runs: tuple[Run, ...]
    format: ParagraphFormat
    page_break_before: bool = False
    keep_with_next: bool = False
    place: tuple[str, str] = ("", "")
    continued: bool = False
    holds: StyledBlock | None = None
    landscape: bool = False

    @property
    def text(self) -> str:
        """All of the paragraph's text, with its line breaks and tabs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class LineRun:
    """Characters of one face in a line; ``xs`` holds the left edge of each character (code point) of ``text``.

    Tabs and line breaks are never in it. A painter puts every glyph at its own ``x`` and adds nothing. ``latin``
    runs take the face of letters and digits (``Measures.latin_face``) instead.
    """

    face: FaceRole
    text: str
    xs: tuple[int, ...]
    bold: bool = False
    latin: bool = False


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of type, broken and spaced, not yet put on a page.

    ``text`` is the paragraph's text from ``start`` to ``end`` (tabs included, without the line break that ends
    it). ``x`` is the left edge and ``width`` the width of what is printed. ``spacing`` is what the Word file adds to
    each character so that every office program breaks the line at ``end``; ``pinned`` lines also end in a
    line break there. ``size`` in points, ``pitch`` the exact height of the line, ``colour`` RRGGBB.
    """

    text: str
    x: int
    width: int
    spacing: int
    size: float
    pitch: int
    ascent: int
    """From the top of the line to its baseline."""
    colour: str
    runs: tuple[LineRun, ...]
    start: int
    end: int
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line on its page; ``y`` is its top.

    ``paragraph`` counts the paragraphs given to the layout from 0, -1 for what the layout adds (page number,
    repeated head row); ``cell`` is (row, column) inside a table. ``place`` names where the text came from. A
    ``turned`` line (the page number of a landscape page) is painted after the origin was moved to the sheet's top
    right corner and the axes turned a quarter clockwise; its places count in that frame.
    """

    role: Role
    setting: SetLine
    y: int
    paragraph: int
    place: tuple[str, str] = ("", "")
    cell: tuple[int, int] | None = None
    turned: bool = False

    @property
    def baseline(self) -> int:
        """Where its characters stand."""
        return self.y + self.setting.ascent

    @property
    def text(self) -> str:
        """The line's text."""
        return self.setting.text

    @property
    def x(self) -> int:
        """Left edge of the first character."""
        return self.setting.x

    @property
    def width(self) -> int:
        """From the left edge of the first to the right edge of the last character."""
        return self.setting.width

    @property
    def spacing(self) -> int:
        """Added to each character in the Word file."""
        return self.setting.spacing

    @property
    def runs(self) -> tuple[LineRun, ...]:
        """What is painted, face by face."""
        return self.setting.runs


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from (x, y) to (to_x, to_y), ``width`` wide, centred on them."""

    x: int
    y: int
    to_x: int
    to_y: int
    width: int
    colour: str = "000000"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: int
    y: int
    width: int
    height: int
    fill: str


@dataclass(frozen=True, slots=True)
class Wedge:
    """A filled slice of a circle around (x, y); angles in tenths of a degree, clockwise from twelve o'clock."""

    x: int
    y: int
    radius: int
    start: int
    span: int
    fill: str


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture on its page; ``source`` is the key its bytes are kept under, ``alt_text`` what is read aloud for it."""

    source: str
    alt_text: str
    x: int
    y: int
    width: int
    height: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet, its first side numbered 1; ``page_number`` is None where none is printed.

    Painted in this order: boxes, wedges, pictures, strokes, lines, page number.
    """

    number: int
    width: int
    height: int
    landscape: bool
    lines: tuple[Line, ...]
    strokes: tuple[Stroke, ...] = ()
    boxes: tuple[Box, ...] = ()
    wedges: tuple[Wedge, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    page_number: Line | None = None


@dataclass(frozen=True, slots=True)
class PagedDocument:
    """The pages, and the paragraphs they show.

    ``paragraphs`` are those given to the layout with what it decided written into them (page breaks, space
    above at the top of a page, line pitch of a crowded last page, 主送机关 moved to the imprint); ``Line.paragraph``
    counts these.
    """

    paragraphs: tuple[StyledParagraph, ...]
    pages: tuple[Page, ...]
