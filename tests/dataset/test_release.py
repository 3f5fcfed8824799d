"""A version of the data is released whole, next in order, and nobody changes it."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import polars as pl
import pytest

from dodomu import dataset
from dodomu.dataset import formats, release_tables
from dodomu.dataset.content import dataset_hash, table_hash
from dodomu.dataset.lock import locked
from dodomu.dataset.released import versions_in
from dodomu.dataset.step import next_version
from dodomu.errors import BadOutput, InvalidTable, Refused, UnknownVersion


def with_note(tables, note):
    return dict(tables) | {"quotes": tables["quotes"].with_columns(note=pl.lit(note))}


def test_the_first_version_is_whole_and_tells_its_history(tables, tmp_path):
    released = release_tables(tables, tmp_path)
    assert (released.version, released.step, released.path) == ("0.1.0", None, tmp_path / "0.1.0")
    assert dataset.verify(released.path) == []
    assert dataset.open(released.path).table("history").height == 3
    assert [path.name for path in tmp_path.iterdir()] == ["0.1.0"]


def test_what_does_not_differ_is_not_released(tables, tmp_path):
    release_tables(tables, tmp_path)
    again = release_tables(tables, tmp_path, as_="major")
    assert (again.version, again.path) == (None, None)
    assert versions_in(tmp_path) == ["0.1.0"]


def test_a_row_that_changed_makes_a_minor_version_that_says_so(tables, tmp_path):
    release_tables(tables, tmp_path)
    released = release_tables(with_note(tables, "see below"), tmp_path)
    assert (released.version, released.step) == ("0.2.0", "minor")
    assert dataset.verify(released.path) == []
    changed = dataset.open(released.path).table("history").filter(pl.col("changed_version") == "0.2.0")
    assert changed.select("record_id", "since_version").rows() == [("q-1", "0.1.0")]
    assert '~ q-1  note: null → "see below"' in (released.path / "CHANGELOG.md").read_text("utf-8")


def test_other_words_about_the_same_tables_make_a_patch(tables, tmp_path):
    before = release_tables(tables, tmp_path).path
    (before / "README.md").write_text("# Said otherwise then\n", "utf-8")
    dataset.seal(before)
    released = release_tables(tables, tmp_path)
    assert (released.version, released.step) == ("0.1.1", "patch")
    old, new = (dataset.open(tmp_path / version) for version in ("0.1.0", "0.1.1"))
    assert old.content_hash == new.content_hash
    assert old.table("history").equals(new.table("history"))


def test_a_value_that_is_no_longer_allowed_makes_a_major_version(tables, tmp_path):
    before = release_tables(tables, tmp_path).path
    path = before / "schemas" / "events.json"
    schema = json.loads(path.read_text("utf-8"))
    schema["properties"]["status"]["enum"].append("rumoured")
    path.write_text(json.dumps(schema), "utf-8")
    dataset.seal(before)
    released = release_tables(tables, tmp_path)
    assert (released.version, released.step) == ("1.0.0", "major")
    assert "column events.status: values removed rumoured" in (released.path / "CHANGELOG.md").read_text("utf-8")


def test_a_smaller_step_than_the_changes_allow_is_refused(tables, tmp_path):
    release_tables(tables, tmp_path)
    for asked in ("patch", "0.1.1", "0.0.9"):
        with pytest.raises(Refused, match=r"too small a step from 0\.1\.0"):
            release_tables(with_note(tables, "x"), tmp_path, as_=asked)
    assert release_tables(with_note(tables, "x"), tmp_path, as_="major").version == "1.0.0"


@pytest.mark.parametrize("asked", ["v1", "../1.0.0", "1.0", "1.0.0/", "/1.0.0", "C:1.0.0", "1.0.0\0", "١.٠.٠", ""])
def test_a_number_that_is_none_is_refused(tables, tmp_path, asked):
    with pytest.raises(UnknownVersion, match="like 0.1.0"):
        release_tables(tables, tmp_path / "into", as_=asked)
    assert [path.name for path in tmp_path.rglob("*")] in ([], ["into"])


@pytest.mark.parametrize(
    ("newest", "step", "asked", "then"),
    [
        ("0.9.9", "patch", None, "0.9.10"),
        ("0.9.9", "patch", "minor", "0.10.0"),
        ("1.2.3", "minor", None, "1.3.0"),
        ("1.2.3", "minor", "1.5.0", "1.5.0"),
        ("1.2.3", "major", None, "2.0.0"),
        (None, None, "major", "1.0.0"),
        (None, None, "0.3.0", "0.3.0"),
    ],
)
def test_the_next_number(newest, step, asked, then):
    assert next_version(newest, step, asked) == then


def test_a_dry_run_writes_nothing_and_says_the_same(tables, tmp_path):
    dry = release_tables(tables, tmp_path / "none", dry_run=True)
    assert dry.version == "0.1.0"
    assert not (tmp_path / "none").exists()
    release_tables(tables, tmp_path)
    dry = release_tables(with_note(tables, "x"), tmp_path, dry_run=True)
    assert (dry.version, dry.step, dry.path) == ("0.2.0", "minor", None)
    assert [one.record for one in dry.diff.tables["quotes"].revised] == ["q-1"]
    assert versions_in(tmp_path) == ["0.1.0"]


def test_nothing_is_released_after_a_damaged_version(tables, tmp_path):
    path = release_tables(tables, tmp_path).path / "README.md"
    path.write_text(path.read_text("utf-8") + "x", "utf-8")
    with pytest.raises(InvalidTable, match=r"0\.1\.0: is damaged \(README.md"):
        release_tables(with_note(tables, "x"), tmp_path)


def test_what_is_there_is_left_as_it_was(tables, tmp_path):
    (tmp_path / "0.1.0").mkdir()
    (tmp_path / "0.1.0" / "mine.txt").write_text("mine")
    with pytest.raises(BadOutput, match="never changes"):
        release_tables(tables, tmp_path)
    assert (tmp_path / "0.1.0" / "mine.txt").read_text() == "mine"


def test_the_same_before_and_the_same_tables_give_the_same_bytes(tables, tmp_path):
    for name in ("a", "b"):
        release_tables(tables, tmp_path / name)
        release_tables(with_note(tables, "x"), tmp_path / name)
    sums = [(tmp_path / name / "0.2.0" / "SHA256SUMS").read_bytes() for name in ("a", "b")]
    assert sums[0] == sums[1]


def test_one_release_waits_for_another_but_not_for_ever(tables, tmp_path):
    with locked(tmp_path), pytest.raises(Refused, match="another release is being written"):
        release_tables(tables, tmp_path, wait=0.1)
    assert release_tables(tables, tmp_path, wait=0.1).version == "0.1.0"


# Releases version upon version until it is killed; each differs from the one before.
RELEASER = """
import sys
from pathlib import Path
import polars as pl
from dodomu.dataset import Dataset, release_tables
ds = Dataset.of_folder(Path(sys.argv[1]))
tables = {name: ds.table(name) for name in ds.tables}
into, name, n = Path(sys.argv[2]), sys.argv[3], 0
into.mkdir(exist_ok=True)
release_tables(tables, into.parent / f"warm-{name}")
print("ready", flush=True)
while n < int(sys.argv[4]):
    n += 1
    release_tables(tables | {"quotes": tables["quotes"].with_columns(note=pl.lit(f"{name} {n}"))}, into)
