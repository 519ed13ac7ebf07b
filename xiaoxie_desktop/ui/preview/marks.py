"""What is marked on the pages of the screen and never printed: the current section, findings, the line being typed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xiaoxie_desktop.core.composed import ComposedReport, Figure, Piece
from xiaoxie_desktop.core.draft import ParagraphKey
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.pages import Role
from xiaoxie_desktop.ui.preview.text_places import Hit, Spot, TextPlaces, figures_in

FIELDS_OF_ROLES: Mapping[Role, str] = {
    Role.ISSUING_AUTHORITY_MARK: "issuing_authority",
    Role.DOCUMENT_NUMBER: "document_number",
    Role.SIGNER: "signer",
    Role.TITLE: "title",
    Role.MAIN_RECIPIENTS: "main_recipients",
    Role.ISSUING_AUTHORITY_SIGNATURE: "issuing_authority",
    Role.DATE_OF_ISSUE: "date_of_issue",
    Role.REMARKS: "remarks",
    Role.ANNEX_NOTE: "annexes",
    Role.ANNEX_LABEL: "annexes",
    Role.ANNEX_TITLE: "annexes",
    Role.COPY_TO: "copy_to",
    Role.PRINTING_AUTHORITY: "printing_authority",
}
"""The field that every report has for what no section prints."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked; ``typed`` is the text a field makes, the findings are sorted by how much they matter."""

    section: tuple[Spot, ...] = ()
    errors: tuple[Spot, ...] = ()
    warnings: tuple[Spot, ...] = ()
    typed: tuple[Spot, ...] = ()


class ReportMap:
    """A composed report and its pages, each found from the other."""

    def __init__(self, composed: ComposedReport, places: TextPlaces) -> None:
        self.places = places
        self._paragraphs = {one.place: one for section in composed.sections for one in section.paragraphs}

    def figure_at(self, hit: Hit) -> Figure | None:
        """The figure whose characters were hit."""
        figures = self._figures(hit.place)
        return next((one for one, start, end in figures if start <= hit.character < end), None)

    def field_spots(self, field: str, row: str = "") -> Iterator[Spot]:
        """Where the value of a field is printed."""
        for place, paragraph in self._paragraphs.items():
            if any(_shows(piece, field, row) for piece in paragraph.pieces):
                for figure, start, end in self._figures(place):
                    if _shows(figure, field, row):
                        yield from self.places.spots(place, start, end)
        for role, owner in FIELDS_OF_ROLES.items():
            if owner == field:
                yield from self.places.of_role(role)

    def _figures(self, place: ParagraphKey) -> tuple[tuple[Figure, int, int], ...]:
        paragraph = self._paragraphs.get(place)
        return tuple(figures_in(paragraph, self.places.text(place))) if paragraph else ()

    def finding_spots(self, finding: Finding) -> Iterator[Spot]:
        """Where a finding is seen: its words, else the value of its field."""
        places = (
            [(finding.section, finding.paragraph)]
            if finding.paragraph
            else self.places.places(finding.section)
        )
        for place in places if finding.excerpt else ():
            start = self.places.text(place).find(finding.excerpt)
            if start >= 0:
                yield from self.places.spots(place, start, start + len(finding.excerpt))
                return
        if finding.field:
            yield from self.field_spots(finding.field, finding.row)

    def marks(self, section: str, findings: Sequence[Finding], field: str = "") -> Marks:
        """All marks while this section is open and, if one is named, this field is being typed in."""
        return Marks(
            section=tuple(self.places.section_bars(section)),
            errors=tuple(self._spots_of(findings, Severity.ERROR)),
            warnings=tuple(self._spots_of(findings, Severity.WARNING)),
            typed=tuple(self.field_spots(field)) if field else (),
        )

    def _spots_of(self, findings: Iterable[Finding], severity: Severity) -> Iterator[Spot]:
        for finding in findings:
            if finding.severity is severity:
                yield from self.finding_spots(finding)


def _shows(piece: Piece, field: str, row: str) -> bool:
    return (
        isinstance(piece, Figure)
        and field in (piece.ref.field, piece.ref.parent)
        and row in ("", piece.ref.row)
    )
