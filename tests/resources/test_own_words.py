"""The wording is our own: nothing longer than fixed terms is shared with the texts kept for study, where they are at hand."""

import re
from pathlib import Path

import pytest

from xiaoxie_desktop.resource_files import resource_path

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
FIXED = (
    "中华人民共和国消费者权益保护法",
    "国际消费者权益日",
    "中国消费者协会",
    "消费者权益保护",
    "消费者协会",
)
LONGEST = 14


def own_sentences() -> list[str]:
    files = [*resource_path("reports").rglob("*.toml"), *resource_path("samples").glob("*.json")]
    assert len(files) > 20
    quoted = [
        text for path in files for text in re.findall(r'"([^"\n]{6,})"', path.read_text(encoding="utf-8"))
    ]
    return [piece for text in quoted for piece in re.split(r"\{[^}]*\}", text)]


def plain(text: str) -> str:
    """Only the words: no figures, marks or fixed terms, which anyone may use."""
    for term in FIXED:
        text = text.replace(term, "\n")
    return re.sub(r"[^\u4e00-\u9fff\n]", "", text)


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts kept for study are not part of the repository")
def test_no_fourteen_characters_in_a_row_are_shared() -> None:
    theirs = plain("\n".join(path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))))
    grams = {theirs[at : at + LONGEST] for at in range(len(theirs) - LONGEST + 1)}
    ours = [plain(text) for text in own_sentences()]
    shared = [
        text[at : at + LONGEST]
        for text in ours
        for at in range(len(text) - LONGEST + 1)
        if text[at : at + LONGEST] in grams
    ]
    assert len(grams) > 1000
    assert len(ours) > 200
    assert shared == []
