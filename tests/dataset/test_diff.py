"""Two datasets side by side: what is added, removed and revised, and which record is which."""

import json
from datetime import date

import polars as pl
import pytest

from dodomu import dataset
from dodomu.dataset import Dataset, diff, release_tables, told
from dodomu.dataset.columns import column_changes
from dodomu.dataset.identity import identify
from dodomu.dataset.offsets import OffsetMap
from dodomu.errors import NoDataset, UnknownVersion
from dodomu.models import Article, Event, Evidence, Gap, Mention
from dodomu.resolve import Records
from dodomu.tables import frames

TEXT = "Перше речення. Лукашенко помилував 123 ув'язнених. Їх повернули додому. Ще когось звільнили."


def mention(id_, trigger, kind, event=None, text=TEXT, article="a", **slots):
    start = text.index(trigger)
    return Mention(
        mention_id=id_,
        article_id=article,
        event_id=event or id_.replace("m-", "e-"),
        type=kind,
        status="occurred",
        trigger=trigger,
        trigger_start=start,
        trigger_end=start + len(trigger),
        rule="word",
        **slots,
    )


def built(mentions, text=TEXT, article="a"):
    """Make the tables of an article, with an event for every id that its mentions name."""
    events = []
    for one in dict.fromkeys(mention.event_id for mention in mentions):
        mine = [mention for mention in mentions if mention.event_id == one]
        kind = mine[0].type
        events.append(
            Event(
                event_id=one,
                type=kind,
                family="release",
                status="occurred",
                count=mine[0].count,
                count_qualifier=mine[0].count_qualifier,
                cohort_id=one.replace("e-", "c-"),
                n_mentions=len(mine),
                n_articles=1,
            )
        )
    evidence = [
        Evidence(
            record_id=one.mention_id,
            field="type",
            article_id=article,
            start=one.trigger_start,
            end=one.trigger_end,
            exact=one.trigger,
            rule="word",
        )
        for one in mentions
    ]
    gaps = [Gap(record_id=one.event_id, field="date", reason="not said") for one in events]
    return frames(
        Records(
            articles=[Article(article_id=article, source="a.txt", text=text)],
            mentions=mentions,
            events=events,
            evidence=evidence,
            gaps=gaps,
        )
    )


BEFORE = built([mention("m-1", "помилував", "pardon"), mention("m-2", "повернули", "return")])


def test_the_same_twice_differs_in_nothing():
    found = diff(Dataset(BEFORE), Dataset({name: rows.reverse() for name, rows in BEFORE.items()}))
    assert not found
    assert told(found).endswith("no difference")
    assert found.frame().height == 0


def test_rows_are_told_apart_as_added_removed_and_revised():
    after = built(
        [
            mention("m-1", "помилував", "pardon", count=123, count_qualifier="exact"),
            mention("m-3", "звільнили", "release"),
        ]
    )
    found = diff(Dataset(BEFORE), Dataset(after))
    events = found.tables["events"]
    assert [row["event_id"] for row in events.added] == ["e-3"]
    assert [row["event_id"] for row in events.removed] == ["e-2"]
    [revised] = events.revised
    assert revised.record == "e-1"
    assert revised.cells["count"] == (None, 123)
    text = told(found)
    assert "events: 1 added, 1 removed, 1 revised" in text
    assert "~ e-1  count: null → 123" in text
    lines = found.frame().filter(table="events", column="count")
    assert lines.select("change", "record", "before", "after").rows() == [("revised", "e-1", "null", "123")]
    plain = json.loads(json.dumps(found.to_dict(), default=str))
    assert plain["tables"]["events"]["revised"][0]["cells"]["count"] == {"before": None, "after": 123}


def test_what_is_shown_is_capped_and_the_counts_are_of_all():
    after = {**BEFORE, "gaps": BEFORE["gaps"].with_columns(reason=pl.lit("other"))}
    text = told(diff(Dataset(BEFORE), Dataset(after)), limit=1)
    assert "gaps: 0 added, 0 removed, 2 revised" in text
    assert "… and 1 more" in text


def test_an_id_that_moved_with_its_trigger_is_told_as_changed():
    after = built([mention("m-9", "Лукашенко помилував", "pardon", event="e-9"), mention("m-2", "повернули", "return")])
    found = diff(Dataset(BEFORE), Dataset(after))
    assert found.moved == {"m-9": "m-1", "e-9": "e-1"}
    assert all(not table.added and not table.removed for table in found.tables.values())
    [mention_] = found.tables["mentions"].revised
    assert mention_.cells["mention_id"] == ("m-1", "m-9")
    assert mention_.cells["trigger"] == ("помилував", "Лукашенко помилував")
    [event] = found.tables["events"].revised
    assert event.cells == {"event_id": ("e-1", "e-9")}


