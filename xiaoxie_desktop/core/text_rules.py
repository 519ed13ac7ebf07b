"""Text rules as frozen data: a pattern, what it means and examples; ``proofreading`` applies them."""

import re
from dataclasses import dataclass

from xiaoxie_desktop.core.findings import Severity


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule that one regular expression can tell. ``{found}`` in the message is the place itself.

    ``wrong`` and ``right`` are texts that must and must not be found; they are the rule's tests.
    """

    id: str
    severity: Severity
    pattern: re.Pattern[str]
    message: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
