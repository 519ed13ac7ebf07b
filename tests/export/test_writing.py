"""A file is written whole or not at all, and every refusal is one sentence."""

import errno
import os
from pathlib import Path

import pytest

from xiaoxie_desktop.core.errors import ExportError
from xiaoxie_desktop.export.writing import write_file


def failing(error: Exception):
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    target = tmp_path / "总结.docx"
    write_file(target, b"first")
    write_file(target, b"second")
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


def test_the_file_may_be_read_by_others(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_file(tmp_path / "ours.docx", b"x")
    assert (tmp_path / "ours.docx").stat().st_mode == plain.stat().st_mode


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "总结.docx"
    link.symlink_to(tmp_path / "real" / "总结.docx")
    write_file(link, b"x")
    assert link.is_symlink()
    assert (tmp_path / "real" / "总结.docx").read_bytes() == b"x"


def test_file_and_folder_reach_the_disk_before_the_call_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_replace = Path.replace
    monkeypatch.setattr(os, "fsync", lambda _: steps.append("fsync"))
    monkeypatch.setattr(
        Path, "replace", lambda one, other: steps.append("replace") or real_replace(one, other)
    )
    write_file(tmp_path / "a.docx", b"x", lambda _: steps.append("check"))
    assert (
        steps == ["fsync", "check", "replace", "fsync"] if os.name != "nt" else ["fsync", "check", "replace"]
    )


REFUSALS = {
    "open in another program": ("replace", PermissionError(errno.EACCES, "", "", 32), "这个 Word 文件正开着"),
    "a full disk": ("fsync", OSError(errno.ENOSPC, ""), "磁盘满了"),
    "a full quota": ("fsync", OSError(errno.EDQUOT, ""), "磁盘满了"),
    "a read-only folder": ("open", PermissionError(errno.EACCES, ""), "文件夹不让写入"),
    "a read-only disk": ("open", OSError(errno.EROFS, ""), "文件夹不让写入"),
    "a disk pulled out": ("fsync", OSError(errno.EIO, ""), "文件没有写成"),
}


@pytest.mark.parametrize(("step", "error", "sentence"), REFUSALS.values(), ids=REFUSALS)
def test_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: OSError, sentence: str
) -> None:
    target = tmp_path / "总结.docx"
    target.write_bytes(b"old")
    if isinstance(error, PermissionError) and step == "replace":
        # Only Windows gives winerror; there it says that another program holds the file.
        error = type("WindowsPermissionError", (PermissionError,), {"winerror": 32})(errno.EACCES, "")
    owner = os if step == "fsync" else Path
    with monkeypatch.context() as broken:
        broken.setattr(owner, step, failing(error))
        with pytest.raises(ExportError, match=sentence) as refusal:
            write_file(target, b"new")
    assert str(refusal.value).endswith("。")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_paths_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "file").write_bytes(b"")
    for target, sentence in [
        (tmp_path / "gone" / "a.docx", "文件夹不在了"),
        (tmp_path / "file" / "a.docx", "文件夹不在了"),
        (tmp_path / ("长" * 300 + ".docx"), "太长"),
        (tmp_path / "folder.docx", "同名的文件夹"),
        (tmp_path / "a\0b.docx", "不能用的字符"),
    ]:
        with pytest.raises(ExportError, match=sentence):
            write_file(target, b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.docx"]


def test_a_read_only_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "总结.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ExportError, match="只读"):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"


def test_what_the_check_refuses_never_takes_the_place(tmp_path: Path) -> None:
    target = tmp_path / "总结.docx"
    target.write_bytes(b"old")
    with pytest.raises(ExportError, match="少了"):
        write_file(target, b"new", failing(ExportError("少了一段。")))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
