"""PDF from the command line: without a display, in a process of its own, whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from xiaoxie_desktop.resource_files import resource_path

SAMPLE = str(min(resource_path("samples").glob("*.json")))


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    command = [sys.executable, "-m", "xiaoxie_desktop", *map(str, arguments)]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)


def test_pdf_is_written_without_a_display(tmp_path: Path) -> None:
    done = run("export", SAMPLE, "--to", tmp_path / "报告.PDF")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Traceback" not in done.stderr
    data = (tmp_path / "报告.PDF").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/Outlines" in data
    assert [path.name for path in tmp_path.iterdir()] == ["报告.PDF"]


@pytest.mark.parametrize("target", ["gone/x.pdf", "."], ids=["missing folder", "a folder"])
def test_failure_is_a_sentence_and_leaves_nothing(tmp_path: Path, target: str) -> None:
    (tmp_path / "x.pdf").mkdir()
    done = run("export", SAMPLE, "--to", tmp_path / "x.pdf" if target == "." else tmp_path / target)
    assert done.returncode == 2
    assert done.stderr.strip().splitlines()[-1].endswith("。")
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


def test_self_check_names_the_stand_in_of_every_face(tmp_path: Path) -> None:
    done = run("doctor", "--data", tmp_path)
    lines = [line for line in done.stdout.splitlines() if "\t字体 " in line]
    assert [line.split("\t")[1] for line in lines] == [
        "字体 仿宋",
        "字体 小标宋",
        "字体 黑体",
        "字体 楷体",
        "字体 宋体",
    ]
    assert all(line.endswith("。") for line in lines)
