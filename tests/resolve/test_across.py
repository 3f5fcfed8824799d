"""Which mentions of several articles speak of one event: each pair that does has a twin that does not."""

from random import Random

import pytest

from dodomu.dataset.identity import identify
from dodomu.models import Article, Evidence, Extraction, Mention
from dodomu.resolve import resolve
from dodomu.tables import frames

TEXT = "Марія Рибак, Олена Коваль і решта повернулися додому. Звільнили людей."


def article(name, *told, published="2025-12-14", persons=(), text=TEXT):
    """Make what was read in an article: a mention for each set of slots."""
    mentions, evidence = [], []
    for n, slots in enumerate(told):
        start = text.index("повернулися")
        known = {"type": "return", "status": "occurred", "trigger": "повернулися", "rule": "test"}
        known |= {"mention_id": f"m-{name}{n}", "article_id": name, "trigger_start": start, "trigger_end": start + 11}
        known |= {"count_qualifier": "exact"} if "count" in slots else {}
        known |= {"date_basis": "stated"} if slots.get("date") else {}
        mentions.append(Mention(**known | slots))
    for n, person in enumerate(persons):
        at = text.index(person)
        where = {"article_id": name, "start": at, "end": at + len(person), "exact": person}
        evidence.append(Evidence(record_id=f"m-{name}{n}", field="count", rule="test", **where))
    about = Article(article_id=name, source=f"{name}.txt", text=text, published=published)
    return Extraction(article=about, mentions=mentions, evidence=evidence)


def events_of(*articles):
    return resolve(articles).events


HOME = {"count": 31, "date": "2025-11-22", "origin": "BY", "destination": "UA", "group": "civilians"}
AWAY = {"type": "exchange", "date": "2025-10-02"}
FREED = {"type": "pardon", "count": 42, "origin": "BY", "date": None}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # number and day
        (HOME, HOME),
        (HOME, HOME | {"date": "2025-11-22?"}),
        (HOME, HOME | {"destination": None, "group": "people"}),
        (HOME, HOME | {"group": "prisoners"}),
        # one of the two is vaguer
        (HOME, HOME | {"date": "2025-11"}),
        (HOME, HOME | {"date": "2025-11-17/2025-11-23"}),
        (HOME, HOME | {"count": 30, "count_qualifier": "at_least"}),
        (HOME, HOME | {"count": 30, "count_qualifier": "approximate"}),
        (HOME, {"date": "2025-11-22", "origin": "BY", "destination": "UA"}),
        (AWAY | {"count": 205}, AWAY),
        (AWAY, AWAY),
        # two sides
        (AWAY | {"count": 189}, AWAY | {"count": 150}),
        (AWAY | {"count": 157}, AWAY | {"count": 314}),
        # plans
        (AWAY | {"count": 95}, AWAY | {"count": 90, "status": "planned"}),
        (AWAY | {"count": 95}, AWAY | {"count": 95, "status": "planned", "date": "2025-10"}),
        # a call for the same thing
        (
            AWAY | {"status": "called_for", "asserted_by": "Володимир Зеленський"},
            AWAY | {"status": "called_for", "asserted_by": "Володимир Зеленський"},
        ),
        # talks of the same two sides
        (
            {"type": "negotiation", "date": "2025-06-02", "agents": ["UA", "RU"]},
            {"type": "negotiation", "date": "2025-06-02", "agents": ["RU", "UA"]},
        ),
    ],
)
def test_two_articles_on_one_happening(one, other):
    [event] = events_of(article("a", one), article("b", other))
    assert (event.n_mentions, event.n_articles) == (2, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another day, another number, other people
        (HOME, HOME | {"date": "2025-12-13"}),
        (HOME, HOME | {"date": "2025-11-23"}),
        (HOME, HOME | {"count": 5}),
        (HOME, HOME | {"origin": "RU"}),
        (HOME, HOME | {"destination": "LT"}),
        (HOME, HOME | {"group": "children"}),
        (HOME | {"nationality": ["UA"]}, HOME | {"nationality": ["BY"]}),
        (HOME, HOME | {"type": "pardon", "destination": None}),
        # vague, and nothing else shows that it is the same
        (HOME, HOME | {"date": "2025-12"}),
        (HOME | {"count": 5}, HOME | {"count": 5, "date": "2025-11", "destination": None}),
        (HOME, HOME | {"count": 300, "count_qualifier": "at_least"}),
        (HOME | {"origin": None}, {"date": "2025-11-22", "group": "civilians"}),
        ({"origin": "BY", "destination": "UA"}, {"origin": "BY", "destination": "UA"}),
        # too far apart for two sides, or few people
        (AWAY | {"count": 189}, AWAY | {"count": 100}),
        (AWAY | {"count": 5}, AWAY | {"count": 6}),
        (HOME, HOME | {"count": 40, "group": "political_prisoners"}),
        (HOME | {"mediators": ["US"]}, HOME | {"count": 40, "mediators": ["QA"]}),
        # two exchanges of one week
        (AWAY | {"count": 205}, AWAY | {"count": 205, "date": "2025-10-06"}),
        (AWAY, AWAY | {"date": "2025-10-03"}),
        # plans for another day, of another size, and calls
        (AWAY | {"count": 95}, AWAY | {"count": 90, "status": "planned", "date": "2025-10-20"}),
        (AWAY | {"count": 95}, AWAY | {"count": 1200, "status": "planned", "date": "2025-10"}),
        (AWAY | {"count": 95}, AWAY | {"count": 95, "status": "called_for"}),
        (
            AWAY | {"status": "called_for", "asserted_by": "Володимир Зеленський"},
            AWAY | {"status": "called_for", "asserted_by": "Дмитро Лубінець"},
        ),
        # running totals
        (
            HOME | {"date": "2025-11", "date_extent": "total", "count": 100},
            HOME | {"date": "2025-11", "count": 100},
        ),
        # talks of others
        (
            {"type": "negotiation", "date": "2025-06-02", "agents": ["UA", "RU"]},
            {"type": "negotiation", "date": "2025-06-02", "agents": ["UA", "US"]},
        ),
        ({"type": "order", "date": "2025-06-02", "agents": ["UA"]},) * 2,
    ],
)
def test_two_articles_on_two_happenings(one, other):
    assert len(events_of(article("a", one), article("b", other))) == 2


