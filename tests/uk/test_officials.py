"""Every row about an office-holder can be used: its dates, its addresses, and one holder at a time."""

import re
from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from dodomu import uk
from dodomu.extract.quotes.officials import Holder, holders
from dodomu.models.edtf import parse

OFFICIALS = uk.load("officials")
ROWS = OFFICIALS["holders"]
REQUIRED = {"office", "state", "name", "gender", "from", "to", "source"}
OPTIONAL = {"source_to", "acting", "shared", "seen"}


def says(row: dict) -> str:
    return f"{row['state']} {row['office']} {row['name']} {row['from']}"


@pytest.mark.parametrize("row", ROWS, ids=says)
def test_row_is_complete(row):
    assert set(row) >= REQUIRED
    assert set(row) <= REQUIRED | OPTIONAL
    assert all(row[key] for key in REQUIRED - {"to"})
    assert row["gender"] in ("masc", "femn")
    assert re.fullmatch(r"[A-Z]{2}|NATO", row["state"])
    assert all(row[mark] is True for mark in ("acting", "shared", "seen") if mark in row)


@pytest.mark.parametrize("row", ROWS, ids=says)
def test_names_and_offices_are_ukrainian(row):
    assert re.fullmatch(r"[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ'’ -]+( XIV)?", row["name"])
    assert not re.search(r"[A-Za-zыъэё]", row["office"])


@pytest.mark.parametrize("row", ROWS, ids=says)
def test_pages_have_addresses(row):
    for address in (row["source"], row.get("source_to", row["source"])):
        assert re.fullmatch(r"https?://[^\s/]+\.[^\s/]+/\S+", address)


@pytest.mark.parametrize("row", ROWS, ids=says)
def test_tenure_begins_before_it_ends(row):
    assert parse(row["from"]).precision != "interval"
    if row["to"]:
        assert parse(row["to"]).precision != "interval"
        assert parse(row["from"]).earliest <= parse(row["to"]).latest


def surely(row: dict) -> tuple[date, date]:
    """The days on which the person certainly held the office; the last day of one may be the first of the next."""
    return parse(row["from"]).latest, parse(row["to"]).earliest if row["to"] else date.max


def test_no_two_hold_one_office_at_once():
    both = []
    for one, other in combinations(ROWS, 2):
        if (one["office"], one["state"]) != (other["office"], other["state"]):
            continue
        if any(row.get(mark) for row in (one, other) for mark in ("shared", "acting")):
            continue
        (start, end), (later, last) = surely(one), surely(other)
        if max(start, later) < min(end, last):
            both.append((says(one), says(other)))
    assert both == []


def test_shared_is_said_of_every_holder_of_the_office():
    shared = {}
    for row in ROWS:
        shared.setdefault((row["office"], row["state"]), set()).add(row.get("shared", False))
    assert [office for office, marks in shared.items() if len(marks) > 1] == []


def test_no_row_is_there_twice():
    twice = [key for key, count in Counter(says(row) for row in ROWS).items() if count > 1]
    assert twice == []


def test_other_words_belong_to_offices_that_have_holders():
    assert set(OFFICIALS["also"]) <= {row["office"] for row in ROWS}
    for office, words in OFFICIALS["also"].items():
        assert office not in words
        assert len(words) == len(set(words))


def names(office: str, state: str, *day: int) -> list[str]:
    return [holder.name for holder in holders(office, state, date(*day))]


@pytest.mark.parametrize(
    ("office", "state", "day", "name"),
    [
        ("омбудсман", "UA", (2017, 12, 27), "Валерія Лутковська"),
        ("омбудсменка", "UA", (2019, 9, 7), "Людмила Денісова"),
        ("уповноважений Верховної Ради України з прав людини", "UA", (2022, 9, 21), "Дмитро Лубінець"),
        ("омбудсман", "RU", (2024, 5, 31), "Тетяна Москалькова"),
        ("начальник ГУР", "UA", (2024, 1, 3), "Кирило Буданов"),
        ("Глава ГУР", "UA", (2026, 2, 5), "Олег Іващенко"),
        ("глава держави", "BY", (2025, 6, 21), "Олександр Лукашенко"),
        ("прес-секретарка", "BY", (2025, 12, 13), "Наталія Ейсмонт"),
        ("речник Кремля", "RU", (2022, 9, 22), "Дмитро Пєсков"),
        ("прем’єр-міністр", "UA", (2020, 3, 3), "Олексій Гончарук"),
        ("папа Римський", "VA", (2025, 4, 20), "Франциск"),
        ("понтифік", "VA", (2025, 12, 1), "Лев XIV"),
        ("глава Держдепу", "US", (2025, 9, 11), "Марко Рубіо"),
        ("генсек", "NATO", (2024, 9, 30), "Єнс Столтенберг"),
    ],
)
def test_holder_on_a_day(office, state, day, name):
    assert names(office, state, *day) == [name]


def test_the_day_of_a_handover_has_two():
    assert names("міністр закордонних справ", "UA", 2024, 9, 5) == ["Дмитро Кулеба", "Андрій Сибіга"]


def test_a_month_counts_whole():
    assert "Михайло Федоров" not in names("міністр оборони", "UA", 2026, 1, 13)
    assert names("голова Служби зовнішньої розвідки", "UA", 2024, 3, 1) == ["Олександр Литвиненко", "Олег Іващенко"]


def test_several_may_share_an_office():
    assert names("спецпосланець", "US", 2025, 12, 13) == ["Кіт Келлог", "Стів Віткофф", "Джон Коул"]


def test_nobody_is_better_than_a_guess():
    assert holders("президент", "UA", None) == []
    assert names("омбудсман", "UA", 2022, 6, 15) == []
    assert names("президент", "ZZ", 2024, 1, 1) == []
    assert names("завідувач", "UA", 2024, 1, 1) == []


def test_a_holder_says_where_it_is_known_from():
    [holder] = holders("голова СБУ", "UA", date(2020, 5, 1))
    assert isinstance(holder, Holder)
    assert (holder.start, holder.end, holder.gender) == ("2019-05-22", "2022-07-19", "masc")
    assert holder.source.startswith("https://")
    assert holder.source_to != holder.source
