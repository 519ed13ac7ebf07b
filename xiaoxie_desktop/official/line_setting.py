"""Sets a paragraph in lines: ends and spacing of each, and the place of every character, in twips."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import (
    Alignment,
    FaceRole,
    LineRun,
    ParagraphFormat,
    Run,
    SetLine,
    StyledParagraph,
    TabStop,
)
from xiaoxie_desktop.official.line_ends import LineEnd, greatest_spacing, line_end
from xiaoxie_desktop.official.measured_text import CharacterTable, MeasuredText, measured

_TWIPS_PER_POINT = 20
_REMEMBERED = 20_000
_DEFAULT_STOPS = 420
"""Where office programs put tab stops of their own, in twips (``w:defaultTabStop`` of the base document)."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """Everything the lines of a paragraph depend on."""

    runs: tuple[Run, ...]
    format: ParagraphFormat
    left: int
    width: int
    continued: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of a paragraph between tabs, on one line: its first character and where it is printed."""

    start: int
    text: MeasuredText
    x: int


class LineSetter:
    """Sets paragraphs in lines and remembers them, so that only a changed paragraph is set again."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._table = CharacterTable(measures.line_breaks, measures.latin_widths)
        # A format is known by its identity, which is its own as long as the entry holds it.
        self._memory: dict[tuple[object, ...], tuple[ParagraphFormat, tuple[SetLine, ...]]] = {}

    def lines(self, paragraph: StyledParagraph, left: int, width: int) -> tuple[SetLine, ...]:
        """The lines of ``paragraph`` in a column ``width`` wide that begins ``left`` from the sheet's edge."""
        style, continued = paragraph.format, paragraph.continued
        texts = tuple([(run.text, run.face.value, run.bold) for run in paragraph.runs])
        key = (id(style), left, width, continued, texts)
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            whole = _Whole(paragraph.runs, style, left, width, continued)
            lines = tuple(_Setting(whole, self._measures, self._table).lines())
            found = self._memory[key] = (style, lines)
        return found[1]


