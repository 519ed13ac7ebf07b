"""校对, unfolded: every finding with its place, its sentence and the way to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.frames import Frame, Scroller, line
from xiaoxie_desktop.ui.components.labels import IconLabel, Label, Role
from xiaoxie_desktop.ui.report.finding_words import (
    ICONS,
    TONES,
    can_be_put_aside,
    count,
    deed_words,
    ordered,
    section_name,
    text_deeds,
)
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.repolish import set_look

ROW_HEIGHT = 40
HEAD_HEIGHT = 34


class FindingRow(Frame):
    """One finding."""

    def __init__(self, finding: Finding, place: str, panel: "FindingsPanel") -> None:
        super().__init__("finding-row")
        self.finding = finding
        self.setMinimumHeight(ROW_HEIGHT)
        self.setAccessibleName(f"{finding.severity.label}，{place}：{finding.message}")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 6, 2)
        row.setSpacing(10)
        row.addWidget(IconLabel(ICONS[finding.severity], TONES[finding.severity].value, "icon-small"))
        where = Label(place, Role.HELP)
        where.setFixedWidth(theme.em(7.5, "font-2"))
        row.addWidget(where)
        row.addWidget(Label(finding.message, wrap=True), 1)
        for deed, words in text_deeds(finding):
            row.addWidget(Button(words, small=True, on_click=partial(panel.text_asked.emit, finding, deed)))
        if can_be_put_aside(finding):
            aside = Button("不是问题", Kind.QUIET, small=True, on_click=lambda: panel.put_aside.emit(finding))
            row.addWidget(aside)
        self.go = Button(deed_words(finding), small=True, on_click=lambda: panel.followed.emit(finding))
        row.addWidget(self.go)


class FindingsPanel(Frame):
    """The list; suggestions (建议) are folded at its end. Enter goes to a finding, Esc folds the list."""

    followed = Signal(object)
    put_aside = Signal(object)
    text_asked = Signal(object, str)
    """An edited paragraph is to take in what came (INSERT) or be given back to the facts (RENEW)."""
    folded = Signal()

    def __init__(self, kind: ReportKind, *, parent: QWidget | None = None) -> None:
        super().__init__("pane", parent=parent)
        self._kind = kind
        self._shown: tuple[Finding, ...] | None = None
        self._hints_shown = False
        self.rows: list[FindingRow] = []
        self._ignored = Label("", Role.HELP)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(12, 0, 12, 8)
        self._list.setSpacing(0)
        content = QWidget()
        content.setLayout(self._list)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(Label("错误要改；提示请您自己判断。程序不会自己改您的文字。", Role.HELP), 1)
        head.addWidget(self._ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(line())
        column.addLayout(head)
        column.addWidget(Scroller(content), 1)

    def show_findings(self, findings: Sequence[Finding], ignored: int, current: Finding | None) -> None:
        """Show the findings, how many were put aside, and which one comes next."""
        self._ignored.setText(f"已放到一边 {ignored} 条" if ignored else "")
        if tuple(findings) != self._shown:
            self._shown = tuple(findings)
            self._fill()
        for row in self.rows:
            set_look(row, "state", "current" if row.finding == current else "")

    def wanted_height(self) -> int:
        """The height that shows all rows."""
        return HEAD_HEIGHT + ROW_HEIGHT * max(1, self._list.count() - 1) + 12

    def enter(self) -> None:
        """Put the focus on the first deed."""
        if self.rows:
            self.rows[0].go.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.folded.emit()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        findings = ordered(self._shown or ())
        hints = count(findings, Severity.HINT)
        shown = [one for one in findings if one.severity is not Severity.HINT or self._hints_shown]
        self.rows = [FindingRow(one, section_name(self._kind, one), self) for one in shown]
        for row in self.rows:
            self._list.addWidget(row)
        if hints and not self._hints_shown:
            self._list.addWidget(
                Button(f"还有 {hints} 条建议", Kind.QUIET, small=True, on_click=self._show_hints)
            )
        if not findings:
            self._list.addWidget(Label("没有发现问题。", Role.SECOND))
        self._list.addStretch(1)

    def _show_hints(self) -> None:
        self._hints_shown = True
        self._fill()
