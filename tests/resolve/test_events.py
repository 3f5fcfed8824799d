"""Which mentions speak of one event."""

import time

import pytest

from dodomu.models import Article, Evidence, Extraction, Gap
from dodomu.resolve import resolve
from dodomu.resolve.claimed import Claim
from dodomu.resolve.events import event_of
from dodomu.resolve.within import same_event, tellings


def alone(mention):
    return Claim(mention, (0, mention.trigger_start))


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ({"article_id": "b"}, {}, "in_another_article"),
        ({"type": "pardon"}, {}, "of_another_type"),
        ({"origin": "RU"}, {"origin": "UA"}, "of_others"),
        ({"group": "children"}, {"group": "military"}, "of_others"),
        ({"nationality": ["UA"]}, {"nationality": ["RU"]}, "of_others"),
        ({"count": 185}, {"count": 205}, "differing"),
        ({"date": "2025-12-13"}, {"date": "2025-11-22"}, "differing"),
    ],
)
def test_what_keeps_two_mentions_apart(claim, a, b, rule):
    same = {"count": 31, "date": "2025-12-13"}
    verdict = same_event(alone(claim(**same | a)), alone(claim(**same | b)))
    assert (verdict.value, verdict.rule) == (False, rule)
    assert verdict.reason


def test_mentions_with_neither_date_nor_number_stay_apart(claim):
    assert same_event(alone(claim()), alone(claim())).rule == "with_nothing_to_go_by"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"count": 31}, {"count": 31}),
        ({"date": "2025-12-13?"}, {"date": "2025-12-13"}),
        ({"date": "2025-12", "group": "people"}, {"date": "2025-12", "group": "children"}),
        ({"count": 31, "origin": "BY"}, {"count": 31}),
        ({"count_low": 20, "count_high": 30}, {"count_low": 20, "count_high": 30}),
        ({"count": 90, "status": "planned"}, {"count": 90}),
    ],
)
def test_what_makes_two_mentions_one(claim, a, b):
    assert same_event(alone(claim(**a)), alone(claim(**b))).value is True


def test_a_mention_must_agree_with_all_that_are_there(claim):
    vague, east, west = claim(count=5), claim(count=5, origin="RU"), claim(count=5, origin="BY")
    found = tellings([alone(vague), alone(east), alone(west)])
    assert [[each.mention for each in one.claims] for one in found] == [[vague, east], [west]]


def test_an_event_keeps_the_surest_and_the_fullest(claim):
    told = [
        claim(count=30, count_qualifier="at_least", date="2025-12-13?", group="people", mediators=["US"]),
        claim(count=30, date="2025-12-13", group="civilians", mediators=["AE", "US"], date_basis="relative"),
    ]
    article = Article(article_id="a", source="a.txt", text="…", published="2025-12-14")
    event = event_of(told, {"a": article})
    assert (event.count_qualifier, event.date, event.group) == ("exact", "2025-12-13", "civilians")
    assert (event.mediators, event.date_basis) == (["US", "AE"], "stated")


def test_what_is_denied_and_told_is_a_contradiction_and_what_was_planned_before_is_none(claim):
    articles = {"a": Article(article_id="a", source="a.txt", text="…")}
    denied = event_of([claim(count=5, status="denied"), claim(count=5)], articles)
    assert (denied.status, denied.contradictions) == ("occurred", ["status"])
    planned = event_of([claim(count=5, status="planned"), claim(count=5)], articles)
    assert (planned.status, planned.contradictions) == ("occurred", [])


def test_the_reason_of_an_empty_cell_comes_from_the_mentions_unless_one_of_them_fills_it(claim):
    dated, dateless = claim(count=5, place="Мінськ"), claim(count=5)
    text = "повернули " * 20
    gaps = [Gap(record_id=dateless.mention_id, field=field, reason="not said") for field in ("date", "place")]
    records = resolve(
        [Extraction(article=Article(article_id="a", source="a.txt", text=text), mentions=[dated, dateless], gaps=gaps)]
    )
    [event] = records.events
    assert [(gap.field, gap.reason) for gap in records.gaps if gap.record_id == event.event_id] == [
        ("date", "not said")
    ]


def test_a_passage_read_twice_is_one_row():
    article = Article(article_id="a", source="a.txt", text="повернули")
    words = Evidence(record_id="m-1", field="type", article_id="a", start=0, end=9, exact="повернули", rule="verb")
    assert resolve([Extraction(article=article, evidence=[words, words])]).evidence == [words]


def test_time_grows_with_the_number_of_mentions_not_with_its_square(claim):
    from dodomu.models import Mention

    pattern = [{"count": 5, "count_qualifier": "exact"}, {}, {"count": 31, "count_qualifier": "exact", "origin": "BY"}]
    sentence = "Загалом повернули сотню, зокрема пʼятеро дітей. "

    def seconds(n):
        text = sentence * n
        mentions = [
            Mention(
                mention_id=f"m-{i}",
                article_id="a",
                type="return",
                status="occurred",
                trigger="повернули",
                trigger_start=i * len(sentence) + 8,
                trigger_end=i * len(sentence) + 17,
                rule="test",
                **pattern[i % 3],
            )
            for i in range(n)
        ]
        extraction = Extraction(article=Article(article_id="a", source="a.txt", text=text), mentions=mentions)
        begun = time.process_time()
        resolve([extraction])
        return time.process_time() - begun

    seconds(100)
    assert seconds(8000) < 8 * 4 * seconds(1000)
