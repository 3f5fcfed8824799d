"""Commands on what leaves the house: export and recall."""

import json

import pytest

from dodomu.exports import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_and_read_back(dodomu, built, tmp_path, name):
    out = tmp_path / f"file{FORMATS[name].ending}"
    told = dodomu("export", name, "--data", built, "-o", out, "--lang", "en")
    assert (told.status, told.out, told.err) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    told = dodomu("recall", out, "--against", built)
    assert (told.status, told.err) == (0, "")
    assert "nothing in it has changed" in told.out


def test_the_help_names_every_format(dodomu):
    told = " ".join(dodomu("export", "--help").out.split())
    assert all(f"{one.name}: {one.what}." in told for one in FORMATS.values())


def test_a_format_that_is_none_is_refused_in_one_line(dodomu, built, tmp_path):
    told = dodomu("export", "xls", "--data", built, "-o", tmp_path / "a.xls")
    assert (told.status, told.out, len(told.lines)) == (2, "", 1)
    assert "xlsx" in told.err
    assert not list(tmp_path.iterdir())


def test_recall_of_something_else_is_status_2(dodomu, seed):
    told = dodomu("recall", seed)
    assert (told.status, told.out, len(told.lines)) == (2, "", 1)
    assert "carries nothing" in told.err


def test_recall_tells_what_is_gone_with_status_1(dodomu, built, tmp_path):
    dodomu("export", "timelinejs", "--data", built, "-o", tmp_path / "a.json")
    said = json.loads((tmp_path / "a.json").read_text("utf-8"))
    said["dodomu"]["rows"].append("e-gone")
    (tmp_path / "a.json").write_text(json.dumps(said), "utf-8")
    told = dodomu("recall", tmp_path / "a.json", "--against", built)
    assert told.status == 1
    assert "removed    e-gone" in told.out
    told = dodomu("recall", tmp_path / "a.json", "--against", built, "--json")
    assert told.status == 1
    assert json.loads(told.out)["changed"] == [{"record": "e-gone", "fate": "removed"}]


def test_recall_against_a_version_that_is_none_is_status_2(dodomu, built, tmp_path):
    dodomu("export", "jsonl", "--data", built, "-o", tmp_path / "a.jsonl")
    told = dodomu("recall", tmp_path / "a.jsonl", "--against", "9.9.9")
    assert (told.status, told.out, len(told.lines)) == (2, "", 1)


def test_a_bundle_is_written_beside_or_instead_of_a_picture(dodomu, built, tmp_path):
    told = dodomu("chart", "timeline", "--data", built, "--bundle", tmp_path / "a.zip", "-o", tmp_path / "a.csv")
    assert (told.status, told.out, told.err) == (0, "", "")
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip", "a.csv"}
    told = dodomu("recall", tmp_path / "a.zip", "--against", built)
    assert told.status == 0
