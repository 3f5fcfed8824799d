"""``withdrawn.json``: the tombstones of a dataset, and which content hashes it had while it held what is withdrawn."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from dodomu.errors import InvalidTable
from dodomu.models import Tombstone

NAME = "withdrawn.json"
"""There only where something was withdrawn."""

REASON = "withdrawn"
"""Why a cell is empty that only withdrawn words spoke for."""


@dataclass(frozen=True)
class Withdrawn:
    """What was withdrawn from a dataset.

    Attributes
    ----------
    stones
        A tombstone for each withdrawal.
    hashes_before
        The content hashes that this version had before, the oldest first.
    """

    stones: tuple[Tombstone, ...] = ()
    hashes_before: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.stones)

    @cached_property
    def by_record(self) -> dict[str, Tombstone]:
        """The tombstone of every record that went, by its id."""
        return {record: stone for stone in reversed(self.stones) for record in stone.records}

    def seen_as(self, content_hash: str) -> "Withdrawn":
        """Add a content hash that the version had until now."""
        return Withdrawn(self.stones, tuple(dict.fromkeys((*self.hashes_before, content_hash))))

    def text(self) -> str:
        """Write the file."""
        stones = [stone.model_dump(mode="json") for stone in self.stones]
        written = {"withdrawn": stones, "content_sha256_before": list(self.hashes_before)}
        return json.dumps(written, ensure_ascii=False, indent=2) + "\n"

    def joined(self, stones: Iterable[Tombstone]) -> "Withdrawn":
        """Add tombstones; of two of one record the first stays."""
        known = {stone.id: stone for stone in (*stones, *reversed(self.stones))}
        first = {stone.id: known[stone.id] for stone in self.stones}
        return Withdrawn(tuple({**first, **known}.values()), self.hashes_before)


def parse(data: bytes, where: str) -> Withdrawn:
    """Read the file; it may be a stranger's.

    Examples
    --------
    >>> parse(b'{"withdrawn": [], "content_sha256_before": []}', "0.1.0").stones
    ()
    >>> parse(b"[]", "0.1.0")
    Traceback (most recent call last):
    dodomu.errors.InvalidTable: 0.1.0/withdrawn.json: no list of what was withdrawn; get the dataset anew
    """
    try:
        read: Any = json.loads(data)
        hashes = read["content_sha256_before"]
        if not all(isinstance(one, str) and len(one) == 64 and one.isalnum() for one in hashes):
            raise ValueError
        return Withdrawn(tuple(Tombstone.model_validate(one) for one in read["withdrawn"]), tuple(hashes))
    except (ValueError, TypeError, KeyError, RecursionError, ValidationError):
        raise InvalidTable(f"{where}/{NAME}: no list of what was withdrawn; get the dataset anew") from None
