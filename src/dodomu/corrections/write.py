"""Entries are written down at the end of the file of corrections; what stands there stays, comments and all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dodomu.corrections.entry import Correction
from dodomu.corrections.read import parse, read
from dodomu.errors import MissingExtra
from dodomu.whole import whole_file

_HEAD = """\
# What people decided on the records of this dataset, one entry a decision: see docs/corrections.md.
"""
_ORDER = ("do", "record", "records", "field", "add", "article", "text", "start", "name", "set", "words", "by", "on")
_ORDER += ("why", "seen")


def append(path: str | Path, entries: Sequence[Correction]) -> list[Correction]:
    """Write entries down at the end of a file, all or none; a file that is not there is made.

    Returns
    -------
    list of Correction
        The entries with their places in the file.
    """
    path = Path(path)
    before = path.read_bytes().decode("utf-8-sig") if read(path) or path.exists() else _HEAD
    if before and not before.endswith("\n"):
        before += "\n"
    text = before + "".join(f"\n{toml(entry)}" for entry in entries)
    written = parse(text.encode(), path.name)  # nothing is written that cannot be read again
    with whole_file(path) as part:
        part.write_bytes(text.encode())
    return written[len(written) - len(entries) :]


def toml(entry: Correction) -> str:
    """Write an entry as TOML.

    Examples
    --------
    >>> print(toml(Correction(do="public", name="Олена Ковтун", by="О. Коваль", on="2025-12-14", why="депутатка")))
    [[correction]]
    do = "public"
    name = "Олена Ковтун"
    by = "О. Коваль"
    on = 2025-12-14
    why = "депутатка"
    <BLANKLINE>
    """
    try:
        import tomlkit
    except ImportError as error:
        raise MissingExtra("writing corrections", "extract") from error
    table = tomlkit.table()
    given = entry.model_dump(exclude_defaults=True)
    for key in _ORDER:
        if key in given:
            table.add(key, _inline(given[key]) if isinstance(given[key], dict) else given[key])
    if given.get("anchor"):
        anchors = tomlkit.aot()
        for anchor in given["anchor"]:
            anchors.append(tomlkit.item(anchor))
        table.add("anchor", anchors)
    entries = tomlkit.aot()
    entries.append(table)
    document = tomlkit.document()
    document.add("correction", entries)
    return tomlkit.dumps(document)


def _inline(values: dict[str, Any]) -> Any:
    import tomlkit

    made = tomlkit.inline_table()
    for key, value in values.items():
        made.add(key, "" if value in (None, []) else value)
    return made
