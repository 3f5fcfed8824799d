"""A bundle holds all that is needed to publish a picture, and its bytes are stable."""

import csv
import io
import json
import os
import subprocess
import sys
from zipfile import ZipFile

import pytest

from dodomu.charts import bundle, timeline
from dodomu.dataset import path_of
from dodomu.errors import BadOutput

NEWEST = path_of()


@pytest.fixture(scope="module")
def ds(gold_dataset):
    return gold_dataset("seed")


@pytest.fixture(scope="module")
def packed(ds, tmp_path_factory):
    return bundle(lambda lang: timeline(ds, lang=lang), tmp_path_factory.mktemp("packed") / "t.zip")


@pytest.fixture(scope="module")
def files(packed):
    with ZipFile(packed) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_picture_data_source_citation_and_alternative_text(files, ds):
    assert list(files) == [
        "timeline.svg",
        "timeline.png",
        "timeline.csv",
        "metadata.json",
        "CITATION.txt",
        "citation.bib",
        "alt.uk.txt",
        "alt.en.txt",
    ]
    assert files["timeline.svg"].startswith(b"<svg")
    assert files["timeline.png"].startswith(b"\x89PNG")
    assert json.loads(files["metadata.json"])["content_hash"] == ds.content_hash
    assert ds.content_hash[:16] in files["CITATION.txt"].decode()
    assert ds.content_hash in files["citation.bib"].decode()
    assert files["alt.uk.txt"].decode().startswith("Звільнення та висловлювання.")
    assert files["alt.en.txt"].decode().startswith("Releases and statements.")


def test_the_data_is_exactly_what_is_drawn(files, ds):
    rows = list(csv.DictReader(io.StringIO(files["timeline.csv"].decode())))
    assert {row["id"] for row in rows} == {*ds.events["event_id"], *ds.quotes["quote_id"]}
    assert {row["data_sha256"] for row in rows} == {ds.content_hash}
    assert {row["doubtful"] for row in rows} <= {"true", "false"}
    svg = files["timeline.svg"].decode()
    assert all(row["when"] in svg for row in rows)


def test_the_bytes_are_the_same_in_any_time_zone(packed, tmp_path):
    code = "import sys, dodomu; from dodomu.charts import bundle; ds = dodomu.open(sys.argv[1]); "
    code += "bundle(lambda lang: dodomu.timeline(ds, lang=lang), sys.argv[2])"
    written = []
    for zone in ("Pacific/Kiritimati", "America/St_Johns"):
        target = tmp_path / f"{len(written)}.zip"
        environment = os.environ | {"TZ": zone, "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", code, str(NEWEST), str(target)], env=environment, check=True)
        written.append(target.read_bytes())
    assert written[0] == written[1]


def test_a_place_that_cannot_be_written_is_told_in_one_line(ds, tmp_path):
    with pytest.raises(BadOutput, match="cannot be written"):
        bundle(lambda lang: timeline(ds, lang=lang), tmp_path / "missing" / "t.zip")
