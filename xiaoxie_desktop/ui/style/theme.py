"""Holds the current theme (colour scheme and text size) and applies it to the whole application."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from xiaoxie_desktop.ui.style.sheet import fill_sheet
from xiaoxie_desktop.ui.style.tokens import read_tokens

STYLE_ARGUMENTS = ("-style", "Fusion")
"""What QApplication is told; a style set later costs the start more, for it brings all of QStyle to Python."""


class Scheme(StrEnum):
    """Which colours to use; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextSize(StrEnum):
    """The three text sizes 小, 标准 and 大 (14, 16 and 18 px)."""

    SMALL = "small"
    STANDARD = "standard"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Theme:
    """What the user chose: a colour scheme and a text size."""

    scheme: Scheme = Scheme.SYSTEM
    text_size: TextSize = TextSize.STANDARD


class Appearance(QObject):
    """The appearance the application wears now; `changed` is emitted after every new one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme()
        self.scheme = Scheme.LIGHT

    def wear(self, app: QApplication, theme: Theme) -> None:
        """Put the theme on the application: palette, font and style sheet, then tell everybody."""
        self.theme = theme
        self.scheme = _resolved(theme.scheme)
        app.setPalette(_palette())
        app.setFont(text_font())
        app.setStyleSheet(fill_sheet(self.scheme, theme.text_size))
        self.changed.emit()

    def follow_system(self) -> None:
        """Take over a new scheme of the desktop, unless the user chose one."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and self.theme.scheme is Scheme.SYSTEM:
            self.wear(app, self.theme)


appearance = Appearance()


def apply(app: QApplication, theme: Theme) -> None:
    """Make the whole application wear the theme; follow the desktop's scheme when none is chosen."""
    if not app.property("followsDesktop"):
        app.setProperty("followsDesktop", True)
        app.styleHints().colorSchemeChanged.connect(appearance.follow_system)
    native = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
    appearance.theme = Theme(Scheme.LIGHT, theme.text_size)  # the hint below must not apply the old choice
    app.styleHints().setColorScheme(native.get(theme.scheme, Qt.ColorScheme.Unknown))
    appearance.wear(app, theme)


def color(name: str) -> QColor:
    """The colour of a token in the current scheme."""
    return QColor(read_tokens().colors[appearance.scheme][name])


def size(name: str) -> int:
    """The size of a token in the current text size, in logical pixels."""
    return read_tokens().sizes[appearance.theme.text_size][name]


def em(count: float, of: str = "font") -> int:
    """A width in logical pixels that holds `count` hanzi of the given font size token."""
    return round(count * size(of))


def text_font(of: str = "font", *, bold: bool = False) -> QFont:
    """A font of the interface family in the size of a token, for painting by hand."""
    font = QFont()
    font.setFamilies(list(read_tokens().families))
    font.setPixelSize(size(of))
    font.setBold(bold)
    return font


def _resolved(scheme: Scheme) -> Scheme:
    if scheme is not Scheme.SYSTEM:
        return scheme
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Scheme.DARK if dark else Scheme.LIGHT


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, "bg"), (roles.Base, "surface"), (roles.AlternateBase, "sunken"),
        (roles.Button, "surface"), (roles.WindowText, "text"), (roles.Text, "text"),
        (roles.ButtonText, "text"), (roles.PlaceholderText, "text-3"), (roles.Highlight, "fill"),
        (roles.HighlightedText, "on-fill"), (roles.Link, "action"), (roles.LinkVisited, "action"),
        (roles.ToolTipBase, "surface"), (roles.ToolTipText, "text"), (roles.Mid, "border"),
        (roles.Dark, "border-strong"), (roles.Light, "surface"), (roles.Midlight, "border"),
        (roles.Accent, "fill"),
    ):  # fmt: skip
        palette.setColor(role, color(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color("text-off"))
    return palette
