"""校对结果 on the page 核对: all findings in a card."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.ui.components.buttons import Link
from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.labels import IconLabel, Label, Role, StateLabel, Tone
from xiaoxie_desktop.ui.report.finding_words import (
    ICONS,
    TONES,
    can_be_put_aside,
    count,
    deed_words,
    ordered,
    section_name,
)


class FindingsCard(Frame):
    """Errors first; each with the way to it, hints also with 不是问题."""

    followed = Signal(object)
    put_aside = Signal(object)

    def __init__(self, kind: ReportKind, *, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self._kind = kind
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Fill the card anew."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(_head(findings))
        for finding in ordered(findings):
            self._column.addWidget(self._row(finding))
        if not findings:
            words = Label("没有发现问题。", Role.SECOND)
            words.setContentsMargins(12, 10, 12, 10)
            self._column.addWidget(words)

    def _row(self, finding: Finding) -> Frame:
        frame = Frame("finding-row")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        mark = IconLabel(ICONS[finding.severity], TONES[finding.severity].value, "icon-small")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(finding.message, wrap=True))
        deeds = QHBoxLayout()
        deeds.setSpacing(16)
        deeds.addWidget(Label(section_name(self._kind, finding), Role.HELP))
        deeds.addWidget(Link(deed_words(finding), on_click=lambda: self.followed.emit(finding)))
        if can_be_put_aside(finding):
            deeds.addWidget(Link("不是问题", on_click=lambda: self.put_aside.emit(finding)))
        deeds.addStretch(1)
        column.addLayout(deeds)
        row.addLayout(column, 1)
        return frame


def _head(findings: Sequence[Finding]) -> Frame:
    head = Frame("card-head")
    row = QHBoxLayout(head)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(10)
    row.addWidget(Label("校对结果", Role.STRONG), 1)
    errors = count(findings, Severity.ERROR)
    if errors:
        row.addWidget(StateLabel(f"{errors} 处错误", "state-problem", Tone.ERROR, small=True))
    if len(findings) > errors:
        row.addWidget(StateLabel(f"{len(findings) - errors} 处提示", "lightbulb", Tone.WARN, small=True))
    return head
