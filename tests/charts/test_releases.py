"""People released are added up once, with bounds, and what is not known is drawn as such."""

import pytest
from drawings import key_texts, said

from dodomu.charts import releases
from dodomu.dataset import Dataset
from dodomu.models import Event
from dodomu.tables import frame, frames


def event(n, date="2025-11-22", **slots):
    kind = slots.pop("type", "release")
    slots.setdefault("count_qualifier", "exact" if slots.get("count") else None)
    slots.setdefault("status", "occurred")
    return Event(
        event_id=f"e-{n}",
        type=kind,
        family="release",
        n_mentions=1,
        n_articles=1,
        first_reported="2025-12-13",
        date=date,
        date_basis="stated" if date else "none",
        **slots,
    )


@pytest.fixture
def drawn():
    def draw(*events, **options):
        ds = Dataset({**frames(None), "events": frame("events", events)})
        return releases(ds, **options).to_dict()

    return draw


def sums(spec, line="Разом"):
    return [
        (row["low"], row["best"], row["high"])
        for row in spec["datasets"]["drawn"]
        if row["line"] == line and row["day"]
    ]


def test_the_same_people_are_counted_once_however_many_events_concern_them(drawn):
    spec = drawn(
        event(1, type="pardon", date=None, count=123, cohort_id="c"),
        event(2, count=100, count_qualifier="approximate", cohort_id="c"),
        event(3, type="return", count=5, cohort_id="c"),
        event(4, type="return", count=31, cohort_id="d"),
    )
    assert sums(spec) == [(131, 131, 154)], "100 and 31; the pardon of 123 is the upper bound of the 100"
    assert sums(spec, "Повернення") == [(36, 36, 36)]
    assert "Звільнення людей за видом: близько 131" in said(spec)


def test_a_day_within_bounds_counts_in_the_high_sum_first(drawn):
    spec = drawn(event(1, date="2025-11", count=10))
    assert sums(spec, "Звільнення") == [(0, 0, 10), (10, 10, 10)]
    assert "від найменшого до найбільшого" in key_texts(spec)
    assert "один раз у цих межах" in key_texts(spec)


def test_a_number_that_is_not_disclosed_makes_the_sum_a_lower_bound(drawn):
    spec = drawn(event(1, count=10), event(2, date="2025-11-25"))
    assert any("щонайменше 10 людей" in text and "кількість не названо: 1" in text for text in said(spec))
    assert "кількість не названо" in key_texts(spec)


def test_what_did_not_happen_bodies_and_totals_are_not_added_up_but_told(drawn):
    spec = drawn(
        event(1, count=10),
        event(2, count=1200, status="planned"),
        event(3, type="remains_return", count=1000),
        event(4, date="2025-01/2025-11", date_extent="total", count=5000),
    )
    assert sums(spec, "Звільнення") == [(10, 10, 10)]
    assert "Не додано: заплановане, заклики й заперечене: 1; повернення тіл: 1; підсумки за період: 1." in said(spec)


def test_what_has_no_date_is_told_and_stands_on_no_day(drawn):
    spec = drawn(event(1, date=None, count=123, type="pardon"))
    assert not sums(spec, "Помилування")
    assert any("без дати: 1 (123 людини)" in text for text in said(spec))


def test_more_than_sixty_days_without_a_record_are_a_gap(drawn):
    gap = "понад 60 днів без записів: невідомо, чи когось звільнили"
    near, far = (drawn(event(1, count=1), event(2, date=day, count=1), width=1400) for day in ("2025-12-13", "2025-06"))
    assert gap not in key_texts(near)
    assert gap in key_texts(far)


def test_a_release_with_two_mediators_stands_in_both_lines_and_once_in_the_sum(drawn):
    spec = drawn(event(1, count=10, mediators=["AE", "US"]), by="mediator", lang="en")
    assert sums(spec, "United Arab Emirates") == sums(spec, "United States") == sums(spec, "All together")


def test_the_curated_reference_adds_up_to_what_its_rows_say(known_releases):
    spec = releases(known_releases, by="origin", lang="en").to_dict()
    total = known_releases["released_total"].sum()
    assert [row["best"] for row in spec["datasets"]["drawn"] if row["line"] == "All together"][-1] == total
    assert (
        f"People released, by the country that let them go: at least {total // 1000}\u202f{total % 1000:03d}"
        in said(spec)
    )
    assert spec["usermeta"]["dodomu"]["known_releases"] == known_releases["release_id"].to_list()
