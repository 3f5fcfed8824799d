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


def rows(path, *changed):
    """Write a good row, and one more for each set of changes."""
    good = {"release_id": "a", "date": "2025-11-22", "date_precision": "day", "released_total": "31"}
    good |= {"released_low": "31", "released_high": "31", "group": "civilians", "from": "BY", "to": "UA"}
    good |= {"kind": "return", "verified": "yes", "source_url": "https://a.example/ | https://b.example/"}
    lines = [good, *(good | {"release_id": f"b{n}"} | change for n, change in enumerate(changed))]
    path.write_text("\n".join("\t".join(line) for line in [list(good), *(line.values() for line in lines)]) + "\n")
    return path


def test_every_address_is_kept(tmp_path):
    [row] = reference.read(rows(tmp_path / "known.tsv"))
    assert row.source_url == ["https://a.example/", "https://b.example/"]
    told = sum(line.count("http") for line in SEEDS.read_text("utf-8").splitlines())
    assert sum(len(row.source_url) for row in reference.read(SEEDS)) == told


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"release_id": "a"}, "release_id: «a» stands above"),
        ({"source_url": ""}, "source_url is empty"),
        ({"to": ""}, "destination is empty"),
        ({"released_low": "32"}, "released_total is not between"),
        ({"released_total": "30"}, "released_total is not between"),
        ({"kind": "gift"}, "kind"),
        ({"verified": "yes\tno"}, "more cells than there are columns"),
    ],
)
def test_a_row_that_cannot_be_is_refused_by_its_line(tmp_path, change, problem):
    with pytest.raises(BadInput, match=f"known.tsv#3: .*{problem}"):
        reference.read(rows(tmp_path / "known.tsv", change))
