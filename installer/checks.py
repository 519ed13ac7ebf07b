"""Runs what every commit must pass: code rules, formatting, types, import contracts and the tests."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from installer import environment


class Check(NamedTuple):
    """One check: its name for the reader and the arguments given to the environment's Python."""

    name: str
    arguments: tuple[str, ...]


LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
STATIC_CHECKS = (
    Check("代码规则（ruff check）", ("-m", "ruff", "check", "--quiet")),
    Check("代码格式（ruff format）", ("-m", "ruff", "format", "--check", "--quiet")),
    Check("类型（mypy --strict）", ("-m", "mypy", "--no-error-summary")),
    Check("导入方向（import-linter）", ("-c", LINT_IMPORTS)),
)
TESTS = Check("测试（pytest）", ("-m", "pytest"))


def run(python: Path, root: Path, pytest_arguments: list[str]) -> int:
    """Run all checks, or with `pytest_arguments` only pytest, and return 1 if any failed, naming each of them."""
    started = time.monotonic()
    tests = TESTS._replace(arguments=(*TESTS.arguments, *pytest_arguments))
    failed = failures(python, root, (tests,) if pytest_arguments else (*STATIC_CHECKS, tests))
    seconds = time.monotonic() - started
    if failed:
        print(f"没有通过：{'、'.join(failed)}。用时 {seconds:.0f} 秒。", file=sys.stderr)
        return 1
    print(f"全部通过，用时 {seconds:.0f} 秒。", file=sys.stderr)
    return 0


def failures(python: Path, root: Path, checks: tuple[Check, ...]) -> list[str]:
    """Run `checks` one after the other in `root`, going on after a failure, and return the names that failed."""
    variables = {**environment.variables(root), "QT_QPA_PLATFORM": "offscreen"}
    failed = []
    for check in checks:
        print(f"── {check.name}", file=sys.stderr, flush=True)
        if subprocess.call([os.fspath(python), "-P", *check.arguments], cwd=root, env=variables) != 0:
            failed.append(check.name)
    return failed
