"""Turns what SQLite reports into one sentence staff can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xiaoxie_desktop.core.errors import StorageError

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "数据文件“{path}”正被别的程序占用，请关闭占用它的程序后再试。",
    sqlite3.SQLITE_LOCKED: "数据文件“{path}”正被别的程序占用，请关闭占用它的程序后再试。",
    sqlite3.SQLITE_READONLY: "数据文件“{path}”只能读、不能写，请取消它的只读属性或换一个能写的文件夹。",
    sqlite3.SQLITE_PERM: "数据文件“{path}”没有读写权限，请让管理员给您这个文件夹的权限。",
    sqlite3.SQLITE_AUTH: "数据文件“{path}”没有读写权限，请让管理员给您这个文件夹的权限。",
    sqlite3.SQLITE_FULL: "磁盘满了，刚才的内容还没有存进去，请腾出一些空间后再试。",
    sqlite3.SQLITE_IOERR: "读写数据文件“{path}”时磁盘出错，请检查磁盘或 U 盘是否插好后再试。",
    sqlite3.SQLITE_CANTOPEN: "数据文件“{path}”打不开，请检查文件夹还在不在、能不能写入。",
    sqlite3.SQLITE_CORRUPT: "数据文件“{path}”有损坏，请关闭程序，先把它所在的文件夹整个拷一份留好，再请帮您管电脑的人看看。",
    sqlite3.SQLITE_NOTADB: "“{path}”不是消协文书的数据文件，程序没有改动它，请把它移到别处后再打开。",
}
_OTHER = "数据文件“{path}”读写不成，刚才的内容还没有存进去，请重新打开程序后再试。"


def storage_error(error: sqlite3.Error, path: Path) -> StorageError:
    """The sentence for what went wrong; ``details`` holds SQLite's own name of it and nothing typed."""
    code = getattr(error, "sqlite_errorcode", None)
    sentence = _SENTENCES.get(code & 0xFF, _OTHER) if isinstance(code, int) else _OTHER
    details = getattr(error, "sqlite_errorname", type(error).__name__)
    return StorageError(sentence.format(path=path), details=str(details))


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Raise every error of SQLite inside the block as a ``StorageError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise storage_error(error, path) from error
