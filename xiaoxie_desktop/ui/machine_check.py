"""What only Qt can tell of the machine: which Chinese fonts and printers there are. Needs no display."""

import os
import sys
from collections.abc import Iterator

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo

FAMILIES = {
    "仿宋（正文）": ("仿宋_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋_GB18030"),
    "小标宋（标题）": ("方正小标宋简体", "方正小标宋_GBK", "小标宋"),
    "楷体（二级标题）": ("楷体_GB2312", "楷体", "KaiTi", "方正楷体_GBK"),
    "黑体（一级标题）": ("黑体", "SimHei", "方正黑体_GBK"),
    "宋体（页码）": ("宋体", "SimSun", "方正书宋_GBK"),
}


def check_machine() -> Iterator[tuple[str, bool, str]]:
    """(name, as wanted, sentence) for fonts and printers; makes an offscreen application where there is none."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("CUPS_SERVER", "/run/cups/cups.sock")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    yield from _fonts()
    yield from _printers()
    del application


def _fonts() -> Iterator[tuple[str, bool, str]]:
    have = set(QFontDatabase.families())
    for role, families in FAMILIES.items():
        found = next((family for family in families if family in have), "")
        said = (
            f"用“{found}”。"
            if found
            else f"本机没有，预览和打印会用别的字体代替；Word 文件里写的是“{families[0]}”。"
        )
        yield f"字体 {role}", bool(found), said


def _printers() -> Iterator[tuple[str, bool, str]]:
    names = QPrinterInfo.availablePrinterNames()
    said = (
        f"有 {len(names)} 台：{'、'.join(names[:5])}。"
        if names
        else "没有找到打印机，可以先导出 Word 再打印。"
    )
    yield "打印机", bool(names), said
