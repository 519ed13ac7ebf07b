"""The command line as cli.md promises it: shapes, exit codes, and one Chinese sentence for whatever is wrong."""

import json
from pathlib import Path

import pytest
from docx import Document

from xiaoxie_desktop import cli
from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.workflow.kinds import load_kind

SAMPLES = sorted(resource_path("samples").glob("*.json"))


@pytest.fixture
def sample() -> str:
    return str(SAMPLES[0])


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, object]:
    code = cli.main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_there_are_samples():
    assert len(SAMPLES) >= 3


def test_kinds(capsys: pytest.CaptureFixture[str]):
    code, kinds = run_json(capsys, "kinds")
    assert code == 0
    assert {"annual_summary", "activity_summary_315"} <= {kind["id"] for kind in kinds}
    for kind in kinds:
        assert {"id", "name", "version", "form", "sections"} <= kind.keys()
        assert all({"id", "heading", "optional"} <= section.keys() for section in kind["sections"])


def test_fields(capsys: pytest.CaptureFixture[str]):
    code, fields = run_json(capsys, "fields", "annual_summary")
    assert code == 0
    by_id = {field["id"]: field for field in fields}
    assert by_id["complaint_accepted_count"]["unit"] == "件"
    assert {
        "title",
        "main_recipients",
        "issuing_authority",
        "date_of_issue",
        "document_number",
        "signer",
        "sealed",
        "period",
        "year",
    } <= by_id.keys()
    assert all(
        {"section", "id", "type", "label", "unit", "required", "fact", "choices", "columns"} <= field.keys()
        for field in fields
    )


FORMS = [
    pytest.param(source, form.value, id=f"{source.stem} {form.value}")
    for source in SAMPLES
    for form in load_kind(json.loads(source.read_text(encoding="utf-8"))["report"]).forms
]


@pytest.mark.parametrize(("source", "form"), FORMS)
def test_export_docx(tmp_path: Path, source: Path, form: str):
    target = tmp_path / "out.docx"
    assert cli.main(["export", str(source), "--to", str(target), "--form", form]) == 0
    text = "".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert json.loads(source.read_text(encoding="utf-8"))["organization"]["name"] in text
    assert [path.name for path in tmp_path.iterdir()] == ["out.docx"]


def test_export_txt_replaces_an_old_file_whole(tmp_path: Path, sample: str):
    target = tmp_path / "out.txt"
    target.write_text("旧" * 100_000, encoding="utf-8")
    assert cli.main(["export", sample, "--to", str(target)]) == 0
    assert "旧旧" not in target.read_text(encoding="utf-8")


def test_pages_are_lines_in_twips(capsys: pytest.CaptureFixture[str], sample: str):
    code, result = run_json(capsys, "pages", sample)
    assert code == 0
    lines = [line for page in result["pages"] for line in page["lines"]]
    assert len(lines) > 10
    assert all(line.keys() == {"role", "text", "x", "y", "width", "spacing"} for line in lines)
    assert all(2098 <= line["y"] < 16838 and 1588 <= line["x"] < 11906 for line in lines)


def test_store_list_export_and_check_by_id(capsys, tmp_path: Path, sample: str):
    assert cli.main(["store", sample]) == 0
    uid = capsys.readouterr().out.strip()
    code, rows = run_json(capsys, "drafts")
    assert code == 0
    assert [row["id"] for row in rows] == [uid]
    assert {"id", "report", "title", "state", "updated_at", "findings"} <= rows[0].keys()
    by_id, by_file = tmp_path / "id.txt", tmp_path / "file.txt"
    assert cli.main(["export", uid, "--to", str(by_id)]) == 0
    assert cli.main(["export", sample, "--to", str(by_file)]) == 0
    assert by_id.read_bytes() == by_file.read_bytes()
    assert cli.main(["check", uid]) in {0, 1}


def test_data_names_the_directory(capsys, tmp_path: Path, sample: str, data_directory: Path):
    assert cli.main(["store", sample, "--data", str(tmp_path / "stick")]) == 0
    assert cli.main(["--data", str(tmp_path / "stick"), "drafts"]) == 0
    assert capsys.readouterr().out.count("\n") == 2
    assert not data_directory.exists()


def broken_answers(folder: Path) -> Path:
    file = folder / "broken.json"
    data = json.loads(SAMPLES[0].read_text(encoding="utf-8"))
    data = {key: data[key] for key in ("organization", "year")}
    data["report"] = "annual_summary"
    data["organization"]["name"] = "××县消费者协会"
    data["answers"] = {
        "complaint_accepted_count": 9,
        "complaint_resolved_count": 11,
        "title": "20xx年工作总结",
    }
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def test_check_finds_errors_and_says_where(capsys, tmp_path: Path):
    file = broken_answers(tmp_path)
    code, result = run_json(capsys, "check", str(file))
    rules = {one["rule"]: one for one in result["findings"]}
    assert code == 1
    assert rules["at_most"]["field"] == "complaint_resolved_count"
    assert "比" in rules["at_most"]["message"]
    assert rules["placeholder_year"]["line"] == 1
    for one in result["findings"]:
        assert {
            "rule",
            "severity",
            "message",
            "excerpt",
            "line",
            "column",
            "length",
            "suggestion",
        } <= one.keys()
        assert one["severity"] in {"error", "warning", "hint"}


