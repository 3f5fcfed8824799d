"""Whatever is damaged is found and named."""

import json

import polars as pl
import pytest

from dodomu import dataset
from dodomu.errors import NoDataset


def test_what_was_just_written_is_whole(folder):
    assert dataset.verify(folder) == []


def test_no_dataset_is_an_error_that_says_what_to_do(tmp_path):
    with pytest.raises(NoDataset, match="dodomu build"):
        dataset.verify(tmp_path)


@pytest.mark.parametrize(
    "name", ["events.parquet", "events.csv", "README.md", "datapackage.json", "schemas/events.json"]
)
def test_a_changed_byte_and_a_missing_file_are_found(folder, name):
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert any(fault.startswith(f"{name}: is not what was written") for fault in dataset.verify(folder))
    (folder / name).unlink()
    assert f"{name}: is missing" in dataset.verify(folder)


def test_a_file_that_does_not_belong_is_found(folder):
    (folder / "extra.txt").write_text("x")
    assert dataset.verify(folder) == ["extra.txt: does not belong here"]


@pytest.mark.parametrize("text", ["{", "{}", "[]", '{"name": "dodomu", "version": null, "tables": 1, "files": {}}'])
def test_a_manifest_that_is_none_is_one_fault(folder, text):
    (folder / "manifest.json").write_text(text)
    [fault] = dataset.verify(folder)
    assert "not the manifest of a dataset" in fault


def falsify(folder, name, **columns):
    """Change a table, and make all checksums right again."""
    rows = pl.read_parquet(folder / f"{name}.parquet").with_columns(**columns)
    rows.write_parquet(folder / f"{name}.parquet")
    dataset.seal(folder)


def test_a_changed_cell_is_found_though_every_checksum_was_made_to_fit(folder):
    falsify(folder, "events", count=pl.col("count") + 1, count_low=pl.col("count") + 1, count_high=pl.col("count") + 1)
    assert "events: its content is not what manifest.json says" in dataset.verify(folder)
    assert "events.csv: does not hold what events.parquet holds" in dataset.verify(folder)


@pytest.mark.parametrize(
    ("name", "columns", "fault"),
    [
        ("evidence", {"start": pl.col("start") + 1, "end": pl.col("end") + 1}, "the article has other words at 2"),
        ("mentions", {"event_id": pl.lit("e-9")}, "events has no e-9"),
        ("events", {"status": pl.lit("maybe")}, "events.status of e-1"),
        ("articles", {"published": pl.lit("13.12.2025")}, "articles.published of a"),
    ],
)
def test_what_breaks_the_models_is_found(folder, name, columns, fault):
    falsify(folder, name, **columns)
    assert any(fault in found for found in dataset.verify(folder))


def test_a_version_is_judged_by_the_schemas_it_carries(folder):
    path = folder / "schemas" / "events.json"
    schema = json.loads(path.read_text("utf-8"))
    schema["properties"]["status"]["enum"] = ["planned"]
    path.write_text(json.dumps(schema, ensure_ascii=False), "utf-8")
    dataset.seal(folder)
    assert dataset.verify(folder) == ["events, row 1: 'occurred' is not one of ['planned']"]
