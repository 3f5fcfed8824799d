"""Parts, cohorts and the reference table, on sentences that say so."""

from datetime import date

import pytest

from dodomu.models import Article, Event, Extraction, KnownRelease, Mention
from dodomu.resolve import resolve
from dodomu.resolve.references import References


def read(text, *told):
    """Resolve an article in which each (trigger, slots) is a mention."""
    mentions = []
    for n, (trigger, slots) in enumerate(told):
        start = text.index(trigger, mentions[-1].trigger_end if mentions else 0)
        known = {"type": "release", "status": "occurred", "count_qualifier": "exact" if "count" in slots else None}
        known |= {"date_basis": "stated"} if "date" in slots else {}
        place = {"trigger": trigger, "trigger_start": start, "trigger_end": start + len(trigger)}
        mentions.append(Mention(mention_id=f"m-{n}", article_id="a", rule="test", **place, **known | slots))
    return resolve([Extraction(article=Article(article_id="a", source="a.txt", text=text), mentions=mentions)]).events


@pytest.mark.parametrize(
    "words",
    [
        "зокрема пʼятеро дітей",
        "серед них 5 жінок",
        "з них п'ятьох важкопоранених",
        "у тому числі 5 цивільних",
        "серед яких п’ятеро лікарів",
    ],
)
def test_a_smaller_number_behind_such_a_word_is_a_part(words):
    part, whole = read(
        f"Додому повернулися пʼятеро. Звільнили 100 людей, {words}.",
        ("повернулися", {"count": 5}),
        ("Звільнили", {"count": 100}),
    )
    assert part.part_of == whole.event_id
    assert part.cohort_id == whole.cohort_id


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Звільнили 100 людей, пʼятеро зустрічали їх.", {}),
        ("Звільнили 100 людей, зокрема шістьох дітей.", {}),
        ("Звільнили 100 людей, зокрема дітей, а 5 автобусів їх везли.", {}),
        ("Звільнили 100 людей, зокрема пʼятьох дітей.", {"origin": "RU"}),
        ("Звільнили 100 людей, зокрема пʼятьох дітей.", {"date": "2025-11-22"}),
        ("Звільнили 100 людей, зокрема пʼятьох дітей.", {"status": "planned"}),
        ("Звільнили 100 людей, зокрема пʼятьох дітей.", {"type": "detention"}),
    ],
)
def test_what_is_no_part(sentence, part):
    events = read(
        f"Додому повернулися пʼятеро. {sentence}",
        ("повернулися", {"count": 5} | part),
        ("Звільнили", {"count": 100, "origin": "BY", "date": "2025-12-13"}),
    )
    assert [event.part_of for event in events] == [None, None]


def test_the_same_number_pardoned_and_released_is_one_cohort():
    pardon, release = read(
        "Помилував 52 людей. Звільнили 52 людей.",
        ("Помилував", {"count": 52, "type": "pardon", "date": "2025-09-10"}),
        ("Звільнили", {"count": 52, "date": "2025-09-11"}),
    )
    assert pardon.cohort_id == release.cohort_id


@pytest.mark.parametrize(
    "other",
    [
        {"count": 52, "origin": "RU"},
        {"count": 52, "date": "2025-10-11"},
        {"count": 52, "status": "denied"},
        {"count": 53},
        {},
    ],
)
def test_what_is_a_cohort_of_its_own(other):
    one, two = read(
        "Звільнили людей. Повернули людей.",
        ("Звільнили", {"count": 52, "origin": "BY", "date": "2025-09-11"}),
        ("Повернули", {"type": "return"} | other),
    )
    assert one.cohort_id != two.cohort_id


def test_a_sentence_that_sums_up_takes_in_what_its_paragraph_told_before_and_nothing_else():
    before, other, whole = read(
        "Повернулися 7 людей.\n\nЗвільнили 5 людей. Загалом помилували 123.",
        ("Повернулися", {"count": 7}),
        ("Звільнили", {"count": 5}),
        ("помилували", {"count": 123, "type": "pardon"}),
    )
    assert other.cohort_id == whole.cohort_id != before.cohort_id


