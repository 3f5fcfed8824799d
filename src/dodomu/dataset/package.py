"""``datapackage.json``: the dataset described for other tools (Data Package 2)."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import polars as pl

from dodomu.dataset import about
from dodomu.dataset.formats import LIST_DELIMITER
from dodomu.dataset.schemas import schema
from dodomu.models import TABLES, Table

ANNOTATIONS = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": about.LICENCE,
}
ARTICLES = {"name": "other-closed", "title": "The text of each article stays its publisher's; see its column «rights»"}

_CONSTRAINTS = {
    "enum": "enum",
    "pattern": "pattern",
    "minimum": "minimum",
    "maximum": "maximum",
    "minLength": "minLength",
}


def datapackage(tables: Mapping[str, pl.DataFrame], files: Mapping[str, bytes], version: str | None) -> str:
    """Describe a dataset: its files, and every column of every table.

    Parameters
    ----------
    tables
        The frames, by name.
    files
        The bytes of the tables' files; those of the CSV are described by their checksums too.
    version
        The version of the data, if it is one.
    """
    described = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": about.NAME,
        "title": about.TITLE,
        "description": f"{about.DESCRIPTION} {about.DESCRIPTION_UK} {_CSV}",
        "version": version,
        "keywords": list(about.KEYWORDS),
        "contributors": [{"title": about.AUTHORS, "roles": ["author"]}],
        "licenses": [ANNOTATIONS],
        "sources": about.sources(tables["articles"]),
        "resources": [resource for name in tables for resource in _resources(TABLES[name], files)],
    }
    return json.dumps(about.without_nothing(described), ensure_ascii=False, indent=2) + "\n"


_CSV = (
    "In the CSV the entries of a list are joined by a semicolon, and a text that a spreadsheet would run as a formula "
    "has an apostrophe before it."
)


def table_schema(table: Table) -> dict[str, Any]:
    """Describe the columns of a table (Table Schema 2).

    Examples
    --------
    >>> table_schema(TABLES["gaps"])["primaryKey"]
    ['record_id', 'field']
    """
    properties = schema(table)["properties"]
    described = {
        "fields": [field(name, properties[name]) for name in properties],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table.points_to:
        described["foreignKeys"] = [
            {
                "fields": [column],
                "reference": {"resource": "" if target == table.name else target, "fields": [TABLES[target].key[0]]},
            }
            for column, target in table.points_to.items()
        ]
    return described


def field(name: str, derived: Mapping[str, Any]) -> dict[str, Any]:
    """Describe a column, from its part of the JSON Schema.

    Examples
    --------
    >>> field("count", {"description": "How many", "anyOf": [{"type": "integer", "minimum": 0}, {"type": "null"}]})
    {'name': 'count', 'type': 'integer', 'description': 'How many', 'constraints': {'minimum': 0}}
    """
    kind, nullable = value_of(derived)
    described = {"name": name, "type": "date" if kind.get("format") == "date" else kind["type"]}
    if kind["type"] == "array":
        described |= {"type": "list", "delimiter": LIST_DELIMITER, "itemType": "string"}
    described |= {key: derived[key] for key in ("description", "description_uk", "unit") if key in derived}
    constraints = {theirs: kind[ours] for ours, theirs in _CONSTRAINTS.items() if ours in kind}
    # an empty list is an empty cell
    if not nullable and kind["type"] != "array":
        constraints = {"required": True} | constraints
    return described | ({"constraints": constraints} if constraints else {})


def value_of(derived: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """Give the part of a column's schema that is about its value, and whether it may be null."""
    if "anyOf" in derived:
        [kind] = [option for option in derived["anyOf"] if option.get("type") != "null"]
        return kind, True
    return derived, False


def _resources(table: Table, files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    data = files[f"{table.name}.csv"]
    said = {"title": table.en, "title_uk": table.uk}
    if table.name == "articles":
        said["licenses"] = [ARTICLES]
    return [
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(data),
            "hash": f"sha256:{sha256(data).hexdigest()}",
            **said,
            "schema": table_schema(table),
        },
        {
            "name": f"{table.name}-parquet",
            "path": f"{table.name}.parquet",
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            **said,
        },
    ]
