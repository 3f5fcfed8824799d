"""A mention in the making: its trigger, where it stands, and what has been read of it so far."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dodomu.extract.mentions.clauses import Clause
from dodomu.extract.mentions.people import People
from dodomu.extract.mentions.reading import View
from dodomu.extract.mentions.triggers import Trigger
from dodomu.models.vocabulary import RELEASE_FAMILY


class Slot(NamedTuple):
    """A value, the places of the words that say it, and the rule that read it."""

    value: Any
    spans: tuple[tuple[int, int], ...]
    rule: str


@dataclass(slots=True, eq=False)
class Draft:
    """A mention in the making."""

    trigger: Trigger
    view: View
    clause: Clause
    type: str
    people: People | None = None
    status: str = "occurred"
    status_rule: str = "told as done"
    slots: dict[str, Slot] = field(default_factory=dict)
    date_basis: str = "none"
    date_extent: str | None = None
    count_bounds: tuple[int | None, int | None] = (None, None)
    other: bool = False  # told apart from what the article is about: «окремо», «ще», «раніше»
    part_of_whole: bool = False  # counted apart from others of one occasion: «Крім них, …»
    two_origins: bool = False  # held by two states: no origin may be told
    note: str | None = None

    @property
    def start(self) -> int:
        return self.view.tokens[self.trigger.first].start

    @property
    def end(self) -> int:
        return self.view.tokens[self.trigger.last - 1].end

    @property
    def sentence(self) -> int:
        return self.view.sentence.index

    @property
    def paragraph(self) -> int:
        return self.view.sentence.paragraph

    @property
    def is_release(self) -> bool:
        return self.type in RELEASE_FAMILY

    def value(self, name: str) -> Any:
        slot = self.slots.get(name)
        return slot.value if slot else None

    def put(self, name: str, value: Any, first: int, last: int, rule: str) -> None:
        """Fill a slot from tokens ``first`` to ``last``."""
        tokens = self.view.tokens
        self.slots[name] = Slot(value, ((tokens[first].start, tokens[last - 1].end),), rule)
