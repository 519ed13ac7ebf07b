"""Tests that every check runs and each failure is named."""

import sys
from pathlib import Path

import pytest

from installer import checks
from installer.checks import Check

PYTHON = Path(sys.executable)


def stand_in(name: str, code: str) -> Check:
    return Check(name, ("-c", code))


def test_goes_on_after_a_failure_and_names_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        checks, "STATIC_CHECKS", (stand_in("甲", "raise SystemExit(3)"), stand_in("乙", "pass"))
    )
    monkeypatch.setattr(checks, "TESTS", stand_in("丙", "raise SystemExit(1)"))
    assert checks.run(PYTHON, tmp_path, []) == 1
    assert capfd.readouterr().err.splitlines()[:3] == ["── 甲", "── 乙", "── 丙"]


def test_all_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(checks, "STATIC_CHECKS", (stand_in("甲", "pass"),))
    monkeypatch.setattr(checks, "TESTS", stand_in("丙", "pass"))
    assert checks.run(PYTHON, tmp_path, []) == 0
    assert capfd.readouterr().err.splitlines()[-1].startswith("全部通过")


def test_failed_checks_stand_in_the_last_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "STATIC_CHECKS", (stand_in("甲", "raise SystemExit(3)"),))
    monkeypatch.setattr(checks, "TESTS", stand_in("丙", "raise SystemExit(1)"))
    checks.run(PYTHON, tmp_path, [])
    assert capfd.readouterr().err.splitlines()[-1].startswith("没有通过：甲、丙。")


def test_arguments_reach_pytest_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "STATIC_CHECKS", (stand_in("甲", "raise SystemExit(3)"),))
    monkeypatch.setattr(checks, "TESTS", stand_in("丙", "import sys; print(sys.argv[1:])"))
    assert checks.run(PYTHON, tmp_path, ["-k", "a b"]) == 0
    assert capfd.readouterr().out == "['-k', 'a b']\n"


def test_checks_run_in_the_project_and_offscreen(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code = "import os; print(os.getcwd(), os.environ['QT_QPA_PLATFORM'], os.environ['PYTHONPATH'])"
    assert checks.failures(PYTHON, tmp_path, (stand_in("甲", code),)) == []
    assert capfd.readouterr().out == f"{tmp_path} offscreen {tmp_path}\n"
