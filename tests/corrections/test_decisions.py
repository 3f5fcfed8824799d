"""Each kind of decision, applied to what was read in an article: `corrections.curate`."""

import pytest

from dodomu import extract
from dodomu.corrections import Correction, curate
from dodomu.corrections.cells import fingerprint
from dodomu.tables import frames

TEXT = """\
У Білорусі 12 грудня 2025 року звільнили 12 цивільних. 13 грудня 2025 року сторони провели перемовини в Стамбулі.
«Їх зустріли на кордоні лікарі», – повідомив речник Координаційного штабу Семен Бойчук.
14 грудня 2025 року з полону повернули 5 військових.
Бойчук зазначив, що 14 грудня 2025 року з полону повернули 5 військових.
15 грудня 2025 року з полону повернули 7 військових.
"""


@pytest.fixture(scope="module")
def read():
    return extract(TEXT, article_id="a")


@pytest.fixture(scope="module")
def plain(read):
    return curate([read]).records


@pytest.fixture
def decide(read):
    """Give a function that applies entries; the tables that come of it hold to their models."""

    def run(*entries):
        known = {"by": "О. Коваль", "on": "2025-12-20", "why": "перечитано"}
        made = [Correction(**known | one).numbered(n) for n, one in enumerate(entries, 1)]
        curated = curate([read], entries=made)
        frames(curated.records)
        return curated.records, list(curated.problems)

    return run


def event(records, **cells):
    [found] = [one for one in records.events if all(getattr(one, name) == value for name, value in cells.items())]
    return found


def test_an_events_cell_is_set_with_its_bounds_words_and_actors(decide, plain):
    one = event(plain, count=12)
    cells = {"count": 13, "count_qualifier": "at_least", "mediators": ["Червоний Хрест"], "date": "2025-12"}
    edit = {"do": "edit", "record": one.event_id, "set": cells, "words": {"count": "12 цивільних"}}
    records, problems = decide(edit)
    assert problems == []
    made = event(records, count=13)
    assert (made.count_low, made.count_high, made.date_latest.day) == (13, None, 31)
    assert [note.partition(":")[0] for note in made.curated] == list(cells)
    assert "Червоний Хрест" in [actor.name for actor in records.actors]
    [words] = [row for row in records.evidence if row.record_id == one.event_id]
    assert (words.field, words.exact, words.rule) == ("count", "12 цивільних", "correction")
    assert TEXT[words.start : words.end] == words.exact


def test_a_mentions_cell_reaches_the_event_made_of_it(decide, plain):
    mention = next(one for one in plain.mentions if one.count == 12)
    records, problems = decide({"do": "edit", "record": mention.mention_id, "set": {"count": "10"}})
    assert problems == []
    assert event(records, count=10).curated == ["count: перечитано (О. Коваль, 2025-12-20)"]


def test_an_emptied_cell_says_who_emptied_it(decide, plain):
    quote = plain.quotes[0]
    records, _ = decide({"do": "reject", "record": quote.quote_id, "field": "speaker"})
    assert records.quotes[0].speaker is None
    [gap] = [gap for gap in records.gaps if (gap.record_id, gap.field) == (quote.quote_id, "speaker")]
    assert gap.reason == "emptied by a person: перечитано"
    assert not [row for row in records.evidence if (row.record_id, row.field) == (quote.quote_id, "speaker")]


def test_what_is_said_in_a_quote_is_asserted_by_its_corrected_speaker(decide, plain):
    mention = next(one for one in plain.mentions if one.quote_id)
    records, _ = decide({"do": "edit", "record": mention.quote_id, "set": {"speaker": "Ілля Гай"}})
    assert {one.asserted_by for one in records.mentions if one.quote_id == mention.quote_id} == {"Ілля Гай"}
    records, _ = decide({"do": "reject", "record": mention.quote_id})
    [left] = [one for one in records.mentions if one.mention_id == mention.mention_id]
    assert (left.quote_id, left.asserted_by) == (None, None)


def test_another_speaker_does_not_keep_the_role_of_the_first(decide, plain):
    quote = plain.quotes[0]
    assert quote.speaker_role
    records, _ = decide({"do": "edit", "record": quote.quote_id, "set": {"speaker": "Ілля Гай"}})
    assert (records.quotes[0].speaker_text, records.quotes[0].speaker_role) == (None, None)
    records, _ = decide({"do": "edit", "record": quote.quote_id, "set": {"speaker": "Семен Петрович Бойчук"}})
    assert records.quotes[0].speaker_role == quote.speaker_role


