"""The bar above the report: back to the list, title, saved state, 撤销, 重做, 预览, 打印, 导出 Word."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.frames import Frame, upright_line
from xiaoxie_desktop.ui.components.labels import Badge, Role, StateLabel, Tone
from xiaoxie_desktop.ui.keys import tip
from xiaoxie_desktop.ui.report.autosave import SaveState
from xiaoxie_desktop.ui.report.elided_label import ElidedLabel
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance


class TopBar(Frame):
    """It never scrolls; the saved state is always in sight."""

    back = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    print_asked = Signal()
    export_asked = Signal()
    preview_asked = Signal()

    def __init__(self, badge: str, *, parent: QWidget | None = None) -> None:
        super().__init__("top-bar", parent=parent)
        self._title = ElidedLabel(Role.H3)
        self.state = StateLabel("", "circle-check", Tone.OK, small=True)
        self.state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.back_button = Button(
            "我的报告", Kind.QUIET, "arrow-left", hint=tip("leave"), on_click=self.back.emit
        )
        self.undo = Button("撤销", Kind.QUIET, "undo-2", hint=tip("undo"), on_click=self.undo_asked.emit)
        self.redo = Button("重做", Kind.QUIET, "redo-2", hint=tip("redo"), on_click=self.redo_asked.emit)
        self.preview = Button(
            "预览", Kind.TOGGLE, "panel-right", hint=tip("preview"), on_click=self.preview_asked.emit
        )
        self.print = Button("打印", icon="printer", hint=tip("print"), on_click=self.print_asked.emit)
        self.export = Button(
            "导出 Word", Kind.PRIMARY, "file-down", hint=tip("export"), on_click=self.export_asked.emit
        )
        self._own = [self.print, self.export]
        self._lay_out(badge)
        appearance.changed.connect(self._size_up)
        self._size_up()

    def show_title(self, title: str) -> None:
        """Show the report's title, shortened where the room ends."""
        self._title.show_text(title)

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def show_saved(self, state: SaveState, saved_at: datetime | None, sentence: str) -> None:
        """Say what is saved: 正在保存…, 已保存 with the time, or why not."""
        match state:
            case SaveState.SAVING:
                self.state.show_state("正在保存…", "circle", Tone.PLAIN)
            case SaveState.SAVED:
                at = saved_at.astimezone().strftime("%H:%M") if saved_at else ""
                self.state.show_state(f"已保存 {at}".strip(), "circle-check", Tone.OK)
            case SaveState.FAILED:
                self.state.show_state("没有保存", "state-problem", Tone.ERROR)
        self.state.setToolTip(sentence)

    def show_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Say whether there is anything to take back or bring back."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def show_deeds(self, shown: bool) -> None:
        """Show 打印 and 导出 Word here, or leave them to the export bar of 核对."""
        for part in self._own:
            part.setVisible(shown)

    def _lay_out(self, badge: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addWidget(upright_line())
        row.addSpacing(8)
        row.addWidget(self._title)
        if badge:
            row.addWidget(Badge(badge))
        row.addStretch(1)
        for part in (
            self.state,
            upright_line(),
            self.undo,
            self.redo,
            upright_line(),
            self.preview,
            *self._own,
        ):
            row.addWidget(part)

    def _size_up(self) -> None:
        self.setFixedHeight(theme.size("top-bar"))
