"""The line under the pages that says which fonts stand in for others, with the details one click away."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from xiaoxie_desktop.ui.components.buttons import Kind, Link
from xiaoxie_desktop.ui.components.dialogs import Choice, Question, ask
from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.labels import IconLabel, Role
from xiaoxie_desktop.ui.preview.fonts import FaceInUse
from xiaoxie_desktop.ui.report.elided_label import ElidedLabel

_MOST_RARE = 20


class StandInLine(Frame):
    """Hidden as long as every face is the document's own."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("stand-ins", parent=parent)
        self.words = ElidedLabel(Role.HELP)
        self.link = Link("详情", on_click=self.show_details)
        self.sentences: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(6)
        row.addWidget(IconLabel("info", side="icon-small"))
        row.addWidget(self.words)
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()

    def show_faces(
        self, shown: Iterable[FaceInUse], in_files: Iterable[FaceInUse], rare: Mapping[str, str]
    ) -> None:
        """Name the faces that are not their own on screen and paper, and those only a PDF has otherwise.

        `rare` are single characters and the families that draw them.
        """
        here, there = [face for face in shown if face.stands_in], list(in_files)
        self.sentences = (*dict.fromkeys(face.sentence for face in (*here, *there)), *_about(rare))
        if here:
            self.words.show_text(f"{_labels(here)}用本程序自带的字体代替")
        elif there:
            self.words.show_text(f"PDF 里{_labels(there)}用本程序自带的字体代替")
        else:
            self.words.show_text("有几个字用别的字体代替")
        self.setVisible(bool(self.sentences))

    def show_details(self) -> None:
        """Tell everything, a sentence for each face."""
        question = Question(
            title="预览和打印用的字体",
            text="字体不同不影响换行和分页。",
            choices=(Choice("close", "知道了(&K)", Kind.PRIMARY),),
            safe="close",
            details=self.sentences,
            icon="info",
            tone="action",
        )
        ask(self.window(), question)


def _labels(faces: Iterable[FaceInUse]) -> str:
    return "、".join(face.choice.chain.label for face in faces)


def _about(rare: Mapping[str, str]) -> tuple[str, ...]:
    undrawn = "".join(one for one, family in rare.items() if not family)[:_MOST_RARE]
    drawn = "".join(one for one, family in rare.items() if family)[:_MOST_RARE]
    said = [f"“{drawn}”自带字体里没有，用本机别的字体代替。"] if drawn else []
    said += [f"“{undrawn}”本机没有字体能画，印出来会是方框，请换一个字。"] if undrawn else []
    return tuple(said)
