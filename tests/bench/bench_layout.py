"""Times the layout: a page from nothing, and thirty pages after one typed character; run by hand.

``python -m tests.bench.bench_layout``: there is no floor, the times stand alone beside their goals.
"""

import random
from dataclasses import replace

from tests.bench.measure import alone, milliseconds, percentile
from tests.bench.random_documents import RandomDocuments
from xiaoxie_desktop.core.official_document import BodyParagraph, OfficialDocument
from xiaoxie_desktop.core.pages import PagedDocument
from xiaoxie_desktop.definitions.measures import load_measures
from xiaoxie_desktop.official.layout import lay_out
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.styling import styled_paragraphs
from xiaoxie_desktop.resource_files import resource_path

PAGES = 30
SEED = 5


def main() -> None:
    """Print the time of a cold page and of an edit."""
    measures = load_measures(resource_path("official"))
    maker, chooser = RandomDocuments(SEED), random.Random(SEED)  # noqa: S311 - no secret is made
    body = [BodyParagraph(text=maker.text(60, 260)) for _ in range(PAGES * 4)]
    document = OfficialDocument("关于工作情况的报告", tuple(body), issuing_authorities=("清溪县消费者协会",))

    def cold() -> PagedDocument:
        return lay_out(styled_paragraphs(document, measures), measures)

    count = len(cold().pages)
    times = alone(f"layout: {count} pages, nothing known", cold)
    print(f"{'':<44} a page {milliseconds(percentile(times, 50) / count)}   (goal < 5 ms)")

    setter = LineSetter(measures)
    lay_out(styled_paragraphs(document, measures), measures, setter)

    def edit() -> PagedDocument:
        at = chooser.randrange(len(body))
        body[at] = replace(body[at], text=body[at].text + "字")
        changed = replace(document, body=tuple(body))
        return lay_out(styled_paragraphs(changed, measures), measures, setter)

    alone(f"layout: {count} pages, one character typed", edit, rounds=200)
    print(f"{'':<44} (goal: median < 5 ms, p95 < 16 ms)")


if __name__ == "__main__":
    main()
