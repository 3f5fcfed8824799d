"""What was withdrawn: a line for each tombstone, which tells all but what was said."""

from typing import Any

from dodomu.charts.dates import day_text
from dodomu.charts.labels import form, number, words


def withdrawn(ds: Any, lang: str) -> list[str]:
    """Say what was withdrawn from a dataset, when, by whom and why.

    Examples
    --------
    >>> from dodomu.dataset import Dataset
    >>> withdrawn(Dataset({}), "en")
    []
    """
    say = words(lang)
    lines = []
    for stone in ds.withdrawn.stones:
        n = len(stone.also)
        more = say["report"]["withdrawn_also"].format(n=number(n), records=form(n, say["footer"]["records"], lang))
        told = say["report"]["withdrawn_line"].format(
            kind=say["withdrawn"][stone.kind],
            id=stone.id,
            day=day_text(stone.on, lang),
            by=stone.by,
            why=stone.why,
        )
        lines.append(f"{told} {more}" if n else told)
    return lines
