"""Paragraph and run properties of a format as WordprocessingML, every toggle explicit, in the order of the schema."""

from docx.oxml.xmlchemy import BaseOxmlElement

from xiaoxie_desktop.core.measures import Face
from xiaoxie_desktop.core.pages import Alignment, ParagraphFormat, Rule, TabStop
from xiaoxie_desktop.export.docx_elements import w

_ALIGNMENTS = {
    Alignment.JUSTIFIED: "both",
    Alignment.LEFT: "left",
    Alignment.CENTRE: "center",
    Alignment.RIGHT: "right",
    Alignment.DISTRIBUTED: "distribute",
}
_HALF_POINTS = 2
_TOGGLES_BEFORE_BORDERS = {"keepNext": 0, "keepLines": 0, "pageBreakBefore": 0, "widowControl": 0}
_TOGGLES_AFTER_TABS = {
    "suppressAutoHyphens": 1,
    "kinsoku": 1,
    "wordWrap": 1,
    "overflowPunct": 1,
    "topLinePunct": 0,
    "autoSpaceDE": 1,
    "autoSpaceDN": 1,
    "adjustRightInd": 0,
    "snapToGrid": 0,
}
_BOLD = ("b", "bCs")
_NO_EMPHASIS = (*_BOLD, "i", "iCs")


def paragraph_properties(style: ParagraphFormat) -> BaseOxmlElement:
    """The complete ``w:pPr`` of a named style."""
    properties = w("pPr", *_toggles(_TOGGLES_BEFORE_BORDERS))
    if style.rule_below:
        properties.append(w("pBdr", border("bottom", style.rule_below)))
    if style.tab_stops:
        properties.append(tabs(style.tab_stops))
    properties.extend(_toggles(_TOGGLES_AFTER_TABS))
    properties.extend((spacing(style), indents(style), alignment(style)))
    if style.outline_level:
        properties.append(w("outlineLvl", val=style.outline_level - 1))
    return properties


def run_properties(style: ParagraphFormat, face: Face, latin: Face | None = None) -> BaseOxmlElement:
    """The complete ``w:rPr`` of a named style."""
    size = half_points(style)
    return w(
        "rPr",
        fonts(face, latin),
        *(w(tag, val=int(style.bold and tag in _BOLD)) for tag in _NO_EMPHASIS),
        w("color", val=style.colour),
        w("spacing", val=style.character_spacing),
        w("kern", val=0),
        w("sz", val=size),
        w("szCs", val=size),
        w("lang", val="en-US", eastAsia="zh-CN"),
    )


def fonts(face: Face, latin: Face | None = None) -> BaseOxmlElement:
    """All four slots the same Chinese face, so that “ ” — … take it too; ``latin`` takes letters and digits only."""
    western = latin or face
    return w(
        "rFonts",
        ascii=western.name,
        hAnsi=western.name,
        eastAsia=face.name,
        cs=western.name,
        hint="eastAsia",
    )


def border(side: str, rule: Rule) -> BaseOxmlElement:
    """One border; its width in eighths of a point, its distance in points."""
    return w(side, val="single", sz=rule.width, space=rule.distance, color=rule.colour)


def tabs(stops: tuple[TabStop, ...]) -> BaseOxmlElement:
    """Tab stops, positions in twips."""
    return w("tabs", *(w("tab", val=_ALIGNMENTS[stop.alignment], pos=stop.position) for stop in stops))


def spacing(style: ParagraphFormat) -> BaseOxmlElement:
    """Space above and exact line pitch in twips."""
    return w("spacing", before=style.space_before, after=0, line=style.line_pitch, lineRule="exact")


def indents(style: ParagraphFormat) -> BaseOxmlElement:
    """Indents in twips only: LibreOffice ignores or misreads the ones counted in characters."""
    if style.first_line < 0:
        return w("ind", left=style.left, right=style.right, hanging=-style.first_line)
    return w("ind", left=style.left, right=style.right, firstLine=style.first_line)


def alignment(style: ParagraphFormat) -> BaseOxmlElement:
    """``w:jc``."""
    return w("jc", val=_ALIGNMENTS[style.alignment])


def half_points(style: ParagraphFormat) -> int:
    """Size as Word counts it."""
    return round(style.size * _HALF_POINTS)


def _toggles(toggles: dict[str, int]) -> list[BaseOxmlElement]:
    return [w(tag, val=value) for tag, value in toggles.items()]
