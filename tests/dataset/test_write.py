"""A dataset on disk: what is there, and that it is the same every time."""

import csv
import json
import subprocess

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from dodomu import dataset
from dodomu.errors import BadOutput
from dodomu.models import TABLES

BUILT = [name for name in TABLES if name != "history"]


def everything(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_table_is_there_twice_and_described(folder):
    expected = {f"{name}.{ending}" for name in BUILT for ending in ("parquet", "csv")}
    expected |= {f"schemas/{name}.json" for name in BUILT}
    described = {"datapackage.json", "croissant.json", "dataset.jsonld", "zenodo.json", "README.md"}
    assert set(everything(folder)) == expected | described | {"manifest.json", "SHA256SUMS"}


def test_what_was_written_is_read_back(folder, tables):
    ds = dataset.open(folder)
    for name in BUILT:
        assert_frame_equal(getattr(ds, name), tables[name])


def test_csv_holds_the_same_and_joins_lists(folder, tables):
    for name in BUILT:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        for read, row in zip(rows, tables[name].iter_rows(named=True), strict=True):
            for column, value in row.items():
                text = ";".join(value) if isinstance(value, list) else "" if value is None else str(value)
                assert read[column] == text, f"{name}.{column}"


def test_two_folders_have_the_same_bytes(folder, tables, tmp_path):
    again = dataset.write(tables, tmp_path / "elsewhere" / "again")
    assert everything(again) == everything(folder)


def test_sha256sum_accepts_it(folder):
    checked = subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True)
    assert checked.returncode == 0, checked.stdout


def test_a_picture_added_and_sealed_belongs_to_it(folder):
    (folder / "timeline.svg").write_text("<svg/>")
    assert dataset.verify(folder) == ["timeline.svg: does not belong here"]
    dataset.seal(folder)
    assert dataset.verify(folder) == []
    assert "timeline.svg" in dataset.files_of(folder)


def test_a_folder_with_something_in_it_is_left_alone(tables, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(BadOutput, match="is not empty"):
        dataset.write(tables, tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_one_clear_line(tables, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadOutput, match="cannot be written"):
        dataset.write(tables, tmp_path / "file" / "build")


def test_the_content_hash_is_of_what_is_there_not_of_its_order(tables):
    again = dict(tables) | {"evidence": tables["evidence"].reverse()}
    changed = dict(tables) | {"gaps": tables["gaps"].with_columns(reason=pl.lit("ambiguous"))}
    hashes = [dataset.Dataset(each).content_hash for each in (tables, again, changed)]
    assert hashes[0] == hashes[1] != hashes[2]


def test_the_manifest_tells_rows_columns_and_hashes(folder, tables):
    known = json.loads((folder / "manifest.json").read_text())
    assert known["version"] is None
    assert known["tables"]["events"]["rows"] == 1
    assert known["tables"]["events"]["columns"] == tables["events"].columns
    assert known["content_sha256"] == dataset.Dataset(tables).content_hash
    assert set(known["files"]) | {"manifest.json", "SHA256SUMS"} == set(everything(folder))


def test_a_version_says_its_number(tables, tmp_path):
    released = dataset.open(dataset.write(tables, tmp_path / "1.2.0", version="1.2.0"))
    assert released.version == "1.2.0"
    assert (tmp_path / "1.2.0" / "README.md").read_text("utf-8").startswith("# Додому 1.2.0\n")
    assert json.loads((tmp_path / "1.2.0" / "datapackage.json").read_text("utf-8"))["version"] == "1.2.0"
