"""The words and filters of the list of drafts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoxie_desktop.core.draft_rows import DraftRow, DraftState
from xiaoxie_desktop.ui.home.draft_list import (
    TABS,
    TITLE_MOST,
    Filter,
    counts,
    finding_words,
    in_filter,
    moment_words,
    progress_words,
    second_line,
    short_title,
    years,
)

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2025, 3, 17, 14, 40, tzinfo=CHINA)


def row(
    uid: str = "a", *, state: DraftState = DraftState.EDITING, year: int = 2025, changed: bool = False,
    done: int = 3, total: int = 10, errors: int = 0, warnings: int = 0,
) -> DraftRow:  # fmt: skip
    return DraftRow(
        uid,
        "annual_summary",
        "题",
        year,
        state,
        changed,
        datetime(2025, 3, 17, tzinfo=UTC),
        done,
        total,
        errors,
        warnings,
    )


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2025, 3, 17, 6, 32, tzinfo=UTC), "今天 14:32"),
        (datetime(2025, 3, 16, 16, 5, tzinfo=UTC), "今天 0:05"),
        (datetime(2025, 3, 16, 1, 5, tzinfo=UTC), "昨天 9:05"),
        (datetime(2025, 3, 4, 1, 0, tzinfo=UTC), "3月4日"),
        (datetime(2024, 12, 30, 1, 0, tzinfo=UTC), "2024年12月30日"),
    ],
    ids=["today", "today by local time", "yesterday", "this year", "earlier year"],
)
def test_moment(moment: datetime, words: str) -> None:
    assert moment_words(moment, NOW) == words


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (row(done=0), "填完 0 节，共 10 节"),
        (row(), "填完 3 节，共 10 节"),
        (row(done=10), "10 节都填完了"),
        (row(state=DraftState.EXPORTED), "共 10 节"),
        (row(state=DraftState.PRINTED, changed=True), "已打印，之后又改过"),
    ],
    ids=["untouched", "begun", "complete", "exported", "changed after printing"],
)
def test_progress(draft: DraftRow, words: str) -> None:
    assert progress_words(draft) == words


def test_year_is_said_where_the_title_does_not() -> None:
    assert second_line(row()) == "2025年 · 填完 3 节，共 10 节"
    assert second_line(replace(row(), title="2025年总结"), "年终") == "年终 · 填完 3 节，共 10 节"


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [(0, 0, "没有问题"), (2, 0, "2 处错误"), (0, 1, "1 处提示"), (2, 1, "2 处错误，1 处提示")],
)
def test_findings(errors: int, warnings: int, words: str) -> None:
    assert finding_words(row(errors=errors, warnings=warnings)) == words


ROWS = st.lists(
    st.builds(
        lambda uid, state, year: row(str(uid), state=state, year=year),
        st.integers(0, 99), st.sampled_from(DraftState), st.integers(2020, 2026),
    ),
    max_size=30,
)  # fmt: skip
FILTERS = st.builds(
    Filter,
    st.none() | st.sampled_from(DraftState),
    st.none() | st.integers(2020, 2026),
    st.none() | st.frozensets(st.integers(0, 99).map(str)),
)


@given(ROWS, FILTERS)
def test_counts_are_what_the_tabs_would_show(rows: list[DraftRow], chosen: Filter) -> None:
    shown = tuple(len(in_filter(rows, Filter(state, chosen.year, chosen.found))) for _, state in TABS)
    assert counts(rows, chosen) == shown


@given(ROWS, FILTERS)
def test_filter_keeps_order_and_lets_nothing_wrong_through(rows: list[DraftRow], chosen: Filter) -> None:
    shown = in_filter(rows, chosen)
    places = [next(n for n, one in enumerate(rows) if one is draft) for draft in shown]
    assert places == sorted(places)
    assert all(chosen.year in (None, draft.year) and chosen.state in (None, draft.state) for draft in shown)


def test_years_are_newest_first() -> None:
    assert years([row(year=2023), row(year=2025), row(year=2023)]) == (2025, 2023)


def test_long_title_keeps_its_start_and_its_end() -> None:
    assert short_title("清溪分会2026年总结") == "清溪分会2026年总结"
    short = short_title("甲" * 100 + "2026年总结（副本）")
    assert short.startswith("甲甲") and short.endswith("…" + ("甲" * 3 + "2026年总结（副本）")[-14:])
    assert len(short) == TITLE_MOST + 1
