"""The words of an article that a record stands on, with their surroundings, and where the article comes from."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import polars as pl

from dodomu.check.quotes import Match
from dodomu.corrections.places import Places
from dodomu.dataset import Dataset

_LONGEST = 400
"""So much of a sentence is shown around its words."""


class Snippets:
    """Finds the words of records; an article is split when it is first asked for."""

    def __init__(self, ds: Dataset):
        self._ds = ds
        self._places: dict[str, Places] = {}

    def of_event(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Give the sentence of the claim that names the number, else of the first claim, and its article."""
        claims = [claim for claim in row["claims"] if claim["count"] is not None] or list(row["claims"])
        same = [claim for claim in claims if claim["count"] == row["count"]] or claims
        if not same:
            return {}
        claim = same[0]
        words = self._ds.evidence.filter(record_id=claim["mention_id"]).filter(pl.col("field").is_in(["count", "type"]))
        start, exact = next(
            words.sort("field").select("start", "exact").iter_rows(), (claim["trigger_start"], claim["trigger"])
        )
        return self._from(claim["article_id"], start, exact)

    def of_quote(self, match: Match) -> dict[str, Any]:
        """Give the quote, cut around the words that were found in it, and its article."""
        return self._from(match.saying.row["article_id"], None, match.saying.text)

    def _from(self, article_id: str, start: int | None, words: str) -> dict[str, Any]:
        row = self._articles.get(article_id, {})
        text = row.get("text")
        if text is not None and start is not None:
            if article_id not in self._places:
                self._places[article_id] = Places(text)
            a, b = self._places[article_id].sentence(start)
            words = text[a:b]
        return {
            "snippet": words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…",
            "article_id": article_id,
            "publisher": row.get("publisher"),
            "published": row.get("published"),
            "addresses": [row["url"]] if row.get("url") else [],
        }

    @cached_property
    def _articles(self) -> dict[str, dict[str, Any]]:
        return {row["article_id"]: row for row in self._ds.articles.to_dicts()}
