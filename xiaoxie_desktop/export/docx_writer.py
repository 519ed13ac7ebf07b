"""Writes styled paragraphs as a Word file: package, section and properties by python-docx, paragraphs by us."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.section import Section
from docx.shared import Twips

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import IMPRINT_ROLES, StyledParagraph
from xiaoxie_desktop.export.control_characters import without_control_characters, writable
from xiaoxie_desktop.export.docx_elements import w
from xiaoxie_desktop.export.docx_imprint import imprint_elements
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
    paragraphs: Sequence[StyledParagraph], measures: Measures, properties: DocumentProperties | None = None
) -> bytes:
    """The Word file of ``paragraphs``; the same arguments give the same bytes.

    Control characters are left out; ask ``without_control_characters`` before to report them.
    """
    document = open_base_document()
    _fill_styles(document, measures)
    _fill_section(document.sections[0], measures)
    _fill_body(document, without_control_characters(paragraphs).paragraphs, measures)
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


def _fill_body(document: Document, paragraphs: Sequence[StyledParagraph], measures: Measures) -> None:
    imprint = [one for one in paragraphs if one.role in IMPRINT_ROLES]
    elements = [paragraph_element(one, measures) for one in paragraphs if one.role not in IMPRINT_ROLES]
    if imprint:
        elements += imprint_elements(imprint, measures)
    body = document.element.body
    body[:0] = elements


def _fill_properties(document: Document, properties: DocumentProperties) -> None:
    core = document.core_properties
    core.title = _property(properties.title)
    core.author = core.last_modified_by = _property(properties.author)
    core.created = core.modified = properties.moment


def _property(text: str) -> str:
    return writable(text)[:_LONGEST_PROPERTY]
