"""Opens the data file: looks at it before SQLite touches it, sets its pragmas, and never loads sqlite-utils."""

import sqlite3
from pathlib import Path

from xiaoxie_desktop.core.errors import NewerData, StorageError
from xiaoxie_desktop.storage.data_file import APPLICATION_ID, SCHEMA_VERSION, DataFile
from xiaoxie_desktop.storage.directory import PORTABLE_FLAG, prepare
from xiaoxie_desktop.storage.failures import reported

OLDEST_SQLITE = (3, 37, 0)
"""The first with STRICT tables."""
BUSY_MILLISECONDS = 1_000
"""How long a write waits for another program's short transaction."""

_MAGIC = b"SQLite format 3\0"


def open_data_file(directory: Path, *, busy_milliseconds: int = BUSY_MILLISECONDS) -> DataFile:
    """Open the data file of this folder, making both where missing.

    Raises:
        NewerData: when a newer program wrote it; the file is left as it is, byte for byte.
        StorageError: when it is no data file, damaged, locked, or cannot be written.
    """
    _demand_sqlite(sqlite3.sqlite_version_info)
    path = prepare(directory)
    _look_at(path, busy_milliseconds)
    with reported(path):
        connection = sqlite3.connect(path, timeout=busy_milliseconds / 1000)
        try:
            connection.text_factory = _text
            _set_pragmas(connection, portable=(directory.parent / PORTABLE_FLAG).exists())
            data_file = DataFile(connection, path)
            if data_file.version:
                data_file.make_schema()
        except BaseException:
            connection.close()
            raise
    return data_file


def sqlite_version() -> str:
    """The version of the SQLite library in use; one that is too old is refused when the file is opened."""
    return sqlite3.sqlite_version


def _demand_sqlite(version: tuple[int, ...]) -> None:
    if version < OLDEST_SQLITE:
        found, needed = (".".join(map(str, one)) for one in (version, OLDEST_SQLITE))
        raise StorageError(
            f"这台电脑上的 SQLite 是 {found}，太旧了，请联系安装人员换成 {needed} 或更新的版本。"
        )


def _look_at(path: Path, busy_milliseconds: int) -> None:
    """Refuse a foreign or newer file before anything could write to it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise StorageError(f"数据文件“{path}”读不出来，请检查磁盘或文件夹的权限。") from error
    if not header:
        return
    if header[:16] != _MAGIC or len(header) < 100:
        raise _foreign(path)
    application, version = int.from_bytes(header[68:72]), int.from_bytes(header[60:64])
    _judge(path, application, version)
    log = path.with_name(path.name + "-wal")
    if not application or log.exists():
        _look_inside(path, busy_milliseconds)


def _look_inside(path: Path, busy_milliseconds: int) -> None:
    """What the header will say once the log is folded in; a read-only connection does not fold it."""
    with reported(path):
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=busy_milliseconds / 1000
        )
        try:
            queries = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
            application, version, tables = (connection.execute(query).fetchone()[0] for query in queries)
        finally:
            connection.close()
    if tables and not application:
        raise _foreign(path)
    _judge(path, application, version)


def _judge(path: Path, application: int, version: int) -> None:
    if application not in {APPLICATION_ID, 0} or (version and not application):
        raise _foreign(path)
    if version > SCHEMA_VERSION:
        raise NewerData(f"数据文件“{path}”是更新版本的程序写的，程序没有改动它，请装上新版本后再打开。")


def _foreign(path: Path) -> StorageError:
    return StorageError(f"“{path}”不是消协文书的数据文件，程序没有改动它，请把它移到别处后再打开。")


def _text(stored: bytes) -> str:
    # a damaged text must not keep the sound ones from being read; its checksum will tell
    return stored.decode(errors="replace")


def _set_pragmas(connection: sqlite3.Connection, *, portable: bool) -> None:
    # FAT on a stick has no shared memory for the write-ahead log
    journal = "delete" if portable else "wal"
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != journal:
        connection.execute(f"PRAGMA journal_mode = {journal}")
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")
