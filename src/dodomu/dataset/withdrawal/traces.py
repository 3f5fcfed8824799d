"""Everything in a folder that can be read, to be looked through for what must not be there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from dodomu.dataset.manifest import files_in


def texts_in(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Give the texts of each file: the cells of a Parquet file, the strings of JSON, else the whole."""
    for name, path in files_in(folder).items():
        if name.endswith(".parquet"):
            yield name, [text for column in pl.read_parquet(path) for text in _strings(column.to_list())]
        elif name.endswith((".json", ".jsonld")):
            yield name, list(_strings(json.loads(path.read_text("utf-8"))))
        else:
            yield name, [path.read_bytes().decode("utf-8", errors="replace")]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
