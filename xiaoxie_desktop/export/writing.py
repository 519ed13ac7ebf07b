"""Writes a finished file whole or not at all: a temporary file beside it, fsync, then one replacing move."""

import errno
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from xiaoxie_desktop.core.errors import ExportError

_OPEN_ELSEWHERE = "这个文件正开着，写不进去。请关掉它，或另存一份。"
_WORD_OPEN_ELSEWHERE = "这个 Word 文件正开着，写不进去。请关掉它，或另存一份。"
_READ_ONLY_FILE = "这个文件是只读的，不能改写，请另存一份。"
_READ_ONLY_FOLDER = "这个文件夹不让写入，请换一个文件夹保存。"
_FULL = "磁盘满了，写不下这个文件。请腾出空间，或换一个磁盘保存。"
_MISSING_FOLDER = "要保存到的文件夹不在了，请换一个文件夹保存。"
_LONG_NAME = "文件名或文件夹的路径太长，请换一个短些的名字或文件夹。"
_BAD_NAME = "文件名里有不能用的字符，请换一个名字。"
_A_FOLDER = "已有一个同名的文件夹，请换一个文件名。"
_OTHER = "文件没有写成，请换一个文件夹或磁盘再试一次。"

_SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY_FOLDER,
    errno.EACCES: _READ_ONLY_FOLDER,
    errno.EPERM: _READ_ONLY_FOLDER,
    errno.ENOENT: _MISSING_FOLDER,
    errno.ENOTDIR: _MISSING_FOLDER,
    errno.ENAMETOOLONG: _LONG_NAME,
    errno.EINVAL: _BAD_NAME,
}
_PATH_TOO_LONG = 206
_LONGEST_WINDOWS_PATH = 259


def write_file(target: Path, data: bytes, check: Callable[[Path], None] | None = None) -> None:
    """Write ``data`` to ``target``; on any error the old file stands as it was and nothing is left beside it.

    ``check`` may read the temporary file back before it takes the target's place; what it raises passes through.
    Raises ExportError with one sentence for staff.
    """
    try:
        path = target.resolve() if target.is_symlink() else target
        _refuse_unwritable(path)
        _write(path, data, check)
    except OSError as error:
        raise ExportError(_sentence(error), details=repr(error)) from error
    except ValueError as error:
        raise ExportError(_BAD_NAME, details=repr(error)) from error


def _refuse_unwritable(path: Path) -> None:
    if path.is_dir():
        raise ExportError(_A_FOLDER)
    if path.exists() and not os.access(path, os.W_OK):
        raise ExportError(_READ_ONLY_FILE)
    if os.name == "nt" and len(str(path.absolute())) > _LONGEST_WINDOWS_PATH:
        raise ExportError(_LONG_NAME)


def _write(path: Path, data: bytes, check: Callable[[Path], None] | None) -> None:
    temporary = path.with_name(f".{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if check:
            check(temporary)
        _put_in_place(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _put_in_place(temporary: Path, path: Path) -> None:
    """Windows refuses to replace a file that a program holds open; other systems never do."""
    try:
        temporary.replace(path)
    except PermissionError as error:
        if not _is_open_elsewhere(error):
            raise
        sentence = _WORD_OPEN_ELSEWHERE if path.suffix.lower() == ".docx" else _OPEN_ELSEWHERE
        raise ExportError(sentence, details=repr(error)) from error


def _is_open_elsewhere(error: PermissionError) -> bool:
    return os.name == "nt" or getattr(error, "winerror", None) is not None


def _sync_folder(folder: Path) -> None:
    """The new name reaches the disk too; Windows has no such call.

    The file stands by now, synced: a folder that cannot be synced (some network systems) is no failure to write.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sentence(error: OSError) -> str:
    if getattr(error, "winerror", None) == _PATH_TOO_LONG:
        return _LONG_NAME
    return _SENTENCES.get(error.errno or 0, _OTHER)
