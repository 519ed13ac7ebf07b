"""Adds an outline (bookmarks) to a finished PDF file by an incremental update: its own bytes stay as they are.

ISO 32000-1, 7.5.6 (incremental updates) and 12.3.3 (document outline). Only the plain file structure that the
program's own painter writes is understood; any other file is given back unchanged.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", re.DOTALL)
_SIZE = re.compile(rb"/Size\s+(\d+)")
_ROOT = re.compile(rb"/Root\s+(\d+)\s+0\s+R")
_PAGES = re.compile(rb"/Pages\s+(\d+)\s+0\s+R")
_KIDS = re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+)\s+0\s+R")
_TWIPS_PER_POINT = 20


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading: its words, its level from 1, its page counted from 0, and its top in twips below the sheet's edge."""

    text: str
    level: int
    page: int
    top: int
    page_height: int


@dataclass(frozen=True, slots=True)
class _Structure:
    """What an update has to know of the file it is added to."""

    trailer: bytes
    previous: int
    size: int
    root: int
    catalog: bytes
    pages: tuple[int, ...]


@dataclass(slots=True)
class _Item:
    """An entry in the tree of the outline; numbers of objects, 0 for none."""

    entry: OutlineEntry
    number: int
    parent: int
    previous: int = 0
    next: int = 0
    first: int = 0
    last: int = 0
    count: int = 0


def with_outline(data: bytes, entries: Sequence[OutlineEntry]) -> bytes:
    """The PDF with an outline of these entries, in their order; the same bytes where there is nothing to add."""
    found = _structure(data)
    entries = [one for one in entries if found and one.page < len(found.pages)]
    if found is None or not entries:
        return data
    items = _tree(entries, found.size)
    objects = {found.size: _outline_root(items, found.size)}
    objects |= {one.number: _item_object(one, found.pages) for one in items}
    objects[found.root] = b"<<\n/Outlines %d 0 R\n%s>>" % (found.size, found.catalog)
    return data + _update(len(data), objects, found)


def _structure(data: bytes) -> _Structure | None:
    trailer = _TRAILER.search(data)
    if trailer is None:
        return None
    size, root = _SIZE.search(trailer[1]), _ROOT.search(trailer[1])
    catalog = _object(data, int(root[1])) if root else b""
    pages = _PAGES.search(catalog)
    kids = _KIDS.search(_object(data, int(pages[1]))) if pages else None
    if size is None or root is None or kids is None or b"/Outlines" in catalog:
        return None
    numbers = tuple(int(one) for one in _REFERENCE.findall(kids[1]))
    return _Structure(trailer[1], int(trailer[2]), int(size[1]), int(root[1]), catalog, numbers)


def _object(data: bytes, number: int) -> bytes:
    """The inside of a dictionary object that holds no other dictionary, empty if there is none."""
    found = re.search(rb"(?:^|[\r\n])%d 0 obj\s*<<(.*?)>>\s*endobj" % number, data, re.DOTALL)
    return found[1] if found else b""


def _tree(entries: Sequence[OutlineEntry], root: int) -> list[_Item]:
    """The entries below each other by their levels; a level that is left out counts as the next one."""
    items: list[_Item] = []
    open_items: list[_Item] = []
    last_below: dict[int, _Item] = {}
    for place, entry in enumerate(entries):
        while open_items and open_items[-1].entry.level >= entry.level:
            open_items.pop()
        parent = open_items[-1] if open_items else None
        item = _Item(entry, root + 1 + place, parent.number if parent else root)
        if before := last_below.get(item.parent):
            before.next, item.previous = item.number, before.number
        elif parent:
            parent.first = item.number
        if parent:
            parent.last, parent.count = item.number, parent.count + 1
        last_below[item.parent] = item
        items.append(item)
        open_items.append(item)
    return items


def _outline_root(items: Sequence[_Item], root: int) -> bytes:
    top = [one for one in items if one.parent == root]
    first, last, count = top[0].number, top[-1].number, len(top)
    return b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (first, last, count)


def _item_object(item: _Item, pages: Sequence[int]) -> bytes:
    """A closed item that leads to the top of its heading."""
    entry = item.entry
    title = (b"\xfe\xff" + entry.text.encode("utf-16-be", "replace")).hex().encode()
    top = (entry.page_height - entry.top) / _TWIPS_PER_POINT
    parts = [b"/Title <%s>" % title, b"/Parent %d 0 R" % item.parent]
    parts.append(b"/Dest [%d 0 R /XYZ null %.2f null]" % (pages[entry.page], top))
    for name, number in (
        (b"Prev", item.previous),
        (b"Next", item.next),
        (b"First", item.first),
        (b"Last", item.last),
    ):
        if number:
            parts.append(b"/%s %d 0 R" % (name, number))
    if item.count:
        parts.append(b"/Count %d" % -item.count)
    return b"<< %s >>" % b" ".join(parts)


def _update(start: int, objects: dict[int, bytes], found: _Structure) -> bytes:
    """New and changed objects, their cross-references, and a trailer that points back to the old ones."""
    body, places = b"\n", dict[int, int]()
    for number, content in sorted(objects.items()):
        places[number] = start + len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items())
    trailer = _SIZE.sub(b"/Size %d" % (max(objects) + 1), found.trailer).strip()
    end = (b"xref\n%strailer\n<<\n%s\n/Prev %d\n>>\n" % (table, trailer, found.previous)) + (
        b"startxref\n%d\n%%%%EOF\n" % (start + len(body))
    )
    return body + end
