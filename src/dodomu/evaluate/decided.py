"""What people decided in ``corrections.toml`` judges the rules whose work they looked at."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import ValidationError

from dodomu.confidence import made_by
from dodomu.corrections import Correction
from dodomu.corrections.cells import edited, fingerprint
from dodomu.corrections.decisions import Decided, decided
from dodomu.corrections.matching import find
from dodomu.corrections.problems import Problems
from dodomu.corrections.sheet import Desk
from dodomu.evaluate.judging import Judged, cells_of
from dodomu.models import Extraction, Mention, Quote

_SINGLE = ("accept", "reject", "edit", "read")
_ROW = {"quotes": ("text", "kind"), "mentions": ("type", "status", "trigger")}
"""The columns that the rule of the row answers for."""


def judged_by_people(found: Sequence[Extraction], entries: Iterable[Correction]) -> tuple[list[Judged], list[str]]:
    """Judge what rules made in some articles by what people decided on it.

    A row that somebody read or accepted was made rightly, with all of its cells that hold something; one that was
    rejected was not. A cell that was set to something else or emptied was read wrongly, one that was accepted rightly;
    of the other cells of that row nothing is said. What is no work of one rule is passed over: what was missing and was
    added, how mentions are joined, and events, which are made of several mentions.

    Returns
    -------
    judged
        The judgements.
    passed_over
        Entries that match nothing or contradict another, a line each.
    """
    problems = Problems()
    desk = Desk(found)
    of_article = {one.article.article_id: one for one in found}
    cases: dict[tuple[str, str], tuple[Extraction, Quote | Mention, list[Correction]]] = {}
    for entry in entries:
        if entry.do in _SINGLE and entry.table != "events" and (there := find(desk, entry, 0, problems)):
            sheet, key = there
            row, read = sheet.rows[entry.table][key], of_article[sheet.article.article_id]
            cases.setdefault((entry.table, key), (read, row, []))[2].append(entry)
    made = [
        one
        for (table, _), (read, row, about) in cases.items()
        for one in _judged(table, read, row, decided(about, problems))
    ]
    return made, problems.lines()


def _judged(table: str, read: Extraction, row: Quote | Mention, said: Decided) -> Iterator[Judged]:
    article, own = read.article.article_id, made_by(row)
    if said.rejected:
        yield Judged(article, own, False)
        return
    changed = {name for name, (value, _) in said.cells.items() if value != getattr(row, name)}
    right = {*said.kept, *(name for name in said.cells if name not in changed)}
    whole = _was_read(table, row, said)
    if changed & {*_ROW[table]}:
        yield Judged(article, own, False)
    elif whole or right & {*_ROW[table]}:
        yield Judged(article, own, True)
    for field, rules in cells_of(read, row).items():
        if field in changed or field in right or whole:
            yield from (Judged(article, made, field not in changed) for made in rules)


def _was_read(table: str, row: Quote | Mention, said: Decided) -> bool:
    """Tell whether somebody read the row as it is, or as it is once corrected: not as it once was."""
    try:
        now = edited(row, {name: value for name, (value, _) in said.cells.items()})
    except ValidationError:
        now = row
    known = {None, fingerprint(table, row), fingerprint(table, now)}
    return any(one.seen in known for one in said.readings)
