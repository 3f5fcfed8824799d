"""What happened, as resolved from the claims."""

from typing import Annotated

from pydantic import Field, model_validator

from dodomu.models import vocabulary
from dodomu.models.edtf import Edtf
from dodomu.models.record import Item, Record, column
from dodomu.models.slots import Slots
from dodomu.models.vocabulary import Cameo, EventType, Family, Plover, Review, Status

KnownReleaseLink = Annotated[str, Field(pattern=f"^[^:;]+:({'|'.join(vocabulary.RELATIONS)})$")]
"""The id of a row of known_releases and how the event stands to it: ``2025-11-22-by-ua:same``."""


class _Head(Record):
    event_id: str = column("The key of the event", "Ключ події", min_length=1)
    type: EventType = column("What kind of event", "Вид події")
    family: Family = column("Release or its context", "Звільнення чи його тло")
    status: Status = column("Whether it is told as done", "Чи сталося")


# For the order of the bases see Mention.
class Event(Slots, _Head):
    """An event: what its mentions say of it, taken together.

    Examples
    --------
    >>> event = Event(event_id="e-1", type="pardon", family="release", status="occurred", n_mentions=1, n_articles=1)
    >>> event.part_of is None
    True
    """

    n_mentions: int = column("How many mentions it has", "Скільки має згадок", unit="mentions", ge=1)
    n_articles: int = column("How many articles mention it", "Скільки статей про неї", unit="articles", ge=1)
    first_reported: Edtf | None = column(
        "When the first article that mentions it was published, in EDTF",
        "Коли опубліковано першу статтю про неї, EDTF",
        None,
    )
    part_of: str | None = column("The larger event it is part of", "Більша подія, частиною якої вона є", None)
    cohort_id: str | None = column(
        "Events that concern the same people, wholly or in part, share it",
        "Спільний для подій про тих самих людей",
        None,
    )
    contradictions: list[Item] = column("The columns on which claims differ", "Колонки, де твердження розходяться", [])
    known_releases: list[KnownReleaseLink] = column(
        "Rows of known_releases with their relation, ID:RELATION", "Рядки known_releases із відношенням", []
    )
    plover: Plover | None = column("PLOVER code", "Код PLOVER", None)
    cameo: Cameo | None = column("CAMEO code", "Код CAMEO", None)
    confidence: float | None = column(
        "The confidence of its surest mention", "Певність найпевнішої з її згадок", None, ge=0, le=1
    )
    review: Review = column("Who has checked the row", "Хто перевірив рядок", "machine")
    curated: list[Item] = column(
        "What people decided on the row, each FIELD: WHY (WHO, DAY)", "Що вирішили люди: КОЛОНКА: ЧОМУ (ХТО, ДЕНЬ)", []
    )

    @model_validator(mode="after")
    def _check_family(self):
        if self.family != vocabulary.family(self.type):
            raise ValueError(f"{self.type} is of another family than {self.family}")
        return self
