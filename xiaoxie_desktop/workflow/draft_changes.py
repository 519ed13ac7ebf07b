"""Changes of a draft in memory: made out of what was edited, applied to the frozen draft, placed in the report."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from xiaoxie_desktop.core.answers import Value
from xiaoxie_desktop.core.draft import Draft, EditedText, ParagraphKey
from xiaoxie_desktop.core.draft_rows import DraftState
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.report import Field, FieldType, ReportKind
from xiaoxie_desktop.core.value_json import edited_text_to_json, to_json
from xiaoxie_desktop.storage.records import Change, ChangeKind
from xiaoxie_desktop.workflow.known_facts import facts_in
from xiaoxie_desktop.workflow.stored_values import text_of, value_of

Fields = Mapping[str, Field]
"""The fields of a kind by id; a kind is searched from its start, which every save would pay for."""


def fields_of(kind: ReportKind) -> Fields:
    """The fields of a kind by id."""
    return {field.id: field for _, field in kind.fields()}


def answering(fields: Fields, draft: Draft, field_id: str, value: Value | None) -> Change | None:
    """The change that gives this field this value; None when it has it already.

    Raises:
        ValueError: when the kind has no such field, or it is computed.
    """
    field = fields.get(field_id)
    if field is None:
        raise ValueError(f"the kind has no field {field_id}")
    if field.type is FieldType.COMPUTED:
        raise ValueError(f"{field_id} is computed")
    before = draft.answers.get(field_id)
    old, new = (None if one is None else to_json(one) for one in (before, value))
    if old == new:
        return None
    facts = facts_in(field, before, value, organization=draft.organization, year=draft.year)
    return Change(ChangeKind.ANSWER, field_id, old, new, facts=facts)


def with_facts(fields: Fields, draft: Draft, change: Change) -> Change:
    """A change taken from the log with what it says of the fact base."""
    if change.kind is not ChangeKind.ANSWER:
        return change
    field = fields[change.target]
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


def answered(draft: Draft, field_id: str, value: Value | None) -> Draft:
    """The draft one revision on, with this value of the field."""
    answers = dict(draft.answers)
    answers.pop(field_id, None)
    if value is not None:
        answers[field_id] = value
    return _revised(draft, answers=MappingProxyType(answers))


def applied(fields: Fields, draft: Draft, change: Change) -> Draft:
    """The draft after the change, one revision on; an event of another sort changes nothing here."""
    match change.kind:
        case ChangeKind.ANSWER:
            field, after = fields[change.target], change.after
            value = None if after is None else value_of(after, field, year=draft.year)
            return answered(draft, change.target, value)
        case ChangeKind.TEXT:
            return _revised(draft, texts=_texts(draft, change))
        case ChangeKind.OMIT:
            return _revised(draft, omitted=_omitted(draft, change))
    return draft


def _revised(draft: Draft, **changed: Any) -> Draft:
    return replace(
        draft,
        revision=draft.revision + 1,
        changed_since=draft.changed_since or draft.state is not DraftState.EDITING,
        **changed,
    )


def _texts(draft: Draft, change: Change) -> MappingProxyType[ParagraphKey, EditedText]:
    texts = dict(draft.texts)
    for paragraph, data in change.after.items() if isinstance(change.after, dict) else ():
        text = text_of(data)
        if text:
            texts[change.target, paragraph] = text
        else:
            texts.pop((change.target, paragraph), None)
    return MappingProxyType(texts)


def _omitted(draft: Draft, change: Change) -> tuple[str, ...]:
    others = tuple(section for section in draft.omitted if section != change.target)
    return tuple(sorted((*others, change.target))) if change.after else others


def section_of(kind: ReportKind, change: Change) -> str:
    """The section in which the change can be seen."""
    if change.kind is not ChangeKind.ANSWER:
        return change.target
    return next((section.id for section, field in kind.fields() if field.id == change.target), "")
