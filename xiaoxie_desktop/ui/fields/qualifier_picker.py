"""The picker of 约数词 in a number group: its list shows each word with the whole figure it makes."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from xiaoxie_desktop.core.answers import Qualifier
from xiaoxie_desktop.ui.style import icons, theme
from xiaoxie_desktop.ui.style.repolish import set_look

_FULL_FORM = Qt.ItemDataRole.UserRole + 1
_UNDER_HAND = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
_Index = QModelIndex | QPersistentModelIndex


class QualifierPicker(QComboBox):
    """准确, 余, 多, 约 or 近; `full_form` says how the figure reads with one of them."""

    def __init__(
        self, name: str, full_form: Callable[[Qualifier], str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._full_form = full_form
        self.setProperty("inner", "true")
        self.setProperty("exact", "true")
        self.setAccessibleName(f"{name}，约数词")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setModel(_words())
        self.currentIndexChanged.connect(self._look)

    def qualifier(self) -> Qualifier:
        """The chosen word."""
        return Qualifier(self.currentText())

    def choose(self, qualifier: Qualifier) -> None:
        """Show a word without telling that it was chosen."""
        if qualifier is not self.qualifier():
            self.blockSignals(True)
            self.setCurrentText(qualifier.value)
            self.blockSignals(False)
            self._look()

    def showPopup(self) -> None:
        """Open the list with the figure as it now stands."""
        if not isinstance(self.itemDelegate(), FullFormDelegate):
            self.setItemDelegate(FullFormDelegate(self))
        for place, qualifier in enumerate(Qualifier):
            self.setItemData(place, self._full_form(qualifier), _FULL_FORM)
            words = f"{qualifier.value}，{self._full_form(qualifier)}"
            self.setItemData(place, words, Qt.ItemDataRole.AccessibleTextRole)
        self.view().setMinimumWidth(theme.em(12))
        super().showPopup()

    def _look(self) -> None:
        set_look(self, "exact", "true" if self.qualifier() is Qualifier.EXACT else "false")


@cache
def _words() -> QStandardItemModel:
    """The words all pickers share; only one list is open at a time, so the full forms can stand in it too."""
    model = QStandardItemModel()
    for qualifier in Qualifier:
        model.appendRow(QStandardItem(qualifier.value))
    return model


class FullFormDelegate(QStyledItemDelegate):
    """Paints a word, the figure it makes and a tick at the chosen one."""

    def __init__(self, picker: QComboBox) -> None:
        super().__init__(picker)
        self._picker = picker

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One row of the size of the design."""
        return QSize(theme.em(12), theme.size("table-row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row of the list."""
        rect: QRect = option.rect.adjusted(2, 0, -2, 0)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & _UNDER_HAND:  # type: ignore[attr-defined]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("action-tint"))
            painter.drawRoundedRect(rect, 4, 4)
        self._write(painter, rect, index)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.text_font())
        painter.setPen(theme.color("text"))
        painter.drawText(rect.adjusted(10, 0, 0, 0), middle, str(index.data()))
        painter.setFont(theme.text_font("font-2"))
        painter.setPen(theme.color("text-2"))
        painter.drawText(rect.adjusted(theme.em(3), 0, 0, 0), middle, str(index.data(_FULL_FORM) or ""))
        if index.row() == self._picker.currentIndex():
            side = theme.size("icon-small")
            tick = icons.pixmap("check", "action", side)
            painter.drawPixmap(rect.right() - side - 8, rect.center().y() - side // 2, tick)
