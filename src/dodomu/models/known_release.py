"""The curated reference table: releases that are publicly known, with sources. Never mixed with what articles say."""

from datetime import date as Day

from pydantic import model_validator

from dodomu.models.record import Country, Item, Record, column
from dodomu.models.vocabulary import Group, Precision, ReleaseKind, Verified


class KnownRelease(Record):
    """One direction of a known release or exchange.

    Examples
    --------
    >>> KnownRelease.columns()[:2]
    ('release_id', 'date')
    """

    release_id: str = column("The key of the row", "Ключ рядка", min_length=1)
    date: Day = column(
        "The day of the handover; for a pardon, of the decree", "День передачі; для помилування день указу"
    )
    date_precision: Precision = column("How exactly the day is known", "Наскільки точно відома дата")
    released_total: int | None = column(
        "How many were released; null: not disclosed", "Скільки звільнено", None, unit="people", ge=0
    )
    released_of_interest: int | None = column(
        "Ukrainian citizens among them", "З них громадян України", None, unit="people", ge=0
    )
    group: Group = column("Who the people are", "Хто ці люди")
    origin: list[Country] = column("The states that released them, ISO 3166-1", "Держави, що звільнили", [])
    destination: list[Country] = column("The states they came to; as origin: freed inside", "Держави, куди прибули", [])
    mediators: list[Country] = column("The states that mediated", "Держави-посередники", [])
    source_url: list[Item] = column("Where it is reported", "Адреси джерел", [])
    note: str | None = column("Doubts and differing claims", "Сумніви й відмінні твердження", None)
    released_low: int | None = column(
        "The lowest number sources give", "Найменше число за джерелами", None, unit="people", ge=0
    )
    released_high: int | None = column(
        "The highest number sources give", "Найбільше число за джерелами", None, unit="people", ge=0
    )
    kind: ReleaseKind = column("How they became free", "Як звільнено")
    verified: Verified = column("How it was checked", "Як перевірено")
    exchange_id: str | None = column(
        "Shared by the directions and stages of one exchange", "Спільний для одного обміну", None
    )
    group_note: str | None = column("More on the group", "Докладніше про групу", None)

    @model_validator(mode="after")
    def _check_numbers(self):
        known = [n for n in (self.released_low, self.released_total, self.released_high) if n is not None]
        if known != sorted(known):
            raise ValueError("released_total is not between released_low and released_high")
        if self.released_of_interest is not None and known and self.released_of_interest > known[-1]:
            raise ValueError("released_of_interest is more than were released")
        return self