def test_the_words_of_a_quote_are_found_in_the_article(decide, plain):
    quote = plain.quotes[0]
    records, problems = decide({"do": "edit", "record": quote.quote_id, "set": {"text": "зустріли на кордоні"}})
    assert problems == []
    assert TEXT[records.quotes[0].start : records.quotes[0].end] == "зустріли на кордоні"
    records, [problem] = decide({"do": "edit", "record": quote.quote_id, "set": {"text": "зустріли в порту"}})
    assert "«зустріли в порту» does not stand in the article" in problem
    assert records.quotes[0].text == quote.text


def test_events_are_merged_and_mentions_split(decide, plain):
    five, seven = event(plain, count=5), event(plain, count=7)
    assert five.n_mentions == 2
    records, problems = decide({"do": "merge", "records": [five.event_id, seven.event_id]})
    assert problems == []
    merged = next(one for one in records.events if one.event_id == five.event_id)
    assert merged.n_mentions == 3
    assert seven.event_id not in [one.event_id for one in records.events]
    assert "merged: перечитано (О. Коваль, 2025-12-20)" in merged.curated
    second = [one.mention_id for one in plain.mentions if one.event_id == five.event_id][1]
    records, problems = decide({"do": "split", "records": [second]})
    assert problems == []
    assert [one.n_mentions for one in records.events if one.count == 5] == [1, 1]


def test_events_of_different_types_are_not_merged(decide, plain):
    talks, five = event(plain, type="negotiation"), event(plain, count=5)
    records, [problem] = decide({"do": "merge", "records": [talks.event_id, five.event_id]})
    assert "entry 1" in problem
    assert "different types (negotiation, return)" in problem
    assert len(records.events) == len(plain.events)


def test_of_a_merge_and_a_split_that_contradict_each_other_the_later_holds(decide, plain):
    five = event(plain, count=5)
    first, second = [one.mention_id for one in plain.mentions if one.event_id == five.event_id]
    merge, split = {"do": "merge", "records": [first, second]}, {"do": "split", "records": [second]}
    records, [problem] = decide(merge, split | {"on": "2025-12-21"})
    assert "entry 1" in problem
    assert "contradicts entry 2" in problem
    assert [one.n_mentions for one in records.events if one.count == 5] == [1, 1]
    records, [problem] = decide(merge | {"on": "2025-12-22"}, split)
    assert "entry 2" in problem
    assert event(records, count=5).n_mentions == 2


def test_of_two_values_for_one_cell_the_later_holds_and_the_other_is_told(decide, plain):
    key = plain.quotes[0].quote_id
    first = {"do": "edit", "record": key, "set": {"speaker": "А Б", "occasion": "брифінг"}, "on": "2025-12-22"}
    second = {"do": "edit", "record": key, "set": {"speaker": "В Г"}}
    records, [problem] = decide(first, second)
    assert records.quotes[0].speaker == "А Б"
    assert records.quotes[0].occasion == "брифінг"
    assert problem.startswith("corrections.toml, entry 2")
    assert "contradicts entry 1 on «speaker»" in problem
    assert [gap.reason for gap in records.gaps if gap.field == "curated"] == [
        "correction 2: contradicts entry 1 on «speaker», which is later and holds; remove one of them"
    ]


def test_two_who_say_the_same_do_not_contradict_each_other(decide, plain):
    edit = {"do": "edit", "record": plain.quotes[0].quote_id, "set": {"speaker": "А Б"}}
    records, problems = decide(edit, edit | {"by": "П. Гай"})
    assert (records.quotes[0].speaker, problems) == ("А Б", [])


@pytest.mark.parametrize("key", ["quotes", "events"])
def test_rejected_and_confirmed_the_later_holds(decide, plain, key):
    row = getattr(plain, key)[0]
    one = row.quote_id if key == "quotes" else row.event_id
    reject, accept = {"do": "reject", "record": one}, {"do": "accept", "record": one, "on": "2025-12-22"}
    records, [problem] = decide(reject, accept)
    assert "entry 1" in problem
    assert len(getattr(records, key)) == len(getattr(plain, key))
    records, [problem] = decide(reject | {"on": "2025-12-23"}, accept)
    assert "entry 2" in problem
    assert len(getattr(records, key)) == len(getattr(plain, key)) - 1


