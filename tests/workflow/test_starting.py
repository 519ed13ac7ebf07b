"""What a new report starts with: the unit it is sent to is known for upward papers only."""

from dataclasses import replace

import pytest

from tests.workflow.small_kind import KIND
from xiaoxie_desktop.core.official_document import Direction
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.workflow.starting import first_answers

UNIT = Organization("u", name="清溪镇消费者协会分会", main_recipients="青禾县消费者协会")


@pytest.mark.parametrize(
    ("direction", "recipients"),
    [
        (Direction.UPWARD, "青禾县消费者协会"),
        (Direction.DOWNWARD, None),
        (Direction.PARALLEL, None),
    ],
)
def test_the_unit_reported_to_is_the_recipient_of_upward_papers(
    direction: Direction, recipients: str | None
) -> None:
    answers = first_answers(replace(KIND, direction=direction), UNIT, 2031)
    assert answers.get("main_recipients") == recipients
