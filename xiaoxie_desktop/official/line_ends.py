"""Chooses where a line ends and its character spacing, so that every office program must end it there too.

A line is sure when, by the rules of all programs together, its text still fits and its next unit does not.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from xiaoxie_desktop.core.line_breaks import LineBreaks, SpacingStage
from xiaoxie_desktop.official.measured_text import MeasuredText

_RAGGED_SHARE = 6
"""A line that would be spread by more than this part of its room is filled with part of a long word instead."""
_TIGHTEST_SHARE = 8
"""No spacing of any stage makes a line hold more than this part over its room."""


@dataclass(frozen=True, slots=True)
class LineEnd:
    """The line ends before character ``end``; ``spacing`` in twips; ``pinned`` lines end in a line break."""

    end: int
    spacing: int
    pinned: bool = False


def line_end(text: MeasuredText, start: int, room: int, spacing: int, breaks: LineBreaks) -> LineEnd:
    """The end of the line that begins at ``start`` and is ``room`` twips wide; ``spacing`` is the role's own.

    Always takes at least one character.
    """
    for stage in breaks.stages:
        best = _best(text, start, room, spacing, stage, breaks)
        if best is None:
            continue
        if _leaves_white(text, start, best, room):
            return _inside_word(text, start, room, spacing, breaks)
        if best.spacing - spacing > breaks.pinned_above:
            break
        return best
    return _pinned(text, start, room, spacing, breaks)


def _best(
    text: MeasuredText, start: int, room: int, spacing: int, stage: SpacingStage, breaks: LineBreaks
) -> LineEnd | None:
    lowest, highest = spacing + stage.lowest, spacing + stage.highest
    count, best, least = len(text.text), None, highest + 1
    for end in _candidates(text, text.every, start, room):
        greatest = greatest_spacing(text, start, end, room - stage.safety, breaks)
        if greatest < lowest:
            continue
        chosen = min(spacing, greatest)
        if end < count:
            needed = _least_spacing(text, start, end, room + stage.safety, lowest, breaks)
            if needed > highest:
                break
            if needed > greatest:
                continue
            chosen = max(chosen, needed)
        if abs(chosen - spacing) < least:
            best, least = LineEnd(end, chosen), abs(chosen - spacing)
        if least == 0:
            break
    return best


def _candidates(text: MeasuredText, positions: list[int], start: int, room: int) -> Iterator[int]:
    """The end of the text if it may fit, and the positions behind ``start``, last ones first."""
    limit = text.edges[start] + room + room // _TIGHTEST_SHARE
    if text.edges[-1] <= limit:
        yield len(text.text)
    at = bisect_right(positions, bisect_right(text.edges, limit) - 1)
    while at and positions[at - 1] > start:
        at -= 1
        yield positions[at]


def greatest_spacing(text: MeasuredText, start: int, end: int, room: int, breaks: LineBreaks) -> int:
    """The greatest spacing in twips at which ``start`` to ``end`` fits in ``room`` in every program."""
    while end > start + 1 and text.text[end - 1] == " ":
        end -= 1
    width = text.edges[end] - text.edges[start]
    gaps = (text.gaps[end - 1] - text.gaps[start]) * text.em
    gaps += (text.perhaps[end - 1] - text.perhaps[start]) * text.em
    turns = text.turns[end - 1] - text.turns[start]
    in_word = (room - width - round(gaps * breaks.gaps[1])) // (end - start)
    in_libreoffice = (room - width - round(gaps * breaks.gaps[0])) // max(1, end - start - turns - 1)
    return min(in_word, in_libreoffice)


def _least_spacing(
    text: MeasuredText, start: int, end: int, room: int, tightest: int, breaks: LineBreaks
) -> int:
    """The least spacing at which the unit behind ``end`` no longer fits in ``room`` in any program."""
    unit_end = text.next_end[end]
    while unit_end > end + 1 and (
        text.text[unit_end - 1] in breaks.hanging or text.text[unit_end - 1] == " "
    ):
        unit_end -= 1
    spaces = (text.spaces[unit_end] - text.spaces[start]) * text.em
    width = text.edges[unit_end] - text.edges[start] + tightest * (unit_end - end)
    width -= round(spaces * breaks.space_shrink)
    gaps = (text.gaps[unit_end - 1] - text.gaps[start]) * text.em
    turns = text.turns[end - 1] - text.turns[start]
    in_word = -((width + round(gaps * breaks.gaps[1]) - room) // (end - start))
    in_libreoffice = -((width + round(gaps * breaks.gaps[0]) - room) // max(1, end - start - turns - 1))
    return max(in_word, in_libreoffice)


def _leaves_white(text: MeasuredText, start: int, found: LineEnd, room: int) -> bool:
    """Whether a word too long for half a line would leave a line that is hardly filled."""
    if found.end == len(text.text):
        return False
    width = text.edges[found.end] - text.edges[start] + found.spacing * (found.end - start)
    unit = text.edges[text.next_end[found.end]] - text.edges[found.end]
    return room - width > room // _RAGGED_SHARE and unit > room // 2


def _pinned(text: MeasuredText, start: int, room: int, spacing: int, breaks: LineBreaks) -> LineEnd:
    """Word's own end of the line, held there by a line break."""
    first = breaks.stages[0]
    for end in _candidates(text, text.usual, start, room):
        greatest = greatest_spacing(text, start, end, room - first.safety, breaks)
        if greatest >= spacing + first.lowest:
            pinned = end < len(text.text)
            widest = spacing + breaks.pinned_above if pinned else spacing
            return LineEnd(end, min(greatest, widest), pinned)
    return _inside_word(text, start, room, spacing, breaks)


def _inside_word(text: MeasuredText, start: int, room: int, spacing: int, breaks: LineBreaks) -> LineEnd:
    """The last character that fits, whatever it is; marks on a character stay with it."""
    first = breaks.stages[0]
    inside, lowest = max(0, room - first.safety), spacing + first.lowest
    end = max(start + 1, bisect_right(text.edges, text.edges[start] + inside) - 1)
    while end > start + 1 and greatest_spacing(text, start, end, inside, breaks) < lowest:
        end -= 1
    while end < len(text.text) and text.edges[end + 1] == text.edges[end]:
        end += 1
    greatest = greatest_spacing(text, start, end, inside, breaks)
    pinned = end < len(text.text)
    widest = spacing + breaks.pinned_above if pinned else spacing
    return LineEnd(end, max(lowest, min(widest, greatest)), pinned)
