"""What strangers send cannot run, reach out of its place, or swell without bound."""

import contextlib
import csv
import io
import json
import os
import zipfile

import polars as pl
import pytest

from dodomu import dataset
from dodomu.dataset import formats, release_tables
from dodomu.dataset.stores import require_safe
from dodomu.errors import DodomuError, InvalidTable, NoDataset

FORMULAS = [
    '=HYPERLINK("http://evil","x")',
    "=1+1",
    "+380501234567",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\ufeff=1",
    "\u200b=1",
    "\u00ad=1",
    "\u00a0=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "'=1",
    "''=1",
    "\x00=1",
    "\x07",
    "- сказав він",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_the_csv_runs_as_a_formula_and_every_one_can_be_read_back(text):
    written = formats.csv_text(pl.DataFrame({"id": ["a"], "text": [text], "list": [[text, "x"]]}))
    [_, row] = csv.reader(io.StringIO(written, newline=""))
    for cell in row[1:]:
        assert cell.startswith("'")
    assert formats.unharmed(row[1]) == text
    assert formats.unharmed(row[2]) == f"{text};x"


@pytest.mark.parametrize(
    "text", ["2025-12-13?", "../2025-12-31", "’t Hooft", "'t Hooft", "слово", "1=1", "a@b", "", "–так"]
)
def test_other_cells_stand_as_they_are(text):
    assert formats.harmless(text) == text
    assert formats.unharmed(text) == text


def test_a_dataset_of_formulas_is_whole(tables, tmp_path):
    tables["quotes"] = tables["quotes"].with_columns(note=pl.lit("=1+1"), occasion=pl.lit("@x"))
    released = release_tables(tables, tmp_path)
    assert dataset.verify(released.path) == []
    assert dataset.open(released.path).quotes["note"].to_list() == ["=1+1"]
    assert ",'=1+1," in (released.path / "quotes.csv").read_text("utf-8")


NAMES = [
    "../x",
    "a/../../x",
    "/etc/passwd",
    "C:/x",
    "C:x",
    "a\\b",
    "a\0b",
    "a\nb",
    "",
    ".",
    "..",
    "a//b",
    "a/",
    "x" * 300,
    7,
    None,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_that_leads_out_is_refused(name):
    with pytest.raises(InvalidTable, match="which no dataset has"):
        require_safe(name, "manifest.json")


@pytest.mark.parametrize("name", [name for name in NAMES if isinstance(name, str)])
def test_a_manifest_that_names_such_a_file_is_refused(folder, name):
    known = json.loads((folder / "manifest.json").read_text("utf-8"))
    entry = {"bytes": 1, "sha256": "0" * 64}
    (folder / "manifest.json").write_text(json.dumps(known | {"files": {name: entry}}))
    with pytest.raises(InvalidTable):
        dataset.open(folder)
    assert len(dataset.verify(folder)) == 1


@pytest.mark.parametrize(
    "manifest",
    [
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"9" * 10_000,
        b"\xff\xfe",
        b'{"name": "dodomu", "version": "0.1.0", "tables": {"../x": {"content_sha256": ""}}, "files": {}}',
        b'{"name": "dodomu", "version": 7, "tables": {}, "files": {}}',
        b'{"name": "dodomu", "version": null, "tables": {}, "files": {"a": {"bytes": 1e400, "sha256": "0"}}}',
        b'{"name": "dodomu", "version": null, "tables": [], "files": []}',
        b" " * ((1 << 24) + 1),
    ],
    ids=range(9),
)
def test_a_manifest_from_a_stranger_is_refused_in_a_line(folder, manifest):
    (folder / "manifest.json").write_bytes(manifest)
    with pytest.raises(InvalidTable) as refused:
        dataset.open(folder)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 400
    assert len(dataset.verify(folder)) == 1


@pytest.mark.parametrize("path", ["a\0b", "", "." * 5000])
def test_a_path_that_is_none_is_refused_in_a_line(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoDataset):
        dataset.open(path)


def test_a_member_that_swells_is_read_no_further_than_the_manifest_says(folder, tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / "manifest.json", "manifest.json")
        with archive.open("events.parquet", "w", force_zip64=True) as member:
            for _ in range(200):
                member.write(bytes(1 << 20))
    with pytest.raises(InvalidTable, match="events.parquet: missing or damaged"):
        dataset.open(path).events  # noqa: B018


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_packed_by_a_method_without_bound_is_refused(folder, tmp_path, method):
    with zipfile.ZipFile(tmp_path / "it.zip", "w", method) as archive:
        archive.write(folder / "manifest.json", "manifest.json")
    with pytest.raises(InvalidTable, match="zip it anew"):
        dataset.open(tmp_path / "it.zip")


def test_a_manifest_that_swells_is_refused(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("manifest.json", "w") as member:
        for _ in range(100):
            member.write(b" " * (1 << 20))
    with pytest.raises(InvalidTable, match="not the manifest of a dataset"):
        dataset.open(path)


def test_members_that_lead_out_are_never_written(folder, tmp_path):
    path = tmp_path / "slip.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder).as_posix())
        archive.writestr("../../slipped", "x")
        archive.writestr("/slipped", "x")
    before = sorted(tmp_path.rglob("*"))
    assert dataset.open(path).events.height == 1
    assert {fault.partition(":")[0] for fault in dataset.verify(path)} == {"../../slipped", "/slipped"}
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"not a zip", bytes(1000)])
def test_a_file_that_is_no_zip_of_a_dataset_is_refused_in_a_line(tmp_path, data):
    path = tmp_path / "it.zip"
    path.write_bytes(data)
    with pytest.raises(NoDataset):
        dataset.open(path)


def test_a_zip_with_damaged_members_never_crashes(folder, tmp_path):
    path = tmp_path / "it.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder).as_posix())
    whole = path.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        with contextlib.suppress(DodomuError):
            ds = dataset.open(path)
            for name in ds.tables:
                ds.table(name)


def test_what_is_told_of_a_strangers_rows_moves_no_cursor(tables):
    after = {**tables, "quotes": tables["quotes"].with_columns(note=pl.lit("\x1b[2J\x1b]0;x\x07 evil\u202e"))}
    text = dataset.told(dataset.diff(dataset.Dataset(tables), dataset.Dataset(after)))
    assert not any(char != "\n" and not char.isprintable() for char in text)


NESTED = {"type": "string"}
for _ in range(400):
    NESTED = {"anyOf": [NESTED, {"type": "null"}]}

COLUMNS = {
    "a pattern that takes for ever": {"type": "string", "pattern": r"^(([a-z0-9-])+.?)+[A-Z]$"},
    "a pattern that takes all memory": {"type": "string", "pattern": "((a{1,1000}){1,1000}){1,1000}"},
    "itself": {"$ref": "#/properties/cohort_id"},
    "an address": {"$ref": "http://127.0.0.1:9/x.json"},
    "nested": NESTED,
    "no options": {"anyOf": []},
    "two options": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
    "a number of values": {"type": "string", "enum": 7},
    "values that are lists": {"type": "string", "enum": [[1]]},
    "entries of nothing": {"type": "array", "items": "x"},
    "a bound of letters": {"type": "integer", "minimum": "x"},
    "nothing": None,
}


@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
def test_a_schema_from_a_stranger_is_judged_in_no_time_or_refused(tables, tmp_path, column):
    sound, version = (release_tables(tables, tmp_path / name).path for name in ("sound", "theirs"))
    path = version / "schemas" / "events.json"
    schema = json.loads(path.read_text("utf-8"))
    schema["properties"]["cohort_id"] = column
    path.write_text(json.dumps(schema), "utf-8")
    dataset.seal(version)
    assert dataset.verify(version)
    with contextlib.suppress(InvalidTable):
        dataset.told(dataset.diff(sound, version))


SWOLLEN = {
    "many rows": pl.DataFrame({"record_id": ["m"], "field": ["x"], "reason": ["x"]}).select(
        pl.all().repeat_by(2_000_000).explode()
    ),
    "long cells": pl.DataFrame({"record_id": ["m"], "field": ["x"], "reason": ["x" * 100_000]}).select(
        pl.all().repeat_by(500).explode()
    ),
    "other kinds": pl.DataFrame({"record_id": [{"a": 1}], "field": [[["x"]]], "reason": [b"\xff"]}),
}


@pytest.mark.parametrize("rows", SWOLLEN.values(), ids=SWOLLEN)
def test_a_table_that_swells_or_is_of_another_kind_is_refused_though_its_checksum_fits(folder, rows):
    rows.write_parquet(folder / "gaps.parquet")
    dataset.seal(folder)
    with pytest.raises(InvalidTable, match="swells|no table has"):
        dataset.open(folder).gaps  # noqa: B018
    assert "gaps.parquet: cannot be read" in dataset.verify(folder)


def test_sums_that_lead_out_read_nothing_there(folder, tmp_path):
    (tmp_path / "secret").write_text("x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    with (folder / "SHA256SUMS").open("a", encoding="utf-8") as lines:
        lines.write(f"{digest}  ../secret\n{digest}  /dev/zero\n")
    faults = dataset.verify(folder)
    assert {"../secret: is missing", "/dev/zero: is missing"} <= set(faults)


def test_what_is_told_of_a_strangers_dataset_is_a_line_each_and_moves_no_cursor(folder):
    rows = pl.read_parquet(folder / "gaps.parquet").with_columns(record_id=pl.lit("\x1b[2J\n" + "x" * 5000))
    rows.write_parquet(folder / "gaps.parquet")
    dataset.seal(folder)
    faults = dataset.verify(folder)
    assert any(fault.startswith("gaps of �[2J x") for fault in faults)
    assert all(fault.isprintable() and len(fault) <= 1000 for fault in faults)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no endless file here")
def test_a_file_without_end_is_read_no_further_than_the_manifest_says(folder):
    (folder / "events.csv").unlink()
    (folder / "events.csv").symlink_to("/dev/zero")
    assert "events.csv: is not what was written (its SHA-256 is another)" in dataset.verify(folder)
