"""What the list of drafts shows of each: title, steps done and findings, made from the draft when it is at rest."""

from dataclasses import dataclass

from xiaoxie_desktop.core.answers import Items
from xiaoxie_desktop.core.composed import ComposedReport
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.findings import Severity
from xiaoxie_desktop.core.progress import StepState
from xiaoxie_desktop.storage.records import DraftRecord, RecordChanges
from xiaoxie_desktop.workflow.draft_view import DraftView


@dataclass(frozen=True, slots=True)
class Counts:
    """What is known of a draft in one revision; ``text`` is what search looks through."""

    revision: int
    title: str
    text: str
    steps_done: int
    steps_total: int
    errors: int
    warnings: int

    def changing(self, record: DraftRecord) -> RecordChanges:
        """What these counts change in a row; a title staff gave stays."""
        return {
            "title": record.title if record.title_given else self.title,
            "steps_done": self.steps_done,
            "steps_total": self.steps_total,
            "errors": self.errors,
            "warnings": self.warnings,
            "counted_revision": self.revision,
        }


def count(draft: Draft, view: DraftView) -> Counts:
    """The counts of a draft in this state; steps that are not written count neither way."""
    written = [step for step in view.steps if step.state is not StepState.OMITTED]
    severities = [finding.severity for finding in view.findings]
    return Counts(
        revision=draft.revision,
        title=view.composed.title,
        text=_searched(draft, view.composed),
        steps_done=sum(1 for step in written if step.state is StepState.DONE),
        steps_total=len(written),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
    )


def _searched(draft: Draft, composed: ComposedReport) -> str:
    """The composed text, and what was typed but is not printed."""
    typed = []
    for value in draft.answers.values():
        match value:
            case str():
                typed.append(value)
            case Items(texts):
                typed += texts
    return "\n".join((composed.text, *typed))
