"""What an edited text lacks against the facts, as sentences."""

from tests.core.small_kind import FULL, KIND, composed
from xiaoxie_desktop.core.draft import EditedText, TokenRef
from xiaoxie_desktop.core.findings import Severity
from xiaoxie_desktop.core.text_findings import check_texts

KEY = ("complaints", "totals")


def said(edited: EditedText) -> list[tuple[str, Severity, str, str]]:
    found = check_texts(KIND, composed(FULL, texts={KEY: edited}))
    assert {(one.section, one.paragraph) for one in found} <= {KEY}
    return [(one.rule, one.severity, one.field, one.message) for one in found]


def test_unedited_texts_have_none():
    assert check_texts(KIND, composed(FULL)) == ()


def test_each_kind_of_finding():
    pieces = ("受理", TokenRef("accepted"), "，加倍赔偿", TokenRef("doubled"), "。")
    edited = EditedText(pieces, ("accepted", "resolved", "referred", "open", "doubled"))
    assert said(edited) == [
        (
            "text_gap",
            Severity.ERROR,
            "doubled",
            "“加倍赔偿”现在没填，您改过的这一段里还留着它的位置，请填上，或把它从文中删去。",
        ),
        (
            "text_came",
            Severity.WARNING,
            "",
            "这一段改过以后又多了一句“挽回损失217326元”，文中还没有。",
        ),
        ("text_went", Severity.WARNING, "", "这一段改过以后，有的内容已经不填了，请看看文中还要不要写。"),
        *(
            (
                "text_lost",
                Severity.WARNING,
                field,
                f"“{name}”是“{figure}”，这一段里没有写，请看看是不是漏了。",
            )
            for field, name, figure in (
                ("resolved", "调解成功", "112件"),
                ("rate", "调解率", "98.2%"),
                ("referred", "建议其他途径", "1件"),
                ("open", "还在调解", "1件"),
            )
        ),
    ]
