"""The nearest known name, for sentences such as: 没有“complaint_acepted_count”，是不是“complaint_accepted_count”？"""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like this one, or an empty string when none is near."""
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """``，是不是“…”？`` naming the nearest known name, or ``。`` when none is near."""
    near = nearest(name, known)
    return f"，是不是“{near}”？" if near else "。"
