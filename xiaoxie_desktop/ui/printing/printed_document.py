"""Styled paragraphs painted on sheets of paper: same text, order, faces, indents and size as the Word file.

Lines and pages are broken by Qt's own layout, so their ends may differ from those of an office program.
All lengths are twips (1/1440 inch); the painter is scaled to them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import (
    IMPRINT_ROLES,
    Alignment,
    FaceRole,
    ParagraphFormat,
    Role,
    Rule,
    StyledParagraph,
    TabStop,
)

TWIPS_PER_POINT = 20
TWIPS_PER_INCH = 1440
_EIGHTHS_PER_POINT = 8
_DASH_BELOW = 397
"""7 mm between the type area and the dashes of the page number (7.5)."""
_DASH_ABOVE_BASELINE = 0.35
"""Where the dash stands above the baseline, in em."""

_STAND_INS = {
    True: ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
    False: ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC"),
}
"""What is printed with where none of a face's own names is installed: without strokes' ends (True) or with them."""

_ALIGNMENTS = {
    Alignment.JUSTIFIED: Qt.AlignmentFlag.AlignJustify,
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_TABS = {
    Alignment.JUSTIFIED: QTextOption.TabType.LeftTab,
    Alignment.LEFT: QTextOption.TabType.LeftTab,
    Alignment.CENTRE: QTextOption.TabType.CenterTab,
    Alignment.RIGHT: QTextOption.TabType.RightTab,
}


class PrintedDocument:
    """A document laid out on sheets; `paint` draws one of them."""

    def __init__(self, paragraphs: Sequence[StyledParagraph], measures: Measures) -> None:
        self._measures = measures
        body = [one for one in paragraphs if one.role not in IMPRINT_ROLES]
        imprint = [one for one in paragraphs if one.role in IMPRINT_ROLES]
        page = measures.page
        self._body = _document(body, measures, QSizeF(page.text_width, page.text_height))
        self._body_rules = _rules(body)
        self._imprint = _document(imprint, measures, QSizeF(page.text_width, -1)) if imprint else None
        self.pages = self._body.pageCount() + (1 if self._imprint_needs_a_page() else 0)

    def text(self) -> str:
        """All text in the order it is printed."""
        parts = [self._body.toPlainText(), self._imprint.toPlainText() if self._imprint else ""]
        return "\n".join(part for part in parts if part)

    def paint(self, painter: QPainter, number: int) -> None:
        """Draw sheet `number` (from 1) on a painter whose unit is a twip and whose origin is the sheet's corner."""
        page = self._measures.page
        painter.save()
        painter.translate(page.left, page.top)
        if number <= self._body.pageCount():
            self._paint_body(painter, number)
        if self._imprint is not None and number == self.pages:
            self._paint_imprint(painter, self._imprint)
        painter.restore()
        self._paint_page_number(painter, number)

    def _paint_body(self, painter: QPainter, number: int) -> None:
        page = self._measures.page
        top = (number - 1) * page.text_height
        seen = QRectF(0, top, page.text_width, page.text_height)
        painter.save()
        painter.translate(0, -top)
        _draw(self._body, painter, seen)
        for place, rule in self._body_rules:
            block = self._body.findBlockByNumber(place)
            y = _bottom(block) + rule.distance * TWIPS_PER_POINT
            if seen.top() <= y <= seen.bottom():
                _draw_rule(painter, rule, y, page.text_width)
        painter.restore()

    def _imprint_needs_a_page(self) -> bool:
        if self._imprint is None:
            return False
        height = self._measures.page.text_height
        used = _bottom(self._body.lastBlock()) - (self._body.pageCount() - 1) * height
        return used + _bottom(self._imprint.lastBlock()) > height

    def _paint_imprint(self, painter: QPainter, imprint: QTextDocument) -> None:
        """The imprint stands at the foot of the last sheet, between its rules (7.4)."""
        page, rules = self._measures.page, self._measures.imprint
        height = _bottom(imprint.lastBlock())
        painter.save()
        painter.translate(0, page.text_height - height)
        _draw(imprint, painter, QRectF(0, 0, page.text_width, height))
        _draw_rule(painter, rules.outer_rule, 0, page.text_width)
        for one in _blocks(imprint)[:-1]:
            _draw_rule(painter, rules.inner_rule, _bottom(one), page.text_width)
        _draw_rule(painter, rules.outer_rule, height, page.text_width)
        painter.restore()

    def _paint_page_number(self, painter: QPainter, number: int) -> None:
        """— 1 —, one character in from the right on odd sheets, from the left on even ones (7.5)."""
        page, style = self._measures.page, self._measures.formats[Role.PAGE_NUMBER]
        painter.save()
        painter.setFont(_font(style.face, style, self._measures))
        painter.setPen(QColor(f"#{style.colour}"))
        inset = max(style.left, style.right)
        words, metrics = f"— {number} —", painter.fontMetrics()
        left = page.left + inset
        if number % 2:
            left = page.width - page.right - inset - metrics.horizontalAdvance(words)
        dash = page.height - page.bottom + _DASH_BELOW
        painter.drawText(QPointF(left, dash + _DASH_ABOVE_BASELINE * style.size * TWIPS_PER_POINT), words)
        painter.restore()


