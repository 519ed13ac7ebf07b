"""The pages of a draft as it is being typed, before anything of it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from xiaoxie_desktop.core.answers import Value
from xiaoxie_desktop.core.composed import ComposedReport
from xiaoxie_desktop.core.composing import compose
from xiaoxie_desktop.core.document_assembly import assemble
from xiaoxie_desktop.core.draft import Draft, ParagraphKey, TextPiece
from xiaoxie_desktop.core.pages import PagedDocument
from xiaoxie_desktop.workflow.drafting import DraftSession
from xiaoxie_desktop.workflow.exporting import paged_document
from xiaoxie_desktop.workflow.text_edits import edited


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in editors and is not stored yet: values of fields (None: emptied), words of paragraphs."""

    answers: Mapping[str, Value | None] = field(default_factory=lambda: MappingProxyType({}))
    texts: Mapping[ParagraphKey, tuple[TextPiece, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Previewed:
    """A report as it would be printed now; ``draft`` is what it was made of."""

    composed: ComposedReport
    document: PagedDocument
    draft: Draft | None = None

    def still_shows(self, draft: Draft) -> bool:
        """Whether a draft prints the same: it says what was typed, now that it is stored."""
        own = self.draft
        return own is not None and (own.answers, own.texts, own.omitted) == (
            draft.answers,
            draft.texts,
            draft.omitted,
        )


def preview(session: DraftSession, typed: Typed | None = None) -> Previewed:
    """The open draft with what is typed put in; nothing is stored and the session stays as it is."""
    if typed is None or not (typed.answers or typed.texts):
        return Previewed(session.composed, paged_document(session.document), session.draft)
    draft = _with_typed(session, typed)
    composed = compose(session.kind, draft, session.organization)
    document = assemble(session.kind, draft, session.organization, composed)
    return Previewed(composed, paged_document(document), draft)


def _with_typed(session: DraftSession, typed: Typed) -> Draft:
    answers, texts = dict(session.draft.answers), dict(session.draft.texts)
    for name, value in typed.answers.items():
        answers.pop(name, None)
        if value is not None:
            answers[name] = value
    for key, pieces in typed.texts.items():
        section = session.composed.section(key[0])
        paragraph = next((one for one in section.paragraphs if one.place == key), None) if section else None
        text = edited(paragraph, texts.pop(key, None), pieces)
        if text is not None:
            texts[key] = text
    return replace(session.draft, answers=MappingProxyType(answers), texts=MappingProxyType(texts))
