"""What is told of a record that was withdrawn: all but what it said."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from dodomu.errors import one_line
from dodomu.models.history_entry import Version

WithdrawnKind = Literal["article", "quote", "mention", "event"]


def _line(value: str) -> str:
    if not value.strip() or value != one_line(value):
        raise ValueError("must be one line of text")
    return value


Line = Annotated[str, Field(max_length=500), AfterValidator(_line)]
Id = Annotated[str, Field(max_length=200), AfterValidator(_line)]


class Tombstone(BaseModel):
    """Stands in the place of a record that was withdrawn.

    Examples
    --------
    >>> stone = Tombstone(id="q-1", kind="quote", on="2026-02-01", by="О. Коваль", why="на прохання")
    >>> print(stone)
    quote q-1, on 2026-02-01 by О. Коваль: на прохання
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    kind: WithdrawnKind
    on: date
    by: Line
    why: Line
    versions: list[Version] = []
    also: list[Id] = []

    @property
    def records(self) -> tuple[str, ...]:
        """All that went: what was named, and what was there only through it."""
        return (self.id, *self.also)

    def __str__(self) -> str:
        return f"{self.kind} {self.id}, on {self.on} by {self.by}: {self.why}"
