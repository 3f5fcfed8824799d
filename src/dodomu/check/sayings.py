"""What the articles of a dataset quote, ready to be found again by its words."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dodomu.check.alignment import Word, words_of
from dodomu.dataset import Dataset

LONGEST = 1000
"""So many words of a quote are compared: what is longer is no quote, and would cost time."""

_CANDIDATES = 8
_GAP = 200
"""So many characters may stand between two pieces of one quote: «…», – сказав хтось. – «…»."""


@dataclass(frozen=True, eq=False)
class Saying:
    """A quote of the dataset; `row` is its row, of several pieces that of the first."""

    row: Mapping[str, Any]
    words: Sequence[Word] = field(repr=False)
    text: str = ""

    @property
    def is_direct(self) -> bool:
        return self.row["kind"] != "indirect"


class Sayings:
    """All quotes of a dataset, found by the words they have in common with others.

    Examples
    --------
    >>> from dodomu.tables import frames
    >>> Sayings(Dataset(frames(None))).like(words_of("Дякую всім"))
    []
    """

    def __init__(self, ds: Dataset):
        rows = ds.quotes.sort("article_id", "start", maintain_order=True).to_dicts()
        self._all = [_saying([row]) for row in rows]
        self._all += [_saying(pieces) for pieces in _in_pieces(rows)]
        self._having: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self._all):
            for norm in dict.fromkeys(word.norm for word in one.words):
                self._having[norm].append(at)

    def like(self, words: Sequence[Word]) -> list[Saying]:
        """Give the quotes that have most words in common, rare ones counting more."""
        scores: Counter[int] = Counter()
        for norm in dict.fromkeys(word.norm for word in words):
            having = self._having.get(norm, ())
            for at in having:
                scores[at] += 1 / len(having)
        return [self._all[at] for at, _ in scores.most_common(_CANDIDATES)]


def _saying(pieces: Sequence[Mapping[str, Any]]) -> Saying:
    text = " ".join(piece["text"] if _ends(piece["text"]) else f"{piece['text']}." for piece in pieces)
    text = text if len(pieces) > 1 else pieces[0]["text"]
    return Saying(pieces[0], words_of(text)[:LONGEST], text)


def _ends(text: str) -> bool:
    return text.rstrip()[-1:] in (".", "!", "?", "…")


def _in_pieces(rows: Sequence[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Gather what one speaker says in pieces with a few words of the article between them."""
    runs: list[list[Mapping[str, Any]]] = []
    for row in rows:
        if row["kind"] != "direct":
            continue
        before = runs[-1][-1] if runs else None
        if (
            before
            and before["article_id"] == row["article_id"]
            and before["speaker"] == row["speaker"]
            and 0 <= row["start"] - before["end"] <= _GAP
        ):
            runs[-1].append(row)
        else:
            runs.append([row])
    return [run for run in runs if len(run) > 1]
