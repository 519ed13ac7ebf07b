"""Upright and landscape sections of a Word file, and their page numbers (7.5, chapter 8)."""

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap
from docx.oxml.xmlchemy import BaseOxmlElement, serialize_for_reading

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import Role
from xiaoxie_desktop.export.docx_elements import w
from xiaoxie_desktop.export.docx_letter import letter_foot
from xiaoxie_desktop.export.docx_styles import style_id

_RELATION_ID = f"{{{nsmap['r']}}}id"
FOOTERS = ("rId4", "rId5")
"""Relations of the two footers in the base document: odd and even pages."""


class SectionWriter:
    """Makes the properties of sections; the parts for landscape pages are added when the first is met."""

    def __init__(
        self, document: Document, measures: Measures, has_landscape: bool, is_letter: bool = False
    ) -> None:
        self._part, self._measures = document.part, measures
        self._landscape_footers = ("", "")
        if has_landscape:
            self._landscape_footers = (self._turned_number(3, "right"), self._turned_number(4, "left"))
        self._first_header = ""
        self._first_footer = self._letter_footer() if is_letter else ""

    def properties(self, landscape: bool) -> BaseOxmlElement:
        """``w:sectPr`` of a section.

        Nothing stands at a landscape foot; a footer close to the text would take room from it in LibreOffice.
        """
        page = self._measures.page.on_its_side if landscape else self._measures.page
        section = w("sectPr", *self._references(landscape), w("type", val="nextPage"))
        size = w("pgSz", w=page.width, h=page.height)
        if landscape:
            size.set(f"{{{nsmap['w']}}}orient", "landscape")
        margins = w(
            "pgMar",
            top=page.top,
            right=page.right,
            bottom=page.bottom,
            left=page.left,
            header=page.header,
            footer=page.bottom // 2 if landscape else page.footer,
            gutter=0,
        )
        number = w("pgNumType", fmt="decimal")
        first = [w("titlePg", val=1)] if self._first_footer else []
        self._first_footer = self._first_header = ""
        section.extend((size, margins, number, *first, w("docGrid", linePitch=self._measures.line_pitch)))
        return section

    def add_letter_head(self, table: BaseOxmlElement) -> None:
        """Put the mark of a letter into the header of the first page.

        In the body LibreOffice sometimes takes a floating table for one that stands in the text.
        """
        content = f"{serialize_for_reading(table)}{_EMPTY_PARAGRAPH}"
        self._first_header = self._add("header", 1, content)

    def _references(self, landscape: bool) -> list[BaseOxmlElement]:
        odd, even = self._landscape_footers if landscape else FOOTERS
        kinds = (
            ("headerReference", "first", self._first_header),
            ("footerReference", "default", odd),
            ("footerReference", "even", even),
            ("footerReference", "first", self._first_footer),
        )
        found = []
        for tag, kind, relation in kinds:
            if relation:
                reference = w(tag, type=kind)
                reference.set(_RELATION_ID, relation)
                found.append(reference)
        return found

    def _turned_number(self, number: int, side: str) -> str:
        """A footer whose page number stands at the left edge of a landscape sheet, its head to the binding edge."""
        page, style = self._measures.page, self._measures.formats[Role.PAGE_NUMBER]
        field = (
            '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
        )
        margins = "".join(f'<w:{edge} w:w="0" w:type="dxa"/>' for edge in ("top", "left", "bottom", "right"))
        table = (
            f'<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="{page.footer}" '
            f'w:tblpY="{page.left}"/><w:tblW w:w="{style.line_pitch}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
            f'<w:tblGrid><w:gridCol w:w="{style.line_pitch}"/></w:tblGrid>'
            f'<w:tr><w:trPr><w:trHeight w:val="{page.text_width}" w:hRule="exact"/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{style.line_pitch}" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style_id(Role.PAGE_NUMBER)}"/><w:jc w:val="{side}"/></w:pPr>{field}</w:p>'
            "</w:tc></w:tr></w:tbl>"
        )
        return self._add("footer", number, f"{table}{_EMPTY_PARAGRAPH}")

    def _letter_footer(self) -> str:
        table = serialize_for_reading(letter_foot(self._measures))
        return self._add("footer", 5, f"{table}{_EMPTY_PARAGRAPH}")

    def _add(self, kind: str, number: int, content: str) -> str:
        root, content_type, relation = _KINDS[kind]
        blob = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:{root} xmlns:w="{nsmap["w"]}">{content}</w:{root}>'
        ).encode()
        part = Part(PackURI(f"/word/{kind}{number}.xml"), content_type, blob, self._part.package)
        return self._part.relate_to(part, relation)


_KINDS = {
    "header": ("hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": ("ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
_EMPTY_PARAGRAPH = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)


def close_section(elements: list[BaseOxmlElement], properties: BaseOxmlElement, measures: Measures) -> None:
    """End a section: in its last paragraph, or behind a table in a paragraph of no height to speak of."""
    last = elements[-1] if elements else None
    if last is None or not last.tag.endswith("}p"):
        line = w("spacing", before=0, after=0, line=measures.imprint.anchor_height, lineRule="exact")
        last = w("p", w("pPr", line))
        elements.append(last)
    paragraph_properties: Sequence[BaseOxmlElement] = last
    paragraph_properties[0].append(properties)
