"""Turns an official document into styled paragraphs: the one description every painter reads."""

from dataclasses import replace

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import OfficialDocument
from xiaoxie_desktop.core.pages import Role, StyledParagraph
from xiaoxie_desktop.official.annexes import annex_note_paragraphs, annex_paragraphs
from xiaoxie_desktop.official.imprint import imprint_paragraphs
from xiaoxie_desktop.official.main_part import (
    body_paragraphs,
    recipients_paragraph,
    remarks_paragraph,
    title_paragraph,
)
from xiaoxie_desktop.official.masthead import masthead_paragraphs
from xiaoxie_desktop.official.paragraphs import Typesetter
from xiaoxie_desktop.official.signature import signature_paragraphs


def styled_paragraphs(document: OfficialDocument, measures: Measures) -> tuple[StyledParagraph, ...]:
    """All paragraphs of ``document`` in reading order, each with its complete format.

    Empty elements leave nothing behind. The imprint, if any, comes last (roles in ``IMPRINT_ROLES``).
    """
    typesetter = Typesetter(measures)
    masthead = masthead_paragraphs(document.masthead, typesetter) if document.masthead else ()
    return (
        *masthead,
        *_title(document, typesetter),
        *_text_and_signature(document, typesetter),
        *annex_paragraphs(document.annexes, document.keep_together, typesetter),
        *(imprint_paragraphs(document.imprint, typesetter) if document.imprint else ()),
    )


def _title(document: OfficialDocument, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    if not document.title:
        return ()
    gap = typesetter.measures.gaps.title_below_red_rule if document.masthead else None
    return (title_paragraph(Role.TITLE, document.title, document.keep_together, typesetter, gap),)


def _text_and_signature(document: OfficialDocument, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    gap = 0 if document.main_recipients else typesetter.measures.gaps.text_below_title
    text = [recipients_paragraph(document.main_recipients, typesetter)] if document.main_recipients else []
    text += body_paragraphs(document.body, typesetter, gap)
    below = (
        *annex_note_paragraphs(document.annexes, typesetter),
        *signature_paragraphs(
            document.issuing_authorities, document.date_of_issue, document.sealed, typesetter
        ),
    )
    if not document.remarks:
        return (*text, *_kept_together(below))
    return (*text, *_kept_together((*below, remarks_paragraph(document.remarks, typesetter))))


def _kept_together(paragraphs: tuple[StyledParagraph, ...]) -> tuple[StyledParagraph, ...]:
    """Note, signature, date and remarks stay on one page (7.3.5.5, 7.3.6)."""
    return (*(replace(one, keep_with_next=True) for one in paragraphs[:-1]), *paragraphs[-1:])
