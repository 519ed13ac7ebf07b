"""The strip at the foot of the report: how many findings there are, the next one in a line, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.ui.components.buttons import Button, Kind, Link
from xiaoxie_desktop.ui.components.frames import Frame, upright_line
from xiaoxie_desktop.ui.components.labels import KeyCap, Label, Role, StateLabel, Tone
from xiaoxie_desktop.ui.keys import KEYS
from xiaoxie_desktop.ui.report.elided_label import ElidedLabel
from xiaoxie_desktop.ui.report.finding_words import count, deed_words, section_name
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance


class Strip(Frame):
    """校对 in one line."""

    next_asked = Signal()
    unfolded = Signal(bool)
    followed = Signal()

    def __init__(self, kind: ReportKind, *, parent: QWidget | None = None) -> None:
        super().__init__("strip", parent=parent)
        self._kind = kind
        self._said = ""
        self.errors = StateLabel("", "state-problem", Tone.ERROR)
        self.warnings = StateLabel("", "lightbulb", Tone.WARN)
        self.fine = StateLabel("没有发现问题", "circle-check", Tone.OK)
        self._place, self._sentence = Label("", Role.SECOND), ElidedLabel()
        self.link = Link("去修改", small=False, on_click=self.followed.emit)
        self._rule = upright_line()
        self.next = Button("下一处", Kind.QUIET, small=True, on_click=self.next_asked.emit)
        self._cap = KeyCap(KEYS["next_finding"].cap)
        self.fold = Button(
            "展开", Kind.QUIET, "chevron-up", small=True, icon_last=True, on_click=self._toggle
        )
        self._is_unfolded = False
        self._lay_out()
        appearance.changed.connect(self._size_up)
        self._size_up()

    def show_findings(self, findings: Sequence[Finding], current: Finding | None) -> None:
        """Show the counts and one finding."""
        errors, warnings = count(findings, Severity.ERROR), len(findings) - count(findings, Severity.ERROR)
        self.errors.show_state(f"{errors} 处错误", "state-problem", Tone.ERROR)
        self.warnings.show_state(f"{warnings} 处提示", "lightbulb", Tone.WARN)
        self.errors.setVisible(errors > 0)
        self.warnings.setVisible(warnings > 0)
        self.fine.setVisible(not findings)
        for part in (self.next, self._cap, self.fold):
            part.setEnabled(bool(findings))
        self._show_one(current if not self._is_unfolded else None)
        self._announce(errors)

    def set_unfolded(self, unfolded: bool) -> None:
        """Say whether the list of findings is open."""
        self._is_unfolded = unfolded
        self.fold.setText("收起" if unfolded else "展开")
        self.fold.set_icon("chevron-down" if unfolded else "chevron-up")

    def sentence(self) -> str:
        """The sentence of the finding shown."""
        return self._sentence.text()

    def _show_one(self, finding: Finding | None) -> None:
        for part in (self._place, self._sentence, self.link, self._rule):
            part.setVisible(finding is not None)
        if finding is not None:
            self._place.setText(f"{section_name(self._kind, finding)}：")
            self._sentence.show_text(finding.message)
            self.link.setText(deed_words(finding))

    def _announce(self, errors: int) -> None:
        """Tell a screen reader when the number of errors has changed."""
        said = self.errors.text() if errors else self.fine.text()
        if said != self._said:
            self._said = said
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _toggle(self) -> None:
        self.unfolded.emit(not self._is_unfolded)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(Label("校对", Role.STRONG))
        for part in (self.errors, self.warnings, self.fine, self._rule, self._place):
            row.addWidget(part)
        row.addWidget(self._sentence)
        row.addWidget(self.link)
        row.addStretch(1)
        row.addWidget(self.next)
        row.addWidget(self._cap)
        row.addSpacing(8)
        row.addWidget(self.fold)

    def _size_up(self) -> None:
        self.setFixedHeight(theme.size("strip"))
