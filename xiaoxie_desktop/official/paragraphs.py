"""Makes one styled paragraph from its role, its words and what its place changes in the role's format."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypedDict, Unpack

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import (
    Alignment,
    FaceRole,
    ParagraphFormat,
    Role,
    Rule,
    Run,
    StyledParagraph,
    TabStop,
)
from xiaoxie_desktop.official.widths import text_width


class FormatChanges(TypedDict, total=False):
    """What a paragraph's place may change in the format of its role; lengths in twips."""

    size: float
    line_pitch: int
    alignment: Alignment
    first_line: int
    left: int
    right: int
    space_before: int
    tab_stops: tuple[TabStop, ...]
    rule_below: Rule | None
    colour: str
    face: FaceRole


@lru_cache(maxsize=1024)
def changed_format(style: ParagraphFormat, changes: tuple[tuple[str, object], ...]) -> ParagraphFormat:
    """``style`` with ``changes``; the same object for the same arguments, so that set lines are found again."""
    return replace(style, **dict(changes))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Knows the measures, so that the modules for single elements speak of words and places only."""

    measures: Measures

    def paragraph(
        self, role: Role, *texts: str | tuple[str, FaceRole] | Run, **changes: Unpack[FormatChanges]
    ) -> StyledParagraph:
        """A paragraph in its role's format with ``changes``; a plain string takes the role's face."""
        style = self.measures.formats[role]
        if changes:
            style = changed_format(style, tuple(changes.items()))
        runs = (_run(text, style) for text in texts)
        return StyledParagraph(role, tuple(run for run in runs if run.text), style)

    def width(self, role: Role, text: str) -> int:
        """Width of ``text`` set in the format of ``role``, in twips."""
        return text_width(text, self.measures.formats[role], self.measures.script_gap)


def _run(text: str | tuple[str, FaceRole] | Run, style: ParagraphFormat) -> Run:
    match text:
        case str():
            return Run(text, style.face, style.bold)
        case Run():
            return text
        case (words, face):
            return Run(words, face)
