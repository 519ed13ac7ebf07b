"""Damaged data files: what is unsound is reported, what is sound stays readable, nothing ends in a traceback."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.facts import FactKey
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.storage.failures import storage_error
from xiaoxie_desktop.storage.records import Change, ChangeKind, KnownFact, StoredDraft
from xiaoxie_desktop.storage.store import Store, open_store

MakeDraft = Callable[..., StoredDraft]


@pytest.fixture
def filled(store: Store, make_draft: MakeDraft) -> Store:
    """A store with something in every table."""
    store.create_draft(make_draft())
    store.save("d1", [Change(ChangeKind.TEXT, "lead", {"p": None}, {"p": ["改过"]})])
    fact = KnownFact(FactKey("o1", 2026, "venue"), "广场")
    store.save("d1", [Change(ChangeKind.ANSWER, "theme", None, "消费", facts=(fact,))])
    return store


@pytest.mark.parametrize(
    ("statement", "table", "place"),
    [
        ("UPDATE answers SET value = '\"假的\"' WHERE field = 'venue'", "answers", "d1/venue"),
        ("UPDATE answers SET value = CAST(x'22ff22' AS TEXT) WHERE field = 'venue'", "answers", "d1/venue"),
        ("UPDATE texts SET content = '[]'", "texts", "d1/lead/p"),
        ("UPDATE facts SET value = '1'", "facts", "o1/2026/venue///own/year"),
        ("UPDATE events SET after = '1' WHERE seq = 3", "events", "theme"),
        ("UPDATE drafts SET year = 2062", "drafts", "d1"),
        ("UPDATE drafts SET state = 'x', updated_at = '昨天'", "drafts", "d1"),
        ("UPDATE organizations SET profile = replace(profile, '甲', '丙')", "organizations", "o1"),
    ],
)
def test_changed_row_is_reported(filled: Store, statement: str, table: str, place: str) -> None:
    assert filled.verify() == ()
    connection = filled._file.connection
    connection.execute(statement)
    connection.commit()
    (damage,) = filled.verify()
    assert damage.table == table
    assert place in damage.place
    assert damage.sentence.endswith("。")
    assert [row.uid for row in filled.list_drafts()] == ["d1"]


def test_damaged_answer_is_left_out_and_named(filled: Store) -> None:
    connection = filled._file.connection
    connection.execute("UPDATE answers SET value = '\"假的\"' WHERE field = 'venue'")
    connection.execute("UPDATE texts SET content = '['")
    connection.execute("UPDATE events SET after = '[' WHERE seq = 2")
    connection.commit()
    read = filled.read_draft("d1")
    assert read.answers == {"theme": "消费"}
    assert read.texts == {}
    assert read.damaged == ("venue", "lead/p")
    assert [event.seq for event in filled.events("d1")] == [1, 3]


def test_damaged_draft_row_is_said_on_opening(filled: Store) -> None:
    filled._file.connection.execute("UPDATE drafts SET year = 2062")
    filled._file.connection.commit()
    with pytest.raises(StorageError, match="记录有损坏"):
        filled.read_draft("d1")


@pytest.mark.parametrize("profile", ["{", "[]", '{"name": "别的名字"}', '{"nmae": "甲", "signers": []}'])
def test_damaged_profile_is_asked_for_anew(filled: Store, profile: str) -> None:
    filled._file.connection.execute("UPDATE organizations SET profile = ?", (profile,))
    filled._file.connection.commit()
    assert filled.organizations() == (Organization("o1"),)
    assert filled.read_draft("d1").answers["theme"] == "消费"


def test_damaged_moment_can_be_shown_in_every_time_zone(filled: Store) -> None:
    filled._file.connection.execute("UPDATE drafts SET updated_at = '昨天'")
    filled._file.connection.commit()
    (row,) = filled.list_drafts()
    assert row.updated_at.astimezone(timezone(-timedelta(hours=12))).year == 1970


def test_answer_without_its_draft_is_reported(filled: Store) -> None:
    connection = filled._file.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM drafts")
    connection.commit()
    assert any("找不到所属的草稿" in damage.sentence for damage in filled.verify())


def test_damaged_page_is_said(filled: Store, data_directory: Path, make_draft: MakeDraft) -> None:
    for number in range(40):
        filled.create_draft(make_draft(f"x{number}"), text="字" * 500)
    connection = filled._file.connection
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'drafts'").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    filled.close()
    path = data_directory / "xiaoxie.sqlite3"
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = b"\xa5" * size
    path.write_bytes(data)
    damaged = open_store(data_directory)
    with pytest.raises(StorageError, match="有损坏"):
        damaged.list_drafts()
    with pytest.raises(StorageError, match="有损坏"):
        damaged.read_draft("d1")
    assert damaged.verify()
    damaged.close()


def test_cut_file_is_said(filled: Store, data_directory: Path) -> None:
    filled.close()
    path = data_directory / "xiaoxie.sqlite3"
    path.write_bytes(path.read_bytes()[:5000])
    with (
        pytest.raises(StorageError, match=r"有损坏|打不开|不是消协文书"),
        closing(open_store(data_directory)) as cut,
    ):
        cut.read_draft("d1")


def test_every_error_of_sqlite_has_a_sentence(data_directory: Path) -> None:
    for code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_MISUSE):
        error = sqlite3.OperationalError("details nobody reads")
        error.sqlite_errorcode = code
        sentence = str(storage_error(error, data_directory))
        assert sentence.count("。") == 1
        assert "details" not in sentence
