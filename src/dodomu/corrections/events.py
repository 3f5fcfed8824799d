"""Decisions on events: which are none, which are one, which are two, and what their cells hold."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pydantic import ValidationError

from dodomu.corrections.cells import edited, fault_of
from dodomu.corrections.decisions import decided, rejection
from dodomu.corrections.entry import Correction
from dodomu.corrections.lines import short
from dodomu.corrections.matching import find_row
from dodomu.corrections.problems import FIELD, Problems, numbers
from dodomu.corrections.rows import by_entry, reviewed
from dodomu.corrections.sheet import RULE, Desk
from dodomu.models import Event, Evidence, Gap, Mention
from dodomu.resolve import Constraints, Records
from dodomu.resolve.actors import Roster


class Claims:
    """Which mentions the events of some records have."""

    def __init__(self, records: Records):
        self.types = {event.event_id: event.type for event in records.events}
        self.of_event: dict[str, list[Mention]] = {}
        self.event_of: dict[str, str] = {}
        for mention in records.mentions:
            if mention.event_id:
                self.of_event.setdefault(mention.event_id, []).append(mention)
                self.event_of[mention.mention_id] = mention.event_id

    def forget(self, event: str) -> None:
        """Take an event out."""
        for mention in self.of_event.pop(event):
            del self.event_of[mention.mention_id]

    def find(self, desk: Desk, entry: Correction, at: int) -> str | None:
        """Find an event by where its first mention stood, else by its id; a mention leads to its event."""
        key = entry.ids[at]
        anchor = entry.anchor[at] if at < len(entry.anchor) else None
        mention = key if key.startswith("m") else f"m-{key.partition('-')[2]}"
        found = find_row(desk, "mentions", mention, anchor)
        if not isinstance(found, str) and found[1] in self.event_of:
            return self.event_of[found[1]]
        return key if key in self.of_event else None

    def missing(self, desk: Desk, entry: Correction, at: int) -> str:
        """Say why an event is not there."""
        key = entry.ids[at]
        anchor = entry.anchor[at] if at < len(entry.anchor) else None
        found = find_row(desk, "mentions", f"m-{key.partition('-')[2]}", anchor)
        if isinstance(found, str) and anchor:
            return found
        return f"no event {key} in what was read; take its id from the newest build"


def reject_events(desk: Desk, claims: Claims, entries: Iterable[Correction], problems: Problems) -> set[int]:
    """Take events out, with the mentions that they were made of; give the numbers of the entries that are done."""
    done: set[int] = set()
    for event, about in _cases(desk, claims, entries).items():
        if entry := rejection(about, problems):
            for mention in claims.of_event[event]:
                sheet = desk.home(mention.mention_id)
                sheet.drop("mentions", mention.mention_id)
                sheet.explain(mention.mention_id, FIELD, entry.told("rejected"))
            claims.forget(event)
            done |= {one.number for one in about}
        else:
            done |= {one.number for one in about if one.is_rejection}
    return done


def constraints_of(desk: Desk, claims: Claims, entries: Sequence[Correction], problems: Problems) -> Constraints:
    """Turn what was merged and split into constraints; of two that contradict each other the later holds."""
    made: list[tuple[Correction, frozenset[str]]] = []
    for entry in sorted(entries, key=lambda one: (one.on, one.number)):
        found = _split(desk, entry, problems) if entry.do == "split" else _merged(desk, claims, entry, problems)
        if found is not None:
            made.append((entry, found))
    held: list[tuple[Correction, frozenset[str]]] = []
    by_mention: dict[str, list[tuple[Correction, frozenset[str]]]] = {}
    for entry, mentions in reversed(made):
        near = {other.number: (other, theirs) for one in mentions for other, theirs in by_mention.get(one, ())}
        against = [other for other, theirs in near.values() if _contradict(entry, mentions, other, theirs, claims)]
        if against:
            problems.add(entry, f"contradicts entry {numbers(against)}, which is later and holds; remove one of them")
        else:
            held.append((entry, mentions))
            for one in mentions:
                by_mention.setdefault(one, []).append((entry, mentions))
    held.reverse()
    return Constraints(
        together=tuple(mentions for entry, mentions in held if entry.do == "merge"),
        apart=tuple(mentions for entry, mentions in held if entry.do == "split"),
    )


def _contradict(one: Correction, a: frozenset[str], other: Correction, b: frozenset[str], claims: Claims) -> bool:
    """Tell whether one parts what the other joins, or both part the same otherwise."""
    if one.do == other.do:
        return one.do == "split" and bool(a & b) and a != b
    joined, parted = (a, b) if one.do == "merge" else (b, a)
    left = {claims.event_of.get(mention) for mention in parted}
    return bool(joined & parted) and any(
        mention not in parted and claims.event_of.get(mention) in left for mention in joined
    )


def _merged(desk: Desk, claims: Claims, entry: Correction, problems: Problems) -> frozenset[str] | None:
    events = [claims.find(desk, entry, at) for at in range(len(entry.ids))]
    if None in events:
        problems.add(entry, claims.missing(desk, entry, events.index(None)))
        return None
    kinds = sorted({claims.types[event] for event in events})
    if len(kinds) > 1:
        problems.add(entry, f"events of different types ({', '.join(kinds)}) are not one; set the type of one first")
        return None
    named = {key for key in entry.ids if key.startswith("m")}
    whole = (mention.mention_id for event in events for mention in claims.of_event[event])
    return frozenset(whole) if not named else frozenset(_found(desk, entry))


def _found(desk: Desk, entry: Correction) -> Iterable[str]:
    for at, key in enumerate(entry.ids):
        mention = key if key.startswith("m") else f"m-{key.partition('-')[2]}"
        found = find_row(desk, "mentions", mention, entry.anchor[at] if at < len(entry.anchor) else None)
        if not isinstance(found, str):
            yield found[1]


def _split(desk: Desk, entry: Correction, problems: Problems) -> frozenset[str] | None:
    found = [
        find_row(desk, "mentions", key, entry.anchor[at] if at < len(entry.anchor) else None)
        for at, key in enumerate(entry.ids)
    ]
    for one in found:
        if isinstance(one, str):
            problems.add(entry, one)
            return None
    return frozenset(key for _, key in found)


def apply_to_events(
    records: Records, desk: Desk, entries: Sequence[Correction], shaped: Sequence[Correction], problems: Problems
) -> Records:
    """Set the cells of events that people decided on, and tell in each what was decided on it and on its mentions.

    Parameters
    ----------
    records
        What was resolved.
    desk
        Where the mentions stand.
    entries
        What was decided on single events.
    shaped
        What was merged and split.
    """
    claims = Claims(records)
    events = {event.event_id: _with_notes(event, claims) for event in records.events}
    evidence, gaps = list(records.evidence), list(records.gaps)
    for entry in shaped:
        for event in {claims.find(desk, entry, at): None for at in range(len(entry.ids))}:
            if event in events:
                events[event] = _noted(events[event], [entry.told("merged" if entry.do == "merge" else "split")])
    for key, about in _cases(desk, claims, entries, problems).items():
        made = decided(about, problems)
        event = events[key]
        for entry, values in by_entry(made):
            event = _set(event, entry, values, claims, desk, evidence, gaps, problems)
        notes = [entry.told(name) for name, entry in made.kept.items()]
        review, read = reviewed("events", event, made.readings, problems, already=event.review)
        events[key] = _noted(event.model_copy(update={"review": review}), [*notes, *read])
    return replace(
        records,
        events=list(events.values()),
        actors=_with_actors(records, events.values()),
        evidence=evidence,
        gaps=gaps,
    )


def _cases(
    desk: Desk, claims: Claims, entries: Iterable[Correction], problems: Problems | None = None
) -> dict[str, list[Correction]]:
    cases: dict[str, list[Correction]] = {}
    for entry in entries:
        event = claims.find(desk, entry, 0)
        if event is not None:
            cases.setdefault(event, []).append(entry)
        elif problems:
            problems.add(entry, claims.missing(desk, entry, 0))
    return cases


def _with_notes(event: Event, claims: Claims) -> Event:
    """What was decided on a cell of a mention shows in the event that is made of it."""
    notes = [note for mention in claims.of_event.get(event.event_id, ()) for note in mention.curated]
    columns = {*Event.columns(), "added"} - {"review"}
    return _noted(event, [note for note in notes if note.partition(":")[0] in columns])


def _noted(event: Event, notes: Iterable[str]) -> Event:
    told = list(dict.fromkeys((*event.curated, *notes)))
    return event.model_copy(update={"curated": told}) if told != event.curated else event


def _set(
    event: Event,
    entry: Correction,
    values: dict,
    claims: Claims,
    desk: Desk,
    evidence: list[Evidence],
    gaps: list[Gap],
    problems: Problems,
) -> Event:
    key = event.event_id
    try:
        made = edited(event, values)
    except ValidationError as error:
        problems.add(entry, f"{fault_of(error)}; set what belongs to it too")
        return event
    first = claims.of_event[key][0]
    for name, value in values.items():
        gaps[:] = [gap for gap in gaps if (gap.record_id, gap.field) != (key, name)]
        if value is None:
            gaps.append(Gap(record_id=key, field=name, reason=f"emptied by a person: {entry.why}"))
        if name in entry.words:
            row = _words(first, name, entry.words[name], key, desk)
            if row is None:
                problems.add(entry, f"the words «{short(entry.words[name])}» for «{name}» do not stand in the article")
            else:
                evidence.append(row)
    return _noted(made, [entry.told(name) for name in values])


def _words(first: Mention, name: str, words: str, key: str, desk: Desk) -> Evidence | None:
    sheet = desk.sheet(first.article_id)
    at = sheet.places.nearest(words, first.trigger_start)
    if at is None:
        return None
    span = {"start": at, "end": at + len(words), "exact": words}
    return Evidence(record_id=key, field=name, article_id=first.article_id, rule=RULE, **span)


def _with_actors(records: Records, events: Iterable[Event]) -> list:
    """Whom a person named as acting in an event is an actor like all others."""
    roster = Roster()
    for event in events:
        for name in (*event.agents, *event.mediators):
            roster.id_of(name)
    known = {actor.actor_id for actor in records.actors}
    return [*records.actors, *(actor for actor in roster.actors() if actor.actor_id not in known)]
