"""Makes the fonts in `resources/fonts` from free fonts that Debian packages.

Run `python3 installer/fonts.py` on Debian to write them, `--check` to make them and compare with the committed
ones byte by byte, `--packages DIR` to take the .deb files from a folder instead of asking apt.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer.font_recipes import FONTTOOLS, PACKAGES, Package

FONTS = ROOT / "resources" / "fonts"


def main(arguments: list[str]) -> int:
    """Make all files in a temporary folder, then compare them with the committed ones or put them there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="compare with the committed files, write nothing"
    )
    parser.add_argument("--packages", type=Path, metavar="DIR", help="a folder that has the .deb files")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        made = make(Path(name), options.packages)
        if options.check:
            return compare(made, FONTS)
        for file in sorted(made.iterdir()):
            shutil.copy(file, FONTS / file.name)
            print(f"written: {file.name}, {file.stat().st_size} bytes")
    return 0


def make(folder: Path, packages: Path | None) -> Path:
    """Fetch, unpack and build below ``folder``; return where the finished files are."""
    unpacked, out = folder / "unpacked", folder / "out"
    unpacked.mkdir()
    out.mkdir()
    for package in PACKAGES:
        unpack(find(package, packages) if packages else fetch(package, folder), package, unpacked)
    python = install_fonttools(folder / "venv")
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.check_call([python, "-m", "installer.font_building", unpacked, out], env=variables)
    return out


def fetch(package: Package, folder: Path) -> Path:
    subprocess.check_call(["apt-get", "download", "--quiet", f"{package.name}={package.version}"], cwd=folder)
    return find(package, folder)


def find(package: Package, folder: Path) -> Path:
    version = package.version.replace(":", "%3a")
    return folder / f"{package.name}_{version}_all.deb"


def unpack(file: Path, package: Package, unpacked: Path) -> None:
    """Unpack into a folder named like the package, or stop where the file is not the one meant."""
    if hashlib.sha256(file.read_bytes()).hexdigest() != package.sha256:
        raise SystemExit(f"{file.name} is not the file these fonts were made from")
    subprocess.check_call(["dpkg-deb", "--extract", file, unpacked / package.name])


def install_fonttools(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.check_call([python, "-m", "pip", "install", "--quiet", FONTTOOLS])
    return python


def compare(made: Path, committed: Path) -> int:
    """Return 1 if a file is missing or has other bytes, naming it."""
    files = sorted(made.iterdir())
    differing = [file.name for file in files if not same_bytes(file, committed / file.name)]
    for name in differing:
        print(f"differs: {name}", file=sys.stderr)
    print(f"{len(files) - len(differing)} of {len(files)} files are the same")
    return 1 if differing else 0


def same_bytes(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
