"""Styled paragraphs: the one description of a document's look that Word, text, screen and print painters read.

``official`` makes them from an :class:`~xiaoxie_desktop.core.official_document.OfficialDocument` and the
measures. A painter needs nothing else: every length is there in twips (1/1440 inch), resolved.
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
    TITLE = "title"
    MAIN_RECIPIENTS = "main_recipients"
    BODY = "body"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    HEADING_4 = "heading_4"
    ANNEX_NOTE = "annex_note"
    ISSUING_AUTHORITY_SIGNATURE = "issuing_authority_signature"
    DATE_OF_ISSUE = "date_of_issue"
    REMARKS = "remarks"
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    COPY_TO = "copy_to"
    PRINTING_AUTHORITY = "printing_authority"
    PAGE_NUMBER = "page_number"


IMPRINT_ROLES = frozenset({Role.COPY_TO, Role.PRINTING_AUTHORITY})
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
    outline_level: int = 0
    tab_stops: tuple[TabStop, ...] = ()
    rule_below: Rule | None = None


@dataclass(frozen=True, slots=True)
class Run:
    r"""A piece of text in one face; ``"\n"`` breaks the line inside the paragraph, ``"\t"`` goes to the next tab stop."""

    text: str
    face: FaceRole


@dataclass(frozen=True, slots=True)
class StyledParagraph:
    """One paragraph ready to be painted.

    ``format`` is complete (role and place of this paragraph already counted in). ``place`` names where the
    text came from, (section id, paragraph id), ("", "") for what the layout itself adds.
    """

    role: Role
    runs: tuple[Run, ...]
    format: ParagraphFormat
    page_break_before: bool = False
    keep_with_next: bool = False
    place: tuple[str, str] = ("", "")

    @property
    def text(self) -> str:
        """All of the paragraph's text, with its line breaks and tabs."""
        return "".join(run.text for run in self.runs)
