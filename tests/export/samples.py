"""Documents that between them hold every element; the golden, schema and rendering tests all use them."""

from datetime import date

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import (
    Annex,
    BodyParagraph,
    Imprint,
    Masthead,
    OfficialDocument,
    OfficialForm,
)
from xiaoxie_desktop.core.pages import PagedDocument
from xiaoxie_desktop.official.layout import lay_out
from xiaoxie_desktop.official.styling import styled_paragraphs

SENTENCE = "全年受理投诉126件，调解成功124件，为消费者挽回经济损失21.6万元。"
LINE = "满行文字共二十八个逐行排列直到版心右边缘为止不多也不少啊"
OFFICE = "青石河镇消费者协会"

SHORT_BODY = (
    BodyParagraph(text="现将有关情况报告如下："),
    BodyParagraph(heading="一、加强组织领导", heading_level=1, place=("organization", "heading")),
    BodyParagraph(SENTENCE, "（一）健全机制。", 2, ("organization", "first")),
    BodyParagraph(heading="（二）广泛宣传", heading_level=2),
    BodyParagraph(SENTENCE * 2, "1.设立咨询台。", 3),
    BodyParagraph(SENTENCE, "（1）现场咨询。", 4),
    BodyParagraph(text="参加活动的有𨙸村、㙦村和“一会两站”——共3处……"),
)


def filled(pages: int) -> tuple[BodyParagraph, ...]:
    """Full lines of hanzi, the first of each paragraph two characters shorter, for about so many pages."""
    paragraph = BodyParagraph(text=LINE[2:] + LINE * 5 + "终")
    return (paragraph,) * (3 * pages + pages // 7)


SAMPLES = {
    "plain_unsealed": OfficialDocument(
        title=f"{OFFICE}2025年工作总结",
        body=SHORT_BODY,
        main_recipients="县消费者协会",
        issuing_authorities=(OFFICE,),
        date_of_issue=date(2026, 1, 8),
        sealed=False,
        keep_together=(OFFICE,),
    ),
    "plain_long": OfficialDocument(
        title=f"{OFFICE}关于2026年“3·15”国际消费者权益日活动情况的报告",
        body=filled(6),
        issuing_authorities=(OFFICE,),
        date_of_issue=date(2026, 12, 28),
        keep_together=(OFFICE,),
    ),
    "document_downward": OfficialDocument(
        form=OfficialForm.DOCUMENT,
        masthead=Masthead("清溪县消费者协会文件", "清消协〔2026〕3号"),
        title="清溪县消费者协会关于印发《2026年“3·15”国际消费者权益日活动方案》的通知",
        main_recipients="各乡镇消费者协会分会，各成员单位",
        body=SHORT_BODY,
        issuing_authorities=("清溪县消费者协会",),
        date_of_issue=date(2026, 3, 1),
        remarks="联系人：某某，电话：0000000",
        annexes=(
            Annex("2026年“3·15”国际消费者权益日活动方案", SHORT_BODY),
            Annex("清溪县消费者协会系列宣传活动参加单位及人员名单统计表（分会和成员单位）", SHORT_BODY[:1]),
        ),
        imprint=Imprint(
            "县人民政府办公室，县市场监督管理局，市消费者协会，各乡镇人民政府，各街道办事处，县直有关单位",
            "清溪县消费者协会秘书处",
            date(2026, 3, 2),
        ),
    ),
    "document_upward": OfficialDocument(
        form=OfficialForm.DOCUMENT,
        masthead=Masthead(
            "青石河镇消费者权益保护委员会文件",
            "青消保委〔2026〕12号",
            ("张三", "欧阳四海", "王小二"),
            "000012",
            "秘密★1年",
            "特急",
        ),
        title="关于2025年工作情况的报告",
        main_recipients="县消费者协会",
        body=SHORT_BODY,
        issuing_authorities=("青石河镇消费者权益保护委员会",),
        date_of_issue=date(2026, 1, 8),
        annexes=(Annex("投诉统计表", SHORT_BODY[:2]),),
        imprint=Imprint(printing_authority="青石河镇消保委办公室", printing_date=date(2026, 1, 9)),
    ),
    "joint_sealed": OfficialDocument(
        title="关于联合开展检查的通知",
        main_recipients="各分会",
        body=SHORT_BODY[:3],
        issuing_authorities=("清溪县消费者协会", "清溪县司法局", "清溪县教育局"),
        date_of_issue=date(2026, 10, 18),
    ),
}


def laid_out(document: OfficialDocument, measures: Measures) -> PagedDocument:
    """The pages of ``document``."""
    return lay_out(styled_paragraphs(document, measures), measures)
