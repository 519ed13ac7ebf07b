"""What one state of a draft looks like: composed, checked and counted once, when first asked for."""

from functools import cached_property

from xiaoxie_desktop.core.composed import ComposedParagraph, ComposedReport
from xiaoxie_desktop.core.composing import compose
from xiaoxie_desktop.core.document_assembly import assemble
from xiaoxie_desktop.core.draft import Draft, ParagraphKey
from xiaoxie_desktop.core.findings import Finding
from xiaoxie_desktop.core.official_document import OfficialDocument
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.progress import StepProgress, step_states
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.workflow.checking import findings_of


def finding_key(finding: Finding) -> str:
    """What tells a finding from others for as long as it stays the same."""
    place = (finding.section, finding.field, finding.row, finding.paragraph)
    return "|".join((finding.rule, *place, finding.excerpt or finding.message))


class DraftView:
    """Everything derived from one revision of a draft."""

    def __init__(
        self, kind: ReportKind, draft: Draft, organization: Organization, ignored: tuple[str, ...] = ()
    ) -> None:
        self._kind = kind
        self._draft = draft
        self._organization = organization
        self._ignored = frozenset(ignored)

    @cached_property
    def composed(self) -> ComposedReport:
        """The composed text."""
        return compose(self._kind, self._draft, self._organization)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings but those put aside."""
        found = findings_of(self._kind, self._draft, self._organization, self.composed)
        return tuple(one for one in found if finding_key(one) not in self._ignored)

    @cached_property
    def steps(self) -> tuple[StepProgress, ...]:
        """The state of every step."""
        return step_states(self._kind, self._draft, self.findings)

    @cached_property
    def document(self) -> OfficialDocument:
        """The official document."""
        return assemble(self._kind, self._draft, self._organization, self.composed)

    @property
    def is_checked(self) -> bool:
        """Whether the findings are known already."""
        return "findings" in self.__dict__

    def paragraph(self, key: ParagraphKey) -> ComposedParagraph | None:
        """The composed paragraph at this place, if one is printed there."""
        section = self.composed.section(key[0])
        return next((one for one in section.paragraphs if one.place == key), None) if section else None
