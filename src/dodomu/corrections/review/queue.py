"""What deserves a human eye, most worth it first."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dodomu.confidence import ROWS
from dodomu.corrections.cells import PLACE, SETTABLE, SPAN, fingerprint
from dodomu.corrections.places import Places
from dodomu.models.vocabulary import family

LARGE = 100
"""So many people and more: a mistake in such a number is a mistake in every sum."""

UNSURE = 0.9
"""What is right less often than that deserves a look."""

PLAIN_GAP = "not said"
_AROUND = 400
_KEY = {"quotes": "quote_id", "mentions": "mention_id", "events": "event_id"}

CELLS: dict[str, tuple[str, ...]] = {
    "quotes": ("speaker", "text", "kind", "act", "speaker_role", "carrier", "occasion", "date"),
    "mentions": (
        *("type", "status", "trigger", "date", "count", "count_qualifier", "group", "nationality", "origin"),
        *("destination", "place", "agents", "mediators"),
    ),
    "events": (
        *("type", "status", "date", "count", "count_qualifier", "group", "nationality", "origin", "destination"),
        *("place", "agents", "mediators"),
    ),
}
"""The columns that are shown for judging, by table."""


@dataclass(frozen=True)
class Reason:
    """Why a record deserves a look: a name for the rule, how much it weighs, and what to say of it."""

    name: str
    weight: int
    detail: str = ""


@dataclass(frozen=True)
class Passage:
    """The words around a record, letter for letter: before it, its own, after it."""

    before: str
    own: str
    after: str
    lang: str = "uk"


@dataclass(frozen=True)
class Task:
    """A record to be judged.

    Attributes
    ----------
    record, table
        Which one.
    also
        The event that says the same as this mention and is judged with it.
    seen
        A hash of the row as it is shown.
    reasons
        Why it deserves a look, weightiest first.
    confidence
        How often what its rule found was right, if that was counted.
    cells
        What is shown for judging.
    gaps
        Why cells are empty.
    source
        The article: its headline or id, its publisher and date.
    passages
        Where it stands: an event where its mentions stand.
    """

    record: str
    table: str
    also: str | None
    seen: str
    reasons: tuple[Reason, ...]
    cells: dict[str, Any]
    confidence: float | None = None
    gaps: dict[str, str] = field(default_factory=dict)
    source: str = ""
    passages: tuple[Passage, ...] = ()

    @property
    def weight(self) -> int:
        """How much it deserves a look."""
        return sum(reason.weight for reason in self.reasons)


def contradicted(row: Mapping[str, Any], gaps: Mapping[str, str], private: Collection[str]) -> Reason | None:
    """Claims differ."""
    names = row.get("contradictions")
    return Reason("contradicted", 1000, ", ".join(names)) if names else None


def not_applied(row: Mapping[str, Any], gaps: Mapping[str, str], private: Collection[str]) -> Reason | None:
    """What somebody decided on it could not be applied."""
    return Reason("not_applied", 900, gaps["curated"]) if "curated" in gaps else None


def names_private(row: Mapping[str, Any], gaps: Mapping[str, str], private: Collection[str]) -> Reason | None:
    """Somebody is named whom nothing shows to speak or act in public."""
    named = [row.get("speaker"), row.get("asserted_by"), *(row.get("agents") or ()), *(row.get("mediators") or ())]
    found = [name for name in named if name in private]
    return Reason("private", 800, ", ".join(dict.fromkeys(found))) if found else None


def unsure(row: Mapping[str, Any], gaps: Mapping[str, str], private: Collection[str]) -> Reason | None:
    """The rule that read it errs often."""
    sure = row.get("confidence")
    return Reason("unsure", 700 - int(500 * sure), f"{sure:.2f}") if sure is not None and sure < UNSURE else None


def unsure_cells(row: Mapping[str, Any], gaps: Mapping[str, str], private: Collection[str]) -> Reason | None:
    """The rules that read some of its cells err often."""
    found = row.get("unsure")
    return Reason("unsure_cells", 200 + 10 * len(found), ", ".join(found)) if found else None


def many_people(row: Mapping[str, Any], gaps: Mapping[str, str], private: Collection[str]) -> Reason | None:
    """A large number."""
    number = max(row.get(name) or 0 for name in ("count", "count_low", "count_high"))
    return Reason("large", 300, str(number)) if number >= LARGE else None


def unclear(row: Mapping[str, Any], gaps: Mapping[str, str], private: Collection[str]) -> Reason | None:
    """A cell is empty for another reason than that the article does not say."""
    found = [name for name, reason in gaps.items() if reason != PLAIN_GAP and name != "curated"]
    return Reason("unclear", 100 + 10 * len(found), ", ".join(found)) if found else None


def not_said(row: Mapping[str, Any], gaps: Mapping[str, str], private: Collection[str]) -> Reason | None:
    """A cell is empty because the article does not say."""
    found = [name for name, reason in gaps.items() if reason == PLAIN_GAP]
    return Reason("not_said", 10, ", ".join(found)) if found else None


RULES = (contradicted, not_applied, names_private, unsure, many_people, unsure_cells, unclear, not_said)


def queue(ds: Any, private: Collection[str] = ()) -> list[Task]:
    """Give the records that nobody has read yet, most worth it first.

    A mention that is all of its event is judged together with it.

    Parameters
    ----------
    ds
        A dataset.
    private
        Names of persons whom nothing shows to speak or act in public.

    Examples
    --------
    >>> from dodomu.dataset import Dataset
    >>> from dodomu.tables import frames
    >>> queue(Dataset(frames(None)))
    []
    """
    tasks = list(_Reader(ds, frozenset(private)).tasks())
    return sorted(tasks, key=lambda task: -task.weight)


class _Reader:
    def __init__(self, ds: Any, private: frozenset[str]):
        self._private = private
        self._rows = {
            name: {row[key]: row for row in ds.table(name).iter_rows(named=True)} for name, key in _KEY.items()
        }
        self._articles = {row["article_id"]: row for row in ds.articles.iter_rows(named=True)}
        self._places: dict[str, Places] = {}
        self._gaps: dict[str, dict[str, str]] = {}
        for row in ds.gaps.iter_rows(named=True):
            self._gaps.setdefault(row["record_id"], {})[row["field"]] = row["reason"]
        self._unsure = self._unsure_cells(ds)
        self._of_event: dict[str, list[dict[str, Any]]] = {}
        for row in self._rows["mentions"].values():
            self._of_event.setdefault(row["event_id"], []).append(row)

    def _unsure_cells(self, ds: Any) -> dict[str, dict[str, None]]:
        """Give the columns of each quote and mention that were read by rules which err often."""
        known = ds.table("rules").iter_rows(named=True) if "rules" in ds.tables else ()
        err = {
            (row["record"], row["field"], row["rule"])
            for row in known
            if row["confidence"] is not None and row["confidence"] < UNSURE and row["field"] not in ROWS
        }
        kinds = dict.fromkeys(self._rows["quotes"], "quote")
        kinds |= {key: family(row["type"]) for key, row in self._rows["mentions"].items()}
        found: dict[str, dict[str, None]] = {}
        for row in ds.evidence.iter_rows(named=True):
            if (kinds.get(row["record_id"]), row["field"], row["rule"]) in err:
                found.setdefault(row["record_id"], {})[row["field"]] = None
        return found

    def tasks(self) -> Iterator[Task]:
        joint = dict(self._joint())
        for name, rows in self._rows.items():
            for key, row in rows.items():
                if name == "events" and key in joint.values():
                    continue
                event = joint.get(key)
                both = row["review"] == "machine" or (event and self._rows["events"][event]["review"] == "machine")
                if both:
                    yield self._task(name, key, row, event)

    def _joint(self) -> Iterator[tuple[str, str]]:
        for event, mentions in self._of_event.items():
            if len(mentions) == 1 and event in self._rows["events"]:
                mention, row = mentions[0], self._rows["events"][event]
                if all(mention[name] == row[name] for name in SETTABLE["events"] if name in mention):
                    yield mention["mention_id"], event

    def _task(self, table: str, key: str, row: dict[str, Any], event: str | None) -> Task:
        gaps = self._gaps.get(key, {})
        judged = row
        if event:
            gaps = self._gaps.get(event, {}) | gaps
            judged = self._rows["events"][event] | row
        judged = judged | {"unsure": list(self._unsure.get(key, ()))}
        reasons = [reason for rule in RULES if (reason := rule(judged, gaps, self._private))]
        places = self._of_event.get(key, []) if table == "events" else [row]
        return Task(
            record=key,
            table=table,
            also=event,
            seen=fingerprint(table, row),
            reasons=tuple(sorted(reasons, key=lambda reason: -reason.weight)),
            cells={name: row[name] for name in CELLS[table]},
            confidence=row.get("confidence"),
            gaps={name: reason for name, reason in gaps.items() if name in CELLS[table]},
            source=self._source(places[0]["article_id"]) if places else "",
            passages=tuple(
                self._passage(table if table == "quotes" else "mentions", place) for place in places[:_MOST]
            ),
        )

    def _source(self, article: str) -> str:
        row = self._articles[article]
        return " · ".join(part for part in (row["title"] or article, row["publisher"], row["published"]) if part)

    def _passage(self, table: str, row: Mapping[str, Any]) -> Passage:
        article = self._articles[row["article_id"]]
        text = article["text"]
        if text is None:
            return Passage("", row[SPAN[table]], "", article["lang"])
        start, end = (row[name] for name in PLACE[table])
        if row["article_id"] not in self._places:
            self._places[row["article_id"]] = Places(text)
        places = self._places[row["article_id"]]
        begin, finish = (
            places.sentence(max(0, start - _AROUND))[0],
            places.sentence(min(len(text) - 1, end + _AROUND))[1],
        )
        begin, finish = max(begin, start - 2 * _AROUND), min(finish, end + 2 * _AROUND)
        begin, finish = min(begin, start), max(finish, end)
        return Passage(text[begin:start], text[start:end], text[end:finish], article["lang"])


_MOST = 6
"""So many passages of one event are shown."""
