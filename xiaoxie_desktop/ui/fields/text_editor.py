"""Editors of words: one line, several lines, and the two-part values 联系人 and 文件."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from xiaoxie_desktop.core.answers import Contact, DocumentReference, Unreadable, Value
from xiaoxie_desktop.core.reading import clean_text
from xiaoxie_desktop.core.report import Field
from xiaoxie_desktop.ui.fields.editor import FieldEditor
from xiaoxie_desktop.ui.fields.line_box import LineBox
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.repolish import set_look

MOST_LINES = 6


def typed_text(value: Value | None) -> str:
    """The words of a text value, or what was typed and not understood."""
    match value:
        case Unreadable(typed):
            return typed
        case str():
            return value
        case _:
            return ""


class TextEditor(FieldEditor):
    """One line of words."""

    stretches = True

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        self.box = LineBox(field.label, field.example)
        _lay_out(self, self.box)

    def value(self) -> Value | None:
        """The words, None when there are none."""
        text = clean_text(self.box.text())
        return text if text.strip() else None

    def show_value(self, value: Value | None) -> None:
        """Show the words."""
        self.box.show_text(typed_text(value))

    def set_wrong(self, wrong: bool) -> None:
        """Draw the edge of the box in crimson."""
        set_look(self.box, "state", "error" if wrong else "")

    def entrance(self) -> QWidget:
        """The box itself."""
        return self.box


class PairEditor(FieldEditor):
    """Two lines of words side by side that make one value: a person and a telephone, a title and a number."""

    stretches = True

    def __init__(
        self, field: Field, year: int, names: tuple[str, str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, year, parent=parent)
        self.boxes = tuple(LineBox(f"{field.label}，{name}") for name in names)
        for box, name in zip(self.boxes, names, strict=True):
            box.setPlaceholderText(name)
        _lay_out(self, *self.boxes)

    def set_wrong(self, wrong: bool) -> None:
        """Draw the edges of both boxes in crimson."""
        for box in self.boxes:
            set_look(box, "state", "error" if wrong else "")

    def entrance(self) -> QWidget:
        """The first of the two boxes."""
        return self.boxes[0]

    def typed(self) -> tuple[str, str]:
        """What stands in the two boxes, without spaces around it."""
        first, second = (clean_text(box.text()).strip() for box in self.boxes)
        return first, second

    def show_typed(self, first: str, second: str) -> None:
        """Fill the two boxes; a part that only gained spaces is left as it is being typed."""
        for box, text in zip(self.boxes, (first, second), strict=True):
            if box.text().strip() != text:
                box.show_text(text)


class ContactEditor(PairEditor):
    """联系人 and 联系电话."""

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, ("姓名", "电话"), parent=parent)

    def value(self) -> Value | None:
        """The contact, None when both boxes are empty."""
        name, phone = self.typed()
        return Contact(name, phone) if name or phone else None

    def show_value(self, value: Value | None) -> None:
        """Show name and telephone."""
        contact = value if isinstance(value, Contact) else Contact(typed_text(value))
        self.show_typed(contact.name, contact.phone)


class DocumentReferenceEditor(PairEditor):
    """A cited document: its title and its 发文字号."""

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, ("文件标题，不用加书名号", "文号"), parent=parent)

    def value(self) -> Value | None:
        """The reference, None when both boxes are empty."""
        title, number = self.typed()
        return DocumentReference(title, number) if title or number else None

    def show_value(self, value: Value | None) -> None:
        """Show title and number."""
        reference = value if isinstance(value, DocumentReference) else DocumentReference(typed_text(value))
        self.show_typed(reference.title, reference.number)


class ParagraphBox(QPlainTextEdit):
    """Several lines of plain words; grows with them up to six lines."""

    left = Signal()

    def __init__(
        self, name: str, example: str = "", *, least: int = 2, parent: QWidget | None = None
    ) -> None:
        """`least` is the number of lines the box shows when it is empty."""
        super().__init__(parent)
        self.composition, self._least = "", least
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        if example:
            self.setPlaceholderText(f"例如：{example}")
        self.textChanged.connect(self.fit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self.composition = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the box was left; its own menu is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.composition = ""
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths need other heights."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window when the box itself has nothing to undo or redo."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return bool(super().event(event))

    def fit(self) -> None:
        """Take the height of the text, up to six lines."""
        needed = round(self.document().size().height())
        lines = max(self._least, min(MOST_LINES, needed))
        scrolls = needed > MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        line = QFontMetrics(theme.text_font()).lineSpacing()
        height = theme.size("control") + (lines - 1) * line
        if height != self.height():
            self.setFixedHeight(height)


class LongTextEditor(FieldEditor):
    """Several lines of words in a box that grows with them."""

    stretches = True
    least = 2

    def __init__(self, field: Field, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__(field, year, parent=parent)
        self.box = ParagraphBox(field.label, field.example, least=self.least)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        self.box.textChanged.connect(self.edited)
        self.box.left.connect(self.left)

    def value(self) -> Value | None:
        """The words with their line breaks, None when there are none."""
        text = clean_text(self.box.toPlainText())
        return text if text.strip() else None

    def show_value(self, value: Value | None) -> None:
        """Show the words."""
        text = typed_text(value)
        if self.box.toPlainText() != text:
            self.box.blockSignals(True)
            self.box.setPlainText(text)
            self.box.blockSignals(False)
            self.box.fit()

    def set_wrong(self, wrong: bool) -> None:
        """Draw the edge of the box in crimson."""
        set_look(self.box, "state", "error" if wrong else "")

    def entrance(self) -> QWidget:
        """The box itself."""
        return self.box


class OrganizationEditor(LongTextEditor):
    """A unit, or several, one a line."""

    least = 1


def _lay_out(editor: FieldEditor, *boxes: LineBox) -> None:
    row = QHBoxLayout(editor)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for box in boxes:
        row.addWidget(box, 1)
        box.textEdited.connect(editor.edited)
        box.left.connect(editor.left)
