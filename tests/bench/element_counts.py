"""Counts what a random document draws: every element, form and shape the page engine must set."""

from collections import Counter
from collections.abc import Iterator

from xiaoxie_desktop.core.official_document import (
    BodyBlock,
    BodyParagraph,
    Chart,
    Imprint,
    Masthead,
    OfficialDocument,
    OfficialForm,
    Pictures,
    Table,
)
from xiaoxie_desktop.core.pages import PagedDocument, Role, StyledTable


def count_elements(document: OfficialDocument, paged: PagedDocument) -> Counter[str]:
    """How often each element stands in ``document`` as it was laid out."""
    blocks = [*document.body, *(block for annex in document.annexes for block in annex.body)]
    found = Counter([f"form {document.form.value}", *_single(document), *_shapes(paged)])
    for block in blocks:
        found.update(_block(block))
    if document.masthead:
        found.update(_masthead(document.masthead, document.form))
    if document.imprint:
        found.update(_imprint(document.imprint))
    return found


def _masthead(masthead: Masthead, form: OfficialForm) -> Iterator[str]:
    named = {
        "copy number": masthead.copy_number,
        "secrecy level": masthead.secrecy_level,
        "urgency": masthead.urgency,
    }
    yield from (name for name, value in named.items() if value)
    yield "mark, joint" if masthead.joint_authorities else "mark, one"
    if masthead.document_number and form is OfficialForm.DOCUMENT:
        yield ("number, down", "number, one signer", "number, several signers")[min(2, len(masthead.signers))]


def _single(document: OfficialDocument) -> Iterator[str]:
    if document.main_recipients:
        yield "main recipients"
    if document.title:
        yield "title, broken by hand" if "\n" in document.title else "title"
    if document.attendance:
        yield "attendance"
    if document.remarks:
        yield "remarks"
    if document.annexes:
        yield "annex note, one" if len(document.annexes) == 1 else "annex note, several"
    yield from ("annex, landscape" if annex.landscape else "annex" for annex in document.annexes)
    if document.signature_stamps:
        yield "signature stamp"
    elif document.issuing_authorities:
        yield "signature, sealed" if document.sealed else "signature, unsealed"
        if len(document.issuing_authorities) > 1:
            yield "signature, joint"


def _block(block: BodyBlock) -> Iterator[str]:
    match block:
        case BodyParagraph(heading_level=level, text=text) if level:
            yield f"heading {level}, {'run-in' if text else 'alone'}"
        case BodyParagraph():
            yield "paragraph"
        case Table(columns=columns):
            yield "table, figures right" if any(one.figures for one in columns) else "table"
        case Pictures(per_page=per_page):
            yield f"pictures, {per_page} to a page"
        case Chart(kind=kind):
            yield f"{kind.value} chart"


def _imprint(imprint: Imprint) -> Iterator[str]:
    if imprint.distribution:
        yield "imprint of a briefing"
    if imprint.copy_to:
        yield "imprint, copy to"
    if imprint.printing_authority:
        yield "imprint, printed by"


def _shapes(paged: PagedDocument) -> Iterator[str]:
    """What only the pages show: repeated heads, rows cut in two, wrapped lines, recipients in the imprint."""
    for page in paged.pages:
        yield "page number" if page.page_number else "page without number"
        if page.landscape:
            yield "landscape page"
        repeated = [line for line in page.lines if line.paragraph == -1 and line.cell is not None]
        if repeated:
            yield "table head repeated"
        yield from ("red rule" for stroke in page.strokes if stroke.colour != "000000")
    for number, paragraph in enumerate(paged.paragraphs):
        if paragraph.role is Role.IMPRINT_RECIPIENTS:
            yield "recipients in the imprint"
        if isinstance(paragraph.holds, StyledTable):
            yield from _cut_rows(paragraph.holds)
        if paragraph.role in (Role.TITLE, Role.ANNEX_NOTE) and paragraph.text:
            lines = [line for page in paged.pages for line in page.lines if line.paragraph == number]
            if len(lines) > 1:
                yield f"{paragraph.role.value}, several lines"


def _cut_rows(table: StyledTable) -> Iterator[str]:
    """A row that was too high for a page goes on in the next one."""
    for row in table.rows:
        if any(cell.continued for cell in row):
            yield "table row cut in two"
