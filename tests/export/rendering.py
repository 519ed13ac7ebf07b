"""Turns Word files into PDF by LibreOffice and measures ink on the rendered pages, in millimetres from the top."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

TOOLS = ("soffice", "pdftotext", "pdftoppm", "pdfinfo", "fc-list")
DOTS_PER_INCH = 300
MM_PER_DOT = 25.4 / DOTS_PER_INCH
_LIGHT = bytes(range(128, 256))


def missing_tools() -> str:
    """The programs this machine lacks for looking at pages, and a Chinese font when there is none."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not missing and not _run("fc-list", ":lang=zh", "family").strip():
        missing.append("a Chinese font")
    return ", ".join(missing)


def to_pdf(files: list[Path], folder: Path) -> None:
    """Convert all ``files`` in one go, in a profile of their own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files))


def page_count(pdf: Path) -> int:
    """How many pages ``pdf`` has."""
    return next(
        int(line.split()[1]) for line in _run("pdfinfo", str(pdf)).splitlines() if line.startswith("Pages")
    )


def page_lines(pdf: Path, page: int) -> list[str]:
    """The lines of text on a page, without the spaces LibreOffice puts between scripts."""
    text = _run("pdftotext", "-layout", "-f", str(page), "-l", str(page), str(pdf), "-")
    return ["".join(line.split()) for line in text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of ink that touch each other; millimetres from the top of the sheet, and whether they are red."""

    top: float
    bottom: float
    width: float
    red: bool


def bands(pdf: Path, page: int) -> list[Band]:
    """All bands of ink on a page from top to bottom; ``width`` in mm of the widest row's ink."""
    number = str(page)
    picture = subprocess.run(
        ["pdftoppm", "-r", str(DOTS_PER_INCH), "-f", number, "-l", number, str(pdf)],
        capture_output=True,
        check=True,
    ).stdout
    _, size, _, pixels = picture.split(b"\n", 3)
    width = int(size.split()[0]) * 3
    found: list[Band] = []
    start, widest, red = None, 0, True
    for row in range(len(pixels) // width + 1):
        line = pixels[row * width : (row + 1) * width]
        ink = len(line[1::3].translate(None, _LIGHT))
        if ink:
            start, widest = (row if start is None else start), max(widest, ink)
            red = red and not line[0::3].translate(None, _LIGHT)
        elif start is not None:
            found.append(Band(start * MM_PER_DOT, row * MM_PER_DOT, widest * MM_PER_DOT, red))
            start, widest, red = None, 0, True
    return found


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True, timeout=300).stdout.decode()
