"""Opening the data file: where it lies, who may read it, and every file it must refuse untouched."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from xiaoxie_desktop.core.errors import NewerData, StorageError
from xiaoxie_desktop.storage import opening
from xiaoxie_desktop.storage.data_file import APPLICATION_ID, SCHEMA_VERSION
from xiaoxie_desktop.storage.directory import data_directory as find_directory
from xiaoxie_desktop.storage.store import open_store

ROOT = Path(__file__).parent.parent.parent
HOME = Path.home()


@pytest.mark.parametrize(
    ("named", "environment", "portable", "windows", "expected"),
    [
        (Path("/n"), {"XIAOXIE_DATA": "/e"}, True, False, Path("/n")),
        (None, {"XIAOXIE_DATA": "/e", "XDG_DATA_HOME": "/x"}, True, False, Path("/e")),
        (None, {"XDG_DATA_HOME": "/x"}, True, False, Path("program/data")),
        (None, {"XDG_DATA_HOME": "/x"}, False, False, Path("/x/xiaoxie-desktop")),
        (None, {"XDG_DATA_HOME": "relative"}, False, False, HOME / ".local/share/xiaoxie-desktop"),
        (None, {}, False, False, HOME / ".local/share/xiaoxie-desktop"),
        (None, {"LOCALAPPDATA": "/l"}, False, True, Path("/l/消协文书")),
        (None, {}, False, True, HOME / "AppData/Local/消协文书"),
    ],
    ids=["named", "variable", "portable", "xdg", "xdg relative", "linux", "windows", "windows bare"],
)
def test_directory_is_found(
    tmp_path: Path,
    named: Path | None,
    environment: dict[str, str],
    portable: bool,
    windows: bool,
    expected: Path,
) -> None:
    program = tmp_path / "program"
    program.mkdir()
    if portable:
        (program / "portable.flag").touch()
    found = find_directory(named, environment=environment, program=program, windows=windows)
    assert found == (tmp_path / expected)


def test_new_store_is_private_and_empty(data_directory: Path) -> None:
    store = open_store(data_directory / "inner")
    assert store.list_drafts() == ()
    assert store.search("年") == frozenset()
    assert store.organizations() == ()
    assert store.setting("appearance", "light") == "light"
    assert store.verify() == ()
    store.set_setting("appearance", "dark")
    assert store.setting("appearance") == "dark"
    assert (data_directory / "inner").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (data_directory / "inner").iterdir()} == {0o600}
    store.close()


def test_pragmas_and_tables_are_as_promised(data_directory: Path) -> None:
    store = open_store(data_directory)
    store.set_setting("a", "b")
    connection = store._file.connection
    pragmas = ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "application_id"]
    values = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert values == ["wal", 2, 1, 0, APPLICATION_ID]
    tables = connection.execute("PRAGMA table_list").fetchall()
    ours = {name: strict for _, name, kind, _, _, strict in tables if not name.startswith(("sqlite", "_"))}
    assert len(ours) == 8
    assert set(ours.values()) == {1}
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone() == (0,)
    store.close()


def test_portable_store_keeps_no_log_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "portable.flag").touch()
    store = open_store(tmp_path / "data")
    store.set_setting("a", "b")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["xiaoxie.sqlite3"]
    store.close()


def test_first_list_loads_neither_sqlite_utils_nor_pydantic(data_directory: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from xiaoxie_desktop.storage.opening import open_data_file\n"
        "from xiaoxie_desktop.storage import listing, profile\n"
        "file = open_data_file(Path(sys.argv[1]))\n"
        "print(listing.list_drafts(file, deleted=False), profile.read_setting(file, 'x', 'none'))\n"
        "print(sorted({'sqlite_utils', 'pydantic', 'docx', 'hashlib', 'uuid'} & set(sys.modules)))\n"
    )
    filled = open_store(data_directory)
    filled.set_setting("x", "kept")
    filled.close()
    for directory, setting in ((data_directory, "kept"), (data_directory / "new", "none")):
        command = [sys.executable, "-c", script, str(directory)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert run.stdout.splitlines() == [f"() {setting}", "[]"]


def write_text(path: Path) -> None:
    path.write_text("这是一份通知，不是数据。" * 30, encoding="utf-8")


def write_short_text(path: Path) -> None:
    path.write_text("短", encoding="utf-8")


def write_cut(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 20)


def write_foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE contacts (name)")
    connection.close()


def write_other_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 7")
    connection.close()


def write_newer(path: Path) -> None:
    with closing(open_store(path.parent)) as store:
        store.set_setting("a", "b")
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()


def make_folder(path: Path) -> None:
    path.mkdir()


def write_read_only(path: Path) -> None:
    with closing(open_store(path.parent)) as store:
        store.set_setting("a", "b")
    path.chmod(0o444)


@pytest.mark.parametrize(
    ("spoil", "error", "said"),
    [
        (write_text, StorageError, "不是消协文书的数据文件"),
        (write_short_text, StorageError, "不是消协文书的数据文件"),
        (write_cut, StorageError, "不是消协文书的数据文件"),
        (write_foreign, StorageError, "不是消协文书的数据文件"),
        (write_other_program, StorageError, "不是消协文书的数据文件"),
        (write_newer, NewerData, "更新版本的程序"),
        (make_folder, StorageError, "不是一个文件"),
        (write_read_only, StorageError, "只能读"),
    ],
    ids=["text", "short text", "cut", "foreign", "other program", "newer", "folder", "read only"],
)
def test_unusable_file_is_refused_untouched(
    data_directory: Path, spoil: Callable[[Path], None], error: type[StorageError], said: str
) -> None:
    data_directory.mkdir()
    path = data_directory / "xiaoxie.sqlite3"
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(error, match=said) as caught:
        open_store(data_directory, busy_milliseconds=20)
    sentence = str(caught.value)
    assert sentence.count("。") == 1
    assert sentence.endswith("。")
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_newer_version_still_in_the_log_is_refused_untouched(data_directory: Path) -> None:
    store = open_store(data_directory)
    store.set_setting("a", "b")
    store.close()
    path = data_directory / "xiaoxie.sqlite3"
    other = sqlite3.connect(path)
    other.execute("PRAGMA wal_autocheckpoint = 0")
    other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerData):
        open_store(data_directory)
    assert path.read_bytes() == before
    other.close()


def test_locked_file_is_said_to_be_in_use(data_directory: Path) -> None:
    store = open_store(data_directory)
    store.set_setting("a", "b")
    store.close()
    other = sqlite3.connect(data_directory / "xiaoxie.sqlite3")
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageError, match="正被别的程序占用"):
        open_store(data_directory, busy_milliseconds=20)
    other.close()
    open_store(data_directory).close()


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="建不了或不能写入"):
        open_store(tmp_path / "file" / "data")


def test_folder_that_cannot_be_written_is_named(
    monkeypatch: pytest.MonkeyPatch, data_directory: Path
) -> None:
    open_store(data_directory).close()
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != data_directory)
    with pytest.raises(StorageError, match=r"文件夹“.*data”不能写入"):
        open_store(data_directory)


def test_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch, data_directory: Path) -> None:
    monkeypatch.setattr(opening.sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(StorageError, match=r"3\.34\.1.*3\.37\.0"):
        open_store(data_directory)
    assert not data_directory.exists()
