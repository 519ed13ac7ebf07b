"""Writes `requirements.lock` from pyproject.toml: exact versions with hashes, for every platform we ship to.

Run `python3 installer/lock.py` after a change of the dependencies; `--upgrade` also takes newer versions.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "installer" / "requirements.lock"
HEADER = "# Written by installer/lock.py; do not edit by hand.\n"

UV = "uv==0.13.9"
PINS = "PySide6-Essentials==6.9.3; platform_machine != 'aarch64'\n"
"""The last wheel for desktops with glibc 2.28, though newer ones would satisfy pyproject.toml."""

PLATFORMS = ("x86_64-manylinux_2_28", "aarch64-manylinux_2_31", "x86_64-pc-windows-msvc")
PYTHONS = ("3.11", "3.12", "3.13")


def main(arguments: list[str]) -> int:
    """Write the lock, then prove that each platform and Python finds a wheel with a listed hash for every line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        uv = install_uv(folder / "uv")
        compile_lock(uv, folder, arguments)
        for platform in PLATFORMS:
            for python in PYTHONS:
                prove_installable(uv, folder, platform, python)
                print(f"{platform}, Python {python}: installable")
    return 0


def install_uv(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.check_call([str(programs / "python"), "-m", "pip", "install", "--quiet", UV])
    return programs / "uv"


def compile_lock(uv: Path, folder: Path, arguments: list[str]) -> None:
    """Resolve once for all platforms; versions already in the lock stay unless `--upgrade` is given."""
    pins, written = folder / "pins.txt", folder / "requirements.lock"
    pins.write_text(PINS, encoding="utf-8")
    if LOCK.exists():
        written.write_bytes(LOCK.read_bytes())
    subprocess.check_call([
        str(uv), "pip", "compile", "--no-config", "--quiet", "--universal", "--python-version", PYTHONS[0],
        "--generate-hashes", "--no-header", "--extra", "test", "--constraint", str(pins), "--no-annotate",
        "--output-file", str(written), *arguments, str(ROOT / "pyproject.toml"),
    ])  # fmt: skip
    LOCK.write_text(HEADER + written.read_text(encoding="utf-8"), encoding="utf-8")


def prove_installable(uv: Path, folder: Path, platform: str, python: str) -> None:
    subprocess.check_call([
        str(uv), "pip", "install", "--no-config", "--quiet", "--dry-run", "--require-hashes", "--only-binary", ":all:",
        "--python-platform", platform, "--python-version", python, "--target", str(folder / "target"),
        "--requirement", str(LOCK),
    ])  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
