"""Keeps the errors nobody expected in a file staff can hand on; never what was typed."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

MOST_BYTES = 1_000_000


class ErrorLog:
    """A text file `error.log` in the data directory; when it grows too large the older half is dropped."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / "error.log"

    def write(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Add one error: moment, kind and places in the code, without its words, which may quote what was typed."""
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        places = "".join(
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}\n"
            for frame in traceback.extract_tb(trace)
        )
        head = f"{moment} {kind.__name__} Python {sys.version.split()[0]} {sys.platform}\n"
        try:
            self._shorten()
            with self.path.open("a", encoding="utf-8") as file:
                file.write(head + places)
        except OSError:
            sys.stderr.write(head + places)

    def copy_to(self, target: Path) -> None:
        """Save a copy, for example on a USB stick; OSError when that fails."""
        text = self._text() if self.path.exists() else "没有记录。\n"
        target.write_text(text, encoding="utf-8")

    def _shorten(self) -> None:
        if self.path.exists() and self.path.stat().st_size > MOST_BYTES:
            lines = self._text().splitlines(keepends=True)
            shorter = self.path.with_suffix(".tmp")
            shorter.write_text("".join(lines[len(lines) // 2 :]), encoding="utf-8")
            shorter.replace(self.path)

    def _text(self) -> str:
        return self.path.read_text(encoding="utf-8", errors="replace")
