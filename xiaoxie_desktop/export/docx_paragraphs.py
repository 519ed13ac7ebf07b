"""Writes one styled paragraph as ``w:p``: the named style of its role, and directly only what differs from it."""

import re
from collections.abc import Iterable

from docx.oxml.xmlchemy import BaseOxmlElement

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import ParagraphFormat, StyledParagraph
from xiaoxie_desktop.export import docx_properties
from xiaoxie_desktop.export.docx_elements import w, w_text
from xiaoxie_desktop.export.docx_lines import SpacedRun
from xiaoxie_desktop.export.docx_styles import style_id

_BREAKS = re.compile(r"([\n\t])")
_BREAK_TAGS = {"\n": "br", "\t": "tab"}


def paragraph_element(
    paragraph: StyledParagraph, runs: Iterable[SpacedRun], measures: Measures
) -> BaseOxmlElement:
    """``w:p`` with its properties and its text as ``runs``."""
    return w("p", _properties(paragraph, measures), *(_run(run, paragraph, measures) for run in runs))


def _properties(paragraph: StyledParagraph, measures: Measures) -> BaseOxmlElement:
    style, named = paragraph.format, measures.formats[paragraph.role]
    properties = w("pPr", w("pStyle", val=style_id(paragraph.role)))
    if paragraph.page_break_before:
        properties.append(w("pageBreakBefore", val=1))
    if style.rule_below != named.rule_below:
        rule = style.rule_below
        bottom = docx_properties.border("bottom", rule) if rule else w("bottom", val="nil")
        properties.append(w("pBdr", bottom))
    if style.tab_stops != named.tab_stops:
        properties.append(docx_properties.tabs(style.tab_stops))
    if (style.space_before, style.line_pitch) != (named.space_before, named.line_pitch):
        properties.append(docx_properties.spacing(style))
    if (style.left, style.right, style.first_line) != (named.left, named.right, named.first_line):
        properties.append(docx_properties.indents(style))
    if style.alignment != named.alignment:
        properties.append(docx_properties.alignment(style))
    return properties


def _run(run: SpacedRun, paragraph: StyledParagraph, measures: Measures) -> BaseOxmlElement:
    named = measures.formats[paragraph.role]
    properties = _run_properties(run, paragraph.format, named, measures)
    return w("r", properties, *(_piece(piece) for piece in _BREAKS.split(run.text) if piece))


def _run_properties(
    run: SpacedRun, style: ParagraphFormat, named: ParagraphFormat, measures: Measures
) -> BaseOxmlElement:
    """The hint always: Word does not take it from a style."""
    own_face = run.face != named.face
    fonts = w("rFonts", hint="eastAsia")
    if own_face:
        fonts = docx_properties.fonts(measures.faces[run.face], measures.latin_face)
    properties = w("rPr", fonts)
    if run.bold != named.bold:
        properties.extend((w("b", val=int(run.bold)), w("bCs", val=int(run.bold))))
    if run.spacing != named.character_spacing:
        properties.append(w("spacing", val=run.spacing))
    if style.size != named.size:
        size = docx_properties.half_points(style)
        properties.extend((w("sz", val=size), w("szCs", val=size)))
    return properties


def _piece(piece: str) -> BaseOxmlElement:
    return w(_BREAK_TAGS[piece]) if piece in _BREAK_TAGS else w_text(piece)
