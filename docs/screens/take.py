"""Takes the pictures of the README from invented drafts, without a display.

From the top of the tree: `PYTHONPATH=. python docs/screens/take.py`. Look at each picture, then bring notes.md up to date.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from xiaoxie_desktop.app import make_application, make_window
from xiaoxie_desktop.core.answers import (
    Amount,
    DateRange,
    DocumentReference,
    Items,
    Qualifier,
    Row,
    Rows,
    Value,
)
from xiaoxie_desktop.core.draft_rows import DraftState
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.ui.main_window import MainWindow
from xiaoxie_desktop.ui.report.report_window import ReportWindow
from xiaoxie_desktop.ui.settings.appearance_setting import keep_theme
from xiaoxie_desktop.ui.style.theme import Scheme, Theme
from xiaoxie_desktop.workflow.answers_file import read_answers_file
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace

HERE = Path(__file__).parent
SIZE = 1366, 698
SETTLED = 2.5  # everything that is built or painted later is there by then, seconds
KIND, YEAR = "activity_summary_315", 2026
OTHERS: Mapping[str, DraftState] = {
    "township_plan_315_2026": DraftState.PRINTED,
    "township_notice_2026": DraftState.EXPORTED,
    "township_farm_check_2026": DraftState.EXPORTED,
    "township_alert_2026": DraftState.EDITING,
    "township_cases_2026": DraftState.EDITING,
}


def main() -> None:
    """Take all pictures into the folder of this file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    with tempfile.TemporaryDirectory() as directory, _workspace(Path(directory)) as workspace:
        uid = _fill(workspace)
        window = make_window(app, workspace)
        window.resize(*SIZE)
        window.show()
        _take(app, window, "home")
        window.open_report(uid)
        report = window.findChild(ReportWindow)
        if report is None:
            sys.exit("The report did not open.")
        _take_report(app, window, report)
        window.close()


def _take_report(app: QApplication, window: MainWindow, report: ReportWindow) -> None:
    report.go_to("complaints")
    _settle(app)
    report.go_to_field("consult_count__campaign")
    _take(app, window, "report")
    report.go_to("check")
    _take(app, window, "check")


def _take(app: QApplication, window: QWidget, name: str) -> None:
    _settle(app)
    window.grab().save(str(HERE / f"{name}.png"))


def _settle(app: QApplication) -> None:
    end = time.monotonic() + SETTLED
    while time.monotonic() < end:
        app.processEvents()


@contextmanager
def _workspace(directory: Path) -> Iterator[Workspace]:
    workspace = open_workspace(directory)
    workspace.save_organization(
        Organization(
            workspace.organization.uid,
            name="青禾县清溪镇消费者协会分会",
            short_name="清溪消协分会",
            self_reference="我分会",
            place="全镇",
        )
    )
    keep_theme(workspace, Theme(Scheme.LIGHT))
    yield workspace
    workspace.close()


def _fill(workspace: Workspace) -> str:
    """Fill the list; the uid of the 3·15 report, half written from the one of last year."""
    for name, state in OTHERS.items():
        parsed = read_answers_file(resource_path(f"samples/{name}.json"))
        _mark(workspace, workspace.store_draft(parsed.draft, parsed.organization), state)
    old = workspace.create_draft(KIND, YEAR - 1)
    _answer(workspace, old, LAST_YEAR)
    _mark(workspace, old, DraftState.PRINTED)
    uid = workspace.copy_draft(old, year=YEAR)
    _answer(workspace, uid, THIS_YEAR)
    return uid


def _answer(workspace: Workspace, uid: str, answers: Mapping[str, Value]) -> None:
    session = workspace.open_draft(uid)
    session.omit("complaints", False)
    for field_id, value in answers.items():
        session.answer(field_id, value)
    session.close()


def _mark(workspace: Workspace, uid: str, state: DraftState) -> None:
    session = workspace.open_draft(uid)
    session.mark(state)
    session.close()


def _figures(*figures: tuple[str, str, str, Qualifier]) -> dict[str, Value]:
    return {name: Amount(Decimal(number), unit, word) for name, number, unit, word in figures}


EXACT, MORE, ABOUT = Qualifier.EXACT, Qualifier.YU, Qualifier.YUE
LAST_YEAR: Mapping[str, Value] = {
    "basis_document": DocumentReference("关于做好2025年“3·15”活动的通知", "青消协〔2025〕2号"),
    "host_units": Items(("清溪市场监管所",)),
    "event_date": date(2025, 3, 15),
    "venue": "清溪镇人民广场",
    "duty_dates": DateRange(date(2025, 3, 14), date(2025, 3, 16)),
    "date_of_issue": date(2025, 3, 18),
    "outcome_list": Items(("现场投诉当天都有了答复",)),
    **_figures(
        ("material_count", "2800", "份", MORE),
        ("attendee_count", "1200", "人", ABOUT),
        ("consult_count", "260", "人次", EXACT),
        ("consult_count__campaign", "410", "人次", EXACT),
        ("complaint_accepted_count__campaign", "7", "件", EXACT),
        ("complaint_resolved_count__campaign", "7", "件", EXACT),
        ("loss_recovered_amount__campaign", "3860", "元", EXACT),
        ("report_accepted_count", "2", "件", EXACT),
        ("report_handled_count", "2", "件", EXACT),
    ),
}
THIS_YEAR: Mapping[str, Value] = {
    "basis_document": DocumentReference("关于做好2026年“3·15”活动的通知", "青消协〔2026〕2号"),
    "host_units": Items(("清溪市场监管所", "镇综治中心")),
    "event_period": DateRange(date(2026, 3, 10), date(2026, 3, 20)),
    "plan_date": date(2026, 3, 2),
    "group_leader": "分会会长",
    "event_date": date(2026, 3, 15),
    "event_clock": "上午",
    "venue": "清溪镇人民广场",
    "free_service_count": Rows(
        (
            Row("a", {"service": "校正眼镜", "quantity": Amount(Decimal(86), "副")}),
            Row("b", {"service": "测量血压", "quantity": Amount(Decimal(140), "人次", MORE)}),
        )
    ),
    "duty_dates": DateRange(date(2026, 3, 14), date(2026, 3, 16)),
    **_figures(
        ("meeting_count", "2", "次", EXACT),
        ("meeting_attendee_count", "36", "人", EXACT),
        ("staff_count", "18", "名", EXACT),
        ("material_count", "3200", "份", MORE),
        ("attendee_count", "1500", "人", ABOUT),
        ("consult_count", "310", "人次", EXACT),
        ("complaint_accepted_count", "5", "件", EXACT),
        ("complaint_resolved_count", "4", "件", EXACT),
        ("consult_count__campaign", "460", "人次", EXACT),
        ("complaint_accepted_count__campaign", "9", "件", EXACT),
        ("complaint_resolved_count__campaign", "11", "件", EXACT),
        ("loss_recovered_amount__campaign", "5240", "元", EXACT),
        ("report_accepted_count", "3", "件", EXACT),
        ("report_handled_count", "3", "件", EXACT),
    ),
}


if __name__ == "__main__":
    main()
