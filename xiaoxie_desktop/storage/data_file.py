"""The open data file: one plain SQLite connection for reading, wrapped by sqlite-utils when first written."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xiaoxie_desktop.storage.failures import reported

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x58585753
""""XXWS" in the header of the file."""
SCHEMA_VERSION = 1
"""user_version of the files this program writes: the number of migrations."""

Column = str | int | None


class DataFile:
    """One connection to the data file; not for use from several threads."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self._has_schema = False

    @property
    def version(self) -> int:
        """user_version of the file; 0 = nothing in it yet."""
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    @property
    def has_schema(self) -> bool:
        """Whether anything was ever stored; another process may be the first to do it."""
        self._has_schema = self._has_schema or self.version == SCHEMA_VERSION
        return self._has_schema

    def rows(self, sql: str, parameters: Sequence[Column] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query; none while the file is new.

        Raises:
            StorageError: when the file cannot be read.
        """
        with reported(self.path):
            return self.connection.execute(sql, parameters).fetchall() if self.has_schema else []

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several queries that see one and the same state of the file."""
        with reported(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.rollback()

    @cached_property
    def _database(self) -> "Database":
        # sqlite-utils is slow to load and not needed for the first list
        from sqlite_utils import Database  # noqa: PLC0415

        return Database(self.connection, recursive_triggers=False, execute_plugins=False)

    @contextmanager
    def writing(self) -> Iterator["Database"]:
        """THE transaction: everything written in the block is stored as a whole, or nothing is.

        Raises:
            StorageError: when it could not be stored.
        """
        with reported(self.path):
            self.make_schema()
            with self._database.atomic() as database:
                # Writing first takes the lock at once: SQLite then waits for another writer instead of failing.
                database.execute("DELETE FROM settings WHERE 0")
                yield database

    def make_schema(self) -> None:
        """Bring the file to this program's schema, keeping a copy of an older one beside it."""
        if self.has_schema:
            return
        # slow to load, see above
        from xiaoxie_desktop.storage.migrations import SCHEMA  # noqa: PLC0415

        if self.version:
            self._keep_copy()
        with self._database.atomic() as database:
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            SCHEMA.apply(database)
            database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _keep_copy(self) -> None:
        copy = self.path.with_name(f"{self.path.stem}-schema{self.version}{self.path.suffix}")
        target = sqlite3.connect(copy)
        try:
            self.connection.backup(target)
        finally:
            target.close()
        copy.chmod(0o600)

    def close(self) -> None:
        """Close the connection; the last one folds the log into the file."""
        self.connection.close()
