"""Text prepared for line breaking: widths, gaps between scripts and possible line ends, summed up once per paragraph."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from xiaoxie_desktop.core.line_breaks import Break, LineBreaks

_THOUSAND = 1000
_FULL_WIDTH = frozenset("WFA")
_NO_WIDTH = frozenset(("Mn", "Me", "Cf", "Cc"))
_SPACES = " \u3000"
_NUMBER_SIGNS = ("No", "Nl")
_PERHAPS_LETTERS = frozenset("%％‰℃°№")


class Script(IntEnum):
    """How an office program sorts a character; a weak one goes with the character before it."""

    WEAK = 0
    HANZI = 1
    LATIN = 2


@dataclass(frozen=True, slots=True)
class CharacterFacts:
    """One character: ``width`` in thousandths of an em, ``row`` in the table of line ends (None: in none)."""

    row: int | None
    width: int
    script: Script
    gap_side: Script
    """HANZI or LATIN where a gap stands between it and the other one, else WEAK."""
    perhaps: bool
    """Some programs put a gap between it and hanzi or letters (①, Ⅱ, ％)."""
    joined: bool
    """A mark on the character before it, never parted from it."""
    space: bool


class CharacterTable(dict[str, CharacterFacts]):
    """The facts of each character, worked out when it is first met."""

    def __init__(self, breaks: LineBreaks, latin_widths: Mapping[str, int]) -> None:
        """``latin_widths`` in thousandths of an em, empty where letters and digits are half as wide as hanzi."""
        super().__init__()
        self._breaks = breaks
        self._latin_widths = latin_widths
        self._ends: dict[tuple[str, str], Break] = {}

    def __missing__(self, character: str) -> CharacterFacts:
        category = unicodedata.category(character)
        wide = unicodedata.east_asian_width(character) in _FULL_WIDTH
        half = self._latin_widths.get(character, _THOUSAND // 2)
        hanzi = category == "Lo" and wide
        joined = category in _NO_WIDTH
        letter = not wide and category[0] in "LN" and category not in _NUMBER_SIGNS
        facts = CharacterFacts(
            row=self._row(character, category, wide),
            width=0 if joined else _THOUSAND if wide else half,
            script=_script(character, category, wide),
            gap_side=Script.HANZI if hanzi else Script.LATIN if letter else Script.WEAK,
            perhaps=character in _PERHAPS_LETTERS or category in _NUMBER_SIGNS,
            joined=joined,
            space=character == " ",
        )
        self[character] = facts
        return facts

    def line_end(self, before: str, after: str) -> Break:
        """Who may end a line between two characters."""
        found = self._ends.get((before, after))
        if found is None:
            found = self._ends[before, after] = self._line_end(before, after)
        return found

    def _line_end(self, before: str, after: str) -> Break:
        right = self[after]
        if right.joined or after in _SPACES:
            return Break.NONE
        row = self._breaks.hanzi if before in _SPACES else self[before].row
        if row is None or right.row is None:
            return Break.SOME
        return self._breaks.pairs[row][right.row]

    def _row(self, character: str, category: str, wide: bool) -> int | None:
        known = self._breaks.classes.get(character)
        if known is not None:
            return known
        if category == "Nd" and not wide:
            return self._breaks.digit
        if category[0] == "L":
            return self._breaks.hanzi if wide else self._breaks.letter
        return None


def _script(character: str, category: str, wide: bool) -> Script:
    if character in "“”‘’—…·" or not (wide or category[0] in "LN"):
        return Script.WEAK
    return Script.HANZI if wide else Script.LATIN


@dataclass(frozen=True, slots=True)
class MeasuredText:
    """A piece of a paragraph without line breaks and tabs; positions count its characters.

    ``edges[k]`` is the width of the first k characters without spacing and gaps, in twips. ``gaps[k]``,
    ``perhaps[k]``, ``turns[k]`` and ``spaces[k]`` count gaps between scripts, those only some programs make, changes
    of script and spaces before and at position k.
    ``every`` and ``usual`` are the positions where every program, or Word and perhaps others, may end a line;
    ``next_end[k]`` is the first position behind k where any program may.
    """

    text: str
    em: int
    edges: list[int]
    gaps: list[int]
    perhaps: list[int]
    turns: list[int]
    spaces: list[int]
    every: list[int]
    usual: list[int]
    next_end: list[int]
    stretchable: list[bool]
    """Whether justified type is spread before position k."""
    gap_at: list[bool]
    turn_at: list[bool]
    has_marks: bool
    """Whether there are characters without a width of their own."""


def measured(text: str, em: int, table: CharacterTable) -> MeasuredText:
    """Prepare ``text`` set in type of ``em`` twips."""
    count = len(text)
    facts = [table[one] for one in text]
    scripts = _scripts(facts)
    edges, gaps, perhaps, turns, spaces = [0], [0], [0], [0], [0]
    gap_at, turn_at, stretchable = [False], [False], [False]
    for at, one in enumerate(facts):
        edges.append(edges[-1] + one.width * em // _THOUSAND)
        spaces.append(spaces[-1] + one.space)
        if at:
            before = facts[at - 1]
            gap_at.append(bool(one.gap_side and before.gap_side and one.gap_side != before.gap_side))
            turn_at.append(scripts[at] != scripts[at - 1])
            maybe = (one.perhaps and (before.perhaps or before.gap_side)) or (before.perhaps and one.gap_side)
            maybe = maybe or (turn_at[-1] and one.gap_side and not before.script)
            perhaps.append(perhaps[-1] + (bool(maybe) and not gap_at[-1]))
            stretchable.append(Script.HANZI in (scripts[at], scripts[at - 1]) or before.space)
            gaps.append(gaps[-1] + gap_at[-1])
            turns.append(turns[-1] + turn_at[-1])
    ends = [table.line_end(text[at - 1], text[at]) for at in range(1, count)]
    every = [at for at, one in enumerate(ends, start=1) if one is Break.EVERY]
    usual = [at for at, one in enumerate(ends, start=1) if one in (Break.EVERY, Break.WORD)]
    next_end = [count] * (count + 1)
    for at in range(count - 1, 0, -1):
        next_end[at - 1] = at if ends[at - 1] is not Break.NONE else next_end[at]
    return MeasuredText(
        text=text,
        em=em,
        edges=edges,
        gaps=gaps,
        perhaps=perhaps,
        turns=turns,
        spaces=spaces,
        every=every,
        usual=usual,
        next_end=next_end,
        stretchable=stretchable,
        gap_at=gap_at,
        turn_at=turn_at,
        has_marks=any(one.joined for one in facts),
    )


def _scripts(facts: list[CharacterFacts]) -> list[Script]:
    """Weak characters go with the one before, at the beginning with the first that is not weak."""
    current = next((one.script for one in facts if one.script), Script.HANZI)
    scripts: list[Script] = []
    for one in facts:
        current = one.script or current
        scripts.append(current)
    return scripts
