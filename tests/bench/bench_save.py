"""Saving one answer through the draft session, against bare SQLite with the same pragmas.

The floor of the goal is one inserted row; beside it stands what a saved answer has to be, three rows in three tables.
"""

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


def bare(path: Path) -> sqlite3.Connection:
    """A file with the pragmas of the data file and three tables without a key."""
    connection = sqlite3.connect(path)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    for table in ("answers", "events", "drafts"):
        connection.execute(f"CREATE TABLE {table} (draft TEXT, field TEXT, value TEXT) STRICT")
    return connection


def inserting(connection: sqlite3.Connection, *tables: str) -> Callable[[], None]:
    """Inserts a row into each of the tables, in one transaction."""
    numbers = itertools.count(1)

    def insert() -> None:
        value = str(next(numbers))
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(f"INSERT INTO {table} VALUES ('d', 'f', ?)", (value,))  # noqa: S608
        connection.execute("COMMIT")

    return insert


def main() -> None:
    """Print p50 and p99 of a field without a fact and of one with, then against three rows."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder) / "ours")
        connection = bare(Path(folder) / "bare.sqlite3")
        one, three = inserting(connection, "answers"), inserting(connection, "answers", "events", "drafts")
        text = answering(workspace, "remarks")
        figure = answering(workspace, "complaint_accepted_count", "件")
        for name, ours, floor in (
            ("answer saved", text, one),
            ("answer and fact saved", figure, one),
            ("answer saved, floor of three rows", text, three),
        ):
            ratio(name, ours, floor, GOAL, rounds=ROUNDS, percents=(50, 99))
        connection.close()
        workspace.close()


if __name__ == "__main__":
    main()
