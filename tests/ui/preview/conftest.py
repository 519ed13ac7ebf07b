"""Documents laid out, and the faces they are painted in."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from xiaoxie_desktop.core.official_document import BodyParagraph, OfficialDocument
from xiaoxie_desktop.core.pages import PagedDocument
from xiaoxie_desktop.official.layout import lay_out
from xiaoxie_desktop.official.styling import styled_paragraphs
from xiaoxie_desktop.ui.preview.fonts import Typefaces
from xiaoxie_desktop.ui.preview.machine_fonts import typefaces
from xiaoxie_desktop.workflow.exporting import measures

SENTENCE = "全镇受理投诉42件，调解成功40件，为消费者挽回经济损失21.6万元；开展“3·15”活动——共3次……（含《消费者权益保护法》宣讲）。"


def paragraphs(count: int) -> tuple[BodyParagraph, ...]:
    heading = BodyParagraph(heading="一、加强组织领导", heading_level=1, place=("lead", "heading"))
    texts = (
        BodyParagraph(f"第{number}段。{SENTENCE * 2}", place=("lead", f"p{number}"))
        for number in range(count)
    )
    return (heading, *texts)


@pytest.fixture
def laid_out() -> Callable[[int], PagedDocument]:
    """Lays out a document of so many paragraphs."""

    def make(count: int) -> PagedDocument:
        document = OfficialDocument(
            "青禾县清溪镇消费者协会分会2026年工作总结",
            paragraphs(count),
            main_recipients="青禾县消费者协会",
            issuing_authorities=("青禾县清溪镇消费者协会分会",),
            date_of_issue=date(2026, 3, 18),
        )
        return lay_out(styled_paragraphs(document, measures()), measures())

    return make


@pytest.fixture
def faces(qapp: QApplication) -> Typefaces:
    """The faces of this machine."""
    return typefaces()
