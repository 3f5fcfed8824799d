"""A small dataset of one annotated article, with what Ukrainian text is made of."""

from datetime import date

import pytest

from dodomu.dataset import write
from dodomu.models import Actor, Article, Event, Evidence, Gap, KnownRelease, Mention, Quote, Rule
from dodomu.resolve import Records
from dodomu.tables import frames

TEXT = '\ufeffПʼятеро вдома!\r\n«Дякую»,\u00a0– сказав Зе\u00adленський; "так", 123.\n'


def small_records():
    article = Article(
        article_id="a",
        source="a.txt",
        text=TEXT,
        publisher="Главком",
        url="https://example.org/a",
        published="2025-12-13?",
    )
    quote_at = TEXT.index("Дякую")
    quote = Quote(
        quote_id="q-1",
        article_id="a",
        kind="direct",
        text="Дякую",
        start=quote_at,
        end=quote_at + 5,
        speaker_id="volodymyr-zelenskyi",
        speaker="Володимир Зеленський",
        rule="marks",
        confidence=0.986,
    )
    slots = {"count": 5, "count_qualifier": "exact", "agents": [], "mediators": ["US", "AE"], "nationality": ["UA"]}
    mention = Mention(
        mention_id="m-1",
        article_id="a",
        event_id="e-1",
        type="return",
        status="occurred",
        trigger="вдома",
        trigger_start=9,
        trigger_end=14,
        rule="word",
        **slots,
    )
    return Records(
        articles=[article],
        quotes=[quote],
        mentions=[mention],
        events=[
            Event(
                event_id="e-1",
                type="return",
                family="release",
                status="occurred",
                n_mentions=1,
                n_articles=1,
                first_reported="2025-12-13?",
                **slots,
            )
        ],
        actors=[
            Actor(
                actor_id="volodymyr-zelenskyi",
                name="Володимир Зеленський",
                kind="person",
                roles=["президент", "глава держави"],
            )
        ],
        evidence=[
            Evidence(record_id="m-1", field="count", article_id="a", start=1, end=8, exact="Пʼятеро", rule="number"),
            Evidence(
                record_id="q-1",
                field="speaker",
                article_id="a",
                start=TEXT.index("Зе\u00ad"),
                end=TEXT.index(";"),
                exact="Зе\u00adленський",
                rule="name",
            ),
        ],
        rules=[
            Rule(
                record="quote",
                field="text",
                rule="marks",
                right=114,
                wrong=1,
                counted_on=["gold", "press"],
                tier="high",
                confidence=0.986,
                confidence_low=0.981,
                confidence_high=0.99,
            ),
            Rule(record="release", field="place", rule="place", right=0, wrong=0),
        ],
        gaps=[Gap(record_id="m-1", field="date", reason="not said")],
        known_releases=[
            KnownRelease(
                release_id="2025-11-22-by-ua",
                date=date(2025, 11, 22),
                date_precision="day",
                group="civilians",
                origin=["BY"],
                kind="return",
                verified="yes",
            )
        ],
    )


@pytest.fixture
def records():
    return small_records()


@pytest.fixture
def tables(records):
    return frames(records)


@pytest.fixture
def folder(tables, tmp_path):
    return write(tables, tmp_path / "build")
