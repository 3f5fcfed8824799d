"""A record that was judged is found again: by where it stood, else by its id."""

from dodomu.corrections.entry import Anchor, Correction
from dodomu.corrections.lines import short
from dodomu.corrections.places import alike
from dodomu.corrections.problems import Problems
from dodomu.corrections.sheet import Desk, Sheet, span_of
from dodomu.models import Mention, Quote

Found = tuple[Sheet, str]
"""A sheet and the id of a record on it."""

_TELLING = 5
"""So many words are hardly said twice in one article."""


def find(desk: Desk, entry: Correction, at: int, problems: Problems) -> Found | None:
    """Find a quote or a mention that an entry is about, or say that it is not there.

    Parameters
    ----------
    at
        Which of the entry's records.
    """
    key = entry.ids[at]
    table = "quotes" if key.startswith("q") else "mentions"
    found = find_row(desk, table, key, entry.anchor[at] if at < len(entry.anchor) else None)
    if isinstance(found, str):
        problems.add(entry, found)
        return None
    return found


def find_row(desk: Desk, table: str, key: str, anchor: Anchor | None) -> Found | str:
    """Find a record; a text says why there is none."""
    by_id = desk.home(key)
    here = by_id is not None and key in by_id.rows[table]
    if anchor is None:
        return (by_id, key) if here else f"no record {key} in what was read; take its id from the newest build"
    sheet = desk.sheet(anchor.article)
    if sheet is None:
        return f"no article «{short(anchor.article)}» among the seeds; bring it back or drop the entry"
    rows = sheet.rows[table]
    near = sheet.in_sentence(table, anchor.sentence)
    scores = {one: score for one in near if (score := _overlap(table, rows[one], sheet, anchor)) > 0}
    best = max(scores.values(), default=0)
    alike_ones = [one for one, score in scores.items() if score == best]
    if key in alike_ones:
        return sheet, key
    if len(alike_ones) == 1:
        return sheet, alike_ones[0]
    if alike_ones:
        return f"{len(alike_ones)} records stand where it stood: {', '.join(alike_ones[:3])}; name the right one"
    if by_id is sheet and here:
        return sheet, key
    if table == "quotes" and len(anchor.exact.split()) >= _TELLING:
        same = [one for one, row in rows.items() if alike(row.text) == alike(anchor.exact)]
        if len(same) == 1:
            return sheet, same[0]
    if anchor.sentence not in sheet.places.alike:
        return f"its sentence is not in {short(anchor.article)} any more: «{short(anchor.sentence)}»; drop the entry"
    return f"nothing was read any more at «{short(anchor.exact)}» in {short(anchor.article)}; add it or drop the entry"


def _overlap(table: str, row: Quote | Mention, sheet: Sheet, anchor: Anchor) -> float:
    """Say how much two spans share, from 0 to 1, both counted from the beginning of their sentence."""
    start, end = span_of(table, row)
    begin, _ = sheet.places.sentence(start)
    a, b = start - begin, end - begin
    c, d = anchor.start, anchor.start + len(anchor.exact)
    return max(0, min(b, d) - max(a, c)) / (max(b, d) - min(a, c))
