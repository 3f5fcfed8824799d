"""The curated reference table."""

from pathlib import Path

import pytest

from dodomu.dataset import reference
from dodomu.errors import BadInput
from dodomu.resolve import Records
from dodomu.tables import frames

SEEDS = Path(__file__).parents[2] / "seeds" / "reference" / "known_releases.tsv"


def test_every_row_is_read():
    rows = reference.read(SEEDS)
    assert len(rows) == 126
    assert len(frames(Records(known_releases=rows))["known_releases"]) == 126
    assert all(url.startswith("http") for row in rows for url in row.source_url)
    [row] = [row for row in rows if row.release_id == "2025-11-22-by-ua"]
    assert (row.origin, row.destination, row.released_total) == (["BY"], ["UA"], 31)


def test_a_wrong_row_is_named(tmp_path):
    path = tmp_path / "known.tsv"
    path.write_text("release_id\tdate\nx\t2025-13-01\n")
    with pytest.raises(BadInput, match=r"known.tsv#2: date"):
        reference.read(path)
