"""What the window builds only when asked for, so that the first list need not wait for its modules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from xiaoxie_desktop.core.draft_rows import DraftRow
from xiaoxie_desktop.workflow.kind_names import KindName

if TYPE_CHECKING:
    from xiaoxie_desktop.ui.components.focus_ring import FocusRing
    from xiaoxie_desktop.ui.components.toast import Toast
    from xiaoxie_desktop.ui.help.help_page import HelpPageView
    from xiaoxie_desktop.ui.home.start_dialogs import NewReportDialog, OldReportDialog, RenameDialog
    from xiaoxie_desktop.ui.settings.settings_page import SettingsPage


class ReportPage(Protocol):
    """What the window needs of the page of a report, which is also a QWidget."""

    left: SignalInstance
    """Emitted when the user goes back to the list."""

    def title(self) -> str:
        """The title of the report, for the window."""

    def leave(self) -> bool:
        """Finish what is being composed and save everything; False when something could not be stored."""

    def abandon(self) -> None:
        """Give up what could not be stored: nothing tries to store it later."""


@dataclass(frozen=True, slots=True)
class DialogMakers:
    """Builds the dialogs of the window; the last three ask or tell at once and wait for the user."""

    new_report: Callable[[Sequence[KindName], date, QWidget], "NewReportDialog"]
    old_report: Callable[[Sequence[DraftRow], Sequence[KindName], date, QWidget], "OldReportDialog"]
    rename: Callable[[str, QWidget], "RenameDialog"]
    may_bin: Callable[[QWidget, str], bool]
    """Asks whether the draft of this title may go into the recycle bin."""
    may_leave_unsaved: Callable[[QWidget], bool]
    tell_error: Callable[[QWidget, str], object]


@dataclass(frozen=True, slots=True)
class PageMakers:
    """Builds the pages of the window and what lies over them; `report` takes a draft's uid and may raise UserError."""

    settings: Callable[[], "SettingsPage"]
    help: Callable[[], "HelpPageView"]
    report: Callable[[str, "Toast"], ReportPage]
    toast: Callable[[QWidget], "Toast"]
    ring: Callable[[QWidget], "FocusRing"]