def test_strict_export_writes_nothing(capsys, tmp_path: Path):
    target = tmp_path / "out.docx"
    assert cli.main(["export", str(broken_answers(tmp_path)), "--to", str(target), "--strict"]) == 1
    assert not target.exists()
    assert "没有导出" in capsys.readouterr().err


def test_check_of_a_text_file(capsys, tmp_path: Path):
    file = tmp_path / "old.txt"
    file.write_text("今年发放资料2000余份。\n定于13月5日召开，xx县消协参加。", encoding="utf-8")
    code, result = run_json(capsys, "check", str(file))
    assert code == 1
    assert [(one["line"], one["rule"]) for one in result["findings"]] == [
        (2, "impossible_date"),
        (2, "placeholder_name"),
    ]


def test_doctor(capsys: pytest.CaptureFixture[str], qapp):
    code, result = run_json(capsys, "doctor")
    failed = [check for check in result["checks"] if check["state"] == "error"]
    assert (code, failed) == (0, [])
    assert {"版本", "数据文件", "磁盘", "报告种类", "导出"} <= {check["name"] for check in result["checks"]}


def test_doctor_of_a_folder_that_cannot_be_made(capsys, tmp_path: Path, qapp):
    file = tmp_path / "a file"
    file.touch()
    assert cli.main(["doctor", "--data", str(file / "data")]) == 1
    said = {line.split("\t")[1]: line.split("\t") for line in capsys.readouterr().out.splitlines()}
    assert said["数据文件"][0] == "有问题"
    assert said["磁盘"][0] in {"正常", "注意"}
    assert "意外" not in said["数据文件"][2] + said["磁盘"][2]


def text_database(folder: Path) -> None:
    folder.mkdir()
    (folder / "xiaoxie.sqlite3").write_text("这不是数据库" * 1000, encoding="utf-8")


BAD = [
    pytest.param(["exprot", "x"], "是不是“export”", id="misspelt command"),
    pytest.param(["--json"], "没有写要做什么", id="no command"),
    pytest.param(["export", "x"], "--help", id="no target"),
    pytest.param(["fields", "anual_summary"], "是不是“annual_summary”", id="misspelt kind"),
    pytest.param(["fields", "../../etc"], "没有“../../etc”", id="kind with a path"),
    pytest.param(["export", "gone.json", "--to", "x.docx"], "打不开", id="missing file"),
    pytest.param(["export", "nosuchid", "--to", "x.docx"], "没有“nosuchid”", id="unknown id"),
    pytest.param(["export", "SAMPLE", "--to", "x.odt"], ".docx、.pdf 或 .txt", id="unknown ending"),
    pytest.param(["export", "SAMPLE", "--to", "x.zip"], "还不能", id="ending of a later version"),
    pytest.param(["export", "SAMPLE", "--to", "no/such/folder/x.docx"], "文件夹", id="missing folder"),
    pytest.param(
        ["export", "PLAN", "--to", "x.docx", "--form", "document"], "去掉 --form", id="form the kind has not"
    ),
    pytest.param(["check", "gone.txt"], "打不开", id="check of a missing file"),
    pytest.param(["check", "x" * 300], "没有“xxx", id="name too long for a file"),
    pytest.param(["check", "x" * 300 + ".txt"], "打不开", id="text file with a name too long"),
    pytest.param(["export", "x" * 300 + ".docx", "--to", "x.docx"], "没有“xxx", id="Word file too long"),
    pytest.param(["export", "SAMPLE", "--to", "x" * 300 + ".docx"], "太长", id="target with a name too long"),
    pytest.param(["drafts", "--data", ""], "要写一个文件夹", id="no data folder"),
    pytest.param(["drafts", "--data", "x" * 300], "换一个能写的文件夹", id="data folder too long"),
    pytest.param(["export", "x.xiaoxie", "--to", "x.docx"], "还不能", id="package"),
]


@pytest.mark.parametrize(("arguments", "said"), BAD)
def test_bad_usage_is_one_sentence(
    capsys, tmp_path: Path, monkeypatch, sample: str, arguments: list[str], said: str
):
    monkeypatch.chdir(tmp_path)
    files = {"SAMPLE": sample, "PLAN": str(resource_path("samples", "township_plan_315_2026.json"))}
    code = cli.main([files.get(word, word) for word in arguments])
    captured = capsys.readouterr()
    assert code == 2
    assert captured.out == ""
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    assert {path.name for path in tmp_path.iterdir()} <= {"data"}


def test_database_that_is_a_text_file(capsys, data_directory: Path):
    text_database(data_directory)
    before = (data_directory / "xiaoxie.sqlite3").read_bytes()
    assert cli.main(["drafts"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (data_directory / "xiaoxie.sqlite3").read_bytes() == before


def test_export_onto_its_own_source(capsys, tmp_path: Path, sample: str):
    file = tmp_path / "answers.txt"
    file.write_bytes(Path(sample).read_bytes())
    assert cli.main(["export", str(file), "--to", str(file)]) == 2
    assert file.read_bytes() == Path(sample).read_bytes()
    assert "同一个" in capsys.readouterr().err
