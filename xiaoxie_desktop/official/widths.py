"""Widths of text as office programs will set it: hanzi one em, letters and digits half an em."""

import unicodedata
from itertools import pairwise

from xiaoxie_desktop.core.pages import ParagraphFormat

_TWIPS_PER_POINT = 20
_FULL_WIDTH = frozenset("WFA")
_NO_WIDTH = frozenset(("Mn", "Me", "Cf", "Cc"))


def em_width(text: str) -> float:
    """Width of ``text`` in em, without the gaps between scripts. “”‘’—…· count as full width, as in every CJK face."""
    return sum(_em(character) for character in text)


def text_width(text: str, style: ParagraphFormat, script_gap: float) -> int:
    """Width of ``text`` on one line in twips; ``script_gap`` in em between hanzi and letters or digits."""
    em = style.size * _TWIPS_PER_POINT
    gaps = sum(
        _is_hanzi(left) != _is_hanzi(right) for left, right in pairwise(text) if _gap_between(left, right)
    )
    return round((em_width(text) + gaps * script_gap) * em + len(text) * style.character_spacing)


def _em(character: str) -> float:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 1 if unicodedata.east_asian_width(character) in _FULL_WIDTH else 0.5


def _gap_between(left: str, right: str) -> bool:
    return all(_is_hanzi(one) or (one.isascii() and one.isalnum()) for one in (left, right))


def _is_hanzi(character: str) -> bool:
    return unicodedata.category(character) == "Lo" and unicodedata.east_asian_width(character) == "W"
