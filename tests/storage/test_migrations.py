"""Every released schema opens with this program: the frozen files, and the copy kept before a migration."""

import sqlite3
from pathlib import Path

import pytest

from xiaoxie_desktop.core.facts import FactKey, PeriodPreset
from xiaoxie_desktop.storage import data_file, migrations, opening
from xiaoxie_desktop.storage.store import open_store

FROZEN = Path(__file__).parent / "frozen"
SCHEMAS = sorted(FROZEN.glob("schema*.sql"))


def thaw(script: Path, directory: Path) -> Path:
    """Make the data file of a frozen schema; the version stands in the name of the script."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / "xiaoxie.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript(script.read_text(encoding="utf-8"))
    connection.close()
    return path


def test_there_is_a_frozen_file_of_every_schema() -> None:
    assert [path.stem for path in SCHEMAS] == [
        f"schema{number}" for number in range(1, data_file.SCHEMA_VERSION + 1)
    ]


@pytest.mark.parametrize("script", SCHEMAS, ids=lambda path: path.stem)
def test_frozen_file_opens_with_all_its_rows(script: Path, data_directory: Path) -> None:
    thaw(script, data_directory)
    store = open_store(data_directory)
    assert store.verify() == ()
    assert [row.title for row in store.list_drafts()] == ["清溪镇2026年工作总结"]
    assert [row.uid for row in store.list_drafts(deleted=True)] == ["d2"]
    draft = store.read_draft("d1")
    assert draft.answers["complaint_accepted_count"] == {"value": "42", "unit": "件", "qualifier": "余"}
    assert draft.texts == {("lead", "p1"): {"pieces": ["全年受理", {"field": "complaint_accepted_count"}]}}
    assert draft.record.omitted == ("alerts",)
    key = FactKey("o1", 2026, "complaint_accepted_count", list="cca", period=PeriodPreset.YEAR)
    assert store.facts("o1", 2026) == {key: {"value": "42", "unit": "件", "qualifier": "余"}}
    assert [event.change.kind for event in store.events("d1")] == ["created", "answer", "text", "omit"]
    assert store.organizations()[0].signers == ("甲",)
    assert store.setting("appearance") == "dark"
    store.set_setting("appearance", "light")
    assert store.verify() == ()
    store.close()


def test_new_file_has_the_schema_of_the_newest_frozen_one(data_directory: Path) -> None:
    store = open_store(data_directory / "new")
    store.set_setting("a", "b")
    store.close()
    new, frozen = data_directory / "new" / "xiaoxie.sqlite3", thaw(SCHEMAS[-1], data_directory / "old")
    schemas = []
    for path in (new, frozen):
        connection = sqlite3.connect(path)
        schemas.append(set(connection.execute("SELECT name, sql FROM sqlite_master")))
        connection.close()
    assert len(schemas[0]) >= 10
    assert schemas[0] == schemas[1]


def test_older_file_is_copied_then_migrated(data_directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = thaw(SCHEMAS[0], data_directory)
    old = data_file.SCHEMA_VERSION
    schema = migrations.Migrations("xiaoxie")
    schema._migrations = list(migrations.SCHEMA._migrations)
    schema(name="999_probe")(lambda db: db.execute("CREATE TABLE probe (a TEXT) STRICT"))
    monkeypatch.setattr(migrations, "SCHEMA", schema)
    monkeypatch.setattr(data_file, "SCHEMA_VERSION", old + 1)
    monkeypatch.setattr(opening, "SCHEMA_VERSION", old + 1)
    store = open_store(data_directory)
    assert store._file.version == old + 1
    assert store._file.rows("SELECT count(*) FROM probe") == [(0,)]
    assert [row.uid for row in store.list_drafts()] == ["d1"]
    store.close()
    copy = sqlite3.connect(path.with_name("xiaoxie-schema1.sqlite3"))
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert copy.execute("SELECT count(*) FROM drafts").fetchone() == (2,)
    copy.close()


def test_failing_migration_leaves_the_file_as_it_was(
    data_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thaw(SCHEMAS[0], data_directory)
    schema = migrations.Migrations("xiaoxie")
    schema._migrations = list(migrations.SCHEMA._migrations)

    @schema(name="999_probe")
    def _fail(db: migrations.Database) -> None:
        db.execute("CREATE TABLE probe (a TEXT) STRICT")
        raise ValueError("half way")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "SCHEMA", schema)
        patch.setattr(data_file, "SCHEMA_VERSION", 2)
        patch.setattr(opening, "SCHEMA_VERSION", 2)
        with pytest.raises(ValueError, match="half way"):
            open_store(data_directory)
    store = open_store(data_directory)
    assert store._file.version == 1
    assert store.verify() == ()
    assert store._file.rows("SELECT name FROM sqlite_master WHERE name = 'probe'") == []
    store.close()
