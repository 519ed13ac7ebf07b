"""Where the data file lies, and a folder made ready for it."""

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.resource_files import resource_root

FILE_NAME = "xiaoxie.sqlite3"
PORTABLE_FLAG = "portable.flag"


def program_directory() -> Path:
    """The folder the program stands in: that of the executable when frozen, else the source tree."""
    frozen = bool(getattr(sys, "frozen", False))
    return Path(sys.executable).resolve().parent if frozen else resource_root().parent


def data_directory(
    named: Path | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    program: Path | None = None,
    windows: bool = sys.platform == "win32",
) -> Path:
    """The data directory: the one named, XIAOXIE_DATA, ``data`` beside ``portable.flag``, else the platform's own."""
    environment = os.environ if environment is None else environment
    program = program or program_directory()
    if named is not None:
        return named.expanduser()
    if chosen := environment.get("XIAOXIE_DATA"):
        return Path(chosen).expanduser()
    if (program / PORTABLE_FLAG).exists():
        return program / "data"
    return _platform_directory(environment, windows)


def _platform_directory(environment: Mapping[str, str], windows: bool) -> Path:
    if windows:
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "消协文书"
    home = environment.get("XDG_DATA_HOME", "")
    base = Path(home) if Path(home).is_absolute() else Path.home() / ".local" / "share"
    return base / "xiaoxie-desktop"


def prepare(directory: Path) -> Path:
    """Make the folder (0700) and an empty data file (0600) where missing; the path of the file.

    Raises:
        StorageError: when the folder cannot be made or written, or the file only be read.
    """
    path = directory / FILE_NAME
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.path.lexists(path):
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StorageError(
            f"文件夹“{directory}”建不了或不能写入，请换一个能写的文件夹存放数据。", details=repr(error.errno)
        ) from error
    _demand_writable(path)
    return path


def _demand_writable(path: Path) -> None:
    if not path.is_file():
        raise StorageError(f"“{path}”不是一个文件，请把它移到别处后再打开。")
    if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise StorageError(
            f"数据文件“{path}”只能读、不能写，请取消它的只读属性，或换一个能写的磁盘存放数据。"
        )
    if not os.access(path.parent, os.W_OK):
        raise StorageError(f"文件夹“{path.parent}”不能写入，请换一个能写的文件夹存放数据。")
