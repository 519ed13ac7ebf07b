"""The questions the window asks before something could be lost."""

from PySide6.QtWidgets import QWidget

from xiaoxie_desktop.ui.components.buttons import Kind
from xiaoxie_desktop.ui.components.dialogs import Choice, Question, ask

UNSAVED = Question(
    "有内容没有存进去，仍要离开吗？",
    "离开以后，刚才没有存进去的内容就没有了。",
    choices=(Choice("leave", "仍要离开(&L)", Kind.DANGER), Choice("stay", "留下来(&S)", Kind.PRIMARY)),
    safe="stay",
    icon="state-problem",
)


def may_leave_unsaved(parent: QWidget) -> bool:
    """Whether the user gives up what could not be stored."""
    return ask(parent, UNSAVED) == "leave"


def may_bin(parent: QWidget, title: str) -> bool:
    """Whether the draft of this title may go into the recycle bin."""
    question = Question(
        f"把“{title}”移到回收站？", "60 天内可以随时找回。", safe="keep",
        choices=(Choice("keep", "不删了(&N)"), Choice("delete", "移到回收站(&D)", Kind.DANGER_SOLID)),
    )  # fmt: skip
    return ask(parent, question) == "delete"
