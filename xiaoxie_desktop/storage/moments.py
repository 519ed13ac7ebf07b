"""Moments as the data file holds them: UTC with a Z, so that texts sort as times."""

from datetime import UTC, datetime
from functools import lru_cache


@lru_cache(maxsize=8)  # a save writes the same moment into several rows
def moment_text(moment: datetime) -> str:
    """``2026-03-15T08:00:00.000000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def moment_from(text: str) -> datetime:
    """The moment written by ``moment_text``.

    Raises:
        ValueError: for another form.
    """
    return datetime.fromisoformat(text)


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
