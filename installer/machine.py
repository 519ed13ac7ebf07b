"""Knows what the computer itself must bring: Qt's system libraries, a Chinese font, and Python's venv."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from installer.errors import SetUpError

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libzstd.so.1": "libzstd1",
}
"""What Qt's widgets, its printing and its X11 and offscreen plugins load, with the Debian package of each."""

WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What Qt loads besides in a Wayland session."""

FONT_PACKAGE = "fonts-noto-cjk"
FONT_SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
CHINESE_FONT_FILE = re.compile(
    r"cjk|hans|sourcehan|(sc|cn)[-_]|[-_](sc|cn)\b|wqy|uming|ukai|simsun|simhei|simfang|simkai|fangsong|kaiti|songti|heiti|msyh|deng|^fz",
    re.IGNORECASE,
)


class Need(NamedTuple):
    """One thing the machine lacks: its name for the reader and the Debian package that brings it."""

    thing: str
    package: str


def missing_for_environment() -> list[Need]:
    """Return what is lacking to make `.venv`: Debian keeps it in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    return [Need("Python 的 venv", "python{}.{}-venv".format(*sys.version_info[:2]))]


def missing_for_window() -> list[Need]:
    """Return what is lacking to open a Qt window with Chinese text; only Linux leaves these to the system."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**LIBRARIES, **(WAYLAND_LIBRARIES if os.environ.get("WAYLAND_DISPLAY") else {})}
    needs = [Need(soname, package) for soname, package in wanted.items() if not can_load(soname)]
    return needs if has_chinese_font() else [*needs, Need("中文字体", FONT_PACKAGE)]


def can_load(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_chinese_font(folders: tuple[str, ...] = FONT_FOLDERS) -> bool:
    """Ask fontconfig, or without its tools look for a well-known file name in the font folders."""
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":lang=zh-cn", "family"], check=False, capture_output=True)
        return bool(listed.stdout.strip())
    files = (path for folder in folders for path in Path(folder).expanduser().rglob("*"))
    return any(CHINESE_FONT_FILE.search(path.stem) for path in files if path.suffix.lower() in FONT_SUFFIXES)


def has_display() -> bool:
    """Tell whether a window can open: elsewhere than on Linux always, or where Qt is told its platform."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def supply(needs: list[Need]) -> None:
    """Install `needs` when running as root on a Debian family system, else raise the exact line to type."""
    if not needs:
        return
    names = "、".join(need.thing for need in needs)
    packages = sorted({need.package for need in needs})
    if shutil.which("apt-get") is None:
        raise SetUpError(f"这台电脑缺少 {names}，请用系统的软件管理工具装好后再运行。")
    update = ["apt-get", "update"]
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        line = f"sudo {' '.join(update)} && sudo {' '.join(install)}"
        raise SetUpError(f"这台电脑缺少 {names}，请先运行下面这一行，再重新运行：\n{line}")
    print(f"正在安装 {'、'.join(packages)}……", file=sys.stderr, flush=True)
    as_root(update)
    as_root(install)


def as_root(command: list[str]) -> None:
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=variables, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise SetUpError(f"{done.stderr.strip()}\n“{' '.join(command)}”没有成功，请检查网络和软件源后再试。")
