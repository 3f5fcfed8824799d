"""Who held a public office on a day: knowledge from `uk/officials.toml`, for titles left without a name."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from dodomu import uk
from dodomu.models.edtf import bounds

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Holder:
    """One tenure of one person.

    Attributes
    ----------
    name, gender
        The person in the nominative; ``masc`` or ``femn``.
    office, state
        The office as the file names it; ISO 3166 alpha-2, or ``EU``, ``UN``, ``NATO``.
    start, end
        EDTF; an empty `end` is «in office when the source was written».
    source, source_to
        The page that says so, and the page for the end where that is another.
    acting, shared, seen
        Did the work without the appointment; held together with others; in office by `start`, perhaps before.
    """

    name: str
    gender: str
    office: str
    state: str
    start: str
    end: str
    source: str
    source_to: str
    acting: bool = False
    shared: bool = False
    seen: bool = False

    def held(self, on: date) -> bool:
        """Tell whether the tenure may include a day: a date known to the month counts as the whole month.

        Examples
        --------
        >>> [tenure.held(date(2024, 1, 15)) for tenure in holders("міністр закордонних справ", "UA", date(2024, 1, 15))]
        [True]
        """
        first, last = bounds(self.start)[0], bounds(self.end or None)[1]
        return first <= on and (last is None or on <= last)


def holders(office: str, state: str, on: date | None) -> list[Holder]:
    """Give those who held an office on a day, in the file's order.

    Two are given where two are possible, as on the day of a handover; none where nobody is known, and none without a
    day: an office says nothing about a person at no time.

    Parameters
    ----------
    office
        The words for it in the nominative, as in news: «омбудсман», «глава МЗС», «начальник ГУР».
    state
        ISO 3166 alpha-2, or ``EU``, ``UN``, ``NATO``.
    on
        The day, such as that of the article.

    Examples
    --------
    >>> [holder.name for holder in holders("глава МЗС", "UA", date(2024, 1, 15))]
    ['Дмитро Кулеба']
    >>> [holder.name for holder in holders("президент", "US", date(2025, 1, 20))]
    ['Джо Байден', 'Дональд Трамп']
    >>> holders("глава МЗС", "UA", None)
    []
    """
    if on is None:
        return []
    return [holder for holder in _tenures().get((_key(office), state), ()) if holder.held(on)]


@cache
def _tenures() -> dict[tuple[str, str], tuple[Holder, ...]]:
    """All tenures by every word for the office, and the state."""
    also = uk.load("officials")["also"]
    found: dict[tuple[str, str], tuple[Holder, ...]] = {}
    for row in uk.load("officials")["holders"]:
        holder = _holder(row)
        for words in (holder.office, *also.get(holder.office, ())):
            key = _key(words), holder.state
            found[key] = (*found.get(key, ()), holder)
    return found


def _holder(row: dict) -> Holder:
    rest = {key: value for key, value in row.items() if key not in ("from", "to", "source_to")}
    return Holder(start=row["from"], end=row["to"], source_to=row.get("source_to", ""), **rest)


def _key(words: str) -> str:
    return " ".join(words.translate(_APOSTROPHES).casefold().split())
