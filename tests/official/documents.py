"""Documents of every form and element for the layout tests."""

from datetime import date

from xiaoxie_desktop.core.official_document import (
    Annex,
    BodyParagraph,
    Chart,
    Imprint,
    Masthead,
    OfficialDocument,
    OfficialForm,
    Picture,
    Pictures,
    Table,
    TableColumn,
)
from xiaoxie_desktop.core.pages import ChartKind

DAY = date(2026, 3, 1)
NAME = "清溪县消费者协会"
SENTENCE = "全年受理投诉126件，调解成功124件，为消费者挽回经济损失21.6万元。"
BODY = (
    BodyParagraph(text="现将有关情况报告如下：", place=("opening", "first")),
    BodyParagraph(heading="一、加强组织领导", heading_level=1),
    BodyParagraph(SENTENCE, "（一）健全机制。", 2),
    BodyParagraph(heading="（二）广泛宣传", heading_level=2),
    BodyParagraph(SENTENCE * 2, "1.设立咨询台。", 3),
    BodyParagraph(text="参加活动的有𨙸村、㙦村和“一会两站”——共3处……"),
)
TABLE = Table(
    (
        TableColumn("序号", 3),
        TableColumn("投诉类别"),
        TableColumn("件数", 5, figures=True),
        TableColumn("说明"),
    ),
    tuple((str(at), "食品类", str(at * 37), SENTENCE * (at % 3)) for at in range(1, 25)),
    "表1 投诉分类统计表",
    "单位：件",
)
PICTURES = Pictures(
    tuple(Picture("a", 800, 600 + 300 * at, f"图{at + 1} 宣传现场") for at in range(3)), per_page=4
)
BARS = Chart(ChartKind.BAR, ("食品", "家用电器"), (30, 22), ("30件", "22件"), "图4 投诉构成")
PIE = Chart(ChartKind.PIE, ("食品", "家用电器"), (30, 22), ("57.7%", "42.3%"), "图5 投诉构成")

FORMS = {
    "plain": OfficialDocument(
        "清溪县消费者协会2025年工作总结",
        BODY * 4,
        main_recipients="市消费者协会",
        issuing_authorities=(NAME,),
        date_of_issue=DAY,
        sealed=False,
        keep_together=(NAME,),
    ),
    "document": OfficialDocument(
        "关于印发《2026年“3·15”国际消费者权益日活动方案》的通知",
        BODY,
        OfficialForm.DOCUMENT,
        Masthead("清溪县消费者协会文件", "清消协〔2026〕3号", (), "000012", "秘密★1年", "特急"),
        "各分会",
        (NAME,),
        DAY,
        remarks="联系人：某某",
        annexes=(Annex("活动方案", BODY), Annex("统计表", (TABLE,), landscape=True)),
        imprint=Imprint("县人民政府办公室", "清溪县消费者协会秘书处", DAY),
    ),
    "joint": OfficialDocument(
        "关于联合开展检查的通知",
        BODY,
        OfficialForm.DOCUMENT,
        Masthead("", "清消协〔2026〕4号", joint_authorities=(NAME, "清溪县司法局", "清溪县市场监督管理局")),
        "各分会",
        (NAME, "清溪县司法局", "清溪县市场监督管理局"),
        DAY,
    ),
    "letter": OfficialDocument(
        "关于商请联合举办活动的函",
        BODY * 2,
        OfficialForm.LETTER,
        Masthead(NAME, "清消协函〔2026〕3号", urgency="加急"),
        "县司法局",
        (NAME,),
        DAY,
        imprint=Imprint("县人民政府办公室", "秘书处", DAY),
    ),
    "minutes": OfficialDocument(
        "",
        BODY,
        OfficialForm.MINUTES,
        Masthead("清溪县消费者协会理事会纪要", "第3期"),
        attendance=(("出席", "张三、李四"), ("列席", "王五")),
        imprint=Imprint("各理事", "秘书处", DAY),
    ),
    "briefing": OfficialDocument(
        "“3·15”活动取得实效",
        BODY,
        OfficialForm.BRIEFING,
        Masthead("消费维权简报", issue="第3期", compiler=NAME, compiled_on=DAY),
        imprint=Imprint(distribution=(("报", "县人民政府"), ("送", "各成员单位")), copies=30),
    ),
    "stamped": OfficialDocument(
        "关于开展检查的通知", BODY, signature_stamps=("会长", "秘书长"), date_of_issue=DAY
    ),
    "blocks": OfficialDocument(
        "关于投诉情况的报告",
        (*BODY, TABLE, PICTURES, *BODY[:2], BARS, PIE),
        issuing_authorities=(NAME,),
        date_of_issue=DAY,
    ),
}
