"""The words that cells stand on: each stretch of an article once, with an address of its own in the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dodomu.report.passages import Passage

_SHOWN = 80
"""So much of a long passage tells which it is."""


@dataclass(frozen=True)
class Link:
    """A link to a passage, with the words that stand there."""

    anchor: str
    text: str


class Words:
    """Knows which words every cell stands on and where in the page they are.

    A cell of an event stands on the words of its mentions too. In an article whose text is withheld there is nothing
    to mark: there the address is that of the row in the table of evidence.
    """

    def __init__(self, ds: Any):
        self.rows = _once(ds)
        self._ids: dict[tuple[str, int, int], str] = {}
        self._of_cell: dict[tuple[str, str], dict[str, str]] = {}
        for row in self.rows:
            self._of_cell.setdefault((row["record_id"], row["field"]), {})[self.anchor(row)] = shortened(row["exact"])
        self._mentions: dict[str, list[str]] = {}
        for mention_id, event_id in ds.mentions.select("mention_id", "event_id").iter_rows():
            self._mentions.setdefault(event_id, []).append(mention_id)

    def anchor(self, row: dict[str, Any]) -> str:
        """Give the address of a stretch."""
        return self._ids.setdefault((row["article_id"], row["start"], row["end"]), f"w{len(self._ids) + 1}")

    def of(self, record_id: str, fields: Iterable[str]) -> tuple[Link, ...]:
        """Give links to the words that the cells of a record stand on, those of its mentions included."""
        found: dict[str, str] = {}
        for field in fields:
            for one in (record_id, *self._mentions.get(record_id, ())):
                found |= self._of_cell.get((one, field), {})
        return tuple(Link(anchor, text) for anchor, text in found.items())

    def passages(self) -> dict[str, list[Passage]]:
        """Give the stretches of each article, to be marked in it."""
        found: dict[str, list[Passage]] = {}
        for (article_id, start, end), anchor in self._ids.items():
            found.setdefault(article_id, []).append(Passage(anchor, start, end, "words"))
        return found


def shortened(text: str, most: int = _SHOWN) -> str:
    """Cut a long passage, on one line.

    Examples
    --------
    >>> shortened("Так.\\nНі."), len(shortened("слово " * 100))
    ('Так. Ні.', 81)
    """
    line = " ".join(text.split())
    return line if len(line) <= most + 1 else line[:most] + "…"


def _once(ds: Any) -> list[dict[str, Any]]:
    """Leave out what an event repeats of its mentions."""
    event_of = dict(ds.mentions.select("mention_id", "event_id").iter_rows())
    rows = ds.evidence.to_dicts()
    told = {(event_of.get(row["record_id"]), *_place(row)) for row in rows}
    return [row for row in rows if (row["record_id"], *_place(row)) not in told]


def _place(row: dict[str, Any]) -> tuple[str, str, int, int]:
    return row["field"], row["article_id"], row["start"], row["end"]
