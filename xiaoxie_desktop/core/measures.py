"""The measures of an official document: frozen values read from ``resources/official``, never written in code.

All lengths in twips (1/1440 inch) unless a name says otherwise. "字" is ``char_width``, "行" is ``line_pitch``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from xiaoxie_desktop.core.line_breaks import LineBreaks
from xiaoxie_desktop.core.pages import FaceRole, ParagraphFormat, Role, Rule


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """The sheet and its type area (5.1, 5.2.1); ``footer`` is the height of the page number's foot (7.5)."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def on_its_side(self) -> "PageMeasures":
        """The landscape sheet: turned a quarter, the binding edge on top and the head at the left (chapter 8)."""
        return PageMeasures(
            width=self.height,
            height=self.width,
            top=self.left,
            right=self.top,
            bottom=self.right,
            left=self.bottom,
            header=self.header,
            footer=self.footer,
        )

    @property
    def text_width(self) -> int:
        """Width of the type area (版心)."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Height of the type area (版心)."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface by the name written into files, and the names the same design has on other machines."""

    name: str
    alternatives: tuple[str, ...]
    pitch_family: str
    """``roman``, ``modern`` or ``script``: helps an office program choose when no name is there."""


@dataclass(frozen=True, slots=True)
class MarkMeasures:
    """发文机关标志 (7.2.4): its upper edge below the type area's, the sizes it may take, and how glyphs sit in a line."""

    top: int
    largest_size: int
    smallest_size: int
    line_share: float
    """Line pitch as a multiple of the size."""
    baseline_share: float
    """Where the baseline stands in an exact line, from its top."""
    ink_share: float
    """Height of the ink above the baseline, in em."""
    filled_share: float
    """How much of the type area's width the mark may fill."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Space above elements whose place depends on what stands before them, in twips."""

    secrecy_without_copy_number: int
    number_below_mark: int
    title_below_red_rule: int
    text_below_title: int
    annex_note: int
    sealed_signature: int
    unsealed_signature: int
    row_of_seals: int
    signature_stamp: int
    date_below_stamp: int
    attendance: int
    issue_below_mark: int
    compiler_below_issue: int


@dataclass(frozen=True, slots=True)
class SignatureMeasures:
    """署名 and 成文日期 (7.3.5.1, 7.3.5.2): distances from the right edge and between the two."""

    sealed_date_right: int
    unsealed_name_right: int
    unsealed_date_offset: int
    names_per_row: int
    name_gap: int
    stamp_width: int
    stamp_height: int
    kept_text_lines: int
    """A last paragraph of at most so many lines may be taken whole to the signature's page."""
    tightest_pitch: int
    widest_pitch: int
    """Line pitches the last page of text may be set in to bring signature and text together (7.3.5.5)."""


@dataclass(frozen=True, slots=True)
class HeadLineMeasures:
    """发文字号 and 签发人 on one line (7.2.5, 7.2.6)."""

    edge: int
    names_per_line: int
    name_gap: int


@dataclass(frozen=True, slots=True)
class AnnexNoteMeasures:
    """附件说明 (7.3.4): its indent and the gap between a number and its name."""

    indent: int
    number_gap: int


@dataclass(frozen=True, slots=True)
class ImprintMeasures:
    """版记 (7.4): its rules, and the height of the paragraph that holds it to the last page."""

    outer_rule: Rule
    inner_rule: Rule
    anchor_height: int
    on_even_page: bool


@dataclass(frozen=True, slots=True)
class LetterMeasures:
    """信函 (10.1): places of its mark and of its two double rules, from the sheet's edges."""

    mark_top: int
    rule_below_mark: int
    rule_left: int
    rule_width: int
    lower_rule: int
    """From the upper edge of the sheet to the lower edge of the lower double rule."""
    thick: int
    thin: int
    between: int
    text_below_rule: int
    descent_share: float
    """Height of the ink below the baseline, in em."""
    colour: str


@dataclass(frozen=True, slots=True)
class TableMeasures:
    """Tables: their rows are whole multiples of ``row_pitch`` high."""

    row_pitch: int
    padding: int
    border: int


@dataclass(frozen=True, slots=True)
class PictureMeasures:
    """Pictures: how many stand side by side and how many lines high a frame is, by the number on a page."""

    columns: Mapping[int, int]
    frame_lines: Mapping[int, int]
    margin: int


@dataclass(frozen=True, slots=True)
class ChartMeasures:
    """Bar and pie charts; ``colours`` RRGGBB."""

    label_width: int
    value_width: int
    bar_height: int
    gap: int
    pie_height: int
    colours: tuple[str, ...]


class PageNumberSide(StrEnum):
    """Where the page number stands: odd right and even left (7.5), or in the middle (practice)."""

    OUTER = "outer"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class TitleMeasures:
    """How long a line of a title may be, in full-width characters, and the words it is broken by (7.3.1)."""

    usual_length: int
    greatest_length: int
    """Counted with a gap wherever letters or digits meet something else: no office program may need more room."""
    script_gap: float
    """That gap, in em."""
    words: frozenset[str]
    """Never broken inside."""
    never_first: frozenset[str]
    """Words no line begins with (的, 和 …)."""
    never_last: frozenset[str]
    """Words no line ends with (关于, 对 …)."""
    good_first: frozenset[str]
    """Words a line begins with best (关于)."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything a painter or the layout has to know about sizes, distances and faces."""

    page: PageMeasures
    lines_per_page: int
    chars_per_line: int
    line_pitch: int
    char_width: int
    script_gap: float
    """Space an office program puts between a hanzi and a letter or digit, in em (mean of 0.20 and 0.25)."""
    faces: Mapping[FaceRole, Face]
    formats: Mapping[Role, ParagraphFormat]
    style_names: Mapping[Role, str]
    mark: MarkMeasures
    gaps: Gaps
    signature: SignatureMeasures
    head_line: HeadLineMeasures
    annex_note: AnnexNoteMeasures
    imprint: ImprintMeasures
    letter: LetterMeasures
    tables: TableMeasures
    pictures: PictureMeasures
    charts: ChartMeasures
    title: TitleMeasures
    line_breaks: LineBreaks
    latin_face: Face | None
    """The face of letters and digits; None where they are set in the Chinese one, half an em wide each."""
    latin_widths: Mapping[str, int]
    """Widths of ASCII characters in that face, in thousandths of an em."""
    page_number_side: PageNumberSide
