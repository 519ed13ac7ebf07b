"""Writes a laid-out document as a Word file: package, section and properties by python-docx, paragraphs by us.

Each line carries the character spacing the layout chose for it, so that every office program breaks it there.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Twips

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import IMPRINT_ROLES, PagedDocument
from xiaoxie_desktop.export.control_characters import writable
from xiaoxie_desktop.export.docx_elements import w
from xiaoxie_desktop.export.docx_imprint import imprint_elements
from xiaoxie_desktop.export.docx_lines import lines_by_paragraph, spaced_runs
from xiaoxie_desktop.export.docx_package import open_base_document, package_bytes
from xiaoxie_desktop.export.docx_paragraphs import paragraph_element
from xiaoxie_desktop.export.docx_styles import font_table, styles

_LONGEST_PROPERTY = 255
_UNDATED = datetime(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class DocumentProperties:
    """What an office program shows under 属性; ``moment`` is UTC without a zone, never read from the clock here."""

    title: str = ""
    author: str = ""
    moment: datetime = _UNDATED


def docx_bytes(
    paged: PagedDocument,
    measures: Measures,
    properties: DocumentProperties | None = None,
    *,
    final: bool = False,
) -> bytes:
    """The Word file of ``paged``; the same arguments give the same bytes.

    ``final`` pins every line by a line break. Control characters are left out; ask
    ``without_control_characters`` before to report them.
    """
    document = open_base_document()
    _fill_styles(document, measures)
    _fill_section(document.sections[0], measures)
    _fill_body(document, paged, measures, final)
    _fill_properties(document, properties or DocumentProperties())
    return package_bytes(document.part.package)


def _fill_styles(document: Document, measures: Measures) -> None:
    document.styles.element.extend(styles(measures))
    document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = font_table(measures)


def _fill_section(section: Section, measures: Measures) -> None:
    page = measures.page
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.top_margin, section.bottom_margin = Twips(page.top), Twips(page.bottom)
    section.left_margin, section.right_margin = Twips(page.left), Twips(page.right)
    section.header_distance, section.footer_distance = Twips(page.header), Twips(page.footer)
    section.gutter = Twips(0)
    section._sectPr.append(w("docGrid", linePitch=measures.line_pitch))


def _fill_body(document: Document, paged: PagedDocument, measures: Measures, final: bool) -> None:
    lines = lines_by_paragraph(paged)
    text: list[BaseOxmlElement] = []
    imprint: list[BaseOxmlElement] = []
    imprint_on_new_page = False
    for index, paragraph in enumerate(paged.paragraphs):
        in_imprint = paragraph.role in IMPRINT_ROLES
        imprint_on_new_page |= in_imprint and paragraph.page_break_before
        shown = replace(paragraph, page_break_before=False) if in_imprint else paragraph
        element = paragraph_element(shown, spaced_runs(paragraph, lines[index], final), measures)
        (imprint if in_imprint else text).append(element)
    if imprint:
        text += imprint_elements(imprint, measures, imprint_on_new_page)
    body = document.element.body
    body[:0] = text


def _fill_properties(document: Document, properties: DocumentProperties) -> None:
    core = document.core_properties
    core.title = _property(properties.title)
    core.author = core.last_modified_by = _property(properties.author)
    core.created = core.modified = properties.moment


def _property(text: str) -> str:
    return writable(text)[:_LONGEST_PROPERTY]
