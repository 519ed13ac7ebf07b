"""The fingerprint of a released version of a kind: it is never edited, only followed by a new version."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from xiaoxie_desktop.definitions.toml_files import read_toml
from xiaoxie_desktop.resource_files import resource_path


def fingerprint(folder: Path) -> str:
    """sha256 over the names and texts of a version's files, line ends made equal."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def released_fingerprints() -> Mapping[str, str]:
    """`<kind>/v<N>` → the fingerprint it was released with."""
    return {
        str(name): str(value) for name, value in read_toml(resource_path("released.toml"))["versions"].items()
    }
