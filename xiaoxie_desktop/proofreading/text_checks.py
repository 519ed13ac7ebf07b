"""Applies text rules to lines: what a pattern finds, and dates that no calendar has."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence

from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.text_rules import TextRule

LONGEST_LINE = 20_000
"""Characters of one line that are looked at; nobody types longer ones."""

_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]|(?<![\d个])(?P<lone>1[3-9]|[2-9]\d)月(?!\d)"
)


def check_lines(lines: Sequence[str], rules: Sequence[TextRule]) -> tuple[Finding, ...]:
    """Findings of all rules over these lines, in reading order; ``line`` and ``column`` count from 1.

    Where two findings overlap the rule that stands first speaks alone.
    """
    found: list[Finding] = []
    for number, line in enumerate(lines, 1):
        found += sorted(_line(line[:LONGEST_LINE], number, rules), key=lambda one: one.column)
    return tuple(found)


def _line(line: str, number: int, rules: Sequence[TextRule]) -> list[Finding]:
    taken: list[tuple[int, int]] = []
    found: list[Finding] = []
    for finding in (*_by_rules(line, number, rules), *impossible_dates(line, number)):
        start, end = finding.column, finding.column + finding.length
        if all(end <= other_start or start >= other_end for other_start, other_end in taken):
            taken.append((start, end))
            found.append(finding)
    return found


def _by_rules(line: str, number: int, rules: Sequence[TextRule]) -> Iterator[Finding]:
    for rule in rules:
        for match in rule.pattern.finditer(line):
            yield Finding(
                rule.id,
                rule.severity,
                rule.message.format(found=match[0]),
                excerpt=match[0],
                line=number,
                column=match.start() + 1,
                length=len(match[0]),
            )


def impossible_dates(line: str, number: int = 1) -> Iterator[Finding]:
    """Dates that do not exist: 13月, 2月30日, 4月31日, 2025年2月29日."""
    for match in _DATE.finditer(line):
        if not _exists(match):
            yield Finding(
                "impossible_date",
                Severity.ERROR,
                f"没有“{match[0]}”这一天，请核对日期。"
                if match["day"]
                else f"没有“{match[0]}”，请核对月份。",
                excerpt=match[0],
                line=number,
                column=match.start() + 1,
                length=len(match[0]),
            )


def _exists(match: re.Match[str]) -> bool:
    if match["lone"]:
        return False
    month, day = int(match["month"]), int(match["day"])
    year = int(match["year"] or 2024)  # a leap year, so that 2月29日 without a year passes
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
