"""What only Qt can tell of the machine: which Chinese fonts and printers there are. Needs no display."""

from collections.abc import Iterator

from PySide6.QtPrintSupport import QPrinterInfo

from xiaoxie_desktop.ui.offscreen import qt_application
from xiaoxie_desktop.ui.preview.machine_fonts import typefaces


def check_machine() -> Iterator[tuple[str, bool, str]]:
    """(name, as wanted, sentence) for fonts and printers; makes an offscreen application where there is none."""
    application = qt_application()
    yield from _fonts()
    yield from _printers()
    del application


def _fonts() -> Iterator[tuple[str, bool, str]]:
    for face in typefaces().faces().values():
        yield f"字体 {face.choice.chain.label}", not face.stands_in, face.sentence


def _printers() -> Iterator[tuple[str, bool, str]]:
    names = QPrinterInfo.availablePrinterNames()
    said = (
        f"有 {len(names)} 台：{'、'.join(names[:5])}。"
        if names
        else "没有找到打印机，可以先导出 Word 或 PDF 再打印。"
    )
    yield "打印机", bool(names), said
