"""The help: the pages at the left, the chosen one at the right."""

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.components.two_line_list import Line, TwoLineList
from xiaoxie_desktop.ui.help.help_pages import help_pages
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance

_LINE_HEIGHT = 115  # percent of the font's own
_AFTER, _BEFORE_HEADING, _CELL = 8, 12, 6  # pixels after a paragraph, before a heading, inside a cell


class HelpPageView(QWidget):
    """Shows the help; opens no link outside the program."""

    def __init__(self) -> None:
        super().__init__()
        self.titles = TwoLineList("帮助目录")
        self.titles.setProperty("role", "plain")
        self.titles.show_lines(Line(str(place), page.title) for place, page in enumerate(help_pages()))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName("帮助正文")
        self.titles.currentRowChanged.connect(self._show)
        appearance.changed.connect(self._fit)
        self._lay_out()
        self._fit()

    def _lay_out(self) -> None:
        card = Frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(8, 8, 1, 1)
        row.setSpacing(16)
        row.addWidget(self.titles)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(14)
        column.addWidget(Label("帮助", Role.H1))
        column.addWidget(card, 1)

    def _fit(self) -> None:
        self.titles.setFixedWidth(theme.em(11))
        self._show(self.titles.currentRow())

    def _show(self, place: int) -> None:
        document = self.text.document()
        document.setDefaultFont(theme.text_font())
        document.setMarkdown(help_pages()[max(place, 0)].markdown)
        _set_paragraphs(document)
        _set_tables(document)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _set_paragraphs(document: QTextDocument) -> None:
    """Give every paragraph room, and headings the sizes of the design."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        form = block.blockFormat()
        level = form.headingLevel()
        form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(_BEFORE_HEADING if level > 1 else 0)
        form.setBottomMargin(0 if cursor.currentTable() else _AFTER)
        cursor.setBlockFormat(form)
        if level:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            letters = QTextCharFormat()
            letters.setFont(theme.text_font("h2" if level == 1 else "h3", bold=True))
            cursor.setCharFormat(letters)
        block = block.next()


def _set_tables(document: QTextDocument) -> None:
    """Give the cells room."""
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            form = table.format().toTableFormat()
            form.setCellPadding(_CELL)
            form.setBottomMargin(_AFTER)
            table.setFormat(form)
