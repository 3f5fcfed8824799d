"""What a record computes, and what it refuses."""

from datetime import date
from hashlib import sha256

import pytest
from pydantic import ValidationError

from dodomu.models import Article, Event, Evidence, Extraction, Gap, Mention, Quote, Slots, record_id

TEXT = "Лукашенко помилував 123 людини."


def article(**more):
    return Article(**{"article_id": "a", "source": "a.txt", "text": TEXT} | more)


def mention(**more):
    known = {"mention_id": "m-1", "article_id": "a", "type": "pardon", "status": "occurred", "rule": "verb"}
    return Mention(**known | {"trigger": "помилував", "trigger_start": 10, "trigger_end": 19} | more)


def quote(**more):
    return Quote(
        **{"quote_id": "q-1", "article_id": "a", "kind": "direct", "text": "Т", "start": 1, "end": 2, "rule": "r"}
        | more
    )


@pytest.mark.parametrize(
    ("count", "qualifier", "low", "high"),
    [
        (123, "exact", 123, 123),
        (30, "at_least", 30, None),
        (30, "at_most", None, 30),
        (100, "approximate", None, None),
        (None, None, None, None),
        (0, "exact", 0, 0),
    ],
)
def test_the_bounds_of_a_count(count, qualifier, low, high):
    slots = Slots(count=count, count_qualifier=qualifier)
    assert (slots.count_low, slots.count_high) == (low, high)


def test_a_range_has_bounds_and_no_count():
    slots = Slots(count_low=20, count_high=30)
    assert (slots.count, slots.count_qualifier) == (None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"count": 5},
        {"count_qualifier": "exact"},
        {"count": 5, "count_qualifier": "exact", "count_low": 6, "count_high": 7},
        {"count_low": 30, "count_high": 20},
        {"count_low": 30},
        {"count": -1, "count_qualifier": "exact"},
        {"count": 5, "count_qualifier": "some"},
        {"date": "2025-13", "date_basis": "stated"},
        {"date": "2025"},
        {"date_basis": "stated"},
        {"date": "2025", "date_basis": "stated", "date_earliest": date(2024, 1, 1), "date_latest": None},
        {"date_extent": "point"},
        {"origin": "Білорусь"},
        {"nationality": ["ua"]},
        {"agents": ["a;b"]},
        {"group": "soldiers"},
        {"unknown": 1},
    ],
)
def test_slots_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValidationError):
        Slots(**wrong)


def test_a_date_gets_its_bounds_and_is_a_point_unless_told_otherwise():
    slots = Slots(date="2025-12", date_basis="stated")
    assert (slots.date_earliest, slots.date_latest, slots.date_extent) == (
        date(2025, 12, 1),
        date(2025, 12, 31),
        "point",
    )


def test_what_is_read_back_is_accepted_as_it_was_written():
    written = mention(date="../2025-12-31", date_basis="stated", count=100, count_qualifier="approximate")
    assert Mention(**written.row()) == written


@pytest.mark.parametrize("wrong", [{"trigger_end": 10}, {"trigger": ""}, {"type": "escape"}, {"status": "done"}])
def test_mentions_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValidationError):
        mention(**wrong)


@pytest.mark.parametrize("wrong", [{"end": 1}, {"start": -1}, {"kind": "free"}, {"act": "say"}, {"date": "2025"}])
def test_quotes_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValidationError):
        quote(**wrong)


def test_an_event_is_of_the_family_of_its_type():
    with pytest.raises(ValidationError, match="another family"):
        Event(event_id="e-1", type="pardon", family="context", status="occurred", n_mentions=1, n_articles=1)


def test_an_article_knows_the_hash_of_its_text_and_its_words():
    read = article(text="\ufeffПʼятеро вдома.\r\n", published="2025-12-13?")
    assert read.sha256 == sha256("\ufeffПʼятеро вдома.\r\n".encode()).hexdigest()
    assert read.n_words == 2
    assert read.published_earliest == date(2025, 12, 13)


def test_records_do_not_change():
    with pytest.raises(ValidationError):
        mention().type = "release"


def test_an_extraction_holds_only_words_that_stand_where_they_say():
    words = {"record_id": "m-1", "field": "count", "article_id": "a", "exact": "123", "rule": "number"}
    sound = Extraction(article=article(), mentions=[mention()], evidence=[Evidence(start=20, end=23, **words)])
    assert sound.evidence
    with pytest.raises(ValidationError, match="m-1, count"):
        Extraction(article=article(), evidence=[Evidence(start=19, end=22, **words)])
    with pytest.raises(ValidationError, match="m-1"):
        Extraction(article=article(), mentions=[mention(trigger="помиловав")])


def test_the_contract_has_what_one_article_decides_and_nothing_else():
    read = Extraction(
        article=article(), mentions=[mention()], gaps=[Gap(record_id="m-1", field="date", reason="not said")]
    )
    printed = read.contract()
    assert list(printed)[:3] == ["article", "quotes", "events"]
    [event] = printed["events"]
    assert event["trigger"] == "помилував"
    assert not {"event_id", "review"} & set(event)
    assert "text" not in printed["article"]


def test_an_id_hangs_on_the_sentence_and_the_place_in_it_alone():
    one = record_id("mentions", "a", TEXT, 0)
    assert one == record_id("mentions", "a", f" {TEXT}\u00a0", 0)
    others = [
        ("quotes", "a", TEXT, 0),
        ("mentions", "b", TEXT, 0),
        ("mentions", "a", TEXT, 1),
        ("mentions", "a", "Інше.", 0),
    ]
    assert len({one, *(record_id(*other) for other in others)}) == 5
