"""Makes `.venv` with the locked dependencies and knows when it is complete."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from installer.errors import SetUpError

LOCK = Path("installer", "requirements.lock")
VENV = Path(".venv")
MARKER = "installed.txt"
"""Written into `.venv` last, so that an interrupted set-up is never taken for a finished one."""


def prepare(root: Path, build: Callable[[Path, Path], None] | None = None) -> Path:
    """Return the Python of `root`/.venv, making the environment first unless it holds what the lock names."""
    venv, lock = root / VENV, root / LOCK
    if not is_complete(venv, lock):
        print("正在准备运行环境，只有第一次要下载，大约一到三分钟……", file=sys.stderr, flush=True)
        (venv / MARKER).unlink(missing_ok=True)
        (build or build_from_lock)(venv, lock)
        write_marker(venv, lock)
    return python_of(venv)


def is_complete(venv: Path, lock: Path) -> bool:
    """Tell whether `venv` was finished with exactly this lock and its Python still starts as the same version."""
    marker = venv / MARKER
    return marker.is_file() and marker.read_text(encoding="ascii") == content_stamp(venv, lock)


def write_marker(venv: Path, lock: Path) -> None:
    unfinished = venv / f"{MARKER}.new"
    unfinished.write_text(content_stamp(venv, lock), encoding="ascii")
    unfinished.replace(venv / MARKER)


def content_stamp(venv: Path, lock: Path) -> str:
    """Return what the marker must say: the lock's sha256 and the version of the environment's Python."""
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {version_of(python_of(venv))}\n"


def version_of(python: Path) -> str:
    """Return "3.11" or the like, or "none" where the interpreter is gone or does not start."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        told = subprocess.run([str(python), "-I", "-c", code], check=False, capture_output=True, text=True)
    except OSError:
        return "none"
    return told.stdout.strip() if told.returncode == 0 else "none"


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def build_from_lock(venv: Path, lock: Path) -> None:
    """Make `venv` anew and install the wheels the lock names, refusing any whose hash differs."""
    # The base interpreter, because the running one may be the environment that is about to be cleared.
    base_python = str(getattr(sys, "_base_executable", sys.executable))
    step([base_python, "-I", "-m", "venv", "--clear", str(venv)], "运行环境没有建成，请看上面的说明。")
    pip = [str(python_of(venv)), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    install = ["install", "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    step(pip + install, "依赖没有装好，请检查网络，再运行一次同样的命令。")


def step(command: list[str], sentence: str) -> None:
    if subprocess.call(command) != 0:
        raise SetUpError(sentence)


def variables(root: Path) -> dict[str, str]:
    """Return the environment variables under which the program finds its package from any working directory."""
    return {**os.environ, "PYTHONPATH": str(root)}
