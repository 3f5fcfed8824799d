"""Whatever is damaged is found and named."""

import json
import shutil
from random import Random

import polars as pl
import pytest

from dodomu import dataset
from dodomu.dataset import release_tables
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
    assert dataset.verify(folder) == ["events.status, row 1: 'occurred' is not one of: planned"]


@pytest.fixture
def version(tables, tmp_path):
    return release_tables(tables, tmp_path / "versions").path


def flipped(version, name, places):
    """Flip one bit at each place of a file in turn; give the places where nobody noticed."""
    path = version / name
    whole = path.read_bytes()
    missed = []
    for place, bit in places(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << bit)]) + whole[place + 1 :])
        if not dataset.verify(version):
            missed.append((name, place, bit))
    path.write_bytes(whole)
    return missed


def test_one_flipped_bit_of_any_file_is_found(version):
    random = Random(123)

    def some(size):
        return [(size - 1, 0), (random.randrange(size), random.randrange(8))]

    names = [path.relative_to(version).as_posix() for path in sorted(version.rglob("*")) if path.is_file()]
    assert {"manifest.json", "SHA256SUMS", "CHANGELOG.md", "croissant.json", "history.parquet"} <= set(names)
    assert [miss for name in names for miss in flipped(version, name, some)] == []
    assert dataset.verify(version) == []


@pytest.mark.slow
def test_one_flipped_bit_anywhere_is_found(version):
    def everywhere(size):
        return [(place, place % 8) for place in range(size)]

    def widely(size):
        return [(place, place % 8) for place in range(0, size, 13)]

    assert flipped(version, "SHA256SUMS", everywhere) == []
    for name in ("manifest.json", "quotes.csv", "events.parquet", "croissant.json"):
        assert flipped(version, name, widely) == []


def test_line_ends_and_spaces_of_the_sums_count(version):
    whole = (version / "SHA256SUMS").read_bytes()
    marks = [place for place, byte in enumerate(whole) if byte in b" \n"]
    assert (
        flipped(
            version, "SHA256SUMS", lambda size: [(place, bit) for place in (marks[0], marks[2]) for bit in range(8)]
        )
        == []
    )


def test_all_faults_are_told_at_once(version):
    (version / "README.md").write_text("x")
    (version / "quotes.csv").unlink()
    (version / "extra").write_text("x")
    rows = pl.read_parquet(version / "gaps.parquet").with_columns(record_id=pl.lit("m-404"))
    rows.write_parquet(version / "gaps.parquet")
    faults = dataset.verify(version)
    for name in ("README.md", "quotes.csv", "extra", "gaps.parquet"):
        assert any(fault.startswith(name) for fault in faults)


@pytest.mark.parametrize(
    ("name", "columns", "fault"),
    [
        ("evidence", {"record_id": pl.lit("m-404")}, "there is no record m-404"),
        ("evidence", {"field": pl.lit("colour")}, "has no column colour"),
        ("gaps", {"record_id": pl.lit("m-404")}, "gaps of m-404 / date: there is no record m-404"),
        ("events", {"n_mentions": pl.lit(2, pl.Int64)}, "events of e-1: says 2 mentions in 1 articles, has 1 in 1"),
        ("events", {"known_releases": pl.lit(["gone:same"])}, "known_releases has no gone"),
        ("quotes", {"speaker": pl.lit(None, pl.String)}, "quotes.speaker of q-1: empty"),
        ("quotes", {"speaker_id": pl.lit("nobody")}, "actors has no nobody"),
        ("history", {"withdrawn": pl.lit("0.1.0")}, "says that it is no more"),
        ("history", {"record_id": pl.lit("z-") + pl.col("record_id")}, "does not know e-1"),
    ],
)
def test_what_the_tables_say_of_each_other_is_checked(version, name, columns, fault):
    falsify(version, name, **columns)
    assert any(fault in found for found in dataset.verify(version))


def test_columns_that_are_missing_are_named_not_stumbled_over(version):
    pl.read_parquet(version / "events.parquet").drop("event_id", "status").write_parquet(version / "events.parquet")
    dataset.seal(version)
    faults = dataset.verify(version)
    assert any("column «event_id» is missing" in fault for fault in faults)


def test_a_version_under_another_number_is_found(version):
    moved = version.with_name("0.2.0")
    shutil.copytree(version, moved)
    assert dataset.verify(moved) == ["manifest.json: is of version 0.1.0, not 0.2.0"]


def test_a_table_that_is_no_parquet_at_all_is_one_fault(version):
    (version / "events.parquet").write_bytes(b"PAR1" + bytes(200) + b"PAR1")
    dataset.seal(version)
    assert "events.parquet: cannot be read" in dataset.verify(version)


@pytest.mark.slow
def test_damage_under_sums_that_fit_never_crashes(version, tmp_path):
    random = Random(7)
    whole = (version / "mentions.parquet").read_bytes()
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(random.randrange(1, 6)):
            data[random.randrange(len(data))] = random.randrange(256)
        (version / "mentions.parquet").write_bytes(bytes(data))
        dataset.seal(version)
        assert isinstance(dataset.verify(version), list)


def test_keys_and_links_of_a_version_of_long_ago_are_checked_too(version):
    path = version / "schemas" / "actors.json"
    schema = json.loads(path.read_text("utf-8"))
    schema["properties"]["kind"]["enum"].append("rumour")
    path.write_text(json.dumps(schema, ensure_ascii=False), "utf-8")
    dataset.seal(version)
    assert dataset.verify(version) == []
    falsify(version, "quotes", speaker_id=pl.lit("nobody"))
    assert any("actors has no nobody" in fault for fault in dataset.verify(version))


def test_a_row_and_a_link_that_are_wrong_are_told_in_one_run(version):
    falsify(version, "events", n_mentions=pl.lit(2, pl.Int64), status=pl.lit("maybe"))
    faults = dataset.verify(version)
    assert any("events.status of e-1" in fault for fault in faults)
    assert any("says 2 mentions" in fault for fault in faults)
