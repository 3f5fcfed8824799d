"""What a changelog may tell: it must not say again what a version withdraws.

An article whose text is shared no longer, a person who is listed no longer, an address that named one: the rows that
held them are gone from the tables, and the changelog, which tells of rows that are gone, is part of the version too.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from dodomu.dataset.mask import MASK
from dodomu.dataset.naming import Naming
from dodomu.dataset.persons import Name, name_of

_PASSAGES = {
    "articles": ("text", "title"),
    "quotes": ("text", "speaker_text", "cue"),
    "mentions": ("trigger",),
    "evidence": ("exact",),
}
_WITHDRAWN = "…"


class Discretion:
    """Judges every value that a changelog tells.

    Parameters
    ----------
    before, after
        The tables of the version before and of this one.
    private, public
        Names of persons who must not be named, and of those who may.
    """

    def __init__(
        self,
        before: Mapping[str, pl.DataFrame],
        after: Mapping[str, pl.DataFrame],
        private: Iterable[Name] = (),
        public: Iterable[Name] = (),
    ):
        listed, were = _persons(after), _persons(before)
        self._naming = Naming([*private, *(were - listed)], [*public, *listed])
        shared = after["articles"].filter(pl.col("text").is_not_null())
        self._shared = frozenset(shared["article_id"])
        addresses = pl.concat([after["articles"]["url"], after["known_releases"]["source_url"].explode()])
        self._addresses = frozenset(addresses.drop_nulls())

    def __call__(self, table: str, row: Mapping[str, Any], column: str, value: Any) -> Any:
        """Give a value as it may be told: of `column` in `row` of `table`."""
        if isinstance(value, list):
            return [self(table, row, column, one) for one in value]
        if not isinstance(value, str):
            return value
        if column in _PASSAGES.get(table, ()) and row.get("article_id") not in self._shared:
            return _WITHDRAWN
        if column in ("url", "source_url") and value not in self._addresses:
            return _WITHDRAWN
        return self.text(value)

    def text(self, value: str) -> str:
        """Give a text, or a key, without the names of those who must not be named."""
        return MASK if self._naming.is_key(value) else self._naming.masked(value)


def _persons(tables: Mapping[str, pl.DataFrame]) -> set[Name]:
    return {name_of(name) for name, kind in tables["actors"].select("name", "kind").iter_rows() if kind == "person"}
