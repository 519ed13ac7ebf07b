"""Changes made to a draft in the list: another title, into the recycle bin and out of it."""

from xiaoxie_desktop.storage.moments import now
from xiaoxie_desktop.storage.records import Change, ChangeKind
from xiaoxie_desktop.storage.store import Store


def rename(store: Store, uid: str, title: str) -> None:
    """Give a draft this title; an empty one leaves the words as they are, but no longer counts as given."""
    change = Change(ChangeKind.RENAMED, "", store.read_record(uid).title, title)
    store.save(
        uid,
        [change],
        lambda record: {"title": title or record.title, "title_given": bool(title)},
    )


def delete(store: Store, uid: str) -> None:
    """Put a draft into the recycle bin."""
    moment = now()
    store.save(uid, [Change(ChangeKind.DELETED)], lambda record: {"deleted_at": moment}, at=moment)


def restore(store: Store, uid: str) -> None:
    """Take a draft out of the recycle bin."""
    store.save(uid, [Change(ChangeKind.RESTORED)], lambda record: {"deleted_at": None})
