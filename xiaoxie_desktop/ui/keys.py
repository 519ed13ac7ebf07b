"""Every shortcut of the window in one table: menus, tooltips and the help page read it, a test finds doubles."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a shortcut works; two shortcuts of one place, or of EVERYWHERE, may not be alike."""

    EVERYWHERE = "到处"
    HOME = "我的报告"
    REPORT = "报告窗口"
    FIELDS = "填写项"
    ROWS = "表格"
    COMPOSED = "成文"


@dataclass(frozen=True, slots=True)
class Key:
    """A shortcut: its keys in Qt's portable spelling, the words of its deed, and the keys as a user reads them."""

    keys: str
    words: str
    place: Place
    shown: str = ""

    @property
    def cap(self) -> str:
        """The keys as drawn on a key cap or written in a tooltip."""
        return self.shown or self.keys


KEYS: dict[str, Key] = {
    "help": Key("F1", "帮助", Place.EVERYWHERE),
    "save": Key("Ctrl+S", "保存（平时会自动保存）", Place.EVERYWHERE),
    "next_area": Key("F6", "到下一块", Place.EVERYWHERE),
    "previous_area": Key("Shift+F6", "到上一块", Place.EVERYWHERE),
    "new": Key("Ctrl+N", "新建报告", Place.HOME),
    "find_report": Key("Ctrl+F", "查找报告", Place.HOME),
    "open": Key("Return", "打开", Place.HOME, "Enter"),
    "copy": Key("Ctrl+D", "复制一份", Place.HOME),
    "rename": Key("F2", "改名", Place.HOME),
    "delete": Key("Del", "移到回收站", Place.HOME, "Delete"),
    "leave": Key("Alt+Left", "返回", Place.REPORT, "Alt+←"),
    "undo": Key("Ctrl+Z", "撤销", Place.REPORT),
    "redo": Key("Ctrl+Y", "重做", Place.REPORT),
    "next_step": Key("Ctrl+PgDown", "下一节", Place.REPORT, "Ctrl+PgDn"),
    "previous_step": Key("Ctrl+PgUp", "上一节", Place.REPORT),
    **{f"step_{number}": Key(f"Ctrl+{number}", f"到第 {number} 节", Place.REPORT) for number in range(1, 10)},
    "check": Key("Ctrl+Shift+K", "核对与导出", Place.REPORT),
    "next_finding": Key("F8", "下一处", Place.REPORT),
    "previous_finding": Key("Shift+F8", "上一处", Place.REPORT),
    "export": Key("Ctrl+E", "导出 Word", Place.REPORT),
    "print": Key("Ctrl+P", "打印", Place.REPORT),
    "preview": Key("F9", "预览", Place.REPORT),
    "zoom_in": Key("Ctrl++", "预览放大", Place.REPORT, "Ctrl+＋"),
    "zoom_out": Key("Ctrl+-", "预览缩小", Place.REPORT, "Ctrl+－"),
    "open_picker": Key("Alt+Down", "选约数、日期", Place.FIELDS, "Alt+↓"),
    "open_units": Key("Alt+Up", "选单位", Place.FIELDS, "Alt+↑"),
    "row_up": Key("Alt+Up", "这一行往上移", Place.ROWS, "Alt+↑"),
    "row_down": Key("Alt+Down", "这一行往下移", Place.ROWS, "Alt+↓"),
    "cell_below": Key("Return", "到下面一格", Place.ROWS, "Enter"),
    "row_delete": Key("Ctrl+Del", "删掉这一行", Place.ROWS, "Ctrl+Delete"),
    "to_field": Key("Return", "在数字上：去改这个数字", Place.COMPOSED, "Enter"),
}
"""By the name of the deed, in the order the help page lists them."""


def tip(name: str) -> str:
    """The tooltip of a deed: its words with its keys."""
    key = KEYS[name]
    return f"{key.words}（{key.cap}）"
