"""Quality may only rise: what extraction scores on annotated articles stays above its floors.

`gold_floors.json` holds the floors and the hash of the articles they were measured on. When a figure has risen, raise
its floor (``python tests/refresh.py``); a floor that is lowered needs a reason in the commit that lowers it.
"""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from dodomu import evaluate
from dodomu.extract import extract

HERE = Path(__file__).parent
GOLD = HERE / "gold"
PINNED = json.loads((HERE / "gold_floors.json").read_text("utf-8"))
SLACK = 0.02


@pytest.fixture(scope="module")
def figures():
    marked = evaluate.read_gold(GOLD)
    return evaluate.figures([evaluate.counts_of(one, extract(one.article)) for one in marked])


def test_the_annotated_articles_are_those_the_floors_were_measured_on():
    content = b"".join(path.name.encode() + b"\0" + path.read_bytes() for path in sorted(GOLD.iterdir()))
    assert sha256(content).hexdigest() == PINNED["sha256_of_gold"]


def test_every_figure_has_a_floor(figures):
    assert PINNED["floors"].keys() == figures.keys()


@pytest.mark.parametrize("what", PINNED["floors"])
def test_no_figure_falls_below_its_floor(figures, what):
    assert figures[what].value >= PINNED["floors"][what]


def test_floors_are_raised_when_figures_rise(figures):
    behind = {
        what: round(figures[what].value, 3)
        for what, floor in PINNED["floors"].items()
        if figures[what].value > floor + SLACK
    }
    assert not behind, "raise the floors: python tests/refresh.py"
