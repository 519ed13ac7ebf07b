"""What proofreading and checking found: frozen rows that the window lists and the command line prints."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """错误 (asks before export), 提示 (please judge), 建议 (listed last, folded)."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The Chinese word staff read."""
        return {"error": "错误", "warning": "提示", "hint": "建议"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. ``message`` is a Chinese sentence that says what is wrong and what to do.

    ``section``, ``field``, ``row`` and ``paragraph`` name the place in a draft, empty where unknown;
    ``line`` and ``column`` are 1-based in the text (0 = unknown), ``length`` counts characters.
    """

    rule: str
    severity: Severity
    message: str
    section: str = ""
    field: str = ""
    row: str = ""
    paragraph: str = ""
    excerpt: str = ""
    line: int = 0
    column: int = 0
    length: int = 0
    suggestion: str = ""


SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
"""The order in which findings are listed."""
