"""The data directory as the shells see it: profile, settings, list, and drafts made, copied, named and binned."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.workflow.small_kind import KIND
from xiaoxie_desktop.core.answers import Amount, Items, Row, Rows, Unreadable
from xiaoxie_desktop.core.draft import Draft, EditedText, TokenRef
from xiaoxie_desktop.core.errors import BadInput, StorageError
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import Field, FieldType, ReportKind, Section
from xiaoxie_desktop.definitions.kind_names import kind_names
from xiaoxie_desktop.workflow import draft_shelf as shelf
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace

ROOT = Path(__file__).parent.parent.parent
FIRST_LIST = """
import sys
from pathlib import Path
from xiaoxie_desktop.workflow.workspace import open_workspace
workspace = open_workspace(Path(sys.argv[1]))
print(len(workspace.drafts()), len(workspace.kinds()) > 0, workspace.organization.name)
print(sorted({"sqlite_utils", "pydantic", "docx", "PySide6"} & set(sys.modules)))
"""


def rows(*cells: dict[str, object]) -> Rows:
    return Rows(tuple(Row(f"r{number}", MappingProxyType(one)) for number, one in enumerate(cells)))  # type: ignore[arg-type]


def fill(workspace: Workspace, year: int) -> str:
    """A whole report on this year, in the list as it stands."""
    uid = workspace.create_draft(KIND.id, year)
    session = workspace.open_draft(uid)
    session.omit("activities", False)
    session.answer("accepted", Amount(Decimal(42), "件"))
    session.answer("resolved", Amount(Decimal(41), "件"))
    session.answer("theme", "去年的主题")
    session.answer("branches", Amount(Decimal(6), "个"))
    session.answer("schools", Items(("一小",)))
    session.answer(
        "events",
        rows(
            {"name": "游园", "people": Amount(Decimal(80), "人"), "place": "广场"},
            {"people": Unreadable("多")},
        ),
    )
    session.answer("date_of_issue", date(year, 12, 18))
    session.edit_text(("lead", "figures"), ("一共受理", TokenRef("accepted"), "。"))
    session.go_to("activities")
    return uid


def test_first_start_to_the_list_loads_nothing_heavy(workspace: Workspace, data_directory: Path) -> None:
    workspace.create_draft(KIND.id, 2026)
    for directory, said in (
        (data_directory, "1 True 清溪镇消费者协会分会"),
        (data_directory / "new", "0 True "),
    ):
        command = [sys.executable, "-c", FIRST_LIST, str(directory)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert run.stdout.splitlines() == [said, "[]"]


def test_blank_profile_keeps_one_uid(data_directory: Path) -> None:
    workspace = open_workspace(data_directory)
    uid = workspace.create_draft(kind_names()[0].id, 2026)
    own = workspace.organization.uid
    workspace.close()
    again = open_workspace(data_directory)
    assert again.organization == Organization(own)
    assert again.open_draft(uid).draft.organization == own
    again.close()


def test_changed_profile_reaches_open_drafts_and_the_next_start(
    workspace: Workspace, data_directory: Path
) -> None:
    session = workspace.open_draft(workspace.create_draft(KIND.id, 2026))
    assert session.composed.title == "清溪镇消费者协会分会2026年工作总结"
    renamed = replace(workspace.organization, name="溪口镇消费者协会分会")
    workspace.save_organization(renamed)
    assert session.composed.title == "溪口镇消费者协会分会2026年工作总结"
    other = open_workspace(data_directory)
    assert other.organization == renamed
    other.close()


def test_settings_are_kept(workspace: Workspace, data_directory: Path) -> None:
    assert workspace.setting("scheme", "light") == "light"
    workspace.set_setting("scheme", "dark")
    other = open_workspace()
    assert other.directory == data_directory
    assert other.setting("scheme") == "dark"
    other.close()


def test_new_draft_starts_with_what_is_known(workspace: Workspace) -> None:
    first = workspace.open_draft(workspace.create_draft(KIND.id, 2026))
    assert dict(first.draft.answers) == {"theme": "提升消费品质", "main_recipients": "青禾县消费者协会"}
    first.answer("accepted", Amount(Decimal(42), "件"))
    first.answer("resolved", Amount(Decimal(41), "件"))
    first.answer("theme", "自己的主题")
    first.answer("events", rows({"name": "讲座"}, {"name": "游园", "people": Amount(Decimal(80), "人")}))
    second = workspace.open_draft(workspace.create_draft(KIND.id, 2026)).draft
    assert second.answers["accepted"] == Amount(Decimal(42), "件")
    assert second.answers["theme"] == "自己的主题"
    assert "resolved" not in second.answers
    events = second.answers["events"]
    assert isinstance(events, Rows)
    assert [dict(row.cells) for row in events.rows] == [
        {"name": "讲座"},
        {"name": "游园", "people": Amount(Decimal(80), "人")},
    ]
    other_year = workspace.open_draft(workspace.create_draft(KIND.id, 2031)).draft
    assert other_year.answers.keys() == {"main_recipients"}


def test_new_draft_leaves_out_what_last_year_left_out(workspace: Workspace) -> None:
    assert workspace.open_draft(workspace.create_draft(KIND.id, 2025)).draft.omitted == ("activities",)
    fill(workspace, 2025)
    assert workspace.open_draft(workspace.create_draft(KIND.id, 2026)).draft.omitted == ()


def test_last_year_stands_beside_the_fields(workspace: Workspace) -> None:
    fill(workspace, 2025)
    session = workspace.open_draft(workspace.create_draft(KIND.id, 2026))
    assert session.last_year("accepted") == Amount(Decimal(42), "件")
    assert session.last_year("date_of_issue") == date(2025, 12, 18)
    assert session.last_year("title") is None
    lonely = workspace.open_draft(workspace.create_draft(KIND.id, 2040))
    assert lonely.last_year("accepted") is None


def test_report_started_from_last_year_keeps_what_stands(workspace: Workspace) -> None:
    old = fill(workspace, 2025)
    workspace.delete_draft(old)
    session = workspace.open_draft(workspace.copy_draft(old, year=2026))
    draft = session.draft
    assert (draft.year, draft.copied_from, draft.omitted, draft.step) == (2026, old, (), "lead")
    assert dict(draft.answers) == {
        "theme": "提升消费品质",
        "branches": Amount(Decimal(6), "个"),
        "main_recipients": "青禾县消费者协会",
        "events": rows({"name": "游园", "place": "广场"}),
    }
    assert draft.texts == {}
    assert draft.title == "清溪镇消费者协会分会2026年工作总结"
    assert session.last_year("accepted") == Amount(Decimal(42), "件")
    assert session.last_year("schools") == Items(("一小",))
    assert not session.can_undo


def test_report_started_from_last_year_takes_known_facts_of_this_year(workspace: Workspace) -> None:
    old = fill(workspace, 2025)
    known = workspace.open_draft(workspace.create_draft(KIND.id, 2026))
    known.answer("accepted", Amount(Decimal(50), "件"))
    copied = workspace.open_draft(workspace.copy_draft(old, year=2026)).draft
    assert copied.answers["accepted"] == Amount(Decimal(50), "件")


def test_plain_copy_is_the_same_report_under_another_name(workspace: Workspace) -> None:
    old = fill(workspace, 2026)
    before = workspace.open_draft(old).draft
    facts = dict(workspace._store.facts(workspace.organization.uid, 2026))
    copy = workspace.open_draft(workspace.copy_draft(old)).draft
    for name in ("answers", "texts", "omitted", "year", "version", "step", "copied_from"):
        assert getattr(copy, name) == getattr(before, name), name
    assert copy.uid != before.uid
    assert copy.title == "清溪镇消费者协会分会2026年工作总结（副本）"
    assert workspace._store.facts(workspace.organization.uid, 2026) == facts


def test_copied_report_keeps_looking_at_its_own_last_year(workspace: Workspace) -> None:
    old = fill(workspace, 2025)
    new = workspace.copy_draft(old, year=2026)
    copy = workspace.open_draft(workspace.copy_draft(new))
    assert copy.last_year("accepted") == Amount(Decimal(42), "件")


def test_list_shows_what_each_draft_has_come_to(workspace: Workspace) -> None:
    uid = fill(workspace, 2026)
    (row,) = workspace.drafts()
    assert (row.title, row.report, row.year) == ("清溪镇消费者协会分会2026年工作总结", KIND.id, 2026)
    assert (row.steps_done, row.steps_total, row.errors, row.warnings) == (2, 3, 1, 2)
    session = workspace.open_draft(uid)
    session.answer("events", rows({"name": "游园", "people": Amount(Decimal(80), "人")}))
    assert (workspace.drafts()[0].steps_done, workspace.drafts()[0].errors) == (3, 0)
    session.answer("title", "清溪镇工作总结")
    assert workspace.drafts()[0].title == "清溪镇工作总结"


def test_drafts_are_found_by_title_and_text(workspace: Workspace) -> None:
    uid = fill(workspace, 2026)
    assert workspace.search("一共受理42件") == {uid}
    assert workspace.search("2026年 游园") == {uid}
    assert workspace.search("2027") == frozenset()
    session = workspace.open_draft(uid)
    session.answer("schools", Items(("清溪二小",)))
    assert workspace.search("清溪二小") == {uid}


def test_named_draft_keeps_its_name_until_it_is_taken_back(workspace: Workspace) -> None:
    uid = workspace.create_draft(KIND.id, 2026)
    session = workspace.open_draft(uid)
    workspace.rename_draft(uid, " 给县里的 ")
    assert (session.draft.title, workspace.drafts()[0].title) == ("给县里的", "给县里的")
    session.answer("accepted", Amount(Decimal(1), "件"))
    session.close()
    assert workspace.drafts()[0].title == "给县里的"
    workspace.rename_draft(uid, "")
    assert session.draft.title == workspace.drafts()[0].title == "清溪镇消费者协会分会2026年工作总结"
    session.answer("accepted", Amount(Decimal(2), "件"))


def test_deleted_draft_lies_in_the_bin(workspace: Workspace) -> None:
    uid = workspace.create_draft(KIND.id, 2026)
    workspace.delete_draft(uid)
    assert workspace.drafts() == ()
    (row,) = workspace.drafts(deleted=True)
    assert (row.uid, row.deleted_at is not None) == (uid, True)
    workspace.restore_draft(uid)
    assert [row.uid for row in workspace.drafts()] == [uid]
    assert workspace.drafts(deleted=True) == ()


@pytest.mark.parametrize("action", ["open_draft", "delete_draft", "restore_draft", "copy_draft"])
def test_draft_that_is_gone_is_said(workspace: Workspace, action: str) -> None:
    with pytest.raises(StorageError, match="已经不在"):
        getattr(workspace, action)("nobody")


def test_draft_from_outside_is_stored_with_its_facts(workspace: Workspace) -> None:
    texts = {("lead", "figures"): EditedText(("受理", TokenRef("accepted"), "。"))}
    given = Draft("", "", KIND.id, 1, 2026, answers={"accepted": Amount(Decimal(7), "件")}, texts=texts)
    uid = workspace.store_draft(given, Organization("", name="别的单位"))
    draft = workspace.open_draft(uid).draft
    assert (draft.answers, draft.texts, draft.omitted) == (given.answers, given.texts, ())
    assert workspace.organization.name == "清溪镇消费者协会分会"
    known = workspace._store.facts(workspace.organization.uid, 2026)
    assert [(key.fact, value) for key, value in known.items()] == [
        ("accepted_count", {"value": "7", "unit": "件"})
    ]


def test_blank_profile_takes_the_unit_a_draft_names(
    data_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "load_kind", lambda report, version=None: KIND)
    workspace = open_workspace(data_directory)
    own = workspace.organization.uid
    workspace.store_draft(Draft("", "", KIND.id, 1, 2026), Organization("", name="清溪镇消费者协会分会"))
    assert workspace.organization == Organization(own, name="清溪镇消费者协会分会")
    workspace.close()


def test_unknown_kind_is_said(data_directory: Path) -> None:
    workspace = open_workspace(data_directory)
    with pytest.raises(BadInput, match="没有“anual_summary”"):
        workspace.create_draft("anual_summary", 2026)
    assert workspace.drafts() == ()
    workspace.close()


def test_newer_kind_starts_its_new_optional_sections_left_out(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = fill(workspace, 2025)
    extra = Section("alerts", "警示", optional=True, fields=(Field("alerts", FieldType.COUNT, "警示"),))
    newer = replace(KIND, version=2, sections=(*KIND.sections, extra))

    def load(_: str, version: int | None = None) -> ReportKind:
        return KIND if version == 1 else newer

    monkeypatch.setattr(shelf, "load_kind", load)
    draft = workspace.open_draft(workspace.copy_draft(old, year=2026)).draft
    assert (draft.version, draft.omitted) == (2, ("alerts",))
    assert workspace.open_draft(old).draft.version == 1


@pytest.mark.parametrize("kind", [name.id for name in kind_names()])
def test_every_shipped_kind_is_started_filled_and_copied(data_directory: Path, kind: str) -> None:
    workspace = open_workspace(data_directory)
    uid = workspace.create_draft(kind, 2026)
    session = workspace.open_draft(uid)
    counted = [field for _, field in session.kind.fields() if field.type is FieldType.COUNT]
    given = {field.id: Amount(Decimal(3), field.unit) for field in counted} | {
        "date_of_issue": date(2026, 12, 18)
    }
    for field, value in given.items():
        session.answer(field, value)
    session.close()
    new = workspace.open_draft(workspace.copy_draft(uid, year=2027))
    assert "date_of_issue" not in new.draft.answers
    assert {field: new.last_year(field) for field in given} == given
    assert len(workspace.drafts()) == 2
    assert workspace.verify() == ()
    workspace.close()
