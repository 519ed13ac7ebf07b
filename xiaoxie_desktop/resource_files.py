"""Says where the files shipped with the program live, from source or frozen."""

import sys
from pathlib import Path


def resource_root() -> Path:
    """The folder `resources`: inside the bundle when frozen, beside the package when run from source."""
    bundle = getattr(sys, "_MEIPASS", None)
    base = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return base / "resources"


def resource_path(*parts: str) -> Path:
    """The path of one shipped file or folder, for example `resource_path("style", "tokens.toml")`."""
    return resource_root().joinpath(*parts)
