"""Checkers that hold drafts to the article it all began with, and to the annotated ones, with the known releases."""

from pathlib import Path

import pytest

from dodomu import resolve, sources
from dodomu.check import Checker
from dodomu.dataset import Dataset
from dodomu.dataset.reference import read as read_reference
from dodomu.extract import extract
from dodomu.models import Article
from dodomu.tables import frames

ROOT = Path(__file__).parents[2]
SEEDS, GOLD = ROOT / "seeds", ROOT / "tests" / "gold"


def dataset_of(paths):
    known = read_reference(SEEDS / "reference" / "known_releases.tsv")
    return Dataset(frames(resolve.resolve([extract(article) for article in sources.read(paths)], known)))


@pytest.fixture(scope="session")
def seed_data():
    """The dataset of the article it all began with."""
    return dataset_of(SEEDS.glob("*.txt"))


@pytest.fixture(scope="session")
def seed(seed_data):
    """Give a function that checks a draft against the article it all began with."""
    return _checking(Checker(seed_data))


@pytest.fixture(scope="session")
def gold():
    """Give a function that checks a draft against the annotated articles."""
    return _checking(Checker(dataset_of([GOLD])))


def _checking(checker):
    def check(text, published=None):
        return checker.check(Article(article_id="draft", source="draft.txt", text=text, published=published))

    return check
