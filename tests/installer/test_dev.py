"""Tests the set-up command itself, as a person on a new machine meets it."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer import checks, dev, environment, machine
from installer.errors import SetUpError

INSTALLER = Path(dev.__file__).parent
LOADED_BY_DEV = ("dev.py", "checks.py", "environment.py", "errors.py", "machine.py")


class Ready:
    """Stands for a machine that lacks nothing, and records what would be started."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.started: list[list[str]] = []
        monkeypatch.setattr(machine, "missing_for_environment", list)
        monkeypatch.setattr(machine, "missing_for_window", list)
        monkeypatch.setattr(machine, "has_display", lambda: True)
        monkeypatch.setattr(environment, "prepare", lambda root: Path("/venv/python"))
        monkeypatch.setattr(dev, "hand_over", self.start)
        monkeypatch.setattr(checks, "run", lambda python, root, arguments: self.start(arguments))

    def start(self, command: list[str]) -> int:
        self.started.append(command)
        return 0


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> Ready:
    return Ready(monkeypatch)


@pytest.mark.parametrize("name", LOADED_BY_DEV)
def test_syntax_is_known_to_python_3_9(name: str) -> None:
    tree = ast.parse((INSTALLER / name).read_text(encoding="utf-8"), feature_version=(3, 9))
    assert tree.body


PROGRAM = ["/venv/python", "-P", "-m", "xiaoxie_desktop"]


@pytest.mark.parametrize(
    ("arguments", "started"),
    [
        (["run"], PROGRAM),
        (["run", "--", "kinds", "--json"], [*PROGRAM, "kinds", "--json"]),
        (["run", "kinds"], [*PROGRAM, "kinds"]),
        (
            ["run", "--", "export", "a b.json", "--to", "总结.docx"],
            [*PROGRAM, "export", "a b.json", "--to", "总结.docx"],
        ),
        (["test"], []),
        (["test", "--", "-k", "名"], ["-k", "名"]),
    ],
)
def test_starts(arguments: list[str], started: list[str], ready: Ready) -> None:
    assert dev.main(arguments) == 0
    assert ready.started == [started]


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["rum"], 2), (["--help"], 0)])
def test_usage(arguments: list[str], code: int, ready: Ready, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == code
    said = capsys.readouterr()
    assert "installer/dev.py test" in (said.err if code else said.out)
    assert ready.started == []


def test_command_line_needs_no_display_and_no_qt_libraries(
    ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "has_display", lambda: False)
    monkeypatch.setattr(machine, "missing_for_window", lambda: [machine.Need("libEGL.so.1", "libegl1")])
    assert dev.main(["run", "--", "kinds"]) == 0


@pytest.mark.parametrize(("arguments", "expected"), [([], True), (["--data", "D"], True), (["kinds"], False)])
def test_opens_window(arguments: list[str], expected: bool) -> None:
    assert dev.opens_window(arguments) is expected


@pytest.mark.parametrize(
    ("raised", "code", "sentence"),
    [(SetUpError("缺少字体。"), 2, "缺少字体。"), (KeyboardInterrupt(), 130, "再运行一次")],
)
def test_stops_with_a_sentence(
    raised: BaseException,
    code: int,
    sentence: str,
    ready: Ready,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(root: Path) -> Path:
        raise raised

    monkeypatch.setattr(environment, "prepare", stop)
    assert dev.main(["test"]) == code
    assert sentence in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_display_says_so_from_any_folder(tmp_path: Path) -> None:
    clone, elsewhere = tmp_path / "消协 文书", tmp_path / "elsewhere"
    shutil.copytree(INSTALLER, clone / "installer", ignore=shutil.ignore_patterns("__pycache__"))
    elsewhere.mkdir()
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    variables = {name: value for name, value in os.environ.items() if name not in hidden}
    told = subprocess.run(
        [sys.executable, str(clone / "installer" / "dev.py"), "run"],
        cwd=elsewhere, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.splitlines()[0] == "这台电脑没有图形桌面，窗口打不开，请改用命令行，例如："
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("text", [dev.NO_DISPLAY, (dev.ROOT / "README.md").read_text(encoding="utf-8")])
def test_shown_command_line_names_a_file_that_is_there(text: str) -> None:
    shown = [
        word for word in text.split() if word.startswith("resources/samples/") and word.endswith(".json")
    ]
    assert shown
    assert all((dev.ROOT / file).is_file() for file in shown)


def executable(path: Path, script: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")
class TestAnotherPython:
    """An interpreter outside 3.11–3.13 looks for a better one."""

    def test_passes_over_what_does_not_start(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        executable(tmp_path / "bin" / "python3.11", "echo 'version not installed' >&2; exit 127")
        executable(tmp_path / "bin" / "python3.12", "echo 3 9; echo /old/python")
        executable(tmp_path / "bin" / "python3.13", "echo 3 13; echo /good/python")
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))
        assert dev.find_python() == "/good/python"

    def test_says_what_is_needed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(sys, "version_info", (3, 9, 2))
        assert dev.main(["run"]) == 2
        assert capsys.readouterr().err == (
            "消协文书需要 Python 3.11、3.12 或 3.13，这里运行的是 3.9.2，请先安装其中一个再试。\n"
        )

    def test_hands_the_arguments_on(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        heard = tmp_path / "heard"
        executable(tmp_path / "good", f'printf "%s\\n" "$@" > "{heard}"; exit 7')
        monkeypatch.setattr(dev, "find_python", lambda: str(tmp_path / "good"))
        monkeypatch.setattr(sys, "version_info", (3, 14, 0))
        assert dev.main(["run", "--", "a b"]) == 7
        assert heard.read_text(encoding="utf-8").splitlines() == [str(Path(dev.__file__)), "run", "--", "a b"]
