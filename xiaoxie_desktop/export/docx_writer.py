"""Writes a laid-out document as a Word file: package, section and properties by python-docx, paragraphs by us.

Each line carries the character spacing the layout chose for it, so that every office program breaks it there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from xiaoxie_desktop.core.measures import Measures, PageNumberSide
from xiaoxie_desktop.core.pages import (
    IMPRINT_ROLES,
    FaceRole,
    PagedDocument,
    Role,
    StyledChart,
    StyledParagraph,
    StyledPictures,
    StyledTable,
)
from xiaoxie_desktop.export.control_characters import writable
from xiaoxie_desktop.export.docx_blocks import BlockWriter, chart_element
from xiaoxie_desktop.export.docx_drawings import Drawings
from xiaoxie_desktop.export.docx_elements import w
from xiaoxie_desktop.export.docx_fonts import fill_font_table
from xiaoxie_desktop.export.docx_imprint import imprint_elements
from xiaoxie_desktop.export.docx_letter import in_type_area, letter_head
from xiaoxie_desktop.export.docx_lines import lines_by_cell, lines_by_paragraph, spaced_runs
from xiaoxie_desktop.export.docx_package import open_base_document, package_bytes
from xiaoxie_desktop.export.docx_paragraphs import paragraph_element
from xiaoxie_desktop.export.docx_sections import FOOTERS, SectionWriter, close_section
from xiaoxie_desktop.export.docx_styles import styles

_LONGEST_PROPERTY = 255
_UNDATED = datetime(2000, 1, 1)
_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})
_NO_FONTS: Mapping[FaceRole, bytes] = MappingProxyType({})


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
    pictures: Mapping[str, bytes] = _NO_PICTURES,
    fonts: Mapping[FaceRole, bytes] = _NO_FONTS,
) -> bytes:
    """The Word file of ``paged``; the same arguments give the same bytes.

    ``final`` pins every line by a line break. ``pictures`` holds the bytes of each picture by its ``source``,
    ``fonts`` TrueType files to embed (they carry the name of their role's face).
    Control characters are left out; ask ``without_control_characters`` before to report them.
    Raises ExportError when a picture is missing or is none.
    """
    document = open_base_document()
    document.styles.element.extend(styles(measures))
    fill_font_table(document, measures, fonts)
    _place_page_numbers(document, measures)
    _BodyWriter(document, paged, measures, final, pictures).write()
    _fill_properties(document, properties or DocumentProperties())
    return package_bytes(document.part.package)


class _BodyWriter:
    """Writes the paragraphs and blocks of one document, section by section."""

    def __init__(
        self,
        document: Document,
        paged: PagedDocument,
        measures: Measures,
        final: bool,
        pictures: Mapping[str, bytes],
    ) -> None:
        self._body = document.element.body
        self._paged, self._measures, self._final = paged, measures, final
        self._lines = lines_by_paragraph(paged)
        self._drawings = Drawings(document, pictures)
        self._blocks = BlockWriter(measures, lines_by_cell(paged), self._drawings, final)
        has_landscape = any(one.landscape for one in paged.paragraphs)
        self._is_letter = any(one.role is Role.LETTER_MARK for one in paged.paragraphs)
        self._sections = SectionWriter(document, measures, has_landscape, self._is_letter)

    def write(self) -> None:
        """Fill the body; the last section's properties end it."""
        text = [one for one in enumerate(self._paged.paragraphs) if one[1].role not in IMPRINT_ROLES]
        elements: list[BaseOxmlElement] = []
        landscape = bool(text) and text[0][1].landscape
        for index, paragraph in text:
            begins_section = paragraph.landscape != landscape
            if begins_section:
                close_section(elements, self._sections.properties(landscape), self._measures)
                landscape = paragraph.landscape
            if paragraph.role is Role.LETTER_MARK:
                mark = self._element(index, in_type_area(paragraph, self._measures), False)
                self._sections.add_letter_head(letter_head(mark, index, self._paged.pages[0], self._measures))
            else:
                elements.extend(self._space_above_block(paragraph))
                elements.append(self._element(index, paragraph, begins_section))
        landscape = self._imprint(elements, landscape)
        self._body.remove(self._body.sectPr)
        self._body.extend((*elements, self._sections.properties(landscape)))

    def _space_above_block(self, paragraph: StyledParagraph) -> list[BaseOxmlElement]:
        """Tables have no space above: an empty paragraph of that height stands for it."""
        above = paragraph.format.space_before
        if paragraph.holds is None or not above:
            return []
        return [w("p", w("pPr", w("spacing", before=0, after=0, line=above, lineRule="exact")))]

    def _imprint(self, elements: list[BaseOxmlElement], landscape: bool) -> bool:
        """The imprint, upright on a section of its own behind landscape pages; returns how the last section lies."""
        imprint = [one for one in enumerate(self._paged.paragraphs) if one[1].role in IMPRINT_ROLES]
        if not imprint:
            return landscape
        if landscape:
            close_section(elements, self._sections.properties(landscape), self._measures)
        on_new_page = imprint[0][1].page_break_before
        written = [
            (one.role, self._element(index, replace(one, page_break_before=False), False))
            for index, one in imprint
        ]
        elements.extend(imprint_elements(written, self._measures, on_new_page, not self._is_letter))
        return False

    def _element(self, index: int, paragraph: StyledParagraph, begins_section: bool) -> BaseOxmlElement:
        if begins_section:
            paragraph = replace(paragraph, page_break_before=False)
        match paragraph.holds:
            case StyledTable() as table:
                return self._blocks.table(table, index, paragraph.page_break_before)
            case StyledPictures() as pictures:
                return self._blocks.pictures(pictures, index, paragraph.page_break_before)
            case StyledChart() as chart:
                page = self._measures.page.on_its_side if paragraph.landscape else self._measures.page
                return chart_element(paragraph, self._drawings.chart(chart, page.text_width), self._measures)
        runs = spaced_runs(paragraph, self._lines[index], self._final)
        return paragraph_element(paragraph, runs, self._measures)


def _place_page_numbers(document: Document, measures: Measures) -> None:
    """In the middle, where an office wants them there; the base document has them outside (7.5)."""
    if measures.page_number_side is PageNumberSide.CENTRE:
        for relation in FOOTERS:
            for side in document.part.related_parts[relation].element.iter(qn("w:jc")):
                side.set(qn("w:val"), "center")


def _fill_properties(document: Document, properties: DocumentProperties) -> None:
    core = document.core_properties
    core.title = _property(properties.title)
    core.author = core.last_modified_by = _property(properties.author)
    core.created = core.modified = properties.moment


def _property(text: str) -> str:
    return writable(text)[:_LONGEST_PROPERTY]
