"""What every description of the dataset says of it, once."""

from collections.abc import Mapping

import polars as pl

NAME = "dodomu"
TITLE = "Додому: releases from captivity in Ukrainian news"
DESCRIPTION = (
    "Events (who was released, pardoned, exchanged or brought home) and quotes (who said what) "
    "read from Ukrainian news articles, with the words of the articles that every cell stands on."
)
DESCRIPTION_UK = (
    "Події (кого звільнили, помилували, обміняли чи повернули додому) і цитати (хто що сказав) з українських новин, "
    "зі словами статей, на яких стоїть кожна клітинка."
)
KEYWORDS = ("ukrainian", "news", "events", "quotes", "prisoner exchange", "release from captivity")
AUTHORS = "The dodomu authors"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def citation(version: str | None, content_hash: str) -> str:
    """Say how to cite a version: its number says which it is, its content hash proves it.

    Examples
    --------
    >>> citation("0.1.0", "ab" * 32)
    'The dodomu authors. Додому: releases from captivity in Ukrainian news. Version 0.1.0. sha256:abababababababab…'
    """
    which = f"Version {version}" if version else "Not released"
    return f"{AUTHORS}. {TITLE}. {which}. sha256:{content_hash[:16]}…"


def temporal_coverage(articles: pl.DataFrame) -> str | None:
    """Give the time in which the articles were published, as ISO 8601 writes intervals; None where none is known."""
    days = [*articles["published_earliest"].drop_nulls(), *articles["published_latest"].drop_nulls()]
    return f"{min(days).isoformat()}/{max(days).isoformat()}" if days else None


def sources(articles: pl.DataFrame) -> list[dict[str, str]]:
    """Name the articles with their addresses."""
    found = []
    for article_id, publisher, url in articles.select("article_id", "publisher", "url").iter_rows():
        title = f"{publisher}: {article_id}" if publisher else article_id
        found.append({"title": title} | ({"path": url} if url and url.startswith(("http://", "https://")) else {}))
    return found


def without_nothing(described: Mapping) -> dict:
    """Leave out what is not known."""
    return {key: value for key, value in described.items() if value not in (None, [], "")}
