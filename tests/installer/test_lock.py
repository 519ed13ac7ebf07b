"""Tests that the lock file is exact, complete and names no place."""

import re
import tomllib

import pytest

from installer.lock import LOCK, ROOT

TEXT = LOCK.read_text(encoding="utf-8")
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)(?P<marker> ; [^\\]+)? \\$", re.MULTILINE)


def names_in_pyproject() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["test"]
    return [re.split(r"[<>=;]", line)[0].strip().lower() for line in wanted]


@pytest.mark.parametrize("name", names_in_pyproject())
def test_every_dependency_is_locked(name: str) -> None:
    assert name in {pin["name"] for pin in PINNED.finditer(TEXT)}


def test_every_pin_carries_hashes() -> None:
    entries = re.split(r"^(?=[a-z])", TEXT, flags=re.MULTILINE)[1:]
    assert len(entries) >= 30
    assert [entry for entry in entries if "--hash=sha256:" not in entry or not PINNED.match(entry)] == []


@pytest.mark.parametrize(
    "line",
    [
        "pyside6-essentials==6.9.3 ; platform_machine != 'aarch64' \\",
        "pyside6-essentials==6.8.0.2 ; platform_machine == 'aarch64' \\",
    ],
)
def test_qt_for_old_desktops(line: str) -> None:
    assert line in TEXT.splitlines()


@pytest.mark.parametrize("word", ["://", "index-url", "find-links", "pyside6==", "pyside6-addons"])
def test_names_no_place_and_no_whole_qt(word: str) -> None:
    assert word not in TEXT
