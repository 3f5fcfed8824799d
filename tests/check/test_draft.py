"""A whole draft: planted errors are found, a true one raises no alarm, everything leads to its words and its source."""

import polars as pl
import pytest

from dodomu.check import Checker
from dodomu.dataset import Dataset
from dodomu.models import Article

TRUE = """\
Мінськ відпускає людей

13 грудня 2025 року додому з Білорусі повернулися пʼятеро цивільних українців. Лукашенко помилував 123 ув'язнених.

«Пам'ятаємо про всіх наших людей, які досі в російському полоні. Дякую кожному, хто допомагає повертати українців!» – \
сказав Зеленський.

22 листопада 2025 року з білоруської неволі в Україну повернули 31 громадянина. За словами Павленка, Білорусь давно \
втратила свій військовий суверенітет.

5 лютого 2026 року з російського полону повернулися 157 українців.
"""

PLANTED = [
    ("помилував 123", "помилував 132", "differs"),
    ("22 листопада", "23 листопада", "wrong_date"),
    ("Павленка", "Буданова", "wrong_speaker"),
    ("які досі", "які вже", "misquoted"),
    ("157 українців", "314 українців", "both_sides"),
]


@pytest.fixture(scope="module")
def planted(seed):
    text = TRUE
    for right, wrong, _ in PLANTED:
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    return seed(text)


@pytest.fixture(scope="module")
def by_verdict(planted):
    return {one.verdict: one for one in planted.amiss}


def test_five_planted_errors_are_all_found_and_nothing_else_is_called_wrong(planted, by_verdict):
    assert len(planted.amiss) == 5
    assert by_verdict.keys() == {verdict for *_, verdict in PLANTED}
    assert [by_verdict[one].exact for one in ("differs", "wrong_date", "both_sides")] == [
        "132",
        "23 листопада 2025 року",
        "314",
    ]
    assert by_verdict["wrong_speaker"].exact.startswith("Білорусь давно")
    assert by_verdict["misquoted"].exact.startswith("Пам'ятаємо")


def test_a_true_draft_raises_no_alarm(seed):
    checked = seed(TRUE)
    assert [one.exact for one in checked.findings if one.is_amiss] == []
    assert [one.verdict for one in checked.findings].count("agrees") == 6


def test_an_article_agrees_with_what_was_read_from_it(seed, seed_data):
    article = seed_data.articles.row(0, named=True)
    assert seed(article["text"], published=article["published"]).amiss == []


def test_what_is_found_leads_to_the_draft_and_to_the_source(planted, by_verdict, seed_data):
    assert [planted.text[one.start : one.end] for one in planted.findings] == [one.exact for one in planted.findings]
    number = by_verdict["differs"]
    assert (number.draft_value, number.data_value) == ("132", "123")
    [source] = number.sources
    assert source.snippet == "Загалом диктатор Олександр Лукашенко помилував 123 ув'язнених."
    assert source.record_id in set(seed_data.events["event_id"])
    assert (source.article_id, source.publisher) == ("000_bcb5b48723ebb1b7", "Главком")
    exchange = by_verdict["both_sides"]
    assert {one.record_id for one in exchange.sources} == {"2026-02-05-ru-ua", "2026-02-05-ua-ru"}
    assert all(one.addresses for one in exchange.sources)
    [changed] = by_verdict["misquoted"].changes
    assert (changed.draft, changed.source) == ("вже", "досі")


def test_the_reasons_are_said_in_both_languages(by_verdict):
    date = by_verdict["wrong_date"]
    assert "22 листопада 2025, а не 23 листопада 2025" in date.why("uk")
    assert "22 November 2025, not 23 November 2025" in date.why("en")


def test_contradicting_sources_are_told_though_the_number_agrees(seed):
    [one] = seed("30 грудня 2024 року з російського полону повернулися 150 українців.").findings
    assert one.verdict == "agrees"
    assert "джерела розходяться: 189 або 150" in one.why("uk")


def test_several_that_it_may_be_are_named_and_none_is_chosen(gold):
    [one] = gold("З Росії повернули сімох дітей.").findings
    assert (one.verdict, one.data_value is None or len(one.sources) > 1) == ("not_known", True)
    assert {source.record_id for source in one.sources} >= {"2025-10-10-ru-ua", "2025-12-04-ru-ua"}


@pytest.mark.parametrize(("gap", "amiss"), [("… ", False), ("", True)])
def test_words_left_out_are_amiss_unless_an_ellipsis_shows_it(gold, gap, amiss):
    quoted = f"Ми не торгуємося людьми. Але якщо Дональд наполягає, готові обговорити {gap}угоду"
    [one] = gold(f"«{quoted}», – сказав Лукашенко.").findings
    assert (one.verdict, one.is_amiss) == ("shortened", amiss)


def test_today_is_reckoned_from_the_day_of_publication(seed):
    text = "Сьогодні з білоруської неволі в Україну повернули 31 громадянина."
    assert [one.verdict for one in seed(text, published="2025-11-22").findings] == ["agrees"]
    assert [one.verdict for one in seed(text, published="2025-11-25").findings] == ["wrong_date"]


def test_numbers_in_sentences_that_tell_of_no_event_are_named_as_not_compared(seed):
    [one] = seed("У колоні їхали 114 військових.").findings
    assert (one.exact, one.verdict, one.rule) == ("114", "not_known", "unread")


def test_a_draft_is_checked_where_texts_are_withheld_and_where_nothing_is_known(seed_data, planted):
    tables = {name: seed_data.table(name) for name in seed_data.tables}
    tables["articles"] = tables["articles"].with_columns(text=pl.lit(None, dtype=pl.String))
    del tables["known_releases"]
    found = Checker(Dataset(tables)).check(Article(article_id="d", source="d.txt", text=planted.text)).findings
    number = next(one for one in found if one.exact == "132")
    assert (number.verdict, number.sources[0].snippet) == ("differs", "123")
    empty = Dataset({name: table.clear() for name, table in tables.items()})
    checked = Checker(empty).check(Article(article_id="d", source="d.txt", text=planted.text))
    assert {one.verdict for one in checked.findings} == {"not_known"}
