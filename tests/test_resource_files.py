"""Shipped files are found from source and inside a frozen bundle."""

import sys
from pathlib import Path

import pytest

from xiaoxie_desktop.resource_files import resource_path, resource_root


def test_from_source() -> None:
    assert resource_path("style", "tokens.toml").is_file()


def test_frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_root() == tmp_path / "resources"
