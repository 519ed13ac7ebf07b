"""How findings are counted, ordered and named in the window."""

from collections.abc import Sequence

from xiaoxie_desktop.core.findings import SEVERITY_ORDER, Finding, Severity
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.ui.components.labels import Tone

ICONS = {Severity.ERROR: "state-problem", Severity.WARNING: "lightbulb", Severity.HINT: "info"}
TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARN, Severity.HINT: Tone.PLAIN}


INSERT, RENEW = "insert", "renew"


def ordered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Errors first, then hints to judge, then suggestions, each in the order of the document."""
    return tuple(sorted(findings, key=lambda one: SEVERITY_ORDER[one.severity]))


def count(findings: Sequence[Finding], severity: Severity) -> int:
    """How many findings are of a severity."""
    return sum(finding.severity is severity for finding in findings)


def section_name(kind: ReportKind, finding: Finding) -> str:
    """The step a finding belongs to, as its list names it."""
    step = kind.step(finding.section)
    return step.name if step else "全文"


def deed_words(finding: Finding) -> str:
    """The words of the button that goes to a finding."""
    return "去修改" if finding.severity is Severity.ERROR else "去看看"


def can_be_put_aside(finding: Finding) -> bool:
    """Whether staff may say that a finding is no problem: errors stay."""
    return finding.severity is not Severity.ERROR


def text_deeds(finding: Finding) -> tuple[tuple[str, str], ...]:
    """What can be done at once about a paragraph whose facts moved on: the deed and its words."""
    match finding.rule:
        case "text_came":
            return ((INSERT, "插入"), (RENEW, "照新写"))
        case "text_went":
            return ((RENEW, "照新写"),)
        case _:
            return ()
