"""Exports of annotated articles, and of data with what exports must survive."""

import polars as pl
import pytest

from dodomu.dataset import Dataset
from dodomu.exports import FORMATS, export


@pytest.fixture(scope="session")
def ds(gold_dataset):
    """All annotated articles, as a released version."""
    return gold_dataset(url="https://example.org/a?b=1&c=2")


@pytest.fixture(scope="session")
def exported(ds, tmp_path_factory):
    """Give a function that exports a dataset and reads the bytes."""
    made = {}

    def make(name, dataset=ds, lang="uk"):
        key = (name, id(dataset), lang)
        if key not in made:
            path = tmp_path_factory.mktemp("exported") / f"file{FORMATS[name].ending}"
            made[key] = export(dataset, name, path, lang=lang).read_bytes(), dataset
        return made[key][0]

    return make


@pytest.fixture(scope="session")
def with_words():
    """Give a function that puts words into every text that an export shows."""

    def make(ds, words):
        tables = {name: ds.table(name) for name in ds.tables}
        tables["articles"] = tables["articles"].with_columns(title=pl.lit(words), publisher=pl.lit(words))
        tables["quotes"] = tables["quotes"].with_columns(text=pl.lit(words), speaker=pl.lit(words), note=pl.lit(words))
        tables["events"] = tables["events"].with_columns(place=pl.lit(words), agents=pl.lit([words]))
        return Dataset(tables, version=ds.version)

    return make
