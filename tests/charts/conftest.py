"""A dataset with everything that pictures draw: annotated articles, acts of speech, the curated reference."""

from pathlib import Path

import polars as pl
import pytest

from dodomu.dataset import Dataset, reference
from dodomu.models.vocabulary import ACTS
from dodomu.tables import frame

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def known_releases():
    return frame("known_releases", reference.read(ROOT / "seeds" / "reference" / "known_releases.tsv"))


@pytest.fixture(scope="session")
def rich(gold_dataset, known_releases):
    ds = gold_dataset("seed", "d04", "d08", "d11")
    quotes = ds.quotes.with_columns(act=pl.Series([ACTS[n % len(ACTS)] for n in range(len(ds.quotes))]))
    return Dataset(
        {**{name: ds.table(name) for name in ds.tables}, "quotes": quotes, "known_releases": known_releases},
        version="0.1.0",
    )


@pytest.fixture(scope="session")
def empty(gold_dataset):
    ds = gold_dataset("seed")
    return Dataset({name: ds.table(name).clear() for name in ds.tables}, version="0.1.0")
