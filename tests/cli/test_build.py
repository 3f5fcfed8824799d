"""`dodomu build`: the main job, whole or not at all."""

import io
import json
import os
import shutil
import subprocess
import sys

import pytest

from dodomu.dataset import path_of


def content(folder):
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture
def few(tmp_path):
    """A folder with one small seed: quick to build."""
    folder = tmp_path / "few"
    folder.mkdir()
    (folder / "a.txt").write_text("Додому повернули 31 людину. «Дякую», – сказав Петро Іваненко.", "utf-8")
    return folder


@pytest.fixture
def copy(built, tmp_path):
    """A build of its own, to be changed."""
    return shutil.copytree(built, tmp_path / "copy")


def test_the_seeds_give_tables_pictures_and_reports(built):
    names = content(built).keys()
    for table in ("articles", "quotes", "mentions", "events", "actors", "evidence", "gaps", "known_releases"):
        assert {f"{table}.parquet", f"{table}.csv"} <= names
    for lang in ("uk", "en"):
        assert {f"timeline.{lang}.svg", f"timeline.{lang}.html", f"report.{lang}.html"} <= names
    assert {"README.md", "datapackage.json", "manifest.json", "SHA256SUMS"} <= names


def test_what_was_built_verifies(dodomu, built):
    told = dodomu("verify", built)
    assert (told.status, told.err) == (0, "")


def test_the_checksums_are_those_of_sha256sum(built):
    subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=built, check=True)


def test_damage_is_told_with_status_1(dodomu, copy):
    (copy / "events.csv").write_text("event_id\n", "utf-8")
    told = dodomu("verify", copy)
    assert told.status == 1
    assert "events.csv" in told.err