class _Setting:
    """The setting of one paragraph."""

    def __init__(self, whole: _Whole, measures: Measures, table: CharacterTable) -> None:
        self._whole, self._measures, self._table = whole, measures, table
        self._style = whole.format
        self._em = round(whole.format.size * _TWIPS_PER_POINT)
        self._faces = [face for run in whole.runs for face in _faces(run, measures.latin_face is not None)]
        self._text = "".join(run.text for run in whole.runs)

    def lines(self) -> Iterator[SetLine]:
        """All lines; a line break in the text ends a line."""
        start, first = 0, True
        for part in self._text.split("\n"):
            yield from self._part(part, start, first)
            start += len(part) + 1
            first = False

    def _part(self, part: str, start: int, first: bool) -> Iterator[SetLine]:
        """The lines of ``part``, which has no line breaks and begins at ``start`` in the paragraph."""
        *heads, rest = part.split("\t")
        begin = start + len(part) - len(rest)
        x = self._style.left + (self._style.first_line if first else 0)
        before: list[_Piece] = []
        at = start
        for head in heads:
            piece = _Piece(at, measured(head, self._em, self._table), x)
            if before:
                piece = replace(piece, x=self._at_stop(piece.text, x)[1])
            before.append(piece)
            x = piece.x + _natural(piece.text, self._style.character_spacing, self._gap)
            at += len(head) + 1
        text = measured(rest, self._em, self._table)
        if not heads:
            yield from self._broken(text, before, start, begin, x)
            return
        stop, x = self._at_stop(text, x)
        if stop.alignment is Alignment.LEFT:
            yield from self._broken(text, before, start, begin, x)
        else:
            ends = LineEnd(len(rest), self._style.character_spacing)
            yield self._line([*before, _Piece(begin, text, x)], start, 0, ends, 0)

    def _broken(
        self, text: MeasuredText, before: list[_Piece], start: int, begin: int, indent: int
    ) -> Iterator[SetLine]:
        """The lines of the text behind the last tab; ``start`` is where the first line begins in the paragraph."""
        style, count, at = self._style, len(text.text), 0
        while True:
            room = self._whole.width - style.right - indent
            if count:
                ends = line_end(text, at, room, style.character_spacing, self._measures.line_breaks)
            else:
                ends = LineEnd(0, style.character_spacing)
            x = indent + self._shift(text, at, ends, room)
            last = ends.end >= count
            if last and self._whole.continued:
                ends = self._filled(text, at, room)
            justified = style.alignment is Alignment.JUSTIFIED and (self._whole.continued or not last)
            justified = justified or style.alignment is Alignment.DISTRIBUTED
            piece = _Piece(begin, text, x)
            yield self._line([*before, piece], start, at, ends, room if justified else 0)
            if last:
                return
            at, start, before, indent = ends.end, begin + ends.end, [], style.left

    def _filled(self, text: MeasuredText, at: int, room: int) -> LineEnd:
        """A last line that runs on in the next paragraph, as full as it can be without running over."""
        breaks, own = self._measures.line_breaks, self._style.character_spacing
        stage = breaks.stages[-1]
        greatest = greatest_spacing(text, at, len(text.text), room - stage.safety, breaks)
        return LineEnd(len(text.text), min(greatest, own + stage.highest))

    @property
    def _gap(self) -> float:
        return self._measures.script_gap

    def _shift(self, text: MeasuredText, at: int, ends: LineEnd, room: int) -> int:
        if self._style.alignment not in (Alignment.CENTRE, Alignment.RIGHT) or not text.text:
            return 0
        free = room - _width(text, at, ends.end, ends.spacing, self._gap)
        return max(0, free if self._style.alignment is Alignment.RIGHT else free // 2)

    def _at_stop(self, text: MeasuredText, used: int) -> tuple[TabStop, int]:
        """The first tab stop behind ``used``, and where ``text`` begins there."""
        beyond = (used // _DEFAULT_STOPS + 1) * _DEFAULT_STOPS
        stop = next((one for one in self._style.tab_stops if one.position > used), TabStop(beyond))
        width = _natural(text, self._style.character_spacing, self._gap)
        share = {Alignment.RIGHT: width, Alignment.CENTRE: width // 2}.get(stop.alignment, 0)
        return stop, max(used, stop.position - share)

    def _line(self, pieces: list[_Piece], start: int, at: int, ends: LineEnd, room: int) -> SetLine:
        """One line; ``room`` is the width it is spread to, 0 where it is not."""
        last = pieces[-1]
        printed = last.start + ends.end
        runs: list[LineRun] = []
        right = left = self._whole.left + last.x
        for piece in pieces:
            final = piece is last
            begin, end = (at, ends.end) if final else (0, len(piece.text.text))
            spacing = ends.spacing if final else self._style.character_spacing
            xs = _places(piece.text, begin, end, spacing, room if final else 0, self._gap)
            origin = self._whole.left + piece.x
            runs.extend(self._runs(piece, begin, end, [origin + x for x in xs[:-1]]))
            right = max(right, origin + xs[-1])
            left = min(left, origin) if end > begin else left
        return SetLine(
            text=self._text[start:printed],
            x=left,
            width=right - left,
            spacing=ends.spacing,
            size=self._style.size,
            pitch=self._style.line_pitch,
            ascent=round(self._measures.mark.baseline_share * self._style.line_pitch),
            colour=self._style.colour,
            runs=tuple(runs),
            start=start,
            end=printed,
            pinned=ends.pinned,
        )

    def _runs(self, piece: _Piece, begin: int, end: int, xs: list[int]) -> Iterator[LineRun]:
        faces = self._faces[piece.start + begin : piece.start + end]
        done = begin
        for (face, bold, latin), group in groupby(faces):
            count = len(list(group))
            text = piece.text.text[done : done + count]
            yield LineRun(face, text, tuple(xs[done - begin : done - begin + count]), bold, latin)
            done += count


def _faces(run: Run, has_latin: bool) -> Iterator[tuple[FaceRole, bool, bool]]:
    """Face, boldness and whether it is Latin, for each character of a run."""
    for character in run.text:
        yield run.face, run.bold, has_latin and character.isascii()


def _natural(text: MeasuredText, spacing: int, gap: float) -> int:
    return _width(text, 0, len(text.text), spacing, gap)


def _width(text: MeasuredText, start: int, end: int, spacing: int, gap: float) -> int:
    """What is seen of ``start`` to ``end``: no spacing behind the last character, no space at the end."""
    while end > start and text.text[end - 1] == " ":
        end -= 1
    if end == start:
        return 0
    gaps = text.gaps[end - 1] - text.gaps[start]
    turns = text.turns[end - 1] - text.turns[start]
    turns += sum(_is_joined(text, at) for at in range(start, end - 1)) if text.has_marks else 0
    width = text.edges[end] - text.edges[start] + (end - start - turns - 1) * spacing
    return width + round(gaps * text.em * gap)


def _is_joined(text: MeasuredText, at: int) -> bool:
    """Whether the character has no width of its own; it then gets no spacing either."""
    return text.edges[at + 1] == text.edges[at]


def _places(text: MeasuredText, start: int, end: int, spacing: int, room: int, gap: float) -> list[int]:
    """The left edge of each character, and the right edge of the last; spread to ``room`` unless that is 0."""
    visible = end
    while visible > start + 1 and text.text[visible - 1] == " ":
        visible -= 1
    opportunities = sum(text.stretchable[start + 1 : visible])
    slack = room - _width(text, start, end, spacing, gap) if room and opportunities else 0
    gap_width = text.em * gap
    places, extra, at_spread, before = [0], 0.0, 0, text.edges[start]
    for at in range(start + 1, end):
        extra += gap_width if text.gap_at[at] else 0
        extra += 0 if text.turn_at[at] or (text.has_marks and _is_joined(text, at - 1)) else spacing
        if slack and at < visible:
            at_spread += text.stretchable[at]
        spread = slack * at_spread / opportunities if slack else 0
        places.append(round(text.edges[at] - before + extra + spread))
    if end > start:
        places.append(places[-1] + text.edges[end] - text.edges[end - 1])
    return places
