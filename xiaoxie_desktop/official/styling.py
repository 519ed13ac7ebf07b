"""Turns an official document into styled paragraphs: the one description every painter reads."""

from dataclasses import replace

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import OfficialDocument, OfficialForm
from xiaoxie_desktop.core.pages import Role, StyledParagraph
from xiaoxie_desktop.official.annexes import annex_note_paragraphs, annex_paragraphs
from xiaoxie_desktop.official.imprint import imprint_paragraphs
from xiaoxie_desktop.official.letter import letter_paragraphs
from xiaoxie_desktop.official.main_part import (
    attendance_paragraphs,
    body_paragraphs,
    recipients_paragraph,
    remarks_paragraph,
    title_paragraph,
)
from xiaoxie_desktop.official.masthead import masthead_paragraphs
from xiaoxie_desktop.official.paragraphs import Typesetter
from xiaoxie_desktop.official.signature import signature_paragraphs, stamped_paragraphs


def styled_paragraphs(document: OfficialDocument, measures: Measures) -> tuple[StyledParagraph, ...]:
    """All paragraphs of ``document`` in reading order, each with its complete format.

    Empty elements leave nothing behind. The imprint, if any, comes last (roles in ``IMPRINT_ROLES``).
    """
    typesetter = Typesetter(measures)
    masthead = _masthead(document, typesetter)
    return (
        *masthead,
        *_title(document, typesetter),
        *_text_and_signature(document, typesetter),
        *annex_paragraphs(document.annexes, document.keep_together, typesetter),
        *_imprint(document, typesetter),
    )


def _masthead(document: OfficialDocument, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    if document.masthead is None:
        return ()
    if document.form is OfficialForm.LETTER:
        return letter_paragraphs(document.masthead, typesetter)
    return masthead_paragraphs(document.masthead, typesetter)


def _imprint(document: OfficialDocument, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    """A letter's imprint names neither who printed it nor when (10.1)."""
    imprint = document.imprint
    if imprint is None:
        return ()
    if document.form is OfficialForm.LETTER:
        imprint = replace(imprint, printing_authority="", printing_date=None)
    return imprint_paragraphs(imprint, typesetter)


def _title(document: OfficialDocument, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    if not document.title:
        return ()
    gap = typesetter.measures.gaps.title_below_red_rule if document.masthead else None
    return (title_paragraph(Role.TITLE, document.title, document.keep_together, typesetter, gap),)


def _text_and_signature(document: OfficialDocument, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    gap = 0 if document.main_recipients else typesetter.measures.gaps.text_below_title
    text = [recipients_paragraph(document.main_recipients, typesetter)] if document.main_recipients else []
    text += body_paragraphs(document.body, typesetter, gap)
    text += attendance_paragraphs(document.attendance, typesetter)
    below = (*annex_note_paragraphs(document.annexes, typesetter), *_signature(document, typesetter))
    if not document.remarks:
        return (*text, *_kept_together(below))
    return (*text, *_kept_together((*below, remarks_paragraph(document.remarks, typesetter))))


def _signature(document: OfficialDocument, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    if document.signature_stamps:
        return stamped_paragraphs(document.signature_stamps, document.date_of_issue, typesetter)
    return signature_paragraphs(
        document.issuing_authorities, document.date_of_issue, document.sealed, typesetter
    )


def _kept_together(paragraphs: tuple[StyledParagraph, ...]) -> tuple[StyledParagraph, ...]:
    """Note, signature, date and remarks stay on one page (7.3.5.5, 7.3.6)."""
    return (*(replace(one, keep_with_next=True) for one in paragraphs[:-1]), *paragraphs[-1:])
