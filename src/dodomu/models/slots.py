"""What mentions and events say alike: when, how many, who, from where to where, by whom."""

from datetime import date as Day
from typing import Any

from pydantic import model_validator

from dodomu.models.edtf import Edtf
from dodomu.models.record import Country, Item, Record, check_bounds, column, with_bounds
from dodomu.models.vocabulary import CountQualifier, DateBasis, DateExtent, Group

_BOUNDS_OF_COUNT = {
    "exact": lambda count: (count, count),
    "at_least": lambda count: (count, None),
    "at_most": lambda count: (None, count),
    "approximate": lambda count: (None, None),
}


def count_bounds(count: int | None, qualifier: str | None) -> tuple[int | None, int | None]:
    """Give the lowest and the highest number that a count with its qualifier allows.

    Examples
    --------
    >>> count_bounds(30, "at_least")
    (30, None)
    >>> count_bounds(100, "approximate")
    (None, None)
    """
    return _BOUNDS_OF_COUNT[qualifier](count) if count is not None and qualifier in _BOUNDS_OF_COUNT else (None, None)


class Slots(Record):
    """The slots of a claim. Bounds of dates and counts are computed where they are not given."""

    date: Edtf | None = column("When it happened or is due, in EDTF", "Коли це сталося або має статися, EDTF", None)
    date_earliest: Day | None = column("The first day the date allows", "Найраніший можливий день", None)
    date_latest: Day | None = column("The last day the date allows", "Найпізніший можливий день", None)
    date_extent: DateExtent | None = column("How the date is filled", "Як подія заповнює цей час", None)
    date_basis: DateBasis = column("What the date stands on", "На чому ґрунтується дата", "none")
    count: int | None = column("How many people or bodies", "Скільки людей або тіл", None, unit="people", ge=0)
    count_low: int | None = column("The lowest number claimed", "Найменше заявлене число", None, unit="people", ge=0)
    count_high: int | None = column("The highest number claimed", "Найбільше заявлене число", None, unit="people", ge=0)
    count_qualifier: CountQualifier | None = column("How exact the number is", "Наскільки точне число", None)
    group: Group | None = column("Who the people are", "Хто ці люди", None)
    nationality: list[Country] = column("Their citizenships, ISO 3166-1", "Громадянство, ISO 3166-1", [])
    origin: Country | None = column("The state whose custody they leave", "Держава, з-під влади якої виходять", None)
    destination: Country | None = column("The state they come to", "Держава, куди прибувають", None)
    place: str | None = column("Where it happened, as the article says", "Місце, як у статті", None)
    agents: list[Item] = column("Who carried it out: names, or ISO codes of states", "Хто здійснив", [])
    mediators: list[Item] = column("Third parties credited with it", "Завдяки кому", [])

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        data = with_bounds(data, "date")
        if data.get("date") is not None and "date_extent" not in data:
            data = data | {"date_extent": "point"}
        if "count_low" in data or "count_high" in data:
            return data
        low, high = count_bounds(data.get("count"), data.get("count_qualifier"))
        return data | {"count_low": low, "count_high": high}

    @model_validator(mode="after")
    def _check(self):
        check_bounds("date", self.date, self.date_earliest, self.date_latest)
        if (self.date is None) != (self.date_basis == "none"):
            raise ValueError("date_basis is none exactly when there is no date")
        if (self.date is None) != (self.date_extent is None):
            raise ValueError("date_extent is given exactly when there is a date")
        if (self.count is None) != (self.count_qualifier is None):
            raise ValueError("count_qualifier is given exactly when there is a count")
        _check_count(self.count, self.count_low, self.count_high, self.count_qualifier)
        return self


def _check_count(count: int | None, low: int | None, high: int | None, qualifier: str | None) -> None:
    if low is not None and high is not None and low > high:
        raise ValueError("count_low is above count_high")
    if count is None:
        if (low is None) != (high is None):
            raise ValueError("a range needs both count_low and count_high")
    elif (low, high) != count_bounds(count, qualifier):
        raise ValueError(f"count_low and count_high are not those of {qualifier} {count}")
