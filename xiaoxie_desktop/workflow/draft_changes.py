"""Changes of a draft in memory: made out of what was edited, applied to the frozen draft, placed in the report."""

from dataclasses import replace
from types import MappingProxyType

from xiaoxie_desktop.core.answers import Value
from xiaoxie_desktop.core.draft import Draft, DraftState, EditedText, ParagraphKey
from xiaoxie_desktop.core.report import Field, FieldType, ReportKind
from xiaoxie_desktop.core.value_json import JsonValue, edited_text_to_json, to_json
from xiaoxie_desktop.storage.records import Change, ChangeKind
from xiaoxie_desktop.workflow.known_facts import facts_in
from xiaoxie_desktop.workflow.stored_values import text_of, value_of


def answering(kind: ReportKind, draft: Draft, field_id: str, value: Value | None) -> Change | None:
    """The change that gives this field this value; None when it has it already.

    Raises:
        ValueError: when the kind has no such field, or it is computed.
    """
    field = _field(kind, field_id)
    if field.type is FieldType.COMPUTED:
        raise ValueError(f"{field_id} is computed")
    before = draft.answers.get(field_id)
    old, new = (None if one is None else to_json(one) for one in (before, value))
    if old == new:
        return None
    return with_facts(kind, draft, Change(ChangeKind.ANSWER, field_id, old, new))


def with_facts(kind: ReportKind, draft: Draft, change: Change) -> Change:
    """The change with what it says of the fact base."""
    if change.kind is not ChangeKind.ANSWER:
        return change
    field = _field(kind, change.target)
    after = None if change.after is None else value_of(change.after, field, year=draft.year)
    before = draft.answers.get(change.target)
    facts = facts_in(field, before, after, organization=draft.organization, year=draft.year)
    return replace(change, facts=facts)


def writing_texts(draft: Draft, section: str, texts: dict[str, EditedText | None]) -> Change | None:
    """The change that gives paragraphs of a section these words (None: those of the facts); None when they have."""
    old = {paragraph: _text_json(draft.texts.get((section, paragraph))) for paragraph in texts}
    new = {paragraph: _text_json(text) for paragraph, text in texts.items()}
    return Change(ChangeKind.TEXT, section, old, new) if old != new else None


def _text_json(text: EditedText | None) -> JsonValue:
    return None if text is None else edited_text_to_json(text)


def omitting(draft: Draft, section: str, omitted: bool) -> Change | None:
    """The change that leaves an optional section out or takes it in again; None when it is so already."""
    before = section in draft.omitted
    return Change(ChangeKind.OMIT, section, before, omitted) if before is not omitted else None


def applied(kind: ReportKind, draft: Draft, change: Change) -> Draft:
    """The draft after the change, one revision on."""
    match change.kind:
        case ChangeKind.ANSWER:
            changed = replace(draft, answers=_answers(kind, draft, change))
        case ChangeKind.TEXT:
            changed = replace(draft, texts=_texts(draft, change))
        case ChangeKind.OMIT:
            changed = replace(draft, omitted=_omitted(kind, draft, change))
        case _:
            return draft
    touched = draft.changed_since or draft.state is not DraftState.EDITING
    return replace(changed, revision=draft.revision + 1, changed_since=touched)


def _answers(kind: ReportKind, draft: Draft, change: Change) -> MappingProxyType[str, Value]:
    answers = dict(draft.answers)
    answers.pop(change.target, None)
    if change.after is not None:
        answers[change.target] = value_of(change.after, _field(kind, change.target), year=draft.year)
    return MappingProxyType(answers)


def _texts(draft: Draft, change: Change) -> MappingProxyType[ParagraphKey, EditedText]:
    texts = dict(draft.texts)
    for paragraph, data in change.after.items() if isinstance(change.after, dict) else ():
        text = text_of(data)
        if text:
            texts[change.target, paragraph] = text
        else:
            texts.pop((change.target, paragraph), None)
    return MappingProxyType(texts)


def _omitted(kind: ReportKind, draft: Draft, change: Change) -> tuple[str, ...]:
    omitted = {*draft.omitted, change.target} if change.after else {*draft.omitted} - {change.target}
    return tuple(section.id for section in kind.steps() if section.id in omitted)


def section_of(kind: ReportKind, change: Change) -> str:
    """The section in which the change can be seen."""
    if change.kind is not ChangeKind.ANSWER:
        return change.target
    return next((section.id for section, field in kind.fields() if field.id == change.target), "")


def _field(kind: ReportKind, field_id: str) -> Field:
    field = kind.field(field_id)
    if field is None:
        raise ValueError(f"{kind.id} has no field {field_id}")
    return field
