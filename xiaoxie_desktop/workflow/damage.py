"""What the data file no longer holds as it was written, said as findings until it is filled in again."""

from collections.abc import Iterator

from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import ReportKind


def damage_findings(kind: ReportKind, draft: Draft, damaged: tuple[str, ...]) -> tuple[Finding, ...]:
    """One error for each damaged answer (``field``) and text (``section/paragraph``) that was not given anew."""
    return tuple(finding for place in damaged for finding in _finding(kind, draft, place))


def _finding(kind: ReportKind, draft: Draft, place: str) -> Iterator[Finding]:
    section, _, paragraph = place.partition("/")
    if paragraph:
        if (section, paragraph) not in draft.texts:
            said = "您改过的一段文字在数据文件里损坏了，现在是照填写项重新写的，请再看一遍。"
            yield Finding("damaged", Severity.ERROR, said, section=section, paragraph=paragraph)
        return
    for one, field in kind.fields():
        if field.id == place and place not in draft.answers:
            said = f"“{field.label}”在数据文件里损坏了，读不出来，请重新填写。"
            yield Finding("damaged", Severity.ERROR, said, section=one.id, field=place)
