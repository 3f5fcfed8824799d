"""``croissant.json`` and ``dataset.jsonld``: the dataset described in the words of Croissant 1.0 and schema.org."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import polars as pl

from dodomu.dataset import about
from dodomu.dataset.formats import LIST_DELIMITER
from dodomu.dataset.package import value_of
from dodomu.dataset.schemas import schema
from dodomu.models import TABLES

_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "array": "sc:Text",
}


def croissant(
    tables: Mapping[str, pl.DataFrame], files: Mapping[str, bytes], version: str | None, content_hash: str
) -> str:
    """Describe a dataset: its files with their checksums, and the columns of every table as record sets."""
    described = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        **schema_org(tables, version, content_hash),
        "citeAs": about.citation(version, content_hash),
        "isLiveDataset": False,
        "distribution": [_file(name, data) for name, data in files.items() if name.endswith((".csv", ".parquet"))],
        "recordSet": [_records(name) for name in tables],
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def json_ld(tables: Mapping[str, pl.DataFrame], version: str | None, content_hash: str) -> str:
    """Describe a dataset for search engines and archives (schema.org/Dataset, JSON-LD)."""
    files = [
        {
            "@type": "DataDownload",
            "name": f"{name}.{ending}",
            "contentUrl": f"{name}.{ending}",
            "encodingFormat": _FORMATS[ending],
        }
        for name in tables
        for ending in _FORMATS
    ]
    described = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **schema_org(tables, version, content_hash),
        "variableMeasured": [
            {"@type": "PropertyValue", "name": f"{name}.{column}", "description": derived["description"]}
            for name in tables
            for column, derived in schema(TABLES[name])["properties"].items()
        ],
        "distribution": files,
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


_FORMATS = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def schema_org(tables: Mapping[str, pl.DataFrame], version: str | None, content_hash: str) -> dict[str, Any]:
    """Give what schema.org says of a dataset, which Croissant says too."""
    articles = tables["articles"]
    return about.without_nothing(
        {
            "name": about.NAME,
            "alternateName": about.TITLE,
            "description": about.DESCRIPTION,
            "version": version,
            "identifier": f"sha256:{content_hash}",
            "license": about.LICENCE,
            "creator": {"@type": "Organization", "name": about.AUTHORS},
            "keywords": list(about.KEYWORDS),
            "inLanguage": sorted(articles["lang"].unique()),
            "isAccessibleForFree": True,
            "temporalCoverage": about.temporal_coverage(articles),
            "isBasedOn": [one["path"] for one in about.sources(articles) if "path" in one],
        }
    )


def _file(name: str, data: bytes) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "contentUrl": name,
        "contentSize": f"{len(data)} B",
        "encodingFormat": _FORMATS[name.rpartition(".")[2]],
        "sha256": sha256(data).hexdigest(),
    }


def _records(name: str) -> dict[str, Any]:
    table = TABLES[name]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": table.en,
        "key": [{"@id": f"{name}/{column}"} for column in table.key],
        "field": [_field(name, column, derived) for column, derived in schema(table)["properties"].items()],
    }


def _field(table: str, column: str, derived: Mapping[str, Any]) -> dict[str, Any]:
    kind, _ = value_of(derived)
    source: dict[str, Any] = {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": column}}
    described: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table}/{column}",
        "name": column,
        "description": derived["description"],
        "dataType": "sc:Date" if kind.get("format") == "date" else _TYPES[kind["type"]],
        "source": source,
    }
    if kind["type"] == "array":
        source["transform"] = {"separator": LIST_DELIMITER}
        described["repeated"] = True
    target = TABLES[table].points_to.get(column)
    if target and target != table:  # readers take a record set that refers to itself for a circle
        described["references"] = {"field": {"@id": f"{target}/{TABLES[target].key[0]}"}}
    return described
