"""Filling one wording: text with holes becomes pieces, or nothing when one of its facts is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from xiaoxie_desktop.core.amounts import MoneyStyle
from xiaoxie_desktop.core.answers import Answers, Items, Row, Rows, Value, filled_rows
from xiaoxie_desktop.core.composed import Figure, Piece
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.core.punctuation import inside_quotes, inside_title_marks, phrase
from xiaoxie_desktop.core.report import AMOUNT_TYPES, Field, FieldType, Hole, ReportKind, Wording
from xiaoxie_desktop.core.value_text import PrintContext, value_text

STANDING_HOLES = ("year", "organization", "self", "place")
"""Holes every wording may use without a field: the report's year and, from the unit profile, the unit's full
name, how it says we (我会), and the place it works for."""

ITEM = "item"
"""The hole that stands for the item itself where a wording is said once per item of a list."""

_LIVE_TYPES = AMOUNT_TYPES | {FieldType.COMPUTED, FieldType.DATE, FieldType.DATE_RANGE}
_YEAR = Field(id="year", type=FieldType.COUNT, label="年度")
_STANDING = {name: Field(id=name, type=FieldType.TEXT, label=name) for name in STANDING_HOLES} | {
    "year": _YEAR
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """What a wording is filled from: fields, the answers that count, and how values are printed."""

    fields: Mapping[str, Field]
    answers: Answers
    context: PrintContext
    parent: str = ""
    row: Row = field(default_factory=lambda: Row(""))

    def value(self, hole: Hole) -> tuple[Field | None, Value | None]:
        """The field and value a hole stands for: a column of the current row first, then the report's field."""
        rows = self.fields.get(self.parent)
        if rows and (column := rows.column(hole.field) or _item_field(rows, hole.field)):
            return column, self.row.cells.get(hole.field)
        return self.fields.get(hole.field) or _STANDING.get(hole.field), self.answers.get(hole.field)

    def for_row(self, parent: str, row: Row) -> "Speaker":
        """The speaker for one row of a rows or list field."""
        return Speaker(self.fields, self.answers, self.context, parent, row)

    def rows_of(self, field_id: str) -> tuple[Row, ...]:
        """The rows of a rows field that say something; the items of a list as rows with the one cell ``item``."""
        match self.answers.get(field_id):
            case Rows() as rows:
                return filled_rows(rows)
            case Items(texts):
                return tuple(
                    Row(str(number), MappingProxyType({ITEM: text}))
                    for number, text in enumerate(texts)
                    if phrase(text)
                )
            case _:
                return ()


def _item_field(rows: Field, hole: str) -> Field | None:
    if hole == ITEM and rows.type is not FieldType.ROWS:
        return Field(id=ITEM, type=FieldType.TEXT, label=rows.label, choices=rows.choices)
    return None


def speaker_for(kind: ReportKind, answers: Answers, year: int, standing: Mapping[str, str]) -> Speaker:
    """The speaker for a whole report; ``standing`` fills the standing holes but the year."""
    chosen = answers.get("money_unit")
    style = next((one for one in MoneyStyle if one == chosen), MoneyStyle.AS_TYPED)
    fields = {one.id: one for _, one in kind.fields()}
    return Speaker(fields, {**standing, **answers}, PrintContext(year, style))


def fill(wording: Wording, speaker: Speaker) -> tuple[Piece, ...] | None:
    """The wording with its holes filled, or None when a fact is missing."""
    pieces: list[Piece] = []
    for part in wording.parts:
        piece = part if isinstance(part, str) else figure_of(part, speaker)
        if isinstance(piece, Figure) and piece.missing:
            return None
        pieces.append(piece)
    return fitted(tuple(pieces))


def fitted(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with no mark doubled or nested wrongly: a figure between “ and ” or 《 and 》 adds none of its own."""
    if len(pieces) < 3:
        return pieces
    inner = zip(pieces, pieces[1:], pieces[2:], strict=False)
    return (pieces[0], *(_fitted(*three) for three in inner), pieces[-1])


def _fitted(before: Piece, piece: Piece, after: Piece) -> Piece:
    if isinstance(piece, str) or not isinstance(before, str) or not isinstance(after, str):
        return piece
    match before[-1:], after[:1]:
        case "“", "”":
            return replace(piece, text=inside_quotes(piece.text))
        case "《", "》":
            return replace(piece, text=inside_title_marks(piece.text))
        case _:
            return piece


def figure_of(hole: Hole, speaker: Speaker) -> Piece:
    """The figure a hole prints now; long texts and the unit's own names are plain words, not live."""
    one, value = speaker.value(hole)
    text = value_text(value, one, hole.format, speaker.context) if one and value is not None else ""
    if one and text and (one.type is FieldType.LONG_TEXT or hole.field in STANDING_HOLES):
        return text
    in_row = speaker.row.uid if speaker.row.uid and hole.field in speaker.row.cells else ""
    ref = TokenRef(hole.field, hole.format, speaker.parent if in_row else "", in_row)
    return Figure(ref, text, bool(one and one.type in _LIVE_TYPES))


def first_filled(wordings: tuple[Wording, ...], speaker: Speaker) -> tuple[Piece, ...] | None:
    """The first of the wordings whose facts are all there."""
    return next((pieces for wording in wordings if (pieces := fill(wording, speaker)) is not None), None)


def figure_again(ref: TokenRef, speaker: Speaker) -> Figure:
    """The figure of a reference kept in an edited text, as its fact stands now."""
    if ref.parent:
        row = next((one for one in speaker.rows_of(ref.parent) if one.uid == ref.row), Row(ref.row))
        speaker = speaker.for_row(ref.parent, row)
    piece = figure_of(Hole(ref.field, ref.format, ref.parent), speaker)
    return Figure(ref, piece, False) if isinstance(piece, str) else Figure(ref, piece.text, piece.amount)
