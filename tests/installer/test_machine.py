"""Tests what is asked of the computer and how a lack is told or mended."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer import machine
from installer.errors import SetUpError
from installer.machine import Need

EGL = Need("libEGL.so.1", "libegl1")
FONT = Need("中文字体", "fonts-noto-cjk")


class Apt:
    """Records the commands run in place of apt-get."""

    def __init__(self, returncode: int = 0) -> None:
        self.returncode = returncode
        self.commands: list[list[str]] = []

    def __call__(self, command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        return subprocess.CompletedProcess(command, self.returncode, "", "E: no route to host")


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch) -> Apt:
    apt = Apt()
    monkeypatch.setattr(subprocess, "run", apt)
    monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    return apt


def test_root_installs_what_is_missing(apt: Apt) -> None:
    machine.supply([FONT, EGL, EGL])
    assert apt.commands == [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "fonts-noto-cjk", "libegl1"],
    ]


def test_others_get_the_exact_line(apt: Apt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SetUpError) as told:
        machine.supply([EGL, FONT])
    assert str(told.value).splitlines() == [
        "这台电脑缺少 libEGL.so.1、中文字体，请先运行下面这一行，再重新运行：",
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends fonts-noto-cjk libegl1",
    ]
    assert apt.commands == []


def test_without_apt_the_things_are_named(apt: Apt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)
    with pytest.raises(SetUpError, match=r"缺少 libEGL\.so\.1，请用系统的软件管理工具"):
        machine.supply([EGL])


def test_failed_apt_is_told_with_its_reason(apt: Apt) -> None:
    apt.returncode = 100
    with pytest.raises(SetUpError, match="no route to host\n“apt-get update”没有成功"):
        machine.supply([EGL])


def test_nothing_missing_does_nothing(apt: Apt) -> None:
    machine.supply([])
    assert apt.commands == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these to the system")
class TestLinux:
    """What is looked for on Linux."""

    def test_each_library_that_cannot_be_loaded_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(machine, "can_load", lambda soname: soname != "libEGL.so.1")
        monkeypatch.setattr(machine, "has_chinese_font", lambda: False)
        assert machine.missing_for_window() == [EGL, FONT]

    @pytest.mark.parametrize(("session", "asked"), [("", False), ("wayland-0", True)])
    def test_wayland_libraries_are_asked_for_in_its_session(
        self, session: str, asked: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("WAYLAND_DISPLAY", session)
        monkeypatch.setattr(machine, "can_load", lambda soname: "wayland" not in soname)
        monkeypatch.setattr(machine, "has_chinese_font", lambda: True)
        assert bool(machine.missing_for_window()) is asked

    @pytest.mark.parametrize(("soname", "loads"), [("libc.so.6", True), ("libnone-of-this.so.9", False)])
    def test_can_load(self, soname: str, loads: bool) -> None:
        assert machine.can_load(soname) is loads

    def test_debian_without_venv(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(machine.importlib.util, "find_spec", lambda name: None)
        assert [need.package for need in machine.missing_for_environment()] == [
            "python{}.{}-venv".format(*sys.version_info[:2])
        ]

    @pytest.mark.parametrize(
        ("variable", "display"),
        [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("QT_QPA_PLATFORM", True), ("TERM", False)],
    )
    def test_display(self, variable: str, display: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv(variable, "somewhere")
        assert machine.has_display() is display


@pytest.mark.parametrize(
    ("file", "chinese"),
    [
        ("NotoSansCJK-Regular.ttc", True),
        ("SourceHanSerifCN-Bold.otf", True),
        ("NotoSerifSC-Regular.otf", True),
        ("wqy-microhei.ttc", True),
        ("simfang.ttf", True),
        ("msyh.ttc", True),
        ("FZXBSJW.TTF", True),
        ("DejaVuSans.ttf", False),
        ("Carlito-Regular.ttf", False),
        ("readme-cjk.txt", False),
    ],
)
def test_chinese_font_without_fontconfig(
    file: str, chinese: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / file).touch()
    assert machine.has_chinese_font((str(tmp_path), str(tmp_path / "none"))) is chinese


@pytest.mark.parametrize(("listed", "chinese"), [(b"Noto Sans CJK SC\n", True), (b"", False)])
def test_chinese_font_by_fontconfig(listed: bytes, chinese: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.shutil, "which", lambda name: "/usr/bin/fc-list")
    monkeypatch.setattr(
        subprocess, "run", lambda command, **options: subprocess.CompletedProcess(command, 0, listed, b"")
    )
    assert machine.has_chinese_font() is chinese
