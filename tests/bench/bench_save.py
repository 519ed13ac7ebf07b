"""Saving one answer through the draft session, against a bare SQLite insert with the same pragmas."""

import itertools
import sqlite3
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from tests.bench.measure import ratio
from xiaoxie_desktop.core.answers import Amount
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace

ROUNDS = 400
GOAL = 2.0
KIND = "annual_summary"


def answering(workspace: Workspace, field: str, unit: str = "") -> Callable[[], None]:
    """Gives the field the next number, as a figure where it has a unit, else as a text."""
    session = workspace.open_draft(workspace.create_draft(KIND, 2026))
    numbers = itertools.count(1)

    def answer() -> None:
        number = next(numbers)
        session.answer(field, Amount(Decimal(number), unit) if unit else str(number))

    return answer


def inserting(path: Path) -> Callable[[], None]:
    """Inserts a row into the only table of a file, in a transaction of its own."""
    connection = sqlite3.connect(path)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE answers (draft TEXT, field TEXT, value TEXT) STRICT")
    numbers = itertools.count(1)

    def insert() -> None:
        connection.execute("BEGIN")
        connection.execute("INSERT INTO answers VALUES ('d', 'f', ?)", (str(next(numbers)),))
        connection.execute("COMMIT")

    return insert


def main() -> None:
    """Print p50 and p99 of a field without a fact and of one with."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder) / "ours")
        cases = (("answer saved", "remarks", ""), ("answer and fact saved", "complaint_accepted_count", "件"))
        for name, field, unit in cases:
            floor = inserting(Path(folder) / f"{field}.sqlite3")
            ours = answering(workspace, field, unit)
            ratio(name, ours, floor, GOAL, rounds=ROUNDS, percents=(50, 99))
        workspace.close()


if __name__ == "__main__":
    main()
