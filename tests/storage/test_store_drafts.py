"""Drafts in the store: written and read back, listed, searched, and saved as a whole or not at all."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoxie_desktop.core.draft_rows import DraftState
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.facts import FactKey
from xiaoxie_desktop.storage import writing
from xiaoxie_desktop.storage.checksums import checksum, json_text
from xiaoxie_desktop.storage.records import Change, ChangeKind, DraftRecord, KnownFact, StoredDraft
from xiaoxie_desktop.storage.store import Store, open_store

ROOT = Path(__file__).parent.parent.parent
FACT = FactKey("o1", 2026, "complaint_accepted_count")
MakeDraft = Callable[..., StoredDraft]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def answer(field: str, after: object, *facts: KnownFact) -> Change:
    return Change(ChangeKind.ANSWER, field, None, after, facts=facts)  # type: ignore[arg-type]


@given(json_values)
def test_json_text_gives_the_value_back(value: object) -> None:
    text = json_text(value)  # type: ignore[arg-type]
    assert json.loads(text.encode()) == value


def test_checksum_tells_columns_apart() -> None:
    rows = [("a", "bc"), ("ab", "c"), ("a", "b", "c"), ("a", None), ("a", "null"), ("a", 1), ("a", "1")]
    assert len({checksum(*row) for row in rows}) == len(rows)


def test_draft_comes_back_as_stored(store: Store, make_draft: MakeDraft) -> None:
    draft = replace(
        make_draft(
            title="2026年工作总结",
            title_given=True,
            omitted=("a", "b"),
            ticks=("read",),
            ignored=("rule|x",),
            step="lead",
            state=DraftState.EXPORTED,
            changed_since=True,
            revision=3,
            copied_from="d0",
        ),
        answers={
            "venue": "广场",
            "rows": [{"uid": "r1", "n": {"value": "2"}}],
            "open": False,
            "broken": "\ud800",
        },
        texts={("lead", "p1"): {"pieces": ["有", {"field": "venue"}], "clauses": ["c"]}},
    )
    store.create_draft(draft, at=draft.record.created_at)
    read = store.read_draft("d1")
    assert read.record.turn > 0
    assert read == replace(draft, record=replace(draft.record, last_event=1, turn=read.record.turn))
    assert store.read_record("d1") == read.record


def test_changes_write_answers_texts_facts_and_events(store: Store, make_draft: MakeDraft) -> None:
    store.create_draft(make_draft())
    value = {"value": "42", "unit": "件"}
    edited = Change(ChangeKind.TEXT, "lead", {"p1": None}, {"p1": ["改过"]})
    numbers = store.save(
        "d1",
        [answer("accepted", value, KnownFact(FACT, value)), answer("venue", None), edited],
        lambda record: {"revision": record.revision + 3, "step": "lead"},
        revision=0,
    )
    read = store.read_draft("d1")
    assert (read.answers, read.texts) == ({"accepted": value}, {("lead", "p1"): ["改过"]})
    assert (read.record.revision, read.record.step, read.record.last_event) == (3, "lead", numbers[-1])
    assert store.facts("o1", 2026) == {FACT: value}
    assert [event.seq for event in store.events("d1")] == [1, *numbers]
    assert store.events("d1")[1].change == answer("accepted", value)
    store.save("d1", [Change(ChangeKind.TEXT, "lead", {"p1": ["改过"]}, {"p1": None}, undoes=numbers[-1])])
    assert store.read_draft("d1").texts == {}
    assert store.events("d1")[-1].change.undoes == numbers[-1]
    assert store.verify() == ()


def test_fact_is_taken_away_only_by_the_draft_that_gave_it(store: Store, make_draft: MakeDraft) -> None:
    for uid in ("d1", "d2"):
        store.create_draft(make_draft(uid))
    store.save("d1", [answer("accepted", 42, KnownFact(FACT, 42))])
    store.save("d2", [answer("accepted", None, KnownFact(FACT, None))])
    assert store.facts("o1", 2026) == {FACT: 42}
    assert store.facts("o1", 2025) == {}
    store.save("d1", [answer("accepted", None, KnownFact(FACT, None))])
    assert store.facts("o1", 2026) == {}


@pytest.mark.parametrize("broken", ["_write_event", "_write_fact", "update_record"])
def test_a_fault_between_two_inserts_leaves_neither(
    store: Store, make_draft: MakeDraft, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    store.create_draft(make_draft())
    before = store.read_draft("d1")

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("between two inserts")

    with monkeypatch.context() as patch:
        patch.setattr(writing, broken, fail)
        with pytest.raises(StorageError, match="没有存进去"):
            store.save("d1", [answer("accepted", 42, KnownFact(FACT, 42))])
    assert store.read_draft("d1") == before
    assert store.facts("o1", 2026) == {}
    assert len(store.events("d1")) == 1
    store.save("d1", [answer("accepted", 42)])
    assert store.read_draft("d1").answers["accepted"] == 42


def test_change_on_an_old_revision_is_refused(store: Store, make_draft: MakeDraft) -> None:
    store.create_draft(make_draft(revision=5))
    with pytest.raises(StorageError, match="已在别处改过"):
        store.save("d1", [answer("venue", "别处")], revision=4)
    assert store.read_draft("d1").answers == {"venue": "清溪镇文化广场"}


def test_missing_draft_is_said(store: Store) -> None:
    for attempt in (store.read_draft, store.read_record, lambda uid: store.save(uid, [])):
        with pytest.raises(StorageError, match="已经不在"):
            attempt("nobody")


def test_list_shows_the_last_changed_first_whatever_the_clock_says(
    store: Store, make_draft: MakeDraft
) -> None:
    for uid in ("d1", "d2", "d3"):
        store.create_draft(make_draft(uid, title=uid, steps_done=2, steps_total=9, errors=1, warnings=4))
    store.save("d1", [answer("a", 1)])
    store.save("d3", [Change(ChangeKind.DELETED)], lambda record: {"deleted_at": record.created_at})
    rows = store.list_drafts()
    assert [row.uid for row in rows] == ["d1", "d2"]
    assert (rows[0].steps_done, rows[0].steps_total, rows[0].errors, rows[0].warnings) == (2, 9, 1, 4)
    assert [row.uid for row in store.list_drafts(deleted=True)] == ["d3"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", {"d1", "d2"}),
        ("清溪", {"d1"}),
        ("总结", {"d1", "d2"}),
        ("总结 清溪", {"d1"}),
        ("总结　调解", {"d2"}),
        ("98.2%", {"d2"}),
        ("98_2", set()),
        ("%", {"d2"}),
        ("\\", set()),
        ("新写", {"d1"}),
        ("没有", set()),
    ],
)
def test_search_wants_every_word(store: Store, make_draft: MakeDraft, words: str, found: set[str]) -> None:
    store.create_draft(make_draft("d1", title="清溪镇工作总结", counted_revision=0), text="全年受理投诉")
    store.create_draft(make_draft("d2", title="工作总结", counted_revision=0), text="调解成功率98.2%")
    store.save("d1", [answer("a", "新写的话")], lambda record: {"revision": 1})
    store.save("d2", [answer("a", "新写的话")])
    assert store.search(words) == found


def test_settings_belong_to_an_organization_or_to_the_program(store: Store) -> None:
    store.set_setting("form", "plain")
    store.set_setting("form", "document", organization="o1")
    assert store.setting("form") == "plain"
    assert store.setting("form", organization="o1") == "document"
    assert store.setting("form", "?", organization="o2") == "?"


def test_organization_comes_back_as_stored(store: Store) -> None:
    (one,) = store.organizations()
    assert one.signers == ("甲", "乙")
    store.save_organization(replace(one, name="溪口镇消费者协会分会"))
    assert store.organizations() == (replace(one, name="溪口镇消费者协会分会"),)
    assert store.verify() == ()


def test_second_writer_waits_and_both_are_kept(
    store: Store, make_draft: MakeDraft, data_directory: Path
) -> None:
    store.create_draft(make_draft())
    other = open_store(data_directory, busy_milliseconds=50)
    seen = store.data_version()
    other.create_draft(make_draft("d2"))
    assert store.data_version() != seen
    store.save("d1", [answer("a", 1)])
    other.save("d1", [answer("b", 2)])
    assert store.read_draft("d1").answers == {"venue": "清溪镇文化广场", "a": 1, "b": 2}
    with other._file.writing(), pytest.raises(StorageError, match="正被别的程序占用"):
        store.save("d1", [answer("c", 3)])
    store.save("d1", [answer("c", 3)])
    assert other.read_draft("d1").answers["c"] == 3
    other.close()


def test_two_stores_on_a_new_file_make_one_schema(data_directory: Path) -> None:
    one, other = (open_store(data_directory) for _ in range(2))
    one.set_setting("a", "1")
    other.set_setting("b", "2")
    assert (one.setting("b"), other.setting("a")) == ("2", "1")
    one.close()
    other.close()


def test_full_disk_is_said_and_loses_nothing(store: Store, make_draft: MakeDraft) -> None:
    store.create_draft(make_draft())
    connection = store._file.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="磁盘满了"):
        store.save("d1", [answer("long", "字" * 50_000)])
    assert store.read_draft("d1").answers == {"venue": "清溪镇文化广场"}
    connection.execute("PRAGMA max_page_count = 1000000")
    store.save("d1", [answer("long", "字" * 50_000)])
    assert store.verify() == ()


def test_disk_that_became_read_only_is_said(store: Store, make_draft: MakeDraft) -> None:
    store.create_draft(make_draft())
    store._file.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError, match="只能读"):
        store.save("d1", [answer("a", 1)])


WRITER = """
import sys
from pathlib import Path
from xiaoxie_desktop.storage.store import open_store
from xiaoxie_desktop.storage.records import Change, ChangeKind
store = open_store(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    store.save("d1", [Change(ChangeKind.ANSWER, "n", None, number), Change(ChangeKind.ANSWER, "m", None, -number)])
    print(number, flush=True)
"""


@pytest.mark.parametrize("saves", [1, 17, 120])
def test_killed_writer_loses_nothing_it_was_told_is_stored(
    data_directory: Path, make_draft: MakeDraft, store: Store, saves: int
) -> None:
    store.create_draft(make_draft())
    store.close()
    command = [sys.executable, "-c", WRITER, str(data_directory)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        told = [int(writer.stdout.readline()) for _ in range(saves)]
        os.kill(writer.pid, signal.SIGKILL)
        told += [int(line) for line in writer.stdout if line.endswith("\n")]
    reopened = open_store(data_directory)
    answers = reopened.read_draft("d1").answers
    assert isinstance(answers["n"], int)
    assert answers["n"] >= told[-1]
    assert answers["m"] == -answers["n"]
    assert len(reopened.events("d1")) == 1 + 2 * answers["n"]
    assert reopened.verify() == ()
    reopened.close()


def test_record_takes_any_text(store: Store, make_draft: MakeDraft) -> None:
    store.create_draft(make_draft(title="坏\ud800字𨙸"))
    assert store.list_drafts()[0].title == "坏?字𨙸"
    assert isinstance(store.read_record("d1"), DraftRecord)