def event(**more):
    known = {
        "event_id": "e-1",
        "type": "return",
        "family": "release",
        "status": "occurred",
        "n_mentions": 1,
        "n_articles": 1,
    }
    known |= {"date": "2025-11-22", "date_basis": "stated", "count": 31, "count_qualifier": "exact", "origin": "BY"}
    return Event(**known | more)


@pytest.mark.parametrize(
    ("told", "links"),
    [
        ({}, ["k:same"]),
        ({"count": 5}, ["k:part"]),
        ({"count": 40}, ["k:whole"]),
        ({"count": 30, "count_qualifier": "approximate"}, ["k:overlap"]),
        ({"count": None, "count_qualifier": None}, ["k:overlap"]),
        ({"origin": "RU"}, []),
        ({"destination": "LT"}, []),
        ({"date": "2025-11-23"}, []),
        ({"date": "2025-11"}, []),
        ({"status": "planned"}, []),
        ({"type": "remains_return", "group": "remains"}, []),
        ({"group": "children"}, []),
    ],
)
def test_how_an_event_stands_to_a_row_of_the_reference_table(told, links):
    row = {"release_id": "k", "date": date(2025, 11, 22), "date_precision": "day", "released_total": 31}
    row |= {"group": "civilians", "origin": ["BY"], "destination": ["UA"], "kind": "return", "verified": "yes"}
    assert References([KnownRelease(**row)]).links(event(**told)) == links


MAY = [(way, day, count) for way in ("ru-ua", "ua-ru") for day, count in ((23, 390), (24, 307), (25, 303))]


def of_may():
    for way, day, count in MAY:
        origin, destination = way.upper().split("-")
        yield KnownRelease(
            release_id=f"{day}-{way}",
            date=date(2025, 5, day),
            date_precision="day",
            released_total=count,
            group="mixed",
            origin=[origin],
            destination=[destination],
            kind="exchange",
            verified="yes",
        )


LASTING = {"date": "2025-05-23/2025-05-25", "date_extent": "span", "count": 1000, "group": "military"}


@pytest.mark.parametrize(
    ("told", "links"),
    [
        ({"origin": "RU"}, ["23-ru-ua:whole", "24-ru-ua:whole", "25-ru-ua:whole"]),
        ({"origin": "RU", "date": "2025-05-24", "date_extent": "point", "count": 307}, ["24-ru-ua:same"]),
        ({"origin": "RU", "date": "2025-05-24", "date_extent": "point", "count": 100}, ["24-ru-ua:part"]),
        ({"origin": "BY"}, []),
    ],
)
def test_an_exchange_of_several_days_is_the_whole_of_its_stages(told, links):
    assert References(of_may()).links(event(**LASTING | told)) == links


def test_an_exchange_both_ways_is_the_whole_of_all_its_rows():
    links = References(of_may()).links(event(**LASTING | {"type": "exchange", "origin": None}))
    assert sorted(links) == sorted(f"{day}-{way}:whole" for way, day, _ in MAY)


@pytest.mark.parametrize(
    ("told", "published", "links"),
    [
        ({}, (date(2025, 5, 8), date(2025, 5, 8)), ["42:same"]),
        ({}, (date(2025, 5, 20), date(2025, 5, 20)), []),
        ({}, None, []),
        ({"count": 41}, (date(2025, 5, 8), date(2025, 5, 8)), []),
        ({"origin": None}, (date(2025, 5, 8), date(2025, 5, 8)), []),
    ],
)
def test_a_pardon_without_a_date_is_known_by_its_number_while_it_is_news(told, published, links):
    row = {"release_id": "42", "date": date(2025, 5, 7), "date_precision": "day", "released_total": 42}
    row |= {"group": "prisoners", "origin": ["BY"], "destination": ["BY"], "kind": "pardon", "verified": "yes"}
    undated = {"type": "pardon", "date": None, "date_basis": "none", "count": 42}
    assert References([KnownRelease(**row)]).links(event(**undated | told), published=published) == links