def test_place_processes_locale_time_zone_and_hash_seed_leave_no_trace(built, seeds, tmp_path):
    odd = {"LC_ALL": "C", "TZ": "Pacific/Chatham", "PYTHONHASHSEED": "7", "COLUMNS": "40", "FORCE_COLOR": "1"}
    subprocess.run(
        [sys.executable, "-m", "dodomu", "build", "--seeds", str(seeds), "--jobs", "2"],
        cwd=tmp_path,
        env=os.environ | odd,
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert content(tmp_path / "build") == content(built)


def test_an_earlier_build_is_replaced_whole_and_the_paths_to_open_are_told(dodomu, copy, few):
    told = dodomu("build", "--seeds", few, "-o", copy)
    assert (told.status, told.out) == (0, "")
    opened = [line.partition("open ")[2] for line in told.lines if "open " in line]
    assert opened
    assert all(os.path.isfile(path) for path in opened)
    articles = (copy / "articles.csv").read_text("utf-8")
    assert "Іваненко" in articles
    assert "Главком" not in articles
    assert sorted(path.name for path in copy.parent.iterdir()) == ["copy", "few"]


def test_one_pasted_text_is_built_from_stdin_though_it_says_nothing_of_releases(dodomu, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Сьогодні дощ.".encode())))
    assert dodomu("build", "--seeds", "-", "-o", tmp_path / "build").status == 0
    assert "pasted" in (tmp_path / "build" / "articles.csv").read_text("utf-8")
    assert dodomu("verify", tmp_path / "build").err == ""


def test_a_jsonl_file_is_built_into_an_empty_folder(dodomu, tmp_path):
    lines = [{"id": str(n), "text": f"Додому повернули {n} людей.", "published": "2025-11-22"} for n in (31, 5)]
    (tmp_path / "press.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    (tmp_path / "build").mkdir()
    assert dodomu("build", "--seeds", tmp_path / "press.jsonl", "-o", tmp_path / "build").status == 0
    assert "press.jsonl#2" in (tmp_path / "build" / "articles.csv").read_text("utf-8")


def refused(told, out, *said):
    """One line an error, status 2, nothing on stdout and nothing half-written."""
    assert (told.status, told.out) == (2, "")
    assert all(any(words in line for line in told.lines) for words in said), told.err
    assert all(line.startswith("dodomu: ") for line in told.lines)
    assert not list(out.parent.glob(".*"))


def test_a_bad_seed_refuses_all_of_them(dodomu, few, tmp_path):
    (few / "b.txt").write_bytes(b"")
    (few / "c.txt").write_bytes("Додому".encode("utf-16"))
    told = dodomu("build", "--seeds", few, "-o", tmp_path / "build")
    refused(
        told,
        tmp_path / "build",
        "b.txt: is empty",
        "c.txt: not UTF-8",
        "nothing was built: 2 of 3 seeds cannot be used; mend or remove them",
    )
    assert len(told.lines) == 3
    assert not (tmp_path / "build").exists()


def test_two_seeds_with_the_same_bytes_are_refused(dodomu, few, tmp_path):
    (few / "b.txt").write_bytes((few / "a.txt").read_bytes())
    told = dodomu("build", "--seeds", few, "-o", tmp_path / "build")
    refused(told, tmp_path / "build", "b.txt: the same bytes as a.txt; remove one of them")


def test_two_seeds_with_the_same_id_are_refused(dodomu, few, tmp_path):
    (few / "more").mkdir()
    (few / "more" / "a.txt").write_text("Інше.", "utf-8")
    told = dodomu("build", "--seeds", few, "-o", tmp_path / "build")
    refused(told, tmp_path / "build", "more/a.txt: the id «a» is that of a.txt; give one an id of its own")


@pytest.mark.parametrize("name", ["gone", "empty"])
def test_no_seeds_is_refused(dodomu, tmp_path, name):
    (tmp_path / "empty").mkdir()
    refused(dodomu("build", "--seeds", tmp_path / name, "-o", tmp_path / "build"), tmp_path / "build", name)
    assert not (tmp_path / "build").exists()


def test_an_empty_paste_is_refused(dodomu, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    refused(dodomu("build", "--seeds", "-", "-o", tmp_path / "b"), tmp_path / "b", "the pasted text: is empty")


def test_a_folder_that_holds_something_else_is_left_alone(dodomu, few, tmp_path):
    out = tmp_path / "mine"
    out.mkdir()
    (out / "thesis.docx").write_bytes(b"years of work")
    refused(dodomu("build", "--seeds", few, "-o", out), out, "mine: holds thesis.docx, which no build wrote")
    assert content(out) == {"thesis.docx": b"years of work"}


def test_something_put_into_a_build_is_left_alone(dodomu, few, copy):
    (copy / "schemas" / "notes.md").write_bytes(b"mine")
    before = content(copy)
    refused(dodomu("build", "--seeds", few, "-o", copy), copy, "holds schemas/notes.md")
    assert content(copy) == before


def test_a_foreign_manifest_marks_nothing_as_ours(dodomu, few, tmp_path):
    out = tmp_path / "site"
    out.mkdir()
    (out / "manifest.json").write_text('{"name": "site", "files": {}}', "utf-8")
    refused(dodomu("build", "--seeds", few, "-o", out), out, "holds manifest.json, which no build wrote")


def test_a_released_version_is_never_replaced(dodomu, few, tmp_path):
    out = tmp_path / "copy"
    shutil.copytree(path_of(), out)
    refused(dodomu("build", "--seeds", few, "-o", out), out, "holds the released version")


@pytest.mark.parametrize("place", ["few/a.txt", "few/a.txt/build"])
def test_a_folder_that_cannot_be_written_is_refused(dodomu, few, tmp_path, place):
    told = dodomu("build", "--seeds", few, "-o", tmp_path / place)
    refused(told, tmp_path / "build", str(tmp_path / place))
    assert len(told.lines) == 1
    assert content(tmp_path / "few").keys() == {"a.txt"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_refused(dodomu, few, tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    told = dodomu("build", "--seeds", few, "-o", tmp_path / "locked" / "build")
    refused(told, tmp_path / "build", "cannot be written")
