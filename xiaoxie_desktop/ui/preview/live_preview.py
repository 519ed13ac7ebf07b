"""Keeps the preview up with what is typed: a keystroke is on the page before the next one, stored or not."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from xiaoxie_desktop.core.answers import Value
from xiaoxie_desktop.core.draft import ParagraphKey, TextPiece
from xiaoxie_desktop.ui.preview.preview_pane import PreviewPane
from xiaoxie_desktop.workflow.drafting import DraftSession
from xiaoxie_desktop.workflow.previewing import Previewed, Typed, preview

SOON_MS = 10
"""From the first keystroke not shown yet; later ones do not push it back."""


class LivePreview(QObject):
    """Shows an open draft in a pane as long as the pane is seen."""

    def __init__(self, session: DraftSession, pane: PreviewPane, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._pane = session, pane
        self._fields: dict[str, Callable[[], Value | None]] = {}
        self._words: Callable[[], dict[ParagraphKey, tuple[TextPiece, ...]]] | None = None
        self._section, self._field = "", ""
        self._organization = session.organization
        self._previewed: Previewed | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._show_typed)
        self._shown = QTimer(self, singleShot=True, interval=0)
        self._shown.timeout.connect(lambda: self.show_stored(self._section))
        pane.seen.connect(self._shown.start)

    def type_field(self, field: str, value: Callable[[], Value | None]) -> None:
        """A field is being typed in; `value` reads what stands in it."""
        self._fields[field] = value
        self._field = field
        self._start()

    def type_words(self, words: Callable[[], dict[ParagraphKey, tuple[TextPiece, ...]]]) -> None:
        """Words of composed paragraphs are being changed; `words` reads what is not stored yet."""
        self._words = words
        self._field = ""
        self._start()

    def show_stored(self, section: str) -> None:
        """Show the draft as it is stored, with this section as the current one."""
        self._fields.clear()
        self._words = None
        self._soon.stop()
        if section != self._section:
            self._field = ""
        moved, self._section = section != self._section, section
        if not self._pane.isVisible():
            return
        self._pane.show_report(self._of_stored())
        self._mark()
        if moved:
            self._pane.reveal_section(section)

    def leave_field(self) -> None:
        """Nothing is being typed any more; its mark goes with the next picture."""
        self._field = ""

    def _of_stored(self) -> Previewed:
        """The stored draft's pages; often it is what was shown while it was typed."""
        session, shown = self._session, self._previewed
        same_unit = session.organization is self._organization
        if shown is None or not same_unit or not shown.still_shows(session.draft):
            shown, self._organization = preview(session), session.organization
        self._previewed = shown
        return shown

    def _start(self) -> None:
        if self._pane.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _show_typed(self) -> None:
        answers = {field: value() for field, value in self._fields.items()}
        typed = Typed(answers, self._words() if self._words else {})
        self._previewed = preview(self._session, typed)
        self._pane.show_report(self._previewed)
        self._mark()

    def _mark(self) -> None:
        self._pane.show_marks(self._section, self._session.findings, self._field)
