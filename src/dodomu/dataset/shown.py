"""An article as it shows itself in a notebook: its text with the words marked that the dataset stands on."""

from collections.abc import Iterable
from html import escape
from typing import Any

import polars as pl
from pydantic import PrivateAttr

from dodomu.models import Article

_STYLE = {
    "quotes": "background:rgba(86,180,233,.25)",
    "mentions": "background:rgba(230,159,0,.3);font-weight:600",
    "evidence": "text-decoration:underline dotted",
}


class ShownArticle(Article):
    """An article of a dataset. In Jupyter it shows its text, quotes shaded, mentions and their evidence marked."""

    _marks: tuple[tuple[int, int, str, str], ...] = PrivateAttr(())

    @classmethod
    def of(cls, row: dict[str, Any], marks: Iterable[tuple[int, int, str, str]]) -> "ShownArticle":
        """Make one of its row and its marks: from, to, the table they are of, what to say of them."""
        article = cls(**row)
        article._marks = tuple(sorted(marks))
        return article

    def _repr_html_(self) -> str:
        about = " · ".join(escape(part) for part in (self.publisher, self.published, self.article_id) if part)
        head = f"<p><b>{escape(self.title or self.article_id)}</b><br><small>{about}</small></p>"
        if self.text is None:
            return f"<div>{head}<p><i>The text may not be shared; see the columns url and sha256.</i></p></div>"
        return f'<div lang="{escape(self.lang)}">{head}<div style="white-space:pre-wrap">{self._marked()}</div></div>'

    def _marked(self) -> str:
        """Cut the text at every edge of a mark, so that marks which overlap each keep their whole stretch."""
        edges = sorted({0, len(self.text), *(edge for start, end, *_ in self._marks for edge in (start, end))})
        opened: list[tuple[int, int, str, str]] = []
        waiting = list(reversed(self._marks))
        parts = []
        for start, end in zip(edges, edges[1:], strict=False):
            opened = [mark for mark in opened if mark[1] > start]
            while waiting and waiting[-1][0] <= start:
                opened.append(waiting.pop())
            parts.append(_span(self.text[start:end], opened))
        return "".join(parts)


def marks_of(article_id: str, tables: dict[str, pl.DataFrame]) -> list[tuple[int, int, str, str]]:
    """Gather what is marked in an article: quotes, triggers, passages of evidence."""
    here = {name: rows.filter(pl.col("article_id") == article_id) for name, rows in tables.items()}
    quotes = here["quotes"].select("start", "end", "speaker", "quote_id").iter_rows()
    marks = [(start, end, "quotes", f"{speaker or '?'} · {one}") for start, end, speaker, one in quotes]
    mentions = here["mentions"].select("trigger_start", "trigger_end", "type", "status", "mention_id").iter_rows()
    marks += [(start, end, "mentions", f"{kind}, {status} · {one}") for start, end, kind, status, one in mentions]
    evidence = here["evidence"].select("start", "end", "field", "record_id").iter_rows()
    return marks + [(start, end, "evidence", f"{field} · {one}") for start, end, field, one in evidence]


def _span(text: str, marks: list[tuple[int, int, str, str]]) -> str:
    if not marks:
        return escape(text)
    style = ";".join(_STYLE[name] for name in _STYLE if any(mark[2] == name for mark in marks))
    told = "\n".join(dict.fromkeys(mark[3] for mark in marks))
    return f'<span style="{style}" title="{escape(told)}">{escape(text)}</span>'
