"""From starting the process to the first painted list, against a bare QMainWindow with a QListView (goal ≤ 1.5×)."""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.measure import ratio
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.storage.records import DraftRecord, StoredDraft
from xiaoxie_desktop.storage.store import open_store

GOAL = 1.5
DRAFTS = 20

# Both programs end at the first paint of their list: no event loop is left running, nothing is torn down.
_ENDS_PAINTED = """
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
"""

BARE = f"""
import os, sys
from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow
{_ENDS_PAINTED}
app = QApplication(sys.argv)
window, view, painted = QMainWindow(), QListView(), Painted()
view.setModel(QStringListModel([f"2026年工作总结 {{n}}" for n in range({DRAFTS})]))
window.setCentralWidget(view)
view.viewport().installEventFilter(painted)
window.resize(1366, 698)
window.show()
app.exec()
"""

OURS = f"""
import os, sys
from pathlib import Path
from xiaoxie_desktop.app import make_application, make_window
from xiaoxie_desktop.workflow.workspace import open_workspace
from PySide6.QtCore import QEvent, QObject, QTimer
{_ENDS_PAINTED}
app = make_application()
workspace = open_workspace(Path(sys.argv[1]))
window, painted = make_window(app, workspace), Painted()
window.home.card.table.viewport().installEventFilter(painted)
window.resize(1366, 698)
window.show()
app.exec()
"""


def fill(directory: Path) -> None:
    """Some drafts, so that the list has something to paint."""
    store = open_store(directory)
    store.save_organization(Organization("o1", name="清溪镇消费者协会分会"))
    moment = datetime(2026, 12, 18, 8, 30, tzinfo=UTC)
    for number in range(DRAFTS):
        record = DraftRecord(
            f"d{number}", "o1", "annual_summary", 1, 2026, moment, moment,
            title=f"清溪镇{2000 + number}年工作总结", steps_total=12, counted_revision=0,
        )  # fmt: skip
        store.create_draft(StoredDraft(record))
    store.close()


def main() -> None:
    """Print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder, "data"))
        # an installed program is compiled; the first round, which is not counted, does that here
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled"))}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")

        def start(program: str) -> None:
            subprocess.run(
                [sys.executable, "-P", "-c", program, str(Path(folder, "data"))],
                check=True, env=environment, stderr=subprocess.DEVNULL,
            )  # fmt: skip

        ratio("start to the first painted list", lambda: start(OURS), lambda: start(BARE), GOAL, rounds=10)


if __name__ == "__main__":
    main()
