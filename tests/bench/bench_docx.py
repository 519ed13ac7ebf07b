"""Laying out and writing a ten-page document against python-docx writing the same paragraphs; run by hand.

``python -m tests.bench.bench_docx``: reading back and reaching the disk stand on lines of their own. Most of the
floor's time goes into opening python-docx's template, which anyone who writes by python-docx pays.
"""

import tempfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import docx

from tests.bench.measure import alone, ratio
from xiaoxie_desktop.core.official_document import BodyParagraph, OfficialDocument
from xiaoxie_desktop.definitions.measures import load_measures
from xiaoxie_desktop.export.docx_lines import written_text
from xiaoxie_desktop.export.docx_writer import docx_bytes
from xiaoxie_desktop.export.read_back import verify
from xiaoxie_desktop.export.writing import write_file
from xiaoxie_desktop.official.layout import lay_out
from xiaoxie_desktop.official.styling import styled_paragraphs
from xiaoxie_desktop.resource_files import resource_path

GOAL = 1.5
PARAGRAPHS = 44
SENTENCE = "全年受理投诉126件，调解成功124件，为消费者挽回经济损失21.6万元；"


def ten_pages() -> OfficialDocument:
    """About 5,200 characters: a heading, then three paragraphs of four lines, eleven times."""
    body = tuple(
        BodyParagraph(text=SENTENCE * 4 + f"第{number}段。")
        if number % 4
        else BodyParagraph(heading="一、加强组织领导，落实工作责任", heading_level=1)
        for number in range(PARAGRAPHS)
    )
    return OfficialDocument(
        "青石河镇消费者协会关于2026年“3·15”国际消费者权益日活动情况的报告",
        body,
        main_recipients="县消费者协会",
        issuing_authorities=("青石河镇消费者协会",),
        date_of_issue=date(2026, 3, 20),
    )


def by_python_docx(texts: Sequence[str]) -> bytes:
    """The same paragraphs over python-docx's own template."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def main() -> None:
    """Print one ratio and two times."""
    document, measures = ten_pages(), load_measures(resource_path("official"))
    pages = lay_out(styled_paragraphs(document, measures), measures)
    texts, content = written_text(pages), docx_bytes(pages, measures)
    ratio(
        "docx: lay out and write 10 pages",
        lambda: docx_bytes(lay_out(styled_paragraphs(document, measures), measures), measures),
        lambda: by_python_docx(texts),
        GOAL,
    )
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.docx"
        alone("docx: to the disk (fsync, replace)", lambda: write_file(target, content))
        alone("docx: read back and compare", lambda: verify(target, texts))


if __name__ == "__main__":
    main()