def test_a_release_keeps_the_old_id_and_its_history_tells_the_new_one(tmp_path):
    release_tables(BEFORE, tmp_path)
    after = built([mention("m-9", "Лукашенко помилував", "pardon", event="e-9"), mention("m-2", "повернули", "return")])
    released = dataset.open(release_tables(after, tmp_path).path)
    assert released.mentions["mention_id"].to_list() == ["m-1", "m-2"]
    assert released.events["event_id"].to_list() == ["e-1", "e-2"]
    assert released.mentions["event_id"].to_list() == ["e-1", "e-2"]
    assert set(released.evidence["record_id"]) == {"m-1", "m-2"}
    history = {row["record_id"]: row for row in released.table("history").iter_rows(named=True)}
    assert (history["m-1"]["since_version"], history["m-1"]["changed_version"]) == ("0.1.0", "0.2.0")
    assert history["m-9"]["merged_into"] == "m-1"
    assert history["m-2"]["changed_version"] == "0.1.0"
    assert dataset.verify(released.path) == []
    # the same articles read anew give m-9 again, and nothing is to be released
    assert release_tables(after, tmp_path).version is None


def test_something_found_before_it_in_the_sentence_does_not_take_its_id(tmp_path):
    text = "Лукашенко відпустив і помилував 123 ув'язнених."
    before = built([mention("m-1", "помилував", "pardon", text=text)], text)
    after = built(
        [
            mention("m-1", "відпустив", "release", text=text),
            mention("m-2", "помилував", "pardon", text=text),
        ],
        text,
    )
    release_tables(before, tmp_path)
    released = dataset.open(release_tables(after, tmp_path).path)
    ids = dict(released.mentions.select("trigger", "mention_id").iter_rows())
    assert ids["помилував"] == "m-1"
    assert ids["відпустив"] not in ("m-1", "m-2")
    assert dataset.verify(released.path) == []
    assert release_tables(after, tmp_path).version is None


def test_an_article_edited_elsewhere_keeps_its_records(tmp_path):
    edited = TEXT.replace("Перше речення.", "Зовсім інший початок, довший.").replace("123 ув'язнених", "123 осіб")
    after = built(
        [
            mention("m-7", "помилував", "pardon", text=edited),
            mention("m-2", "повернули", "return", text=edited),
        ],
        edited,
    )
    release_tables(BEFORE, tmp_path)
    released = release_tables(after, tmp_path)
    mentions = released.diff.tables["mentions"]
    assert (mentions.added, mentions.removed) == ([], [])
    assert dataset.open(released.path).mentions["mention_id"].to_list() == ["m-1", "m-2"]
    evidence = released.diff.tables["evidence"]
    assert (evidence.added, evidence.removed, len(evidence.revised)) == ([], [], 2)


def test_events_that_join_keep_one_id_and_the_other_leads_to_it(tmp_path):
    release_tables(BEFORE, tmp_path)
    joined = built([mention("m-1", "помилував", "pardon"), mention("m-2", "повернули", "return", event="e-1")])
    released = dataset.open(release_tables(joined, tmp_path).path)
    assert released.events["event_id"].to_list() == ["e-1"]
    [ended] = released.table("history").filter(record_id="e-2").rows(named=True)
    assert (ended["merged_into"], ended["withdrawn"], ended["changed_version"]) == ("e-1", None, "0.2.0")
    assert dataset.verify(released.path) == []


def test_what_is_gone_is_withdrawn_and_may_come_back(tmp_path):
    release_tables(BEFORE, tmp_path)
    release_tables(built([mention("m-1", "помилував", "pardon")]), tmp_path)
    [gone] = dataset.open(tmp_path / "0.2.0").table("history").filter(record_id="m-2").rows(named=True)
    assert (gone["since_version"], gone["withdrawn"]) == ("0.1.0", "0.2.0")
    release_tables(BEFORE, tmp_path)
    [back] = dataset.open(tmp_path / "0.3.0").table("history").filter(record_id="m-2").rows(named=True)
    assert (back["since_version"], back["changed_version"], back["withdrawn"]) == ("0.1.0", "0.3.0", None)
    assert dataset.verify(tmp_path / "0.3.0") == []


