"""核对: every answer with its link, every finding, the checklist, and what the export bar says."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.core.answers import (
    Amount,
    Contact,
    DateRange,
    Items,
    Qualifier,
    Row,
    Rows,
    Unreadable,
    Value,
)
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.progress import StepProgress, StepState
from xiaoxie_desktop.core.report import Choice, Field, FieldType
from xiaoxie_desktop.core.value_text import PrintContext
from xiaoxie_desktop.ui.check_answers.answer_words import answer_words
from xiaoxie_desktop.ui.check_answers.checklist import automatic_lines
from xiaoxie_desktop.ui.components.buttons import Link
from xiaoxie_desktop.ui.components.labels import Label
from xiaoxie_desktop.ui.report.report_window import ReportWindow
from xiaoxie_desktop.ui.report.steps_pane import CHECK

COPIES = Field("copies", FieldType.COUNT, "资料", units=("份",))
TABLE = Field(
    "table", FieldType.ROWS, "便民服务",
    columns=(Field("what", FieldType.TEXT, "项目"), Field("count", FieldType.COUNT, "数量", units=("副",))),
)  # fmt: skip
WAY = Field("way", FieldType.CHOICES, "方式", choices=(Choice("tv", "电视"), Choice("radio", "广播")))

WORDS: list[tuple[Value | None, Field, str]] = [
    (None, COPIES, ""),
    (Amount(Decimal(3200), "份", Qualifier.YU), COPIES, "3200余份"),
    (Unreadable("三千"), COPIES, "三千"),
    (
        Rows((Row("1", {"what": "校正眼镜", "count": Amount(Decimal(86), "副")}),)),
        TABLE,
        "1 项：校正眼镜 86副",
    ),
    (Items(("tv", "radio")), WAY, "2 项：电视；广播"),
    (Items(("查秤、查证", " ", "发资料")), Field("l", FieldType.LIST, "做法"), "2 项：查秤、查证；发资料"),
    (
        DateRange(date(2026, 3, 10), date(2026, 3, 20)),
        Field("r", FieldType.DATE_RANGE, "期间"),
        "3月10日至20日",
    ),
    (Contact("李明", "6123"), Field("c", FieldType.CONTACT, "联系人"), "李明（6123）"),
    (True, Field("b", FieldType.BOOL, "盖章"), "是"),
]


@pytest.mark.parametrize(("value", "field", "words"), WORDS)
def test_answers_read_as_in_the_text(value: Value | None, field: Field, words: str) -> None:
    assert answer_words(value, field, PrintContext(2026)) == words


def test_checklist_lines_say_what_was_found() -> None:
    steps = [
        StepProgress("a", "甲", state, 0, False)
        for state in (StepState.DONE, StepState.EMPTY, StepState.OMITTED)
    ]
    findings = [
        Finding("placeholder_mark", Severity.ERROR, "×"),
        Finding("at_most", Severity.ERROR, "多"),
        Finding("required", Severity.ERROR, "没填"),
    ]
    assert [line.found for line in automatic_lines(steps, findings)] == ["1 处", "还差 1 节", "1 处"]
    assert [line.found for line in automatic_lines(steps[:1], [])] == ["", "", ""]


def all_rows(window: ReportWindow) -> None:
    """Let the page make its rows, which it does in several turns."""
    while window.check.answers._later.isActive():
        QApplication.processEvents()
    QApplication.processEvents()


def texts(window: ReportWindow) -> list[str]:
    all_rows(window)
    return [
        label.text() for label in window.check.answers.findChildren(Label) if label.isVisibleTo(window.check)
    ]


def link(window: ReportWindow, name: str) -> Link:
    all_rows(window)
    return next(
        one for one in window.check.findChildren(Link) if one.accessibleName() == name and one.isVisible()
    )


def test_every_answer_stands_there_and_its_link_leads_to_it_and_back(
    qtbot: QtBot, window: ReportWindow
) -> None:
    window.session.answer("venue", "镇人民广场")
    window.session.answer("material_count", Amount(Decimal(3200), "份", Qualifier.YU))
    window.go_to(CHECK)
    assert {"镇人民广场", "3200余份"} <= set(texts(window))
    qtbot.mouseClick(link(window, "修改发放宣传资料"), Qt.MouseButton.LeftButton)
    assert window.step == "site"
    assert window.form("site").rows["material_count"].editor.has_focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.step == CHECK


def test_hidden_and_omitted_answers_are_not_listed(window: ReportWindow) -> None:
    window.session.omit("destruction", False)
    field = next(one for one in window.session.kind.step("destruction").fields if one.type is FieldType.COUNT)  # type: ignore[union-attr]
    window.session.answer(field.id, Amount(Decimal(7123), field.unit))
    window.go_to(CHECK)
    assert any("7123" in text for text in texts(window))
    window.session.omit("destruction", True)
    window.refresh()
    assert not any("7123" in text for text in texts(window))
    assert field.id in window.session.draft.answers


def test_ticks_are_kept_and_cleared_by_an_edit(qtbot: QtBot, window: ReportWindow) -> None:
    window.go_to(CHECK)
    box = window.check.checklist.boxes["superior_read"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert window.session.ticks == {"superior_read"}
    window.session.answer("venue", "镇人民广场")
    window.refresh()
    assert not box.isChecked()


def test_bar_says_whether_the_report_is_ready(window: ReportWindow) -> None:
    window.go_to(CHECK)
    assert window.check.bar.state.text().startswith("还有 1 处错误、")
    window.check.bar.show_state(0, 2)
    assert window.check.bar.state.text() == "还有 2 节没写完"
    window.check.bar.show_state(0, 0)
    assert window.check.bar.state.text() == "都写好了，可以导出"


def test_hint_put_aside_is_gone_everywhere(qtbot: QtBot, window: ReportWindow) -> None:
    session = window.session
    session.answer("attendee_count", Amount(Decimal(10), "人次"))
    session.answer("consult_count", Amount(Decimal(40), "人次"))
    hints = [one for one in session.findings if one.severity is Severity.WARNING]
    assert hints
    window.go_to(CHECK)
    QApplication.processEvents()
    aside = next(
        one
        for one in window.check.findings.findChildren(Link)
        if one.text() == "不是问题" and one.isVisible()
    )
    qtbot.mouseClick(aside, Qt.MouseButton.LeftButton)
    assert hints[0] not in session.findings
    assert session.ignored


def test_page_has_the_findings_to_itself(window: ReportWindow) -> None:
    window.unfold_findings(True)
    window.go_to(CHECK)
    assert not window.findings_panel.isVisible()
    assert not window.strip.isVisible()
    window.go_to("site")
    assert window.findings_panel.isVisible()


def test_narrow_window_cuts_nothing_off(window: ReportWindow) -> None:
    window.resize(1024, 640)
    window.go_to(CHECK)
    all_rows(window)
    assert window.width() == 1024
    room = window.check.answers.parentWidget()
    assert room is not None
    view = room.parentWidget()
    assert view is not None
    assert room.width() <= view.width()