"""


def releaser(folder, into, name, times=10_000):
    arguments = [sys.executable, "-c", RELEASER, str(folder), str(into), name, str(times)]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return process


def whole_versions(into):
    known = versions_in(into)
    for version in known:
        assert dataset.verify(into / version) == [], version
    return known


def test_two_releases_at_once_make_whole_versions_one_after_the_other(folder, tmp_path):
    into = tmp_path / "versions"
    processes = [releaser(folder, into, name, times=3) for name in ("one", "two")]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0]
    known = whole_versions(into)
    assert known == [f"0.{n}.0" for n in range(1, len(known) + 1)]
    assert 4 <= len(known) <= 6
    assert sorted(path.name for path in into.iterdir()) == sorted(known)


@pytest.mark.parametrize("kills", [4, pytest.param(200, marks=pytest.mark.slow)])
def test_a_release_killed_at_any_moment_leaves_whole_versions_only(folder, tmp_path, kills):
    random = Random(20251213)
    into = tmp_path / "versions"
    for number in range(kills):
        process = releaser(folder, into, f"k{number}")
        time.sleep(random.uniform(0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if number % 20 == 3:
            whole_versions(into)
    known = whole_versions(into)
    dataset_of_last = dataset.open(into / known[-1]) if known else dataset.open(folder)
    tables = {name: dataset_of_last.table(name) for name in dataset_of_last.tables}
    released = release_tables(with_note(tables, "after all"), into, wait=1)
    assert dataset.verify(released.path) == []
    assert [path.name for path in into.iterdir() if path.name.startswith(".")] == []
    assert Path(released.path).name == versions_in(into)[-1]


def test_an_address_that_is_withdrawn_is_not_told_again(tables, tmp_path):
    sources = tables["known_releases"].with_columns(
        source_url=pl.lit(["https://example.org/a", "https://example.org/b"])
    )
    release_tables({**tables, "known_releases": sources}, tmp_path)
    fewer = sources.with_columns(source_url=pl.lit(["https://example.org/a"]))
    changes = (release_tables({**tables, "known_releases": fewer}, tmp_path).path / "CHANGELOG.md").read_text("utf-8")
    assert 'source_url: ["https://example.org/a","…"] → ["https://example.org/a"]' in changes


def with_another_table(version):
    """Put a table into a version that today's models do not know."""
    rows = pl.DataFrame({"rumour_id": ["r-2", "r-1"], "text": ["x", "y"]})
    (version / "rumours.parquet").write_bytes(formats.parquet(rows))
    (version / "rumours.csv").write_text(formats.csv_text(rows), "utf-8")
    column = {"description": "-", "description_uk": "-", "type": "string"}
    schema = {"title": "rumours", "properties": dict.fromkeys(rows.columns, column)}
    (version / "schemas" / "rumours.json").write_text(json.dumps(schema), "utf-8")
    known = json.loads((version / "manifest.json").read_text("utf-8"))
    known["tables"]["rumours"] = {
        "rows": 2,
        "columns": rows.columns,
        "key": ["rumour_id"],
        "content_sha256": table_hash("rumours", rows, ["rumour_id"]),
    }
    hashes = {name: table["content_sha256"] for name, table in known["tables"].items()}
    (version / "manifest.json").write_text(json.dumps(known | {"content_sha256": dataset_hash(hashes)}), "utf-8")
    dataset.seal(version)


def test_a_table_that_is_no_more_makes_a_major_version_and_the_one_before_stays_whole(tables, tmp_path):
    before = release_tables(tables, tmp_path).path
    with_another_table(before)
    assert dataset.verify(before) == []
    assert dataset.open(before).table("rumours").height == 2
    released = release_tables(tables, tmp_path)
    assert (released.version, released.step) == ("1.0.0", "major")
    assert "- table rumours: removed" in (released.path / "CHANGELOG.md").read_text("utf-8")
    assert dataset.verify(released.path) == []
    (before / "rumours.parquet").write_bytes(formats.parquet(pl.DataFrame({"rumour_id": ["r-1"], "text": ["z"]})))
    dataset.seal(before)
    assert "rumours: its content is not what manifest.json says" in dataset.verify(before)
