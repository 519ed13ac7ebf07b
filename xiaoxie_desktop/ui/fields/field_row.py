"""One row of the form: label, editor, what was said last year; help below, the error below that."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from xiaoxie_desktop.core.answers import Value
from xiaoxie_desktop.core.findings import Severity
from xiaoxie_desktop.core.report import TEXT_TYPES, Field, FieldType
from xiaoxie_desktop.ui.components.labels import IconLabel, Label, Role, Tone
from xiaoxie_desktop.ui.fields.editor import FieldEditor
from xiaoxie_desktop.ui.fields.making import make_editor
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.repolish import set_look
from xiaoxie_desktop.ui.style.theme import appearance

LABEL_EM = 7
PANE_EDGE = 24
BAR_LEFT = 10
_LABEL, _EDITOR, _LAST_YEAR = 0, 1, 2
_BESIDE, _HELP, _ERROR = 0, 1, 2
_SHOW_EXAMPLE_INSIDE = TEXT_TYPES | {FieldType.DATE}
_MARKS = {Severity.ERROR: "state-problem", Severity.WARNING: "lightbulb", Severity.HINT: "info"}
_TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARN, Severity.HINT: Tone.PLAIN}


class Message(QWidget):
    """A sentence under a field with the shape of its severity before it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconLabel("state-problem", "error", "icon-small")
        self._words = Label("", Role.ERROR, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str, severity: Severity) -> None:
        """Show a sentence, or nothing when it is empty."""
        self._words.setText(sentence)
        self._words.set_tone(_TONES[severity])
        set_look(self._words, "role", "error" if severity is Severity.ERROR else "help")
        self._mark.show_icon(_MARKS[severity], _TONES[severity].value)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()


class FieldRow(QWidget):
    """A field on the form. An error is said in words, by a shape, by the editor's edge and a bar at the pane's edge."""

    def __init__(self, field: Field, year: int, last_year: str, *, parent: QWidget | None = None) -> None:
        """`last_year` is how last year's answer reads, empty when there is none."""
        super().__init__(parent)
        self.field = field
        self.touched = False
        """Whether someone was in this field: only then a missing answer is pointed out here."""
        self.typing = False
        """Whether something was typed since someone came in: until they leave, nothing is called not understood."""
        self._shown: Value | None = None
        self.editor: FieldEditor = make_editor(field, year)
        self._label: QLabel | None = None
        self._wrong = False
        self._message: Message | None = None
        self._message_column = _LABEL
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(PANE_EDGE, 4, PANE_EDGE, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._lay_out(last_year)

    def show_value(self, value: Value | None) -> None:
        """Show an answer."""
        self.editor.show_value(value)
        self.note_value()

    def note_value(self) -> None:
        """Remember what stands in the editor as known outside."""
        self._shown = self.editor.value()

    def has_changed(self) -> bool:
        """Whether the editor holds anything else than what is known outside."""
        return self.editor.value() != self._shown

    def say(self, sentence: str, severity: Severity = Severity.ERROR) -> None:
        """Show what is wrong with this field, or that all is well."""
        if sentence == self.message():
            return
        wrong = bool(sentence) and severity is Severity.ERROR
        self._message_below().say(sentence, severity)
        self.editor.setAccessibleDescription(" ".join(filter(None, (self.field.help, sentence))))
        if wrong != self._wrong:
            self._wrong = wrong
            self.editor.set_wrong(wrong)
            self.update()

    def message(self) -> str:
        """The sentence under the field."""
        return self._message.text() if self._message else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar of an error at the edge of the pane."""
        if not self._wrong:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("error"))
        painter.drawRoundedRect(QRectF(BAR_LEFT, 4, 4, self.height() - 8), 2, 2)

    def _lay_out(self, last_year: str) -> None:
        if self.editor.fills_column:
            self._grid.addWidget(self.editor, _BESIDE, _LABEL, 1, 3)
            self._put_below(_LABEL, last_year)
            return
        self._label = Label(self.field.label, wrap=True)
        self._label.setBuddy(self.editor.entrance())
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._label, _BESIDE, _LABEL, top)
        if self.editor.stretches:
            self._grid.addWidget(self.editor, _BESIDE, _EDITOR, 1, 2, top)
            self._put_below(_EDITOR, last_year)
        else:
            self._grid.addWidget(self.editor, _BESIDE, _EDITOR)
            if last_year:
                self._grid.addWidget(Label(_last_year(last_year), Role.HELP, wrap=True), _BESIDE, _LAST_YEAR)
            self._put_below(_EDITOR, "")
        self._grid.setColumnStretch(_LAST_YEAR, 1)
        appearance.changed.connect(self._size_up)
        self._size_up()

    def _put_below(self, column: int, last_year: str) -> None:
        words = [self.field.help] if self.field.help else []
        if self.field.example and not self.field.help and self.field.type not in _SHOW_EXAMPLE_INSIDE:
            words.append(f"例如：{self.field.example}")
        words += [_last_year(last_year)] if last_year else []
        if words:
            self._grid.addWidget(Label("\n".join(words), Role.HELP, wrap=True), _HELP, column, 1, 3 - column)
        self._message_column = column

    def _message_below(self) -> Message:
        if self._message is None:
            self._message = Message()
            column = self._message_column
            self._grid.addWidget(self._message, _ERROR, column, 1, 3 - column)
        return self._message

    def _size_up(self) -> None:
        if self._label is not None:
            self._label.setFixedWidth(theme.em(LABEL_EM))
            line = self._label.fontMetrics().lineSpacing()
            self._label.setContentsMargins(0, max(0, (theme.size("control") - line) // 2), 0, 0)


def _last_year(text: str) -> str:
    return f"去年 {text}" if text else ""
