"""Seeds from strangers: whatever a sidecar or a line of JSON says, the answer is a line, and soon."""

import os

import pytest

SIDECARS = {
    "deep": "publisher = " + "[" * 20_000,
    "deep and closed": "publisher = " + "[" * 5000 + "]" * 5000,
    "digits": "published = " + "9" * 20_000,
    "hexadecimal digits": "published = 0x" + "f" * 20_000,
    "huge": 'publisher = "' + "x" * 10_000_000 + '"',
    "a huge key": "x" * 60_000 + " = 1",
    "dots": ".".join(["a"] * 2000) + " = 1",
    "a huge date": 'published = "' + "2" * 60_000 + '"',
    "a date of many": 'published = "' + "2025/" * 10_000 + '"',
    "a date of other digits": 'published = "٢٠٢٥"',
    "infinity": "published = inf",
    "an hour": "published = 2025-12-13T00:00:00Z",
    "an escape": '"\\u001b[2J" = 1',
    "up": 'id = ".."',
    "up and out": 'id = "../../x"',
    "root": 'id = "/etc/passwd"',
    "drive": 'id = "C:x"',
    "backslash": 'id = "a\\\\b"',
    "nul": 'id = "a\\u0000b"',
    "a huge id": 'id = "' + "x" * 60_000 + '"',
}

LINES = {
    "deep": '{"text": ' + "[" * 100_000,
    "digits": '{"text": "x", "published": ' + "9" * 100_000 + "}",
    "half a pair": '{"text": "\\ud800 x"}',
    "half a pair in the id": '{"text": "x", "id": "a\\ud800"}',
    "a number": '{"text": "x", "id": 5}',
    "up": '{"text": "x", "id": ".."}',
    "up and out": '{"text": "x", "id": "../x"}',
    "a huge date": '{"text": "x", "published": "' + "2" * 1_000_000 + '"}',
}


def refused(told, name):
    assert (told.status, told.out, len(told.lines)) == (1, "", 1)
    assert told.lines[0].startswith(f"dodomu: {name}")
    assert len(told.lines[0]) < 1100
    assert told.lines[0].isprintable()


@pytest.mark.parametrize("sidecar", SIDECARS.values(), ids=SIDECARS)
def test_a_sidecar_from_a_stranger_is_refused_in_a_line(dodomu, tmp_path, sidecar):
    (tmp_path / "a.txt").write_text("Додому повернули 31 людину.", "utf-8")
    (tmp_path / "a.toml").write_text(sidecar, "utf-8")
    refused(dodomu("extract", tmp_path / "a.txt"), "a.toml: ")


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_line_of_json_from_a_stranger_is_refused_in_a_line(dodomu, tmp_path, line):
    (tmp_path / "a.jsonl").write_text(line, "utf-8")
    refused(dodomu("extract", tmp_path / "a.jsonl"), "a.jsonl#1: ")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["C:x.txt", "a\\b.txt", "a\x07b.txt"])
def test_a_file_whose_name_cannot_be_an_id_is_refused_unless_it_has_another(dodomu, tmp_path, name):
    (tmp_path / name).write_text("Додому повернули 31 людину.", "utf-8")
    told = dodomu("extract", tmp_path / name)
    assert (told.status, told.out, len(told.lines)) == (1, "", 1)
    assert "rename the file or give it an id" in told.err
    (tmp_path / name).with_suffix(".toml").write_text('id = "a"', "utf-8")
    assert dodomu("extract", tmp_path / name).status == 0
