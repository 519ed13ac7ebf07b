"""What the list of drafts shows: filters, counts and the words of one line; knows nothing of Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from xiaoxie_desktop.core.draft_rows import DraftRow, DraftState

TABS: tuple[tuple[str, DraftState | None], ...] = (
    ("全部", None),
    ("填写中", DraftState.EDITING),
    ("已导出", DraftState.EXPORTED),
    ("已打印", DraftState.PRINTED),
)
"""The tabs over the list in order; None shows drafts of every state."""

TITLE_MOST = 42
"""The longest title said in full inside a sentence, in characters."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which drafts are listed: of a state, of a year, among those found by the search; None means all."""

    state: DraftState | None = None
    year: int | None = None
    found: frozenset[str] | None = None


def in_filter(rows: Iterable[DraftRow], chosen: Filter) -> tuple[DraftRow, ...]:
    """The rows a filter lets through, in their order."""
    return tuple(row for row in in_view(rows, chosen) if chosen.state in (None, row.state))


def in_view(rows: Iterable[DraftRow], chosen: Filter) -> tuple[DraftRow, ...]:
    """The rows of the year and search of a filter, whatever their state."""
    return tuple(
        row
        for row in rows
        if chosen.year in (None, row.year) and (chosen.found is None or row.uid in chosen.found)
    )


def counts(rows: Sequence[DraftRow], chosen: Filter) -> tuple[int, ...]:
    """How many rows each tab would show under the year and search of a filter."""
    seen = in_view(rows, chosen)
    return tuple(len(seen) if state is None else sum(r.state is state for r in seen) for _, state in TABS)


def years(rows: Iterable[DraftRow]) -> tuple[int, ...]:
    """The years there are drafts of, newest first."""
    return tuple(sorted({row.year for row in rows}, reverse=True))


def progress_words(row: DraftRow) -> str:
    """The second line of a draft: how far it is, or that it was changed after it was sent out."""
    if row.state is not DraftState.EDITING:
        return f"{row.state.label}，之后又改过" if row.changed_since else f"共 {row.steps_total} 节"
    if row.steps_done >= row.steps_total:
        return f"{row.steps_total} 节都填完了"
    return f"填完 {row.steps_done} 节，共 {row.steps_total} 节"


def second_line(row: DraftRow, *folded: str) -> str:
    """What stands under the title: columns folded away, the year if the title does not name it, the progress."""
    year = () if str(row.year) in row.title else (f"{row.year}年",)
    return " · ".join((*folded, *year, progress_words(row)))


def short_title(title: str) -> str:
    """A title for a question or a toast: a long one keeps its start and its end."""
    start, end = TITLE_MOST * 2 // 3, TITLE_MOST // 3
    return title if len(title) <= TITLE_MOST else f"{title[:start]}…{title[-end:]}"


def finding_words(row: DraftRow) -> str:
    """What proofreading says about a draft, in words."""
    said = [f"{n} 处{word}" for n, word in ((row.errors, "错误"), (row.warnings, "提示")) if n]
    return "，".join(said) or "没有问题"


def moment_words(moment: datetime, now: datetime) -> str:
    """A moment as staff say it: 今天 14:32, 昨天 9:05, 3月4日, 2024年12月30日. Both must carry a time zone."""
    local, today = moment.astimezone(now.tzinfo), now.date()
    days = (today - local.date()).days
    if days in (0, 1):
        return f"{('今天', '昨天')[days]} {local.hour}:{local.minute:02d}"
    if local.year == today.year:
        return f"{local.month}月{local.day}日"
    return f"{local.year}年{local.month}月{local.day}日"
