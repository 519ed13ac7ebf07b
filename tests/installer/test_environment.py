"""Tests when `.venv` is taken as complete and when it is made again."""

import hashlib
import os
import subprocess
import sys
import zipfile
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


def make_wheel(folder: Path) -> Path:
    """Write the smallest wheel pip accepts, holding the module `stand_in`."""
    wheel = folder / "stand_in-1.0-py3-none-any.whl"
    info = "stand_in-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as package:
        package.writestr("stand_in.py", "WORD = 'here'")
        package.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: stand-in\nVersion: 1.0\n")
        package.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        package.writestr(
            f"{info}/RECORD", f"stand_in.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n"
        )
    return wheel


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A wheel in the only place pip may look: the test needs no network."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    return make_wheel(tmp_path)


def test_locked_wheel_is_installed_in_a_folder_with_spaces(root: Path, wheel: Path) -> None:
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (root / environment.LOCK).write_text(f"stand-in==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
    python = environment.prepare(root)
    told = subprocess.run(
        [str(python), "-c", "import stand_in; print(stand_in.__file__)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (root / ".venv") in Path(told.stdout.strip()).parents


def test_wheel_with_another_hash_is_refused(
    root: Path, wheel: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (root / environment.LOCK).write_text(f"stand-in==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(SetUpError, match="依赖没有装好"):
        environment.prepare(root)
    assert "DO NOT MATCH THE HASHES" in capfd.readouterr().err
    assert not environment.is_complete(root / environment.VENV, root / environment.LOCK)


def test_program_is_found_from_any_folder(root: Path) -> None:
    assert environment.variables(root)["PYTHONPATH"] == str(root)
