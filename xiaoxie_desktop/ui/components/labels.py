"""Words on the window: plain text in the sizes of the design, badges, states with an icon, key caps."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from xiaoxie_desktop.ui.style import icons, theme
from xiaoxie_desktop.ui.style.repolish import set_look
from xiaoxie_desktop.ui.style.theme import appearance


class Role(StrEnum):
    """What a piece of text is for; the style sheet gives it size, weight and colour."""

    BODY = "body"
    H1 = "h1"
    H2 = "h2"
    H3 = "h3"
    STRONG = "strong"
    SECOND = "second"
    HELP = "help"
    COUNT = "count"
    ERROR = "error"
    BADGE = "badge"
    KEY = "key"


class Tone(StrEnum):
    """The meaning of a coloured text, which is also its colour token; PLAIN carries none."""

    PLAIN = "text-2"
    MUTED = "text-3"
    ACTION = "action"
    OK = "ok"
    WARN = "warn"
    ERROR = "error"


class Label(QLabel):
    """Plain text in one role; never rich text, because it may show what staff typed."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: Tone) -> None:
        """Give the text the colour of a state."""
        set_look(self, "state", tone.value)


class Badge(Label):
    """The name of a report kind, or a short state, on a tinted ground; all kind badges are equally wide."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN, *, parent: QWidget | None = None) -> None:
        super().__init__(text, Role.BADGE, parent=parent)
        self.setProperty("state", tone.value)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class KeyCap(Label):
    """A key or shortcut drawn as the cap of a key, for example F8."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, Role.KEY, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(20)


class IconLabel(QLabel):
    """An icon that says nothing of its own and stands beside a word."""

    def __init__(
        self, icon: str, tone: str = "text-2", side: str | int = "icon", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._side = icon, tone, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._refresh)
        self._refresh()

    def show_icon(self, icon: str, tone: str) -> None:
        """Show another icon in the colour of a token."""
        self._icon, self._tone = icon, tone
        self._refresh()

    def _refresh(self) -> None:
        side = self._side if isinstance(self._side, int) else theme.size(self._side)
        self.setPixmap(icons.pixmap(self._icon, self._tone, side))


class StateLabel(QWidget):
    """An icon and a word in one colour: a state is never said by colour alone."""

    def __init__(self, text: str, icon: str, tone: Tone = Tone.PLAIN, *, small: bool = False) -> None:
        super().__init__()
        self._mark = IconLabel(icon, tone.value, "icon-small" if small else "icon")
        self._word = Label(text, Role.HELP if small else Role.BODY)
        self._word.set_tone(tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._word, 1)
        self.setAccessibleName(text)

    def show_state(self, text: str, icon: str, tone: Tone) -> None:
        """Say another state."""
        self._word.setText(text)
        self._word.set_tone(tone)
        self._mark.show_icon(icon, tone.value)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The word the label shows."""
        return self._word.text()
