"""Holds the wall between the program and Qt, beside the import contracts in pyproject.toml."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "xiaoxie_desktop"
FEWEST_MODULES = 90
QT = ("PySide6", "shiboken6")
QT_FOR_THE_COMMAND_LINE = ("xiaoxie_desktop.ui.preview.pdf", "xiaoxie_desktop.ui.machine_check")

LOAD_WITHOUT_QT = """
import importlib, sys
sys.modules.update(dict.fromkeys(("PySide6", "shiboken6")))
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def is_window(path: Path) -> bool:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] == "ui" or inside.name == "app.py"


def files_without_window() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if not is_window(path))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_names(path: Path) -> Iterator[str]:
    """Every module a file names in an import, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_scan_finds_the_program() -> None:
    assert len(files_without_window()) >= FEWEST_MODULES


def test_all_but_the_window_loads_without_qt() -> None:
    names = [module_name(path) for path in files_without_window()]
    loaded = subprocess.run(
        [sys.executable, "-c", LOAD_WITHOUT_QT, *names], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert loaded.returncode == 0, loaded.stderr


def test_no_file_but_the_window_names_qt() -> None:
    naming = [
        (str(path.relative_to(ROOT)), name)
        for path in files_without_window()
        for name in imported_names(path)
        if name.startswith(QT)
    ]
    assert naming == []


def test_command_line_uses_of_the_window_only_what_needs_qt_but_no_window() -> None:
    used = {name for name in imported_names(PACKAGE / "cli.py") if name.startswith("xiaoxie_desktop.ui")}
    assert [name for name in used if not name.startswith(QT_FOR_THE_COMMAND_LINE)] == []


def test_package_files_are_empty() -> None:
    packages = list(PACKAGE.rglob("__init__.py"))
    assert len(packages) >= 9
    assert [path for path in packages if path.read_bytes()] == []


def test_every_module_says_what_it_is_for() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    openings = {
        path: ast.get_docstring(ast.parse(source)) or "" for path, source in sources.items() if source
    }
    assert len(openings) >= FEWEST_MODULES
    assert [path for path, opening in openings.items() if len(opening.split()) < 3] == []