@pytest.mark.parametrize(
    ("published", "n_events"),
    [("2025-12-14", 1), ("2025-12-16", 1), ("2025-12-30", 2), ("2024-12-14", 2), (None, 2)],
)
def test_what_has_no_date_is_known_by_its_number_while_it_is_news(published, n_events):
    dated = article("a", FREED | {"date": "2025-12-13"})
    assert len(events_of(dated, article("b", FREED, published=published))) == n_events
    assert len(events_of(article("a", FREED), article("b", FREED, published=published))) == n_events


def test_what_could_be_of_either_of_two_is_of_none_and_says_so():
    both = [AWAY | {"type": "return", "count": 50, "origin": origin, "destination": "UA"} for origin in ("RU", "BY")]
    vague = AWAY | {"type": "return", "count": 50, "destination": "UA"}
    records = resolve([article("a", both[0]), article("b", both[1]), article("c", vague)])
    assert len(records.events) == 3
    assert records.mentions[2].note == (
        "may also be told of the return of 50 on 2025-10-02 in a or the return of 50 on 2025-10-02 in b: "
        "nothing shows of which"
    )


def test_what_one_article_tells_as_two_no_other_makes_one():
    two = article("a", HOME | {"count": 12}, HOME | {"count": 15})
    assert len(events_of(two, article("b", HOME | {"count": 12}), article("c", HOME | {"count": 15}))) == 2


def test_two_sides_within_one_article_are_two_sources():
    sides = [HOME | {"count": 189}, HOME | {"count": 150, "asserted_by": "Міноборони Росії"}]
    [event] = events_of(article("a", *sides))
    assert (event.count, event.count_low, event.count_high, event.contradictions) == (None, 150, 189, ["count"])
    assert len(events_of(article("a", *(side | {"asserted_by": None} for side in sides)))) == 2


@pytest.mark.parametrize(("second", "n_events"), [("Марія Рибак", 1), ("Олена Коваль", 2), (None, 2)])
def test_one_person_is_the_same_only_by_name(second, n_events):
    one = HOME | {"count": 1}
    articles = article("a", one, persons=["Марія Рибак"]), article("b", one, persons=[second] if second else [])
    assert len(events_of(*articles)) == n_events


def test_two_people_of_one_article_are_two():
    one = HOME | {"count": 1}
    assert len(events_of(article("a", one, one, persons=["Марія Рибак", "Олена Коваль"]))) == 2
    assert len(events_of(article("a", one, one, persons=["Марія Рибак", "Рибак"]))) == 1


def test_soldiers_counted_alone_contradict_nobody_who_adds_civilians():
    text = TEXT + " Це 185 захисників і 20 цивільних."
    both = article("a", AWAY | {"count": 205, "group": "mixed"}, persons=["185 захисників і 20 цивільних"], text=text)
    [event] = events_of(both, article("b", AWAY | {"count": 185, "group": "military"}))
    assert (event.count, event.contradictions) == (205, [])
    [event] = events_of(both, article("b", AWAY | {"count": 184, "group": "military"}))
    assert (event.count, event.contradictions) == (None, ["count"])


def test_numbers_that_differ_little_by_little_are_no_one_event():
    chain = [article(f"a{count}", HOME | {"count": count}) for count in range(10, 60)]
    assert all(event.count_high <= 1.5 * event.count_low and event.n_mentions <= 8 for event in events_of(*chain))


