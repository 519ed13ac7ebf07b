"""Facts and dated choices: every known fact is there, and a list knows the years its words were used in."""

import pytest

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.report import FieldType
from xiaoxie_desktop.definitions.choices import choice_list
from xiaoxie_desktop.definitions.domain_shapes import Merging
from xiaoxie_desktop.definitions.facts import fact_definitions


def test_facts_know_type_unit_merging_and_statistics() -> None:
    facts = fact_definitions()
    accepted = facts["complaint_accepted_count"]
    assert len(facts) >= 150
    assert (accepted.type, accepted.units, accepted.merge) == (FieldType.COUNT, ["件"], Merging.SUM)
    assert accepted.lists == ["cca", "12315"]
    assert facts["service_station_count"].standing
    assert facts["theme"].merge is Merging.SAME


def test_figures_that_are_added_up_are_figures() -> None:
    added = [fact for fact in fact_definitions().values() if fact.merge is Merging.SUM]
    assert len(added) > 80
    assert {fact.type for fact in added} == {FieldType.COUNT, FieldType.MONEY, FieldType.QUANTITY}


@pytest.mark.parametrize(
    ("year", "word", "other"), [(2009, "人格尊严", "人格权益"), (2025, "人格权益", "人格尊严")]
)
def test_natures_change_their_names(year: int, word: str, other: str) -> None:
    labels = {choice.label for choice in choice_list("complaint_natures", "", year)}
    assert word in labels
    assert other not in labels


def test_words_of_former_years_stand_last() -> None:
    labels = [choice.label for choice in choice_list("complaint_natures", "")]
    assert labels.index("其他") < labels.index("人格尊严")


def test_ten_natures_hold_today() -> None:
    assert len(choice_list("complaint_natures", "", 2026)) == 10


def test_ten_goods_thirteen_services_and_the_rest_hold_today() -> None:
    assert len(choice_list("complaint_categories", "", 2026)) == 24


def test_an_unknown_list_names_the_nearest() -> None:
    with pytest.raises(DefinitionError, match="complaint_natures"):
        choice_list("complaint_nature", "main.toml 的 nature")