def test_an_event_that_is_rejected_cannot_be_merged_any_more(decide, plain):
    five, seven = event(plain, count=5), event(plain, count=7)
    merge = {"do": "merge", "records": [five.event_id, seven.event_id]}
    records, [problem] = decide({"do": "reject", "record": seven.event_id}, merge)
    assert "entry 2" in problem
    assert event(records, count=5).n_mentions == 2


def test_a_row_that_two_people_read_says_so(decide, plain):
    key = plain.quotes[0].quote_id
    read = {"do": "read", "record": key, "why": None}
    records, _ = decide(read)
    assert (records.quotes[0].review, records.quotes[1].review) == ("read", "machine")
    assert records.quotes[0].curated == ["review: right as it is (О. Коваль, 2025-12-20)"]
    assert decide(read, read)[0].quotes[0].review == "read"
    assert decide(read, {"do": "accept", "record": key, "by": "П. Гай"})[0].quotes[0].review == "read_twice"
    records, _ = decide({"do": "read", "record": plain.events[0].event_id})
    assert records.events[0].review == "read"


def test_a_reading_of_other_values_counts_no_more(decide, plain):
    quote = plain.quotes[0]
    read = {"do": "read", "record": quote.quote_id, "seen": fingerprint("quotes", quote)}
    assert decide(read)[0].quotes[0].review == "read"
    edit = {"do": "edit", "record": quote.quote_id, "set": {"speaker": "Ілля Гай"}}
    records, [problem] = decide(read, edit)
    assert records.quotes[0].review == "machine"
    assert "entry 1" in problem
    assert "reads otherwise since О. Коваль read it" in problem


def test_a_quote_that_is_read_by_now_is_not_there_twice(decide, plain):
    add = {"do": "add", "add": "quote", "article": "a", "text": plain.quotes[0].text, "set": {"speaker": "Ілля Гай"}}
    records, problems = decide(add)
    assert problems == []
    assert len(records.quotes) == len(plain.quotes)
    assert records.quotes[0].speaker == "Ілля Гай"


def test_a_mention_is_added_with_its_event(decide, plain):
    add = {"do": "add", "add": "mention", "article": "a", "text": "зустріли", "set": {"type": "return", "count": 11}}
    records, problems = decide(add)
    assert problems == []
    made = event(records, count=11)
    assert (made.type, made.family) == ("return", "release")
    [mention] = [one for one in records.mentions if one.event_id == made.event_id]
    assert (mention.quote_id, mention.asserted_by) == (plain.quotes[0].quote_id, "Семен Бойчук")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"do": "add", "add": "quote", "article": "b", "text": "Так"}, "no article «b» among the seeds"),
        ({"do": "add", "add": "quote", "article": "a", "text": "Ні"}, "«Ні» does not stand in the article"),
        ({"do": "add", "add": "quote", "article": "a", "text": "грудня"}, "«грудня» stands there 5 times"),
        ({"do": "add", "add": "quote", "article": "a", "text": "грудня", "start": 1}, "does not stand at 1"),
        ({"do": "add", "add": "mention", "article": "a", "text": "зустріли"}, "type: Field required"),
        ({"do": "edit", "record": "q-1", "set": {"speaker": "Я"}}, "no record q-1 in what was read"),
        ({"do": "read", "record": "e-1"}, "no event e-1 in what was read"),
        ({"do": "merge", "records": ["e-1", "e-2"]}, "no event e-1 in what was read"),
        ({"do": "split", "records": ["m-1"]}, "no record m-1 in what was read"),
    ],
)
def test_what_matches_nothing_is_told_and_changes_nothing(decide, plain, entry, said):
    records, [problem] = decide(entry)
    assert said in problem
    assert (records.quotes, records.mentions, records.events) == (plain.quotes, plain.mentions, plain.events)


def test_cells_that_do_not_go_together_are_told(decide, plain):
    one = event(plain, count=12)
    records, [problem] = decide({"do": "edit", "record": one.event_id, "set": {"count_low": 20, "count_high": 10}})
    assert "count_low" in problem
    assert event(records, count=12) == one
