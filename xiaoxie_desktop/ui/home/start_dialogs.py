"""The dialogs a report begins with: a new one of some kind, one from an older report, another title."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from xiaoxie_desktop.core.draft_rows import DraftRow
from xiaoxie_desktop.ui.components.form_dialog import FormDialog
from xiaoxie_desktop.ui.components.inputs import Picker
from xiaoxie_desktop.ui.components.labels import Label
from xiaoxie_desktop.ui.components.two_line_list import Line, TwoLineList
from xiaoxie_desktop.ui.home.draft_list import moment_words
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.workflow.kind_names import KindName

_LAST_MONTH_OF_OLD_YEAR = 2  # in January and February the report of last year is being written


def usual_year(today: date) -> int:
    """The year a report begun today is most likely about."""
    return today.year - 1 if today.month <= _LAST_MONTH_OF_OLD_YEAR else today.year


class NewReportDialog(FormDialog):
    """Asks for the kind and the year of a new report."""

    def __init__(self, kinds: Sequence[KindName], today: date, parent: QWidget) -> None:
        super().__init__("写哪一种报告？", "开始填写(&S)", parent=parent)
        self.kinds = TwoLineList("报告种类")
        self.kinds.show_lines(Line(kind.id, kind.name, kind.description) for kind in kinds)
        self.kinds.fit_height(6)
        self.kinds.itemActivated.connect(lambda _item: self.accept())
        self.year = _year_picker(today, usual_year(today))
        self.content.addWidget(self.kinds)
        self.content.addLayout(_year_row("报告哪一年的事", self.year))
        self.kinds.setFocus()

    def choice(self) -> tuple[str, int]:
        """The chosen kind's id and the year."""
        return self.kinds.chosen(), int(self.year.currentData())


class OldReportDialog(FormDialog):
    """Asks which earlier report to start from, and for the year of the new one."""

    def __init__(
        self, rows: Sequence[DraftRow], kinds: Sequence[KindName], today: date, parent: QWidget
    ) -> None:
        super().__init__(
            "从哪一份旧报告开始？", "照着写新的(&S)", parent=parent,
            help_text="章节和每年不变的内容照搬过来。去年的数字不搬，写在旁边给您对照。",
        )  # fmt: skip
        self._rows = {row.uid: row for row in rows}
        self._names = {kind.id: kind.name for kind in kinds}
        self._today = today
        used = [kind for kind in kinds if any(row.report == kind.id for row in rows)]
        self.kind = Picker([("全部种类", ""), *((kind.name, kind.id) for kind in used)], name="报告种类")
        self.drafts = TwoLineList("旧报告")
        self.year = _year_picker(today, today.year)
        self.drafts.currentRowChanged.connect(lambda _row: self._propose_year())
        self.drafts.itemActivated.connect(lambda _item: self.accept())
        self.kind.currentIndexChanged.connect(lambda _place: self._list())
        if len(used) > 1:
            self.content.addWidget(self.kind)
        self.content.addWidget(self.drafts)
        self.content.addLayout(_year_row("新报告写哪一年的事", self.year))
        self._list()
        self.drafts.fit_height(5)
        self.drafts.setFocus()

    def choice(self) -> tuple[str, int]:
        """The uid of the chosen report and the year of the new one."""
        return self.drafts.chosen(), int(self.year.currentData())

    def _list(self) -> None:
        wanted = self.kind.currentData()
        shown = [row for row in self._rows.values() if wanted in ("", row.report)]
        self.drafts.show_lines(self._line(row) for row in sorted(shown, key=lambda row: -row.year))
        self._propose_year()

    def _line(self, row: DraftRow) -> Line:
        moment = moment_words(row.updated_at, datetime.now().astimezone())
        return Line(
            row.uid, row.title, f"{self._names.get(row.report, row.report)}，{moment} 改过", f"{row.year}年"
        )

    def _propose_year(self) -> None:
        row = self._rows.get(self.drafts.chosen())
        if row:
            self.year.choose(min(row.year + 1, self._today.year + 1))


class RenameDialog(FormDialog):
    """Asks for another title of a draft."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(
            "改成什么标题？", "改标题(&S)", parent=parent,
            help_text="只改列表里的名字。正文的标题在报告里改。",
        )  # fmt: skip
        self.title = QLineEdit(title)
        self.title.setAccessibleName("标题")
        self.title.selectAll()
        self.title.textChanged.connect(lambda text: self.confirm.setEnabled(bool(text.strip())))
        self.content.addWidget(self.title)
        self.title.setFocus()


def _year_picker(today: date, proposed: int) -> Picker:
    picker = Picker([(f"{year}年", year) for year in range(today.year + 1, today.year - 10, -1)], name="年份")
    picker.choose(proposed)
    picker.setFixedWidth(theme.em(7.5))
    return picker


def _year_row(words: str, picker: Picker) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 8, 0, 0)
    row.setSpacing(16)
    label = Label(words)
    label.setBuddy(picker)
    row.addWidget(label)
    row.addWidget(picker)
    row.addStretch(1)
    return row
