"""Cuts a title into the pieces a line may end between: words, names, bracketed titles, figures with their unit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from xiaoxie_desktop.core.measures import TitleMeasures
from xiaoxie_desktop.official.widths import em_width

_BRACKETED = r"《[^《》]*》|“[^“”]*”|‘[^‘’]*’|（[^（）]*）|〔[^〔〕]*〕|【[^【】]*】"
_YEAR = r"\d{4}年(?:度|[上下]半年|第?[一二三四1-4]季度|\d{1,2}月(?:\d{1,2}日)?)?"
_NUMBERED = r"第?[〇零一二三四五六七八九十百]+(?:届|次|号|期|季度|项|个|年|月|日)"
_FIGURE = (
    r"第?[A-Za-z0-9](?:[A-Za-z0-9.,:%·／/+&@_\-]*[A-Za-z0-9%])?(?:年度|年|月|日|号|届|次|期|季度|个|项|％)?"
)
_UNBROKEN = re.compile("|".join((_BRACKETED, _YEAR, _NUMBERED, _FIGURE)))
_LONGEST_UNKNOWN = 8
"""Hanzi in no list that stay together: longer than any name, short enough to fill lines well."""

BETWEEN_WORDS = 10
BEFORE_GOOD_WORD = 0
AFTER_UNKNOWN = 30
INSIDE_BRACKETS = 60
INSIDE_UNKNOWN = 90


@dataclass(frozen=True, slots=True)
class Piece:
    """Text no line ends in; ``width`` in full-width characters, ``break_cost`` of ending a line before it."""

    text: str
    width: float
    break_cost: int


def title_pieces(title: str, keep_together: Iterable[str], rules: TitleMeasures) -> tuple[Piece, ...]:
    """Cut ``title``; the pieces joined are the title again, none is wider than ``rules.greatest_length``."""
    names = sorted({name for name in keep_together if len(name) > 1}, key=len, reverse=True)
    words = [word for span in _spans(title, names) for word in _words(span, names, rules)]
    pieces: list[Piece] = []
    for text, cost in _joined(words, rules):
        pieces.extend(_narrow(text, cost, rules.greatest_length))
    return tuple(pieces)


def _spans(title: str, names: list[str]) -> list[tuple[str, bool]]:
    """Runs of plain text and, marked True, what must stay whole."""
    spans: list[tuple[str, bool]] = []
    plain_from = position = 0
    while position < len(title):
        length = _whole_at(title, position, names)
        if length:
            if plain_from < position:
                spans.append((title[plain_from:position], False))
            spans.append((title[position : position + length], True))
        position += length or 1
        if length:
            plain_from = position
    if plain_from < len(title):
        spans.append((title[plain_from:], False))
    return spans


def _whole_at(title: str, position: int, names: list[str]) -> int:
    named = next((len(name) for name in names if title.startswith(name, position)), 0)
    match = _UNBROKEN.match(title, position)
    return max(named, len(match.group()) if match else 0)


def _words(span: tuple[str, bool], names: list[str], rules: TitleMeasures) -> list[tuple[str, int]]:
    text, whole = span
    if whole and em_width(text) <= rules.usual_length:
        return [(text, BETWEEN_WORDS)]
    if whole and len(text) > 2:
        return _words_inside(text, names, rules)
    words = _fewest_words(text, rules)
    return [(word, _break_cost(before, word, rules)) for before, word in pairwise(["", *words])]


def _words_inside(text: str, names: list[str], rules: TitleMeasures) -> list[tuple[str, int]]:
    """What should stay whole and does not fit: its first and last characters (its brackets) stay with their word."""
    inner = [word for span in _spans(text[1:-1], names) for word, _ in _words(span, names, rules)]
    inner[0] = text[0] + inner[0]
    inner[-1] += text[-1]
    return [(word, INSIDE_BRACKETS if index else BETWEEN_WORDS) for index, word in enumerate(inner)]


def _break_cost(before: str, word: str, rules: TitleMeasures) -> int:
    """A word in no list is often the place a body belongs to: rather not end a line after it."""
    if word in rules.good_first:
        return BEFORE_GOOD_WORD
    return AFTER_UNKNOWN if before and before not in rules.words else BETWEEN_WORDS


def _fewest_words(text: str, rules: TitleMeasures) -> list[str]:
    """Cut into the fewest listed words, longest first; hanzi in no list stand together as one unknown word."""
    longest = max(map(len, rules.words), default=1)
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(text) + 1):
        choices = [(best[end - 1][0] + 3, end - 1)]
        choices += [
            (best[start][0] + 2, start)
            for start in range(max(0, end - longest), end)
            if text[start:end] in rules.words
        ]
        best.append(min(choices))
    words: list[str] = []
    end = len(text)
    while end:
        start = best[end][1]
        words.insert(0, text[start:end])
        end = start
    return _with_unknown_together(words, rules)


def _with_unknown_together(words: list[str], rules: TitleMeasures) -> list[str]:
    together: list[str] = []
    unknown_before = False
    for word in words:
        unknown = word not in rules.words
        if unknown and unknown_before and len(together[-1]) < _LONGEST_UNKNOWN:
            together[-1] += word
        else:
            together.append(word)
        unknown_before = unknown
    return together


def _joined(words: list[tuple[str, int]], rules: TitleMeasures) -> list[tuple[str, int]]:
    """Hang words no line begins with on the word before, and words no line ends with on the word after."""
    joined: list[tuple[str, int]] = []
    open_end = False
    for word, cost in words:
        if joined and (open_end or word in rules.never_first):
            text, cost_before = joined[-1]
            joined[-1] = (text + word, cost_before)
        else:
            joined.append((word, cost))
        open_end = word in rules.never_last
    return joined


def _narrow(text: str, cost: int, limit: int) -> list[Piece]:
    """``text`` as one piece, or as many as it needs to fit the line."""
    piece = Piece(text, em_width(text), cost)
    if piece.width <= limit:
        return [piece]
    pieces = [Piece(character, em_width(character), INSIDE_UNKNOWN) for character in text]
    return [replace(pieces[0], break_cost=cost), *pieces[1:]]
