"""Makes one styled paragraph from its role, its words and what its place changes in the role's format."""

from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import Alignment, FaceRole, Role, Run, StyledParagraph, TabStop
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


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Knows the measures, so that the modules for single elements speak of words and places only."""

    measures: Measures

    def paragraph(
        self, role: Role, *texts: str | tuple[str, FaceRole], **changes: Unpack[FormatChanges]
    ) -> StyledParagraph:
        """A paragraph in its role's format with ``changes``; a plain string takes the role's face."""
        style = replace(self.measures.formats[role], **changes)
        runs = tuple(Run(text, style.face) if isinstance(text, str) else Run(*text) for text in texts)
        return StyledParagraph(role, tuple(run for run in runs if run.text), style)

    def width(self, role: Role, text: str) -> int:
        """Width of ``text`` set in the format of ``role``, in twips."""
        return text_width(text, self.measures.formats[role], self.measures.script_gap)