def test_ids_are_one_to_one_whatever_moved():
    after = built(
        [
            mention("m-2", "помилував", "pardon"),
            mention("m-1", "повернули", "return"),
            mention("m-3", "звільнили", "release"),
        ]
    )
    kept = identify(BEFORE, after).kept
    assert {one: kept.get(one, one) for one in ("m-1", "m-2", "m-3")} == {"m-2": "m-1", "m-1": "m-2", "m-3": "m-3"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("аб вг", "аб вг", "вг"),
        ("аб вг", "перед аб вг", "аб вг"),
        ("аб вг", "аб нове вг після", "вг"),
        ("аб\nвг\nде", "аб\nде", None),
        ("", "", None),
    ],
)
def test_where_words_stand_after_an_edit(old, new, words):
    at = old.find(words or "вг")
    span = OffsetMap(old, new).span(at, at + len(words or "вг")) if at >= 0 else None
    assert (new[slice(*span)] if span else None) == words


def test_a_long_article_is_compared_in_time():
    old = "слово речення крапка. " * 50_000
    new = "Новий початок. " + old.replace("крапка", "кома", 1)
    assert OffsetMap(old, new).span(len(old) - 10, len(old)) == (len(new) - 10, len(new))


def schema(**columns):
    return {"events": {"properties": columns}}


TEXT_COLUMN = {"type": "string"}
MAYBE = {"anyOf": [{"type": "string"}, {"type": "null"}]}


@pytest.mark.parametrize(
    ("old", "new", "kinds", "breaking"),
    [
        ({}, {"more": TEXT_COLUMN}, ["added"], False),
        ({"less": TEXT_COLUMN}, {}, ["removed"], True),
        ({"was": TEXT_COLUMN}, {"is_": TEXT_COLUMN}, ["removed", "added"], True),
        ({"a": TEXT_COLUMN}, {"a": MAYBE}, ["widened"], False),
        ({"a": MAYBE}, {"a": TEXT_COLUMN}, ["changed"], True),
        ({"a": TEXT_COLUMN}, {"a": {"type": "integer"}}, ["changed"], True),
        ({"a": {"type": "integer"}}, {"a": {"type": "integer", "minimum": 0}}, ["changed"], True),
        ({"a": {"type": "integer", "minimum": 0}}, {"a": {"type": "integer"}}, ["widened"], False),
        (
            {"a": {"type": "string", "enum": ["x"]}},
            {"a": {"type": "string", "enum": ["x", "y"]}},
            ["values added"],
            False,
        ),
        (
            {"a": {"type": "string", "enum": ["x", "y"]}},
            {"a": {"type": "string", "enum": ["x"]}},
            ["values removed"],
            True,
        ),
        ({"a": TEXT_COLUMN | {"description": "x"}}, {"a": TEXT_COLUMN | {"description": "y"}}, [], False),
    ],
)
def test_what_became_of_a_column(old, new, kinds, breaking):
    changes = column_changes(schema(**old), schema(**new))
    assert [change.kind for change in changes] == kinds
    assert any(change.breaking for change in changes) == breaking


def test_a_table_that_is_new_or_gone_is_named():
    assert [str(change) for change in column_changes({"old": {"properties": {}}}, schema())] == [
        "table old: removed",
        "table events: added",
    ]


def test_a_side_that_is_missing_is_an_error(folder):
    with pytest.raises(NoDataset, match="nowhere"):
        diff(folder, "nowhere")
    with pytest.raises(UnknownVersion, match=r"9\.9\.9"):
        diff("9.9.9", folder)


def test_dates_and_lists_are_compared_as_values(tables):
    known = tables["known_releases"].with_columns(date=pl.lit(date(2025, 11, 23)), origin=pl.lit(["BY", "RU"]))
    [revised] = diff(Dataset(tables), Dataset({**tables, "known_releases": known})).tables["known_releases"].revised
    assert revised.cells["origin"] == (["BY"], ["BY", "RU"])
    assert revised.cells["date"] == (date(2025, 11, 22), date(2025, 11, 23))


def test_long_texts_are_told_from_shortly_before_the_place_where_they_part(tables):
    long = "слово " * 100
    before, after = ({**tables, "quotes": tables["quotes"].with_columns(note=pl.lit(long + end))} for end in "аб")
    text = told(diff(Dataset(before), Dataset(after)))
    assert 'слово а" → "…' in text
    assert 'слово б"' in text
