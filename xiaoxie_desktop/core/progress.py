"""How far each step of a report is, for the step list and the progress bar."""

from dataclasses import dataclass
from enum import StrEnum

from xiaoxie_desktop.core.answers import Answers, is_filled
from xiaoxie_desktop.core.arithmetic import effective_answers, visible_fields
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import FieldType, ReportKind, Section


class StepState(StrEnum):
    """The state of a step; optional steps that are not written are ``OMITTED``."""

    EMPTY = "未填"
    STARTED = "填写中"
    DONE = "完成"
    PROBLEM = "有问题"
    OMITTED = "不写"


@dataclass(frozen=True, slots=True)
class StepProgress:
    """One line of the step list. ``problems`` counts findings of severity error, missing answers aside."""

    section: str
    name: str
    state: StepState
    problems: int
    optional: bool


def step_states(kind: ReportKind, draft: Draft, findings: tuple[Finding, ...]) -> tuple[StepProgress, ...]:
    """The state of every step.

    A step is done when something is filled (half rows count) and nothing required is missing, or when there is
    nothing to fill.
    """
    answers = effective_answers(kind, draft)
    return tuple(_progress(section, draft, answers, findings) for section in kind.steps())


def _progress(
    section: Section, draft: Draft, answers: Answers, findings: tuple[Finding, ...]
) -> StepProgress:
    here = [one for one in findings if one.section == section.id and one.severity is Severity.ERROR]
    problems = [one for one in here if one.rule != "required"]
    state = _state(section, draft, answers, bool(problems), len(here) > len(problems))
    return StepProgress(section.id, section.name, state, len(problems), section.optional)


def _state(section: Section, draft: Draft, answers: Answers, wrong: bool, lacking: bool) -> StepState:
    if section.id in draft.omitted:
        return StepState.OMITTED
    if wrong:
        return StepState.PROBLEM
    asked = [field for field in visible_fields(section, answers) if field.type is not FieldType.COMPUTED]
    written = any(place[0] == section.id for place in draft.texts)
    if asked and not written and not any(is_filled(draft.answers.get(field.id)) for field in asked):
        return StepState.EMPTY
    return StepState.STARTED if lacking else StepState.DONE
