"""``datapackage.json``: the dataset described for other tools (Data Package 2)."""

import json
from collections.abc import Mapping
from typing import Any

import polars as pl

from dodomu.dataset.formats import LIST_DELIMITER
from dodomu.dataset.schemas import schema
from dodomu.models import TABLES, Table

ANNOTATIONS = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
ARTICLES = {"name": "other-closed", "title": "The text of each article stays its publisher's; see its column «rights»"}

_CONSTRAINTS = {"enum": "enum", "pattern": "pattern", "minimum": "minimum", "minLength": "minLength"}


def datapackage(tables: Mapping[str, pl.DataFrame], version: str | None) -> str:
    """Describe a dataset: its files, and every column of every table."""
    described = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "dodomu",
        "title": "Додому: releases from captivity in Ukrainian news",
        "description": "Events (who was released, pardoned, exchanged or brought home) and quotes (who said what) "
        "read from Ukrainian news articles, with the words of the articles that every cell stands on.",
        "version": version,
        "keywords": ["ukrainian", "news", "events", "quotes", "prisoner exchange", "release from captivity"],
        "licenses": [ANNOTATIONS],
        "sources": _sources(tables["articles"]),
        "resources": [resource for name in tables for resource in _resources(TABLES[name])],
    }
    kept = {key: value for key, value in described.items() if value not in (None, [])}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


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


def _resources(table: Table) -> list[dict[str, Any]]:
    about = {"title": table.en, "title_uk": table.uk}
    if table.name == "articles":
        about["licenses"] = [ARTICLES]
    return [
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            **about,
            "schema": table_schema(table),
        },
        {
            "name": f"{table.name}-parquet",
            "path": f"{table.name}.parquet",
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            **about,
        },
    ]


def _sources(articles: pl.DataFrame) -> list[dict[str, str]]:
    sources = []
    for article_id, publisher, url in articles.select("article_id", "publisher", "url").iter_rows():
        title = f"{publisher}: {article_id}" if publisher else article_id
        sources.append({"title": title} | ({"path": url} if url else {}))
    return sources
