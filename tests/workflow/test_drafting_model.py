"""A draft under any order of edits, undoing, failing saves and reopening behaves like a plain Python model."""

import sqlite3
import tempfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from unittest import mock

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.workflow.small_kind import KIND
from xiaoxie_desktop.core.answers import Amount, Items, Row, Rows, Unreadable
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.storage import writing
from xiaoxie_desktop.storage.records import DraftRecord, StoredDraft
from xiaoxie_desktop.storage.store import open_store
from xiaoxie_desktop.workflow.drafting import DraftSession

amounts = st.builds(Amount, st.integers(0, 9).map(Decimal), st.sampled_from(["件", "起"]))
rows = st.lists(
    st.builds(
        Row,
        st.sampled_from(["r1", "r2", "r3"]),
        st.fixed_dictionaries(
            {}, optional={"name": st.sampled_from(["游园", "讲座"]), "people": st.just(Unreadable("多"))}
        ).map(MappingProxyType),
    ),
    max_size=3,
    unique_by=lambda row: row.uid,
).map(lambda found: Rows(tuple(found)))
edits = st.one_of(
    st.tuples(st.just("accepted"), st.none() | amounts | st.just(Unreadable("几件"))),
    st.tuples(st.just("theme"), st.none() | st.text(max_size=4)),
    st.tuples(
        st.just("schools"), st.none() | st.lists(st.text(max_size=2), max_size=2).map(tuple).map(Items)
    ),
    st.tuples(st.just("events"), st.none() | rows),
)
words = st.lists(st.sampled_from(["甲", "乙", TokenRef("accepted")]), min_size=1, max_size=3).map(tuple)


class DraftMachine(RuleBasedStateMachine):
    """Model: the present state (answers, texts, omitted) and two stacks of earlier and later states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = open_store(Path(self.folder.name))
        self.store.save_organization(Organization("o1"))
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        record = DraftRecord("d1", "o1", KIND.id, 1, 2026, moment, moment)
        self.store.create_draft(StoredDraft(record))
        self.session = self.opened()
        self.state: tuple[dict, dict, bool] = ({}, {}, False)
        self.earlier: list[tuple[dict, dict, bool]] = []
        self.later: list[tuple[dict, dict, bool]] = []

    def opened(self) -> DraftSession:
        return DraftSession(self.store, KIND, self.store.read_draft("d1"), Organization("o1"), dict)

    def becomes(self, state: tuple[dict, dict, bool]) -> None:
        if state != self.state:
            self.earlier.append(self.state)
            self.later.clear()
            self.state = state

    @rule(edit=edits)
    def answer(self, edit) -> None:
        field, value = edit
        self.session.answer(field, value)
        answers = {name: kept for name, kept in self.state[0].items() if name != field}
        self.becomes((answers if value is None else answers | {field: value}, *self.state[1:]))

    @rule(pieces=words)
    def edit_text(self, pieces) -> None:
        self.session.edit_text(("lead", "extra"), pieces)
        self.becomes((self.state[0], {("lead", "extra"): joined(pieces)}, self.state[2]))

    @rule()
    def restore_text(self) -> None:
        self.session.restore_text("lead")
        self.becomes((self.state[0], {}, self.state[2]))

    @rule(omitted=st.booleans())
    def omit(self, omitted: bool) -> None:
        self.session.omit("activities", omitted)
        self.becomes((*self.state[:2], omitted))

    @rule()
    def undo(self) -> None:
        assert (self.session.undo() is not None) is bool(self.earlier)
        if self.earlier:
            self.later.append(self.state)
            self.state = self.earlier.pop()

    @rule()
    def redo(self) -> None:
        assert (self.session.redo() is not None) is bool(self.later)
        if self.later:
            self.earlier.append(self.state)
            self.state = self.later.pop()

    @rule(edit=edits)
    def answer_while_the_disk_fails(self, edit) -> None:
        before = self.session.draft.revision
        failing = mock.patch.object(writing, "update_record", side_effect=sqlite3.OperationalError("no"))
        with failing:
            try:
                self.session.answer(*edit)
            except StorageError:
                assert self.session.unsaved
        assert self.session.unsaved is (self.session.draft.revision != before)
        self.answer(edit)

    @precondition(lambda self: not self.session.unsaved)
    @rule()
    def reopen(self) -> None:
        self.session.close()
        self.store.close()
        self.store = open_store(Path(self.folder.name))
        self.session = self.opened()

    @invariant()
    def session_and_file_agree_with_the_model(self) -> None:
        for session in (self.session, self.opened()):
            draft = session.draft
            texts = {place: text.pieces for place, text in draft.texts.items()}
            assert (dict(draft.answers), texts, draft.omitted == ("activities",)) == self.state
            assert (session.can_undo, session.can_redo) == (bool(self.earlier), bool(self.later))

    def teardown(self) -> None:
        assert self.store.verify() == ()
        self.store.close()
        self.folder.cleanup()


def joined(pieces: tuple[str | TokenRef, ...]) -> tuple[str | TokenRef, ...]:
    out: list[str | TokenRef] = []
    for piece in pieces:
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] += piece
        else:
            out.append(piece)
    return tuple(out)


TestDraft = DraftMachine.TestCase
TestDraft.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
