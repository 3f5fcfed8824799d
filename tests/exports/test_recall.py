"""Recall finds what was planted between two versions, in every kind of file, and nothing else."""

import json
import shutil

import polars as pl
import pytest

import dodomu
from dodomu.charts import FORMATS as PICTURES
from dodomu.charts import bundle, draw, save, timeline
from dodomu.dataset import Dataset
from dodomu.exports import FORMATS, export
from dodomu.models import HistoryEntry
from dodomu.release import release
from dodomu.report import report
from dodomu.tables import frame

BEFORE = """\
Лукашенко помилував 12 ув'язнених

Олександр Лукашенко 22 листопада 2025 року помилував 12 ув'язнених. «Їх привезли вночі», – повідомив речник \
Координаційного штабу Семен Бойчук.

«Далі буде більше», – сказав президент Володимир Зеленський.
"""
AFTER = BEFORE.replace(" 12 ", " 14 ").replace("\n\nОлександр", "\n\nОновлено о 10:00.\n\nОлександр")
AFTER = AFTER[: AFTER.index("«Далі")]

FILES = [*PICTURES, ".zip", "report", *FORMATS]


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    """Two versions built from an article that its publisher changed: a number, a quote taken out, a line put in."""
    place = tmp_path_factory.mktemp("versions")
    (place / "seeds").mkdir()
    for text in (BEFORE, AFTER):
        (place / "seeds" / "news.txt").write_text(text, "utf-8")
        release(place / "seeds", place / "dataset")
    return place / "dataset"


@pytest.fixture(scope="module")
def old(versions):
    return dodomu.open(versions / "0.1.0")


@pytest.fixture(scope="module")
def files(old, tmp_path_factory):
    """Every kind of file that carries ids, made from the first version."""
    folder = tmp_path_factory.mktemp("files")
    made = {ending: save(timeline(old), folder / f"picture{ending}") for ending in PICTURES}
    made[".zip"] = bundle(lambda lang: timeline(old, lang=lang), folder / "picture.zip")
    made["report"] = folder / "report.html"
    made["report"].write_text(report(old), "utf-8")
    for name, one in FORMATS.items():
        made[name] = export(old, name, folder / f"{name}{one.ending}")
    return made


@pytest.fixture(scope="module")
def pardon(old):
    [found] = old.events.filter(type="pardon")["event_id"]
    return found


@pytest.fixture(scope="module")
def gone(old):
    [found] = old.quotes.filter(text="Далі буде більше")["quote_id"]
    return found


@pytest.fixture(scope="module")
def kept(old):
    [found] = old.quotes.filter(text="Їх привезли вночі")["quote_id"]
    return found


@pytest.mark.parametrize("kind", FILES)
def test_nothing_has_changed_in_the_version_it_was_made_from(files, versions, kind):
    found = dodomu.recall(files[kind], against=versions / "0.1.0")
    assert found.rows
    assert not found
    assert found.told().endswith("nothing in it has changed")


@pytest.mark.parametrize("kind", FILES)
def test_the_planted_changes_are_found_in_every_kind_of_file(files, versions, old, pardon, gone, kept, kind):
    found = dodomu.recall(files[kind], against=versions / "0.2.0")
    fates = {row.record: row for row in found.rows}
    revised = fates[pardon if kind != "annotations" else old.mentions.filter(event_id=pardon)["mention_id"][0]]
    assert revised.fate == "revised"
    assert revised.cells["count"] == (12, 14)
    if "datawrapper" not in kind:
        assert fates[gone].fate == "withdrawn"
        assert fates[gone].version == "0.2.0"
        assert fates[kept].fate == "same"  # its words moved, and say what they said


@pytest.mark.parametrize(("chart", "rows"), [("timeline", 3), ("releases", 1), ("statements", 2), ("claims", 2)])
@pytest.mark.parametrize("ending", [".svg", ".csv"])
def test_every_chart_of_the_family_can_be_recalled(old, versions, tmp_path, chart, rows, ending):
    path = save(draw(chart, old), tmp_path / f"{chart}{ending}")
    assert len(dodomu.recall(path, against=versions / "0.1.0").rows) == rows
    assert dodomu.recall(path, against=versions / "0.2.0")


@pytest.mark.parametrize("kind", [".png", ".svg", ".html", ".pdf", ".json", ".zip", "report", "xlsx", "jsonl"])
def test_without_the_old_version_fingerprints_tell(files, versions, tmp_path, pardon, gone, kept, kind):
    shutil.copytree(versions / "0.2.0", tmp_path / "alone")
    fates = {row.record: row.fate for row in dodomu.recall(files[kind], against=tmp_path / "alone").rows}
    assert (fates[pardon], fates[gone], fates[kept]) == ("revised", "withdrawn", "same")


def test_without_fingerprints_the_history_tells(files, versions, tmp_path, pardon):
    shutil.copytree(versions / "0.2.0", tmp_path / "alone")
    [row] = dodomu.recall(files["datawrapper"], against=tmp_path / "alone").rows
    assert (row.record, row.fate, row.cells) == (pardon, "revised", {})


def test_a_merged_record_leads_to_the_one_that_took_its_place(files, old, pardon):
    heirs = ["e-heir", "e-last"]
    tables = {name: old.table(name) for name in old.tables}
    moved = {"event_id": tables["events"]["event_id"].replace([pardon], [heirs[1]])}
    tables["events"] = tables["events"].with_columns(**moved)
    tables["mentions"] = tables["mentions"].clear()
    entries = [
        HistoryEntry(record_id=one, since_version="0.1.0", changed_version="0.2.0", merged_into=into)
        for one, into in ((pardon, heirs[0]), (heirs[0], heirs[1]))
    ]
    tables["history"] = frame("history", entries)
    found = dodomu.recall(files[".png"], against=Dataset(tables, version="0.2.0"))
    [row] = [row for row in found.rows if row.record == pardon]
    assert (row.fate, row.into) == ("merged", "e-last")


def test_what_is_nowhere_was_removed(files, old, kept):
    tables = {name: old.table(name) for name in old.tables if name != "history"}
    tables["quotes"] = tables["quotes"].filter(pl.col("quote_id") != kept)
    found = dodomu.recall(files[".png"], against=Dataset(tables))
    assert {row.record: row.fate for row in found.changed} == {kept: "removed"}


def test_it_is_told_in_lines_and_as_plain_values(files, versions, pardon, gone):
    found = dodomu.recall(files["timelinejs"], against=versions / "0.2.0")
    told = found.told().splitlines()
    assert "made from 0.1.0" in told[0]
    assert any(line.startswith(f"revised    {pardon}  ") and "count: 12 → 14" in line for line in told)
    assert f"withdrawn  {gone}  in 0.2.0" in told
    assert told[-1] == "2 of 3 rows changed: make it anew"
    plain = json.loads(json.dumps(found.to_dict(), default=str))
    assert plain["made_from"]["version"] == "0.1.0"
    [revised] = [row for row in plain["changed"] if row["record"] == pardon]
    assert revised["cells"]["count"] == {"before": 12, "after": 14}
