"""JSON Schema (2020-12) of every table, derived from its record."""

import json
from pathlib import Path
from typing import Any

from dodomu.errors import BadOutput
from dodomu.models import TABLES, Table
from dodomu.models.catalog import SCHEMA_VERSION


def schema(table: Table) -> dict[str, Any]:
    """Derive the schema of a row of a table.

    Every column is required, for a row of a file has all of them; one that may be empty allows null.

    Examples
    --------
    >>> schema(TABLES["gaps"])["properties"]["reason"]["description"]
    'Why it is empty'
    """
    derived = table.model.model_json_schema(mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dodomu:schema:{SCHEMA_VERSION}:{table.name}",
        "title": table.name,
        "description": table.en,
        "description_uk": table.uk,
        "type": "object",
        "properties": {name: _property(derived["properties"][name]) for name in table.model.columns()},
        "required": list(table.model.columns()),
        "additionalProperties": False,
    }


def files() -> dict[str, str]:
    """Give the text of every schema's file, by its name."""
    return {f"{name}.json": _text(schema(table)) for name, table in TABLES.items()}


def write(folder: str | Path) -> Path:
    """Write the schemas into the folder of their version, and say which that is."""
    target = Path(folder) / SCHEMA_VERSION
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, text in files().items():
            (target / name).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise BadOutput(f"{target}: cannot be written ({error.strerror}); choose another folder with -o") from None
    return target


def check(folder: str | Path) -> list[str]:
    """Say which files of the schemas are out of date, a line each."""
    target = Path(folder) / SCHEMA_VERSION
    wanted = files()
    there = {path.name: path for path in sorted(target.glob("*.json"))} if target.is_dir() else {}
    faults = [f"{target / name}: is missing" for name in wanted if name not in there]
    faults += [
        f"{there[name]}: differs from the models"
        for name, text in wanted.items()
        if name in there and there[name].read_bytes() != text.encode()
    ]
    return faults + [f"{path}: no table of this name" for name, path in there.items() if name not in wanted]


def _property(derived: dict[str, Any]) -> dict[str, Any]:
    """Put the description first and leave out what only Python needs."""
    first = {name: derived[name] for name in ("description", "description_uk", "unit") if name in derived}
    return first | {name: value for name, value in derived.items() if name not in (*first, "title", "default")}


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
