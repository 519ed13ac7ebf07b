"""The title stands on the page in the lines it was broken into: no line of it is broken again inside a word."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from xiaoxie_desktop.core.official_document import OfficialForm
from xiaoxie_desktop.core.pages import Role
from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.workflow.answers_file import read_answers_file
from xiaoxie_desktop.workflow.exporting import paged, prepare
from xiaoxie_desktop.workflow.kinds import load_kind

SAMPLES = sorted(resource_path("samples").glob("*.json"))
CASES = [
    pytest.param(source, form, id=f"{source.stem} {form.value}")
    for source in SAMPLES
    for form in load_kind(json.loads(source.read_text(encoding="utf-8"))["report"]).forms
]


@pytest.mark.parametrize(("source", "form"), CASES)
def test_title_lines_are_the_broken_ones(source: Path, form: OfficialForm):
    parsed = read_answers_file(source)
    draft = replace(parsed.draft, answers={**parsed.draft.answers, "form": form.value})
    prepared = prepare(parsed.kind, draft, parsed.organization)
    broken = next(one.text for one in prepared.paragraphs if one.role is Role.TITLE).split("\n")
    printed = [line.text for page in paged(prepared).pages for line in page.lines if line.role is Role.TITLE]
    assert printed == broken
