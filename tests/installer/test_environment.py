"""Tests when `.venv` is taken as complete and when it is made again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer import environment
from installer.errors import SetUpError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-in for a venv is a link")


class Builder:
    """Makes a link to the running Python in place of a venv and counts how often."""

    def __init__(self) -> None:
        self.built = 0

    def __call__(self, venv: Path, lock: Path) -> None:
        self.built += 1
        python = environment.python_of(venv)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.unlink(missing_ok=True)
        python.symlink_to(sys.executable)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "消协 文书"
    (root / "installer").mkdir(parents=True)
    (root / environment.LOCK).write_text("# nothing\n", encoding="utf-8")
    return root


def nothing(root: Path) -> None:
    """Leave everything as the first set-up made it."""


def change_lock(root: Path) -> None:
    (root / environment.LOCK).write_text("# something else\n", encoding="utf-8")


def lose_interpreter(root: Path) -> None:
    python = environment.python_of(root / environment.VENV)
    python.unlink()
    python.symlink_to(root / "gone")


def upgrade_interpreter(root: Path) -> None:
    python = environment.python_of(root / environment.VENV)
    python.unlink()
    python.write_text("#!/bin/sh\necho 3.99\n", encoding="utf-8")
    python.chmod(0o755)


@pytest.mark.parametrize(
    ("change", "built"),
    [(nothing, 1), (change_lock, 2), (lose_interpreter, 2), (upgrade_interpreter, 2)],
)
def test_is_made_again_only_when_something_changed(change: object, built: int, root: Path) -> None:
    builder = Builder()
    environment.prepare(root, builder)
    assert callable(change)
    change(root)
    python = environment.prepare(root, builder)
    assert builder.built == built
    assert environment.version_of(python) == "{}.{}".format(*sys.version_info[:2])


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), SetUpError("没有网络")])
def test_interrupted_set_up_starts_over(stop: BaseException, root: Path) -> None:
    builder = Builder()
    environment.prepare(root, builder)
    change_lock(root)

    def interrupted(venv: Path, lock: Path) -> None:
        builder(venv, lock)
        raise stop

    with pytest.raises(type(stop)):
        environment.prepare(root, interrupted)
    (root / environment.LOCK).write_text("# nothing\n", encoding="utf-8")
    environment.prepare(root, builder)
    assert builder.built == 3


def test_real_environment_in_a_folder_with_spaces(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    python = environment.prepare(root)
    told = subprocess.run(
        [str(python), "-c", "import sys; print(sys.prefix)"], capture_output=True, text=True, check=True
    )
    assert Path(told.stdout.strip()) == root / ".venv"


def test_dependency_without_hash_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    (root / environment.LOCK).write_text("pluggy==1.7.0\n", encoding="utf-8")
    with pytest.raises(SetUpError, match="依赖没有装好"):
        environment.prepare(root)
    assert "--require-hashes" in capfd.readouterr().err
    assert not environment.is_complete(root / environment.VENV, root / environment.LOCK)


def test_program_is_found_from_any_folder(root: Path) -> None:
    assert environment.variables(root)["PYTHONPATH"] == str(root)
