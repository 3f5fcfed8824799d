"""What each source claims of one event stands in its own column, contradictions first."""

from types import SimpleNamespace

import pytest
from drawings import said

from dodomu.charts import claims
from dodomu.dataset import Dataset
from dodomu.errors import UnknownRecord
from dodomu.models import Article, Event, KnownRelease, Mention
from dodomu.tables import frame, frames


def mention(n, article, **slots):
    words = {"trigger": "обмін", "trigger_start": 0, "trigger_end": 5, "rule": "annotated"}
    head = {"mention_id": f"m-{n}", "article_id": article, "event_id": "e-1", "type": "exchange", "status": "occurred"}
    exact = {"count_qualifier": "exact"} if "count" in slots else {}
    return Mention(**head, **words, **exact, **slots)


@pytest.fixture
def clash():
    articles = [
        Article(article_id=n, source=n, text="обмін", publisher=publisher, published="2025-08-24")
        for n, publisher in (("a", "Главком"), ("b", "Укрінформ"))
    ]
    mentions = [mention(1, "a", count=146), mention(2, "a", count=154, asserted_by="Речник"), mention(3, "b")]
    event = Event(
        event_id="e-1",
        type="exchange",
        family="release",
        status="occurred",
        n_mentions=3,
        n_articles=2,
        count=146,
        count_qualifier="exact",
        contradictions=["count"],
        known_releases=["k:same"],
    )
    known = KnownRelease(
        release_id="k",
        date="2025-08-24",
        date_precision="day",
        released_total=154,
        released_low=146,
        released_high=154,
        group="mixed",
        kind="exchange",
        verified="yes",
    )
    made = SimpleNamespace(articles=articles, mentions=mentions, events=[event], known_releases=[known])
    return Dataset(frames(made), version="0.1.0")


def test_every_value_stands_with_who_claims_it(clash):
    drawn = claims(clash).to_dict()["datasets"]["drawn"]
    counts = [(row["value"], row["source"], row["differs"]) for row in drawn if row["field"] == "count"]
    assert counts == [
        ("146 людей", "Главком, 24 серпня 2025", True),
        ("154 людини", "Речник (Главком, 24 серпня 2025)", True),
        ("від 146 до 154 людей", "Довідкова таблиця", True),
    ]


def test_contradictions_stand_first_and_are_named_under_the_title(clash):
    texts = said(claims(clash).to_dict())
    assert any(text.endswith("розходяться: кількість") for text in texts)
    assert claims(clash).to_dict()["datasets"]["drawn"][0]["field"] == "count"


def test_silence_is_shown_as_silence(clash):
    assert "не сказано" in said(claims(clash).to_dict())


def test_very_many_sources_share_a_column_and_none_is_lost(clash):
    many = [mention(n, "b", count=146, asserted_by=f"Мовець {n}") for n in range(10, 60)]
    tables = {name: clash.table(name) for name in clash.tables}
    tables["mentions"] = frame("mentions", many)
    spec = claims(Dataset(tables), width=360).to_dict()
    assert "та інші джерела: 47" in said(spec)
    assert "+47" in said(spec)
    assert len({row["id"] for row in spec["datasets"]["drawn"]}) == 51


def test_the_foot_names_the_sources_of_these_claims_alone(clash):
    other = Article(article_id="c", source="c", text="нагорода", publisher="Вечірній вісник", published="2025-09-01")
    tables = {name: clash.table(name) for name in clash.tables}
    tables["articles"] = frame("articles", [*(Article(**row) for row in clash.articles.to_dicts()), other])
    spec = claims(Dataset(tables)).to_dict()
    foot = "Джерела: Главком, 24 серпня 2025; Укрінформ, 24 серпня 2025."
    assert foot in said(spec)
    assert spec["usermeta"]["dodomu"]["source"] == foot


def test_an_event_that_is_not_there_is_refused_in_one_line(clash):
    with pytest.raises(UnknownRecord, match="no event «e-9»; did you mean «e-1»"):
        claims(clash, "e-9")
