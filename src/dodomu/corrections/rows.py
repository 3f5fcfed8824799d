"""Decisions on quotes and mentions are applied to what was read, before events are made of it."""

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from dodomu.corrections.cells import PLACE, SPAN, edited, fault_of, fingerprint
from dodomu.corrections.decisions import Decided, decided
from dodomu.corrections.entry import Correction
from dodomu.corrections.lines import short
from dodomu.corrections.matching import find
from dodomu.corrections.problems import FIELD, Problems
from dodomu.corrections.sheet import Desk, Sheet, around, span_of
from dodomu.models import Mention, Quote


def apply_to_rows(desk: Desk, entries: Iterable[Correction], problems: Problems) -> None:
    """Apply all that was decided on single quotes and mentions."""
    cases: dict[tuple[str, str], tuple[Sheet, list[Correction]]] = {}
    for entry in entries:
        if found := find(desk, entry, 0, problems):
            sheet, key = found
            cases.setdefault((entry.table, key), (sheet, []))[1].append(entry)
    # quotes first: their speakers stand in the mentions
    for (table, key), (sheet, about) in sorted(cases.items(), key=lambda case: case[0][0] != "quotes"):
        apply(sheet, table, key, decided(about, problems), problems)


def apply(sheet: Sheet, table: str, key: str, made: Decided, problems: Problems) -> None:
    """Apply what was decided on one record."""
    if made.rejected:
        _reject(sheet, table, key, made.rejected)
        return
    for entry, values in by_entry(made):
        set_cells(sheet, table, key, entry, values, problems)
    row = sheet.rows[table][key]
    notes = [entry.told(name) for name, entry in made.kept.items()]
    review, read = reviewed(table, row, made.readings, problems)
    sheet.put(table, row.model_copy(update={"review": review, "curated": [*row.curated, *notes, *read]}))


def reviewed(
    table: str, row: Any, readings: Iterable[Correction], problems: Problems, already: str = "machine"
) -> tuple[str, list[str]]:
    """Tell how often a row was read as it stands now; a reading of other values counts no more and is told so."""
    now = fingerprint(table, row)
    by: dict[str, Correction] = {}
    for entry in readings:
        if entry.seen and entry.seen != now:
            problems.add(entry, f"the row reads otherwise since {entry.by} read it; read it again and say so anew")
        else:
            by.setdefault(entry.by.casefold(), entry)
    if not by:
        return already, []
    return "read" if len(by) == 1 else "read_twice", [entry.told("review") for entry in by.values()]


def set_cells(
    sheet: Sheet, table: str, key: str, entry: Correction, values: dict[str, Any], problems: Problems
) -> None:
    """Set cells of a record, with the passages they stand on and the reasons of those that are empty."""
    row = sheet.rows[table][key]
    start, _ = span_of(table, row)
    changes = dict(values)
    if SPAN[table] in changes:
        words = changes[SPAN[table]]
        at = sheet.places.nearest(words, start)
        if at is None:
            problems.add(entry, f"«{short(words)}» does not stand in the article; quote it letter for letter")
            return
        changes |= dict(zip(PLACE[table], (at, at + len(words)), strict=True))
    if table == "quotes":
        changes = other_speaker(row, changes)
    try:
        made = edited(row, changes)
    except ValidationError as error:
        problems.add(entry, f"{fault_of(error)}; set what belongs to it too")
        return
    told = [entry.told(name) for name in values]
    sheet.put(table, made.model_copy(update={"curated": [*row.curated, *told]}))
    for name in changes:
        _ground(sheet, table, key, name, entry, problems)
    if table == "quotes" and made.speaker != row.speaker:
        _asserted(sheet, row, made.speaker, entry)


def ground(sheet: Sheet, record: str, name: str, words: str, near: int, entry: Correction, problems: Problems) -> None:
    """Set the passage that a cell stands on: the nearest place of the words given."""
    at = sheet.places.nearest(words, near)
    if at is None:
        problems.add(entry, f"the words «{short(words)}» for «{name}» do not stand in the article; quote them exactly")
    else:
        sheet.stands_on(record, name, [(at, at + len(words))])


def _ground(sheet: Sheet, table: str, key: str, name: str, entry: Correction, problems: Problems) -> None:
    """Nothing that the machine took a cell from speaks for what a person put there."""
    row = sheet.rows[table][key]
    value = getattr(row, name)
    field = "type" if name == "trigger" else name
    span = [span_of(table, row)] if name == SPAN[table] else []
    sheet.stands_on(key, field, span)
    if name in entry.words:
        ground(sheet, key, name, entry.words[name], span_of(table, row)[0], entry, problems)
    sheet.explain(key, name, f"emptied by a person: {entry.why}" if value is None else None)


def other_speaker(quote: Quote, changes: dict[str, Any]) -> dict[str, Any]:
    """What the article calls somebody else, and in which role, does not go with another speaker."""
    speaker = changes.get("speaker", quote.speaker)
    if speaker == quote.speaker or _alike(speaker, quote.speaker):
        return changes
    return {"speaker_text": None, "speaker_role": None} | changes


def _alike(one: str | None, other: str | None) -> bool:
    words = [set((name or "").casefold().split()) for name in (one, other)]
    return bool(words[0] & words[1])


def _asserted(sheet: Sheet, quote: Quote, speaker: str | None, entry: Correction) -> None:
    """What is claimed in a quote is claimed by its speaker."""
    for mention in sheet.claims_in(quote.quote_id):
        if mention.asserted_by == quote.speaker:
            _follow(sheet, mention, {"asserted_by": speaker}, entry)


def _reject(sheet: Sheet, table: str, key: str, entry: Correction) -> None:
    sheet.drop(table, key)
    sheet.explain(key, FIELD, entry.told("rejected"))
    if table == "mentions":
        return
    for mention in sheet.claims_in(key):
        outer = next(around(sheet, mention.trigger_start, mention.trigger_end), None)
        _follow(sheet, mention, of_quote(outer), entry)


def of_quote(quote: Quote | None) -> dict[str, Any]:
    """Give the cells of a mention that say in which quote it stands."""
    return {"quote_id": quote and quote.quote_id, "asserted_by": quote and quote.speaker}


def _follow(sheet: Sheet, mention: Mention, changes: dict[str, Any], entry: Correction) -> None:
    changed = [name for name, value in changes.items() if getattr(mention, name) != value]
    told = [entry.told(name) for name in changed]
    sheet.put("mentions", mention.model_copy(update={**changes, "curated": [*mention.curated, *told]}))


def by_entry(made: Decided) -> list[tuple[Correction, dict[str, Any]]]:
    """Gather the cells by the entry that set them: what one person set together is checked together."""
    by_number: dict[int, tuple[Correction, dict[str, Any]]] = {}
    for name, (value, entry) in made.cells.items():
        by_number.setdefault(entry.number, (entry, {}))[1][name] = value
    return list(by_number.values())
