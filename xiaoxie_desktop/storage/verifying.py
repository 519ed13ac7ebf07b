"""Looks at every row of the data file: SQLite's own check, then the checksums it does not know."""

import sqlite3
from collections.abc import Iterator

from xiaoxie_desktop.storage.checksums import checksum
from xiaoxie_desktop.storage.data_file import Column, DataFile
from xiaoxie_desktop.storage.draft_rows import COLUMNS
from xiaoxie_desktop.storage.failures import storage_error
from xiaoxie_desktop.storage.records import Damage

_CHECKED = {
    "organizations": ("uid", "profile"),
    "drafts": COLUMNS,
    "answers": ("draft", "field", "value"),
    "texts": ("draft", "section", "paragraph", "content"),
    "facts": (
        *("organization", "year", "fact", "item", "list", "scope", "period"),
        *("value", "draft", "event"),
    ),
    "events": ("draft", "seq", "at", "kind", "target", "before", "after", "undoes"),
}
"""Table → the columns its checksum covers."""
_PLACES = {"organizations": 1, "drafts": 1, "answers": 2, "texts": 3, "facts": 7, "events": 5}
"""Table → how many of these columns say which row it is."""
_NAMES = {
    "organizations": "单位资料",
    "drafts": "草稿",
    "answers": "填写的内容",
    "texts": "改过的文字",
    "facts": "台账",
    "events": "修改记录",
}


def verify(data_file: DataFile) -> tuple[Damage, ...]:
    """Every damage found, none twice; an unreadable table is one damage."""
    if not data_file.has_schema:
        return ()
    found = list(_by_sqlite(data_file))
    for table in _CHECKED:
        found += _by_checksum(data_file, table)
    return tuple(found)


def _by_sqlite(data_file: DataFile) -> Iterator[Damage]:
    try:
        lines = data_file.connection.execute("PRAGMA integrity_check").fetchall()
        orphans = data_file.connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        yield Damage("", "", str(storage_error(error, data_file.path)))
        return
    for (line,) in lines:
        if line != "ok":
            yield Damage(
                "", line, "数据文件的结构有损坏，请把数据文件夹整个拷一份留好，再请帮您管电脑的人看看。"
            )
    for table, row, parent, _ in orphans:
        yield Damage(table, f"{row} → {parent}", f"{_NAMES.get(table, table)}里有一条找不到所属的草稿。")


def _by_checksum(data_file: DataFile, table: str) -> Iterator[Damage]:
    columns = _CHECKED[table]
    query = f"SELECT {', '.join(columns)}, checksum FROM {table}"  # noqa: S608 - names of our own
    try:
        for row in data_file.connection.execute(query):
            if checksum(*row[:-1]) != row[-1]:
                yield _damage(table, dict(zip(columns, row, strict=False)))
    except sqlite3.DatabaseError as error:
        yield Damage(table, "", str(storage_error(error, data_file.path)))


def _damage(table: str, row: dict[str, Column]) -> Damage:
    place = "/".join(str(column) for column in list(row.values())[: _PLACES[table]])
    draft = row.get("uid") if table == "drafts" else row.get("draft")
    sentence = f"{_NAMES[table]}里有一条与写入时不同（{place}），请核对。"
    return Damage(table, place, sentence, str(draft or ""))
