"""Draws the shipped SVG icons in the colours of the theme, sharp at every screen scaling."""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.ui.style import theme


def pixmap(name: str, ink: str, side: int, *, gap: int = 0) -> QPixmap:
    """An icon as a picture: `side` logical pixels square, plus `gap` empty pixels at its right edge."""
    return _drawn(name, theme.color(ink).name(), side, gap, _ratio())


def icon(
    name: str, ink: str = "text", side: int | None = None, *, gap: int = 0, on_ink: str | None = None
) -> QIcon:
    """An icon with its disabled look, and with its own colour for a pressed toggle if `on_ink` is given."""
    side = side or theme.size("icon")
    made = QIcon()
    states = ((QIcon.State.Off, ink), (QIcon.State.On, on_ink or ink))
    for state, front in states:
        made.addPixmap(pixmap(name, front, side, gap=gap), QIcon.Mode.Normal, state)
        made.addPixmap(pixmap(name, "text-off", side, gap=gap), QIcon.Mode.Disabled, state)
    return made


def seal_icon() -> QIcon:
    """The brand mark 消 for windows and the task bar, in all usual sizes."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("seal", "brand", side))
    return made


def icon_extent(side: int, gap: int) -> QSize:
    """The size to give to setIconSize for an icon with a gap."""
    return QSize(side + gap, side)


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@cache
def _folder() -> Path:
    return resource_path("icons")


@cache
def _source(name: str) -> str:
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, front: str, side: int, gap: int, ratio: float) -> QPixmap:
    svg = QSvgRenderer(QByteArray(_source(name).replace("currentColor", front).encode()))
    picture = QPixmap(round((side + gap) * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    svg.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
