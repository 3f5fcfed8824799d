"""The file of corrections is read: everything that is wrong with it is said in one line, by the number of the entry."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dodomu.corrections.entry import ACTIONS, Correction
from dodomu.corrections.lines import one_line
from dodomu.errors import BadInput, did_you_mean
from dodomu.toml import toml_tables

NAME = "corrections.toml"
"""The name of the file, which stands beside the articles."""

LARGEST = 64 * 1024 * 1024


def read(path: str | Path) -> list[Correction]:
    """Read the corrections of a file, in their order; none where there is no file.

    Raises
    ------
    BadInput
        When the file cannot be read, or an entry is not as it should be.

    Examples
    --------
    >>> read("nowhere/corrections.toml")
    []
    """
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(path, f"is larger than {LARGEST >> 20} MiB; no hand wrote that, put the right file there")
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BadInput(path, f"cannot be read ({error.strerror}); check its permissions") from None
    return parse(data, path.name)


def parse(data: bytes, source: str) -> list[Correction]:
    """Read the corrections that bytes hold."""
    tables = toml_tables(data, source)
    for key in tables:
        if key != "correction":
            raise BadInput(source, f"unknown key «{one_line(key)[:80]}»; every entry begins with [[correction]]")
    entries = tables.get("correction", [])
    if not isinstance(entries, list):
        raise BadInput(source, "[correction] has one pair of brackets; every entry begins with [[correction]]")
    return [entry_of(one, f"{source}, entry {number}").numbered(number) for number, one in enumerate(entries, 1)]


def entry_of(data: Any, source: str) -> Correction:
    """Make an entry of what a file or a command gives, or say in one line what is wrong with it."""
    if not isinstance(data, dict):
        raise BadInput(source, "is no table; every entry begins with [[correction]]")
    try:
        return Correction.model_validate(data)
    except ValidationError as error:
        raise BadInput(source, _problem(error)) from None


def _problem(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    where = [str(part) for part in first["loc"]]
    key = one_line(where[-1])[:80] if where else ""
    if first["type"] == "extra_forbidden":
        known = [name for name in Correction.model_fields if name not in ("number",)]
        return f"unknown key «{key}»; {did_you_mean(key, known if len(where) == 1 else ('article', 'exact'))}"
    if first["type"] == "missing":
        return f"has no «{'.'.join(where)}»; add it"
    if where == ["do"]:
        return f"«do» is wrong: {did_you_mean(str(first['input'])[:80], ACTIONS)}"
    said = one_line(first["msg"].removeprefix("Value error, "))[:500]
    return f"«{one_line('.'.join(where))[:80]}» is wrong: {said}; correct it" if where else said