def _document(paragraphs: Sequence[StyledParagraph], measures: Measures, size: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    if size.height() > 0:
        document.setPageSize(size)
    else:
        document.setTextWidth(size.width())
    cursor = QTextCursor(document)
    for number, paragraph in enumerate(paragraphs):
        if number:
            cursor.insertBlock()
        cursor.setBlockFormat(_block_format(paragraph))
        for run in paragraph.runs:
            cursor.insertText(
                run.text.replace("\n", "\u2028"), _char_format(run.face, paragraph.format, measures)
            )
    document.size()  # lays the document out, which Qt otherwise leaves for later
    return document


def _block_format(paragraph: StyledParagraph) -> QTextBlockFormat:
    style, made = paragraph.format, QTextBlockFormat()
    made.setAlignment(_ALIGNMENTS[style.alignment])
    made.setLineHeight(style.line_pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setLeftMargin(style.left)
    made.setRightMargin(style.right)
    made.setTextIndent(style.first_line)
    made.setTopMargin(style.space_before)
    made.setTabPositions([_tab(stop, style.left) for stop in style.tab_stops])
    if paragraph.page_break_before:
        made.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    return made


def _tab(stop: TabStop, indent: int) -> QTextOption.Tab:
    """Qt counts tab stops from the paragraph's indent, an office program from the edge of the type area."""
    return QTextOption.Tab(stop.position - indent, _TABS[stop.alignment])


def _char_format(face: FaceRole, style: ParagraphFormat, measures: Measures) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(_font(face, style, measures))
    made.setForeground(QColor(f"#{style.colour}"))
    return made


def _font(face: FaceRole, style: ParagraphFormat, measures: Measures) -> QFont:
    chosen = measures.faces[face]
    font = QFont()
    font.setFamilies([chosen.name, *chosen.alternatives, *_STAND_INS[chosen.pitch_family == "swiss"]])
    font.setPixelSize(round(style.size * TWIPS_PER_POINT))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.character_spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.character_spacing)
    return font


def _rules(paragraphs: Sequence[StyledParagraph]) -> list[tuple[int, Rule]]:
    found = ((place, one.format.rule_below) for place, one in enumerate(paragraphs))
    return [(place, rule) for place, rule in found if rule is not None]


def _bottom(block: QTextBlock) -> float:
    """The lower edge of a paragraph's last line; the rectangle Qt gives ends where the glyphs do."""
    pitch = block.blockFormat().lineHeight()
    layout = block.layout()
    if not layout.lineCount():
        return layout.position().y() + pitch
    last = layout.lineAt(layout.lineCount() - 1)
    return layout.position().y() + last.y() - layout.lineAt(0).y() + pitch


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def _draw(document: QTextDocument, painter: QPainter, seen: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = seen  # type: ignore[attr-defined]
    painter.setClipRect(seen)
    document.documentLayout().draw(painter, context)
    painter.setClipping(False)


def _draw_rule(painter: QPainter, rule: Rule, y: float, width: float) -> None:
    thickness = rule.width * TWIPS_PER_POINT / _EIGHTHS_PER_POINT
    painter.setPen(QPen(QColor(f"#{rule.colour}"), thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(0, y), QPointF(width, y))
