"""Takes out the characters no Word file can hold (control characters, half surrogates) and says which."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from xiaoxie_desktop.core.pages import StyledParagraph
from xiaoxie_desktop.export.block_texts import block_rows, with_paragraphs

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The paragraphs as they can be written, and the characters taken out as code points (U+0007) in order."""

    paragraphs: tuple[StyledParagraph, ...]
    removed: tuple[str, ...]


def without_control_characters(paragraphs: Iterable[StyledParagraph]) -> Cleaned:
    """Remove what XML 1.0 forbids or office programs drop; line breaks and tabs stay, rare hanzi stay."""
    given = tuple(paragraphs)
    texts = (text for paragraph in given for text in _texts(paragraph))
    removed = tuple(f"U+{ord(one):04X}" for text in texts for one in _UNWRITABLE.findall(text))
    return Cleaned(tuple(map(_clean, given)) if removed else given, removed)


def writable(text: str) -> str:
    """``text`` without the characters no file can hold."""
    return _UNWRITABLE.sub("", text)


def _texts(paragraph: StyledParagraph) -> Iterator[str]:
    yield paragraph.text
    if paragraph.holds is not None:
        for row in block_rows(paragraph.holds):
            yield from (cell.text for cell in row)


def _clean(paragraph: StyledParagraph) -> StyledParagraph:
    runs = tuple(replace(run, text=writable(run.text)) for run in paragraph.runs)
    block = None if paragraph.holds is None else with_paragraphs(paragraph.holds, _clean)
    return replace(paragraph, runs=runs, holds=block)
