"""Datasets of annotated articles, so that no extractor has a say in what is drawn, and a browser to see it in."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

CHROMIUM = Path("/usr/bin/chromium")
GOLD = Path(__file__).parent / "gold"
SLOTS = ("date", "count", "count_qualifier", "group", "nationality", "origin", "destination", "agents", "mediators")


@pytest.fixture(scope="session")
def gold_dataset():
    """Give a function that makes a dataset of the annotated articles with these names; of all, without names."""

    def make(*names, publisher="Главком", url=None, published=None):
        paths = [GOLD / f"{name}.gold.json" for name in names] or sorted(GOLD.glob("*.gold.json"))
        return dataset_of([_annotated(path, publisher, url, published) for path in paths])

    return make


@pytest.fixture(scope="session")
def dataset_from():
    """Give the function that makes a dataset of records."""
    return dataset_of


@pytest.fixture(scope="session")
def chromium():
    """Give a real browser."""
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}: install it with apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, tmp_path):
    """Give a function that opens a page's text as a file and notes what it says and asks for."""
    contexts = []

    def open_page(text, **options):
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        contexts.append(chromium.new_context(**options))
        page = contexts[-1].new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("dialog", lambda dialog: (page.said.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(path.as_uri())
        page.asked = [url for url in page.asked if url != path.as_uri() and not url.startswith("data:")]
        return page

    yield open_page
    for context in contexts:
        context.close()


def dataset_of(parts):
    """Make a dataset of (article, quotes, mentions, events, evidence, gaps), one for each article."""
    from dodomu.dataset import Dataset
    from dodomu.tables import frames

    names = ("articles", "quotes", "mentions", "events", "evidence", "gaps")
    columns = {name: [record for part in parts for record in part[n]] for n, name in enumerate(names)}
    return Dataset(frames(SimpleNamespace(**columns, actors=[])), version="0.1.0")


def _annotated(path, publisher, url, published):
    from dodomu.models import Article

    name = path.name.split(".")[0]
    text = (GOLD / f"{name}.txt").read_bytes().decode()
    gold = json.loads(path.read_text(encoding="utf-8"))
    article = Article(
        article_id=name,
        source=f"{name}.txt",
        title=text.split("\n")[0],
        text=text,
        publisher=publisher,
        url=url,
        published=published or gold["article"]["published"],
    )
    quotes = [_quote(article, n, row) for n, row in enumerate(gold["quotes"])]
    claims = [_claim(article, n, row) for n, row in enumerate(gold["events"])]
    mentions, events, evidence, gaps = ([part for claim in claims for part in claim[k]] for k in range(4))
    return [article], quotes, mentions, events, evidence, gaps


def _quote(article, n, row):
    from dodomu.models import Quote

    start = _place(article.text, row["text"], row.get("nth", 1))
    kept = {key: row[key] for key in ("kind", "text", "speaker", "speaker_text", "cue")}
    return Quote(
        quote_id=f"q-{article.article_id}-{n}",
        article_id=article.article_id,
        start=start,
        end=start + len(row["text"]),
        rule="annotated",
        **kept,
    )


def _claim(article, n, row):
    from dodomu.models import Event, Evidence, Gap, Mention
    from dodomu.models.vocabulary import family

    key = f"{article.article_id}-{n}"
    start = _place(article.text, row["trigger"], row.get("nth", 1))
    slots = {name: row[name] for name in SLOTS} | {"date_basis": "stated" if row["date"] else "none"}
    head = {"event_id": f"e-{key}", "type": row["type"], "status": row["status"]}
    span = {"trigger": row["trigger"], "trigger_start": start, "trigger_end": start + len(row["trigger"])}
    mention = Mention(mention_id=f"m-{key}", article_id=article.article_id, rule="annotated", **head, **span, **slots)
    counted = {"n_mentions": 1, "n_articles": 1, "first_reported": article.published}
    event = Event(family=family(row["type"]), **counted, **head, **slots)
    words = Evidence(
        record_id=f"m-{key}",
        field="type",
        article_id=article.article_id,
        start=start,
        end=start + len(row["trigger"]),
        exact=row["trigger"],
        rule="annotated",
    )
    gap = [Gap(record_id=f"m-{key}", field="date", reason="not said")] if row["date"] is None else []
    return [mention], [event], [words], gap


def _place(text, words, nth):
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at
