"""Which rows of which data a file holds, checked before anything is done with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dodomu.dataset.released import is_version

NOTHING = "carries nothing that says which rows are in it: name a file that chart, report or export wrote"
DAMAGED = "is damaged: get it anew"

_HASH = re.compile("[0-9a-f]{64}")
_MARK = re.compile("[0-9a-f]{8}")
_LONGEST = 200
_MOST = 5_000_000


class Unreadable(Exception):
    """What a file says cannot be read; the message says why, without the file's name."""


@dataclass(frozen=True)
class Origin:
    """Which rows of which data a file holds.

    Attributes
    ----------
    version, content_hash
        The data; the version is None where it was not released.
    rows
        The ids of its records, each once, with the fingerprint of what it said where the file has one.
    """

    version: str | None
    content_hash: str
    rows: Mapping[str, str] = field(default_factory=dict)


def origin_of(said: Any) -> Origin:
    """Check what a file says.

    Examples
    --------
    >>> origin_of({"version": "0.1.0", "content_hash": "ab" * 32, "rows": ["e-1"]}).rows
    {'e-1': ''}
    >>> origin_of({"rows": [[]]})
    Traceback (most recent call last):
    dodomu.exports.carried.origin.Unreadable: carries nothing that says which rows are in it: ...
    """
    if not isinstance(said, dict):
        raise Unreadable(NOTHING)
    version, content_hash = said.get("version"), said.get("content_hash")
    rows, marks, known = (said.get(name, []) for name in ("rows", "fingerprints", "known_releases"))
    if (
        not isinstance(content_hash, str)
        or not _HASH.fullmatch(content_hash)
        or not (version is None or (isinstance(version, str) and is_version(version)))
        or not _ids(rows)
        or not _ids(known)
        or not isinstance(marks, list)
    ):
        raise Unreadable(NOTHING)
    marked = marks if len(marks) == len(rows) else [""] * len(rows)
    sound = (mark if isinstance(mark, str) and _MARK.fullmatch(mark) else "" for mark in marked)
    return Origin(version, content_hash, dict(zip(rows, sound, strict=True)) | dict.fromkeys(known, ""))


def _ids(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= _MOST
        and all(isinstance(one, str) and 0 < len(one) <= _LONGEST and one.isprintable() for one in value)
    )
