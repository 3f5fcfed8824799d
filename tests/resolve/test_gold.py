"""All annotated articles resolve to tables that hold to their models."""

from pathlib import Path

import pytest

from dodomu.resolve import resolve
from dodomu.tables import frames

NAMES = sorted(path.name.split(".")[0] for path in (Path(__file__).parents[1] / "gold").glob("*.gold.json"))


def test_the_tables_of_all_articles_are_sound(annotated):
    tables = frames(resolve([annotated(name) for name in NAMES]))
    assert tables["events"].height < tables["mentions"].height
    assert tables["mentions"]["event_id"].null_count() == 0


def test_the_order_of_articles_changes_nothing_but_the_order_of_rows(annotated):
    read = [annotated(name) for name in NAMES]
    there = {event.event_id: event for event in resolve(read).events}
    back = {event.event_id: event for event in resolve(read[::-1]).events}
    assert there == back


@pytest.mark.parametrize("name", NAMES)
def test_a_part_is_smaller_than_its_whole_and_of_its_cohort(annotated, name):
    events = {event.event_id: event for event in resolve([annotated(name)]).events}
    for event in events.values():
        if event.part_of:
            assert event.count < events[event.part_of].count
            assert event.cohort_id == events[event.part_of].cohort_id
