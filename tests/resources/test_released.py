"""A released version of a kind is never edited: its fingerprint is kept and compared."""

from xiaoxie_desktop.definitions.kind_names import reports_root
from xiaoxie_desktop.definitions.released import fingerprint, released_fingerprints


def test_every_version_has_the_fingerprint_it_was_released_with() -> None:
    folders = sorted(path for path in reports_root().glob("*/v*") if path.is_dir())
    now = {f"{folder.parent.name}/{folder.name}": fingerprint(folder) for folder in folders}
    assert len(now) >= 3
    assert now == dict(released_fingerprints()), "a released version was edited: make a new version instead"
