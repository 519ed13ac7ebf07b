"""The shape of the files that hold the measures: each TOML table as a strict model, in the units the file uses."""

from typing import Literal

from xiaoxie_desktop.core.measures import PageNumberSide
from xiaoxie_desktop.core.pages import Alignment, FaceRole, ParagraphFormat, Role, Rule
from xiaoxie_desktop.definitions.strict_table import StrictTable

_TWIPS_PER_POINT = 20


class PageTable(StrictTable):
    """``[page]``."""

    width_twips: int
    height_twips: int
    top_twips: int
    right_twips: int
    bottom_twips: int
    left_twips: int
    header_twips: int
    footer_twips: int


class GridTable(StrictTable):
    """``[grid]``."""

    lines_per_page: int
    chars_per_line: int
    line_pitch_twips: int
    char_width_twips: int
    body_size_pt: float
    character_spacing_twips: int
    script_gap_em: float
    latin: Literal["half", "times"] = "half"
    page_number: PageNumberSide = PageNumberSide.OUTER


class FaceTable(StrictTable):
    """``[faces.…]``."""

    name: str
    alternatives: tuple[str, ...]
    pitch_family: Literal["roman", "swiss", "modern", "script"]


class RuleTable(StrictTable):
    """An inline table for a line."""

    width_eighths: int
    colour: str
    distance_pt: int = 0

    def rule(self) -> Rule:
        """The line as painters read it."""
        return Rule(self.width_eighths, self.colour, self.distance_pt)


class RoleTable(StrictTable):
    """``[roles.…]``; indents in 字 of the role's own size, space above in 行."""

    style: str
    face: FaceRole
    size_pt: float
    alignment: Alignment = Alignment.JUSTIFIED
    colour: str = "000000"
    line_pitch_twips: int | None = None
    first_line: float = 0
    left: float = 0
    right: float = 0
    above: float = 0
    outline_level: int = 0
    bold: bool = False
    rule_below: RuleTable | None = None

    def format(self, grid: GridTable) -> ParagraphFormat:
        """The role's format with every length in twips."""
        in_body_size = self.size_pt == grid.body_size_pt
        char = grid.char_width_twips if in_body_size else round(self.size_pt * _TWIPS_PER_POINT)
        return ParagraphFormat(
            face=self.face,
            size=self.size_pt,
            line_pitch=self.line_pitch_twips or grid.line_pitch_twips,
            alignment=self.alignment,
            first_line=round(self.first_line * char),
            left=round(self.left * char),
            right=round(self.right * char),
            space_before=round(self.above * grid.line_pitch_twips),
            character_spacing=grid.character_spacing_twips if in_body_size else 0,
            colour=self.colour,
            outline_level=self.outline_level,
            bold=self.bold,
            rule_below=self.rule_below.rule() if self.rule_below else None,
        )


class MarkTable(StrictTable):
    """``[mark]``."""

    top_twips: int
    largest_pt: int
    smallest_pt: int
    line_share: float
    baseline_share: float
    ink_share: float
    filled_share: float


class GapsTable(StrictTable):
    """``[gaps]``."""

    secrecy_without_copy_number_lines: float
    number_below_mark_lines: float
    title_below_red_rule_lines: float
    text_below_title_lines: float
    annex_note_lines: float
    sealed_signature_lines: float
    unsealed_signature_lines: float
    row_of_seals_lines: float
    signature_stamp_lines: float
    date_below_stamp_lines: float
    attendance_lines: float
    issue_below_mark_lines: float
    compiler_below_issue_lines: float


class SignatureTable(StrictTable):
    """``[signature]``."""

    sealed_date_right_chars: float
    unsealed_name_right_chars: float
    unsealed_date_offset_chars: float
    names_per_row: int
    name_gap_chars: float
    stamp_width_twips: int
    stamp_height_twips: int
    kept_text_lines: int
    tightest_pitch_twips: int
    widest_pitch_twips: int


class HeadLineTable(StrictTable):
    """``[head_line]``."""

    edge_chars: float
    names_per_line: int
    name_gap_chars: float


class AnnexNoteTable(StrictTable):
    """``[annex_note]``."""

    indent_chars: float
    number_gap_chars: float


class ImprintTable(StrictTable):
    """``[imprint]``."""

    outer_rule: RuleTable
    inner_rule: RuleTable
    anchor_height_twips: int
    on_even_page: bool = False


class LetterTable(StrictTable):
    """``[letter]``."""

    mark_top_twips: int
    rule_below_mark_twips: int
    rule_left_twips: int
    rule_width_twips: int
    lower_rule_twips: int
    thick_twips: int
    thin_twips: int
    between_twips: int
    text_below_rule_twips: int
    descent_share: float
    colour: str


class TablesTable(StrictTable):
    """``[tables]``."""

    row_pitch_twips: int
    padding_twips: int
    border_twips: int


class PicturesTable(StrictTable):
    """``[pictures]``; keys are the number of pictures on a page."""

    columns: dict[int, int]
    frame_lines: dict[int, int]
    margin_twips: int


class ChartsTable(StrictTable):
    """``[charts]``."""

    label_chars: float
    value_chars: float
    bar_height_twips: int
    gap_twips: int
    pie_lines: int
    colours: tuple[str, ...]


class TitleTable(StrictTable):
    """``[title]``."""

    usual_length_chars: int
    greatest_length_chars: int


class FileTable(StrictTable):
    """The whole of the measures file."""

    page: PageTable
    grid: GridTable
    latin_face: FaceTable
    faces: dict[FaceRole, FaceTable]
    roles: dict[Role, RoleTable]
    mark: MarkTable
    gaps: GapsTable
    signature: SignatureTable
    head_line: HeadLineTable
    annex_note: AnnexNoteTable
    imprint: ImprintTable
    letter: LetterTable
    tables: TablesTable
    pictures: PicturesTable
    charts: ChartsTable
    title: TitleTable


class LatinTable(StrictTable):
    """The whole of the file of Latin widths, in thousandths of an em."""

    times: dict[str, int]


class WordsTable(StrictTable):
    """The whole of the title words file."""

    words: dict[str, tuple[str, ...]]
    never_first: tuple[str, ...]
    never_last: tuple[str, ...]
    good_first: tuple[str, ...]
