"""The bar at the foot of 核对: whether the report is ready, PDF, 打印 and 导出 Word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.labels import StateLabel, Tone
from xiaoxie_desktop.ui.keys import tip

HEIGHT = 64


class ExportBar(Frame):
    """It never scrolls away."""

    print_asked = Signal()
    export_asked = Signal()
    pdf_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("export-bar", parent=parent)
        self.state = StateLabel("", "circle-check", Tone.OK)
        self.pdf = Button("PDF", icon="file-type", hint="导出 PDF", on_click=self.pdf_asked.emit)
        self.print = Button("打印…", icon="printer", hint=tip("print"), on_click=self.print_asked.emit)
        self.export = Button(
            "导出 Word", Kind.PRIMARY, "file-down", hint=tip("export"), on_click=self.export_asked.emit
        )
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addWidget(self.pdf)
        row.addWidget(self.print)
        row.addWidget(self.export)

    def show_state(self, errors: int, unfinished: int) -> None:
        """Say in one line whether to export now."""
        parts = [f"{errors} 处错误"] if errors else []
        parts += [f"{unfinished} 节没写完"] if unfinished else []
        if errors:
            self.state.show_state(f"还有 {'、'.join(parts)}，建议改好再导出", "state-problem", Tone.ERROR)
        elif parts:
            self.state.show_state(f"还有 {parts[0]}", "triangle-alert", Tone.WARN)
        else:
            self.state.show_state("都写好了，可以导出", "circle-check", Tone.OK)
