"""Two hundred articles make one report that stays small and leaves nothing out."""

import re
from pathlib import Path

import pytest

from dodomu.batch import extractions
from dodomu.dataset import Dataset
from dodomu.report import report
from dodomu.resolve import resolve
from dodomu.sources import read
from dodomu.tables import frames

TESTS = Path(__file__).parents[1]
ARTICLES = 200


@pytest.fixture(scope="module")
def text(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    once = [path for place in ("gold", "articles") for path in sorted((TESTS / place).rglob("*.txt"))]
    for n in range(ARTICLES):
        words = once[n % len(once)].read_bytes().decode()
        (folder / f"a{n:03}.txt").write_bytes(f"{words}\n\nВипуск {n}.\n".encode())
    return report(Dataset(frames(resolve(list(extractions(read([folder])))))), "uk")


def test_it_is_small_and_holds_every_article(text):
    assert len(text.encode()) < 9_000_000
    assert len(re.findall(r'<article id="a\d{3}"', text)) == ARTICLES
    assert 'id="articles" class="many"' in text
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', text)) <= set(ids)


def test_what_is_long_is_folded_until_asked_for(text):
    folded = re.findall(r"<details>.*?</details>", text, re.DOTALL)
    assert len(folded) == 2
    assert sum(len(part) for part in folded) > len(text) / 5
