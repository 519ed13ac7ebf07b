"""Takes out the characters no Word file can hold (control characters, half surrogates) and says which."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from xiaoxie_desktop.core.pages import Run, StyledParagraph

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The paragraphs as they can be written, and the characters taken out as code points (U+0007) in order."""

    paragraphs: tuple[StyledParagraph, ...]
    removed: tuple[str, ...]


def without_control_characters(paragraphs: Iterable[StyledParagraph]) -> Cleaned:
    """Remove what XML 1.0 forbids or office programs drop; line breaks and tabs stay, rare hanzi stay."""
    given = tuple(paragraphs)
    removed = tuple(f"U+{ord(one):04X}" for paragraph in given for one in _UNWRITABLE.findall(paragraph.text))
    return Cleaned(tuple(map(_clean, given)) if removed else given, removed)


def writable(text: str) -> str:
    """``text`` without the characters no file can hold."""
    return _UNWRITABLE.sub("", text)


def _clean(paragraph: StyledParagraph) -> StyledParagraph:
    return replace(paragraph, runs=tuple(Run(writable(run.text), run.face) for run in paragraph.runs))
