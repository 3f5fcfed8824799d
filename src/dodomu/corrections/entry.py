"""A correction: what one person decided on one record, when and why."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    model_validator,
)

from dodomu.corrections.cells import checked
from dodomu.corrections.lines import one_line

Action = Literal["accept", "reject", "edit", "add", "merge", "split", "public", "read"]
ACTIONS = ("accept", "reject", "edit", "add", "merge", "split", "public", "read")
TABLE_OF = {"q": "quotes", "m": "mentions", "e": "events"}
"""The table of a record, by the letter its id begins with."""

_ID = re.compile(r"([qme])-[^\s:;]+")


def _line(value: Any) -> Any:
    return one_line(value) if isinstance(value, str) else value


def _day(value: Any) -> Any:
    if type(value) in (date, str):
        return value
    raise ValueError("is no day like 2025-12-13")


def _known_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError(f"«{value}» is no id of a quote (q-…), a mention (m-…) or an event (e-…)")
    return value


Line = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=2000), BeforeValidator(_line)]
Words = Annotated[str, StringConstraints(strict=True, min_length=1)]
Id = Annotated[str, StringConstraints(strict=True, max_length=200), AfterValidator(_known_id)]
Day = Annotated[date, BeforeValidator(_day)]


class Anchor(BaseModel):
    """Where a record stood when it was judged, by which it is found again though its id be another.

    Attributes
    ----------
    article
        The article's id.
    sentence
        The words of the sentence in which the record begins.
    start
        Where in the sentence it begins.
    exact
        Its words: a quote's text, a mention's trigger. An event's anchor is that of its first mention.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: Words
    sentence: Words
    start: Annotated[int, Field(strict=True, ge=0)]
    exact: Words


class Correction(BaseModel):
    """An entry of ``corrections.toml``.

    Examples
    --------
    >>> entry = Correction(do="edit", record="q-1", set={"speaker": "Ірина Верещук"}, by="О. Коваль",
    ...                    on="2025-12-14", why="названо в попередньому абзаці")
    >>> entry.table, entry.told("speaker")
    ('quotes', 'speaker: названо в попередньому абзаці (О. Коваль, 2025-12-14)')
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    do: Action
    record: Id | None = None
    records: list[Id] = []
    field: Annotated[str, StringConstraints(strict=True)] | None = None
    set: dict[str, Any] = {}
    words: dict[str, Words] = {}
    add: Literal["quote", "mention"] | None = None
    article: Words | None = None
    text: Words | None = None
    start: Annotated[int, Field(strict=True, ge=0)] | None = None
    name: Line | None = None
    by: Line
    on: Day
    why: Line | None = None
    seen: Annotated[str, StringConstraints(strict=True, pattern="^[0-9a-f]{12}$")] | None = None
    anchor: list[Anchor] = []

    _number: int = PrivateAttr(0)

    @property
    def number(self) -> int:
        """Its place in the file, from 1."""
        return self._number

    @property
    def ids(self) -> list[str]:
        """The records it is about."""
        return [self.record] if self.record else list(self.records)

    @property
    def table(self) -> str | None:
        """The table of the record it is about or adds; None where it is about none."""
        if self.do == "add":
            return f"{self.add}s"
        return TABLE_OF[self.ids[0][0]] if self.ids else None

    @property
    def is_reading(self) -> bool:
        """Whether it says that somebody read the whole row and found it right."""
        return self.do == "read" or (self.do == "accept" and self.field is None)

    @property
    def is_rejection(self) -> bool:
        """Whether it takes the whole record out."""
        return self.do == "reject" and self.field is None

    def numbered(self, number: int) -> "Correction":
        """Give it with its place in the file."""
        self._number = number
        return self

    def told(self, field: str) -> str:
        """Say for the column ``curated`` what was decided on a field, why, by whom and when."""
        return f"{field}: {self.why or 'right as it is'} ({self.by}, {self.on})".replace(";", ",")

    @model_validator(mode="after")
    def _whole(self) -> "Correction":
        for key in _NEEDS[self.do]:
            if not getattr(self, key):
                raise ValueError(f"«{self.do}» needs «{key}»; add it")
        allowed = {*_NEEDS[self.do], *_MAY[self.do], "do", "by", "on", "why"}
        for key in self.model_fields_set - allowed:
            raise ValueError(f"«{self.do}» has no use for «{key}»; take it out")
        if not self.why and not self.is_reading:
            raise ValueError("has no «why»; say in a few words what it stands on")
        if self.do == "merge" and len(dict.fromkeys(self.records)) < 2:
            raise ValueError("«merge» needs two records or more; name them in «records»")
        wanted = {"merge": "em", "split": "m"}.get(self.do, "qme")
        for one in self.ids:
            if one[0] not in wanted:
                raise ValueError(f"«{self.do}» is not for {one}; name {_FOR[self.do]}")
        if len(self.anchor) > max(1, len(self.ids)):
            raise ValueError("has more anchors than records; one each")
        if self.field is not None:
            checked(self.table, self.field, "")
        object.__setattr__(self, "set", {key: checked(self.table, key, value) for key, value in self.set.items()})
        for key in self.words:
            if key not in self.set:
                raise ValueError(f"words are given for «{key}», which is not set; set it or take them out")
        return self


_NEEDS: dict[str, tuple[str, ...]] = {
    "accept": ("record",),
    "read": ("record",),
    "reject": ("record",),
    "edit": ("record", "set"),
    "add": ("add", "article", "text"),
    "merge": ("records",),
    "split": ("records",),
    "public": ("name",),
}
_MAY: dict[str, tuple[str, ...]] = {
    "accept": ("field", "seen", "anchor"),
    "read": ("seen", "anchor"),
    "reject": ("field", "anchor"),
    "edit": ("words", "anchor"),
    "add": ("set", "words", "start", "anchor"),
    "merge": ("anchor",),
    "split": ("anchor",),
    "public": (),
}
_FOR = {"merge": "events or mentions", "split": "mentions"}
