"""Commands that look at a dataset: chart, report, versions, info, schema, score."""

import json
from pathlib import Path

import pytest

import dodomu as package

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("ending", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("html", b"<!"), ("json", b"{")]
)
def test_a_chart_is_drawn_in_every_format(dodomu, built, tmp_path, ending, begins):
    out = tmp_path / f"timeline.{ending}"
    told = dodomu("chart", "timeline", "--data", built, "-o", out, "--lang", "en", "--theme", "dark")
    assert (told.status, told.out, told.err) == (0, "", "")
    assert out.read_bytes().lower().startswith(begins.lower())
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_chart_in_a_format_that_is_not_one_is_refused(dodomu, built, tmp_path):
    told = dodomu("chart", "timeline", "--data", built, "-o", tmp_path / "timeline.gif")
    assert told.status == 2
    assert len(told.lines) == 1
    assert ".svg" in told.err
    assert not list(tmp_path.iterdir())


def test_without_data_the_newest_version_is_drawn(dodomu, tmp_path):
    assert dodomu("chart", "timeline", "-o", tmp_path / "timeline.svg").status == 0
    assert dodomu("report", "-o", tmp_path / "report.html", "--lang", "en").status == 0
    assert "<html" in (tmp_path / "report.html").read_text("utf-8")


@pytest.mark.parametrize("command", [["chart", "timeline", "-o", "a.svg"], ["report", "-o", "a.html"], ["info"]])
def test_a_folder_without_a_dataset_is_refused(dodomu, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    told = dodomu(*command, "--data", "gone")
    assert (told.status, told.out) == (2, "")
    assert told.lines == ["dodomu: gone: no such folder; make one with: dodomu build -o gone"]


def test_verify_of_no_dataset_is_status_2(dodomu, tmp_path):
    assert dodomu("verify", tmp_path / "gone").status == 2


def test_the_released_versions_verify(dodomu):
    assert dodomu("verify").status == 0


def test_versions_are_listed(dodomu):
    assert dodomu("versions").out.split() == package.versions()


def test_info_counts_the_rows_of_every_table(dodomu, built):
    told = dodomu("info", "--data", built).out
    dataset = package.open(built)
    for name in dataset.tables:
        assert [f"{dataset.table(name).height:,}", name] in [line.split() for line in told.splitlines()]


def test_the_schemas_are_up_to_date(dodomu):
    assert dodomu("schema", "-o", ROOT / "schemas", "--check").err == ""


def test_schemas_out_of_date_are_told_with_status_1(dodomu, tmp_path):
    assert dodomu("schema", "-o", tmp_path).status == 0
    assert dodomu("schema", "-o", tmp_path, "--check").status == 0
    [first, *_] = sorted(tmp_path.rglob("*.json"))
    first.write_text("{}", "utf-8")
    told = dodomu("schema", "-o", tmp_path, "--check")
    assert told.status == 1
    assert first.name in told.err


def test_score_prints_figures_of_annotated_articles(dodomu):
    told = dodomu("score", ROOT / "tests" / "gold", "--json")
    assert told.status == 0
    figures = json.loads(told.out)
    assert 0 <= figures["quotes"]["low"] <= figures["quotes"]["value"] <= figures["quotes"]["high"] <= 1


def test_score_of_a_folder_without_gold_is_refused(dodomu, tmp_path):
    told = dodomu("score", tmp_path)
    assert (told.status, told.out, len(told.lines)) == (2, "", 1)
