"""The articles of a report, with their passages marked; the passages alone where the text is withheld."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from dodomu.charts.dates import date_text
from dodomu.charts.items import Item
from dodomu.charts.labels import words
from dodomu.report.passages import Passage, headline, marked

Rows = dict[str, list[dict[str, Any]]]


def articles(ds: Any, items: Iterable[Item], words_in: Mapping[str, list[Passage]], lang: str) -> list[dict[str, Any]]:
    """Give what the page shows of each article.

    Parameters
    ----------
    words_in
        For each article, the words that cells stand on.
    """
    by_id = {item.id: item for item in items}
    quotes, mentions = _by_article(ds.quotes), _by_article(ds.mentions)
    return [
        _article(article, quotes.get(key, []), mentions.get(key, []), by_id, words_in.get(key, []), lang)
        for article in ds.articles.to_dicts()
        for key in [article["article_id"]]
    ]


def _by_article(rows: Any) -> Rows:
    found: Rows = {}
    for row in rows.to_dicts():
        found.setdefault(row["article_id"], []).append(row)
    return found


def _article(
    article: Mapping[str, Any],
    quotes: list[dict],
    mentions: list[dict],
    items: Mapping[str, Item],
    words_in: list[Passage],
    lang: str,
) -> dict[str, Any]:
    published = date_text(article["published"], lang, "span") if article["published"] else None
    name = article["publisher"] or article["title"]
    text = article["text"]
    passages = [
        *(_passage(row["quote_id"], row["start"], row["end"], items[row["quote_id"]]) for row in quotes),
        *(
            _passage(row["mention_id"], row["trigger_start"], row["trigger_end"], items[row["event_id"]])
            for row in mentions
        ),
    ]
    words_of = {row["quote_id"]: row["text"] for row in quotes}
    words_of |= {row["mention_id"]: row["trigger"] for row in mentions}
    return {
        "id": article["article_id"],
        "heading": ", ".join(part for part in (name, published) if part) or article["article_id"],
        "facts": _facts(article, published, lang),
        "lang": article["lang"],
        "text": None if text is None else marked(text, [*headline(text, article["title"]), *passages, *words_in]),
        "excerpts": _excerpts(passages, words_of) if text is None else [],
    }


def _passage(record_id: str, start: int, end: int, item: Item) -> Passage:
    return Passage(record_id, start, end, item.lane, f"{item.head}. {item.when}".rstrip(". "))


def _facts(article: Mapping[str, Any], published: str | None, lang: str) -> list[tuple[str, str]]:
    say = words(lang)["report"]
    facts = {
        "published_basis": article["published_basis"] if published else None,
        "address": article["url"],
        "file": article["source"],
    }
    return [(say[name], value) for name, value in facts.items() if value]


def _excerpts(passages: list[Passage], words_of: Mapping[str, str]) -> list[Markup]:
    """Mark what stands in the tables anyway, in the order of the article."""
    ordered = sorted(passages, key=lambda passage: (passage.start, -passage.end))
    return [marked(words_of[p.id], [Passage(p.id, 0, len(words_of[p.id]), p.kind, p.title)]) for p in ordered]
