"""Records that a machine did not find are put in, with the words they stand on."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from dodomu.corrections.cells import SPAN, fault_of
from dodomu.corrections.entry import Correction
from dodomu.corrections.lines import short
from dodomu.corrections.places import alike
from dodomu.corrections.problems import Problems
from dodomu.corrections.rows import ground, of_quote, set_cells
from dodomu.corrections.sheet import RULE, Desk, Sheet, around, span_of
from dodomu.models import Mention, Quote

_OPENING, _CLOSING = "«“„\"'‹", "»”“\"'›"
_SAME = 0.5


def added_id(table: str, article: str, sentence: str, text: str) -> str:
    """Make the key of a record that a person adds: of its sentence and its own words, so no other's.

    Examples
    --------
    >>> added_id("quotes", "a", "Дякую всім.", "Дякую")
    'q-96d729b28620'
    """
    digest = sha256("\x1f".join((article, table, alike(sentence), RULE, text)).encode()).hexdigest()
    return f"{table[0]}-{digest[:12]}"


def add_rows(desk: Desk, entries: Iterable[Correction], problems: Problems) -> None:
    """Put in all that people added; what the machine reads too by now gets the values that the person gave."""
    # quotes first: mentions stand in them
    for entry in sorted(entries, key=lambda one: one.table != "quotes"):
        sheet = desk.sheet(entry.article)
        if sheet is None:
            problems.add(entry, f"no article «{short(entry.article)}» among the seeds; bring it back or drop the entry")
            continue
        span = place_of(sheet, entry)
        if isinstance(span, str):
            problems.add(entry, span)
        elif key := _found_too(sheet, entry.table, span):
            _confirm(sheet, entry, key, problems)
        elif key := _added(sheet, entry, span, problems):
            desk.settle(key, sheet)


def place_of(sheet: Sheet, entry: Correction) -> tuple[int, int] | str:
    """Find where the words of an added record stand; a text says why that cannot be told."""
    places, size = sheet.places, len(entry.text)
    if entry.anchor:
        anchor = entry.anchor[0]
        there = [at for at in places.all(entry.text) if places.words(at) == anchor.sentence]
        if not there:
            return f"its sentence is not in the article any more: «{short(anchor.sentence)}»; drop the entry"
        at = min(there, key=lambda at: abs(at - places.sentence(at)[0] - anchor.start))
        return at, at + size
    if entry.start is not None:
        if places.text[entry.start : entry.start + size] != entry.text:
            return f"«{short(entry.text)}» does not stand at {entry.start}; leave out «start» or count anew"
        return entry.start, entry.start + size
    there = list(places.all(entry.text))
    if len(there) > 1:
        return f"«{short(entry.text)}» stands there {len(there)} times ({', '.join(map(str, there[:4]))}); give «start»"
    if not there:
        return f"«{short(entry.text)}» does not stand in the article; quote it letter for letter"
    return there[0], there[0] + size


def _found_too(sheet: Sheet, table: str, span: tuple[int, int]) -> str | None:
    """Find the record that has these words already."""
    rows = sheet.rows[table].items()
    return next((key for key, row in rows if same_words(span_of(table, row), span)), None)


def same_words(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two spans share most of their words, as the same record read twice does.

    Examples
    --------
    >>> same_words((0, 10), (2, 10)), same_words((0, 10), (8, 12))
    (True, False)
    """
    (start, end), (begin, stop) = one, other
    return min(end, stop) - max(start, begin) > _SAME * max(end - start, stop - begin)


def _confirm(sheet: Sheet, entry: Correction, key: str, problems: Problems) -> None:
    row = sheet.rows[entry.table][key]
    told = [*row.curated, entry.told("added")]
    sheet.put(entry.table, row.model_copy(update={"curated": told}))
    if entry.set:
        set_cells(sheet, entry.table, key, entry, entry.set, problems)


def _added(sheet: Sheet, entry: Correction, span: tuple[int, int], problems: Problems) -> str | None:
    start, end = span
    key = added_id(entry.table, sheet.article.article_id, sheet.places.words(start), entry.text)
    try:
        row = _new_quote(sheet, entry, key, span) if entry.add == "quote" else _new_mention(sheet, entry, key, span)
    except ValidationError as error:
        problems.add(entry, f"{fault_of(error)}; set it too")
        return None
    sheet.put(entry.table, row)
    field = SPAN[entry.table] if entry.add == "quote" else "type"
    sheet.stands_on(key, field, [span])
    for name in entry.words:
        ground(sheet, key, name, entry.words[name], start, entry, problems)
    sheet.explain(key, "confidence", "put in by a person, not by a rule")
    for name in ("speaker", "date") if entry.add == "quote" else ("date",):
        if getattr(row, name) is None:
            sheet.explain(key, name, "not given by who added the row")
    if entry.add == "quote":
        _claims_inside(sheet, row, entry)
    return key


def _new_quote(sheet: Sheet, entry: Correction, key: str, span: tuple[int, int]) -> Quote:
    start, end = span
    text = sheet.places.text
    marked = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING and start > 0
    known = {"kind": "direct" if marked else "indirect", "act": "state"} | _dated(entry.set)
    return Quote(
        quote_id=key,
        article_id=sheet.article.article_id,
        start=start,
        end=end,
        rule=RULE,
        curated=[entry.told("added")],
        **known | {"text": text[start:end]},
    )


def _new_mention(sheet: Sheet, entry: Correction, key: str, span: tuple[int, int]) -> Mention:
    start, end = span
    known: dict[str, Any] = {"status": "occurred"} | of_quote(next(around(sheet, start, end), None))
    known |= _dated(entry.set)
    if known.get("count") is not None:
        known = {"count_qualifier": "exact"} | known
    return Mention(
        mention_id=key,
        article_id=sheet.article.article_id,
        trigger_start=start,
        trigger_end=end,
        rule=RULE,
        curated=[entry.told("added")],
        **known | {"trigger": sheet.places.text[start:end]},
    )


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    return {"date_basis": "stated"} | values if values.get("date") else values


def _claims_inside(sheet: Sheet, quote: Quote, entry: Correction) -> None:
    """Mentions that stand in an added quote and in no other are claims of its speaker."""
    for mention in sheet.claims_in(None):
        if quote.start <= mention.trigger_start and mention.trigger_end <= quote.end:
            told = [*mention.curated, entry.told("quote_id")]
            sheet.put("mentions", mention.model_copy(update={**of_quote(quote), "curated": told}))
