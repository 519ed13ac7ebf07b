"""核对 in the real report window."""

from tests.ui.report.conftest import draft, open_report, window, workspace

__all__ = ["draft", "open_report", "window", "workspace"]