def test_stages_are_parts_of_what_lasted_several_days_when_their_numbers_make_it_up():
    lasted = {"type": "exchange", "date": "2025-05-23/2025-05-25", "date_extent": "span", "count": 1000}
    days = [AWAY | {"date": f"2025-05-{day}", "count": count} for day, count in ((23, 390), (24, 307), (25, 303))]
    whole, *stages = events_of(*(article(f"a{n}", told) for n, told in enumerate([lasted, *days])))
    assert [stage.part_of for stage in stages] == [whole.event_id] * 3
    assert {stage.cohort_id for stage in stages} == {whole.cohort_id}
    whole, *others = events_of(*(article(f"a{n}", told) for n, told in enumerate([lasted, *days[:2]])))
    assert [other.part_of for other in others] == [None, None]


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        ({}, True),
        ({"date": "2025-11-23"}, True),
        ({"count": 30, "count_qualifier": "approximate"}, False),  # on another day than the decree
        ({"date": "2025-11-21"}, False),
        ({"date": "2026-02-22"}, False),
        ({"origin": "RU"}, False),
        ({"count": 32}, False),
        ({"group": "military"}, False),
        ({"nationality": ["BY"]}, False),
        ({"status": "denied"}, False),
    ],
)
def test_a_pardon_and_a_return_of_two_articles_are_one_cohort_by_number_custody_and_time(other, is_one):
    pardon = HOME | {"type": "pardon", "destination": None, "nationality": ["UA"]}
    returned = HOME | {"nationality": ["UA"]} | other
    returned |= {"date": "2025-11-23"} if other.get("count_qualifier") else {}
    one, two = events_of(article("a", pardon), article("b", returned))
    assert (one.cohort_id == two.cohort_id) is is_one


def test_few_people_of_two_articles_are_no_cohort():
    pardon = HOME | {"type": "pardon", "destination": None, "count": 5}
    one, two = events_of(article("a", pardon), article("b", HOME | {"count": 5}))
    assert one.cohort_id != two.cohort_id


def test_a_cohort_is_the_only_one_that_it_can_be():
    pardons = [FREED | {"date": day} for day in ("2025-12-01", "2025-12-09")]
    returned = FREED | {"type": "return", "date": "2025-12-13"}
    first, second, home = events_of(*(article(f"a{n}", told) for n, told in enumerate([*pardons, returned])))
    assert len({first.cohort_id, second.cohort_id, home.cohort_id}) == 3


@pytest.mark.parametrize(("pardoned", "is_one"), [(123, True), (124, False)])
def test_those_who_went_to_two_states_are_the_pardoned_when_their_numbers_make_them_up(pardoned, is_one):
    ways = [HOME | {"count": 114}, HOME | {"count": 9, "destination": "LT"}]
    pardon = HOME | {"type": "pardon", "count": pardoned, "destination": None}
    *returned, whole = events_of(article("a", ways[0]), article("b", ways[1]), article("c", pardon))
    assert ({event.cohort_id for event in returned} == {whole.cohort_id}) is is_one


def many():
    """Make articles on happenings of one winter, some of which are told several times."""
    draw = Random(7)
    for n in range(60):
        day, count = draw.randrange(1, 29), draw.choice([31, 42, 95, 150, 189])
        date = draw.choice([f"2025-12-{day:02}", f"2025-12-{day:02}", "2025-12", None])
        told = draw.choice([HOME, FREED, AWAY]) | {"count": count, "date": date}
        yield article(f"a{n}", told, AWAY | {"date": f"2025-12-{day:02}"}, published=f"2025-12-{day + 1:02}")


def test_no_order_of_the_articles_changes_an_event_or_what_is_said_of_it():
    articles = list(many())
    there = resolve(articles)
    assert len(there.events) < len(there.mentions) - 20
    for seed in range(5):
        shuffled = Random(seed).sample(articles, len(articles))
        back = resolve(shuffled)
        for table, key in (("events", "event_id"), ("mentions", "mention_id"), ("actors", "actor_id")):
            now, then = ({getattr(row, key): row for row in getattr(one, table)} for one in (back, there))
            assert now == then
        assert {str(gap) for gap in back.gaps} == {str(gap) for gap in there.gaps}


def test_a_later_article_joins_an_event_and_the_event_keeps_its_id():
    first, later = article("b", HOME, published="2025-11-23"), article("a", HOME, published="2025-11-24")
    [alone] = events_of(first)
    [both] = events_of(first, later)
    assert alone.event_id == both.event_id == "e-b0"


def test_an_earlier_article_joins_and_a_release_keeps_the_id_all_the_same():
    first, earlier = article("b", HOME, published="2025-11-23"), article("a", HOME, published="2025-11-22")
    then, now = frames(resolve([first])), frames(resolve([earlier, first]))
    assert now["events"]["event_id"].to_list() == ["e-a0"]
    assert identify(then, now).kept["e-a0"] == "e-b0"
