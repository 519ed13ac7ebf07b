"""核对与导出: everything that was answered, everything that was found, and the way out on paper or as a file."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.core.findings import Severity
from xiaoxie_desktop.ui.check_answers.answers_list import AnswersList
from xiaoxie_desktop.ui.check_answers.checklist import Checklist, automatic_lines, unfinished
from xiaoxie_desktop.ui.check_answers.export_bar import ExportBar
from xiaoxie_desktop.ui.check_answers.findings_card import FindingsCard
from xiaoxie_desktop.ui.components.frames import Frame, Scroller
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.keys import KEYS
from xiaoxie_desktop.ui.report.elided_label import ElidedLabel
from xiaoxie_desktop.workflow.drafting import DraftSession

SIDE_MOST, SIDE_LEAST = 412, 296
SIDE_SHARE = 0.4
"""The part of the page the findings take, in narrow windows."""
ANSWERS_MOST = 868


class CheckPage(Frame):
    """The page of the last step."""

    edit_asked = Signal(str, str)
    finding_followed = Signal(object)
    finding_put_aside = Signal(object)
    ticked = Signal(str, bool)
    print_asked = Signal()
    export_asked = Signal()
    pdf_asked = Signal()

    def __init__(self, session: DraftSession, *, parent: QWidget | None = None) -> None:
        super().__init__("pane", parent=parent)
        self._session = session
        self._shown: object = None
        self.answers, self.findings = AnswersList(), FindingsCard(session.kind)
        self.checklist, self.bar = Checklist(), ExportBar()
        self._lay_out()
        self.answers.edit_asked.connect(self.edit_asked)
        self.findings.followed.connect(self.finding_followed)
        self.findings.put_aside.connect(self.finding_put_aside)
        self.checklist.ticked.connect(self.ticked)
        self.bar.print_asked.connect(self.print_asked)
        self.bar.export_asked.connect(self.export_asked)
        self.bar.pdf_asked.connect(self.pdf_asked)

    def refresh(self) -> None:
        """Show the draft as it is now; the answers are only filled anew when something changed."""
        session = self._session
        state = (session.draft.revision, session.ignored, session.findings)
        if state != self._shown:
            self._shown = state
            self.answers.show_answers(session.kind, session.draft, session.steps, session.findings)
            self.findings.show_findings(session.findings)
        self.checklist.show_state(automatic_lines(session.steps, session.findings), session.ticks)
        errors = sum(one.severity is Severity.ERROR for one in session.findings)
        self.bar.show_state(errors, unfinished(session.steps))

    def enter(self) -> None:
        """Put the focus on the deed this page is for."""
        self.bar.export.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 8, 24, 0)
        head.addWidget(Label("核对与导出", Role.H1))
        head.setSpacing(16)
        head.addStretch(1)
        hint = ElidedLabel(Role.HELP)
        hint.show_text(f"点“修改”回到那一项，改完按 {KEYS['leave'].cap} 回来")
        head.addWidget(hint)
        content = QWidget()
        inside = QHBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        self.answers.setMaximumWidth(ANSWERS_MOST)
        inside.addWidget(self.answers, 1)
        inside.addStretch(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(Scroller(content), 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        self._side = self._make_side()
        middle.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the findings their part of the width."""
        super().resizeEvent(event)
        self._side.setFixedWidth(max(SIDE_LEAST, min(SIDE_MOST, round(self.width() * SIDE_SHARE))))

    def _make_side(self) -> Frame:
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(16, 14, 16, 14)
        cards.setSpacing(12)
        cards.addWidget(self.findings)
        cards.addWidget(self.checklist)
        cards.addStretch(1)
        side = Frame("check-side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroller(content))
        return side
