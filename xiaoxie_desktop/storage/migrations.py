"""The schema of the data file, as steps that are only ever appended to.

Imported after the first list is shown: sqlite-utils is slow to load.
"""

from sqlite_utils import Database, Migrations

SCHEMA = Migrations("xiaoxie")


def _run(db: Database, statements: str) -> None:
    # executescript would commit the transaction the step runs in
    for statement in statements.split(";"):
        db.execute(statement.strip())


@SCHEMA(name="001_drafts")
def _drafts(db: Database) -> None:
    _run(
        db,
        """
        CREATE TABLE organizations (
            uid TEXT PRIMARY KEY, profile TEXT NOT NULL, checksum TEXT NOT NULL
        ) STRICT;
        CREATE TABLE drafts (
            uid TEXT PRIMARY KEY,
            organization TEXT NOT NULL REFERENCES organizations (uid),
            report TEXT NOT NULL, version INTEGER NOT NULL, year INTEGER NOT NULL,
            created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
            title TEXT NOT NULL, title_given INTEGER NOT NULL,
            omitted TEXT NOT NULL, ticks TEXT NOT NULL, ignored TEXT NOT NULL,
            step TEXT NOT NULL, state TEXT NOT NULL, changed_since INTEGER NOT NULL,
            revision INTEGER NOT NULL, copied_from TEXT NOT NULL,
            steps_done INTEGER NOT NULL, steps_total INTEGER NOT NULL,
            errors INTEGER NOT NULL, warnings INTEGER NOT NULL, counted_revision INTEGER NOT NULL,
            last_event INTEGER NOT NULL, turn INTEGER NOT NULL, deleted_at TEXT, checksum TEXT NOT NULL
        ) STRICT;
        CREATE TABLE answers (
            draft TEXT NOT NULL REFERENCES drafts (uid) ON DELETE CASCADE,
            field TEXT NOT NULL, value TEXT NOT NULL, checksum TEXT NOT NULL,
            PRIMARY KEY (draft, field)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE texts (
            draft TEXT NOT NULL REFERENCES drafts (uid) ON DELETE CASCADE,
            section TEXT NOT NULL, paragraph TEXT NOT NULL, content TEXT NOT NULL, checksum TEXT NOT NULL,
            PRIMARY KEY (draft, section, paragraph)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE facts (
            organization TEXT NOT NULL REFERENCES organizations (uid),
            year INTEGER NOT NULL, fact TEXT NOT NULL, item TEXT NOT NULL, list TEXT NOT NULL,
            scope TEXT NOT NULL, period TEXT NOT NULL,
            value TEXT NOT NULL, draft TEXT NOT NULL, event INTEGER NOT NULL, checksum TEXT NOT NULL,
            PRIMARY KEY (organization, year, fact, item, list, scope, period)
        ) STRICT;
        CREATE TABLE events (
            draft TEXT NOT NULL REFERENCES drafts (uid) ON DELETE CASCADE,
            seq INTEGER NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL,
            before TEXT NOT NULL, after TEXT NOT NULL, undoes INTEGER, checksum TEXT NOT NULL,
            PRIMARY KEY (draft, seq)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE search_texts (
            draft TEXT PRIMARY KEY REFERENCES drafts (uid) ON DELETE CASCADE, text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE settings (
            organization TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (organization, name)
        ) STRICT, WITHOUT ROWID
        """,
    )
