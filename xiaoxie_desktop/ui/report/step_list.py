"""The list of steps: each with the shape and the word of its state, the current one raised, in one painted list."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from xiaoxie_desktop.core.progress import StepProgress, StepState
from xiaoxie_desktop.ui.style import icons, theme
from xiaoxie_desktop.ui.style.theme import appearance

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SIDE = 10
DISC = 18


@dataclass(frozen=True, slots=True)
class StepLook:
    """How a step is shown: icon and its colour token, the word at the right and its colour token."""

    icon: str
    icon_front: str
    word: str
    word_front: str
    name_front: str = "text"


def look_of(step: StepProgress) -> StepLook:
    """The look of a step in its state."""
    match step.state:
        case StepState.DONE:
            return StepLook("state-done", "ok", "完成", "text-2")
        case StepState.STARTED:
            return StepLook("state-editing", "action", "填写中", "action")
        case StepState.PROBLEM:
            return StepLook("state-problem", "error", f"{step.problems} 处", "error")
        case StepState.OMITTED:
            return StepLook("circle-dashed", "text-3", "不写", "text-3", "text-3")
        case StepState.EMPTY:
            return StepLook("circle", "text-3", "未填", "text-3")


class StepRole(IntEnum):
    """What the delegate asks of a line beside its name."""

    LOOK = Qt.ItemDataRole.UserRole + 1
    SECTION = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line: the id of its step, its name, its look."""

    section: str
    name: str
    look: StepLook


class StepModel(QAbstractListModel):
    """The lines of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[StepLine, ...] = ()

    def show_lines(self, lines: Sequence[StepLine]) -> None:
        """Show these lines; the same number of them keeps the current one current."""
        if len(lines) != len(self.lines):
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()
        elif tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, look and what a screen reader says."""
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.name}，{line.look.word}" if line.look.word else line.name
            case StepRole.LOOK:
                return line.look
            case StepRole.SECTION:
                return line.section
            case _:
                return None


class StepDelegate(QStyledItemDelegate):
    """Paints one step."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Steps are as high as the design says."""
        return QSize(0, theme.size("step"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, bar, disc, name and state of one step."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        current = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)  # type: ignore[attr-defined]
        look = index.data(StepRole.LOOK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, rect.adjusted(SIDE, 0, -SIDE, -1), current=current, hovered=hovered)
        inside = rect.adjusted(SIDE + 8, 0, -SIDE - 9, -1)
        disc = icons.pixmap(look.icon, look.icon_front, DISC)
        painter.drawPixmap(inside.left(), inside.center().y() - DISC // 2 + 1, disc)
        _draw_words(painter, inside.adjusted(DISC + 10, 0, 0, 0), str(index.data()), look, current)
        painter.restore()


def _draw_ground(painter: QPainter, rect: QRect, *, current: bool, hovered: bool) -> None:
    if not (current or hovered):
        return
    painter.setPen(theme.color("border" if current else "hover"))
    painter.setBrush(theme.color("surface" if current else "hover"))
    painter.drawRoundedRect(rect, 6, 6)
    if current:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("action"))
        painter.drawRect(rect.left(), rect.top() + 8, 3, rect.height() - 15)


def _draw_words(painter: QPainter, rect: QRect, name: str, look: StepLook, current: bool) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(theme.text_font("font-2"))
    painter.setPen(theme.color(look.word_front))
    painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, look.word)
    room = rect.width() - painter.fontMetrics().horizontalAdvance(look.word) - 8
    painter.setFont(theme.text_font(bold=current))
    painter.setPen(theme.color(look.name_front))
    name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, name)


class StepList(QListView):
    """A list of steps; Enter or a click goes to one."""

    chosen = Signal(str)
    menu_asked = Signal(str, object)
    """A step's menu is wanted: its id and the place on the screen."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(StepDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("role", "step-list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        appearance.changed.connect(self.doItemsLayout)

    def show_lines(self, lines: Sequence[StepLine], current: str) -> None:
        """Show these steps and raise the current one."""
        self.steps.show_lines(lines)
        row = next((number for number, line in enumerate(lines) if line.section == current), -1)
        if row < 0:
            self.clearSelection()
        elif row != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.steps.index(row))

    def hug(self) -> None:
        """Be exactly as high as the lines."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.size("step") * self.steps.rowCount() + 2)

    def focus_rect(self) -> QRect:
        """Where the focus ring stands."""
        return self.visualRect(self.currentIndex()).adjusted(SIDE, 0, -SIDE, -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space go to the step the keyboard is at."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and self.currentIndex().isValid()
        ):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the step under the mouse, or of the current one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.menu_asked.emit(str(index.data(StepRole.SECTION)), event.globalPos())

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.data(StepRole.SECTION)))
