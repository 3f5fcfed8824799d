"""What is withdrawn is in no file of any version, does not come back, and everybody is told so."""

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from dodomu import charts, dataset, exports, pipeline
from dodomu.dataset import release_tables
from dodomu.dataset.released import versions_in
from dodomu.dataset.withdrawal import withdraw
from dodomu.dataset.withdrawal.traces import texts_in
from dodomu.errors import BadInput, DodomuError, Refused, UnknownRecord
from dodomu.exports.carried import carried_by
from dodomu.release import release
from dodomu.report import report

ROOT = Path(__file__).parents[2]
ARTICLE = "000_bcb5b48723ebb1b7"
QUOTE = "q-b459931ed53f"
TOLD = {"why": "на прохання мовця", "by": "О. Коваль"}


@pytest.fixture
def place(tmp_path):
    """A copy of the released versions and of the seeds."""
    for name in ("seeds", "dataset"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for version in versions_in(tmp_path / "dataset")[2:]:
        shutil.rmtree(tmp_path / "dataset" / version)
    return tmp_path


def take_out(record, place, **more):
    return withdraw(record, **TOLD, into=place / "dataset", seeds=place / "seeds", **more)


def runs(text, n=6):
    """Cut a text into pieces of so many words."""
    words = text.split()
    return [" ".join(words[at : at + n]) for at in range(len(words) - n + 1)]


def traces(into, text):
    """Name the files of all versions that hold so many words of a text in a row, unpacked and unescaped."""
    pieces = runs(text)
    return [
        f"{version}/{name}"
        for version in versions_in(into)
        for name, texts in texts_in(into / version)
        for one in texts
        if any(piece in " ".join(one.split()) for piece in pieces)
    ]


def whole(into):
    assert [fault for version in versions_in(into) for fault in dataset.verify(into / version)] == []
    assert [path.name for path in into.iterdir() if path.name.startswith(".")] == []


def test_a_quote_goes_from_every_file_of_both_versions(place):
    into = place / "dataset"
    old = dataset.open(into / "0.2.0")
    [text], [article] = old.quotes.filter(quote_id=QUOTE)["text"], old.articles["text"]
    assert {name.partition("/")[0] for name in traces(into, text)} == {"0.1.0", "0.2.0"}
    hashes = {version: dataset.open(into / version).content_hash for version in ("0.1.0", "0.2.0")}
    done = take_out(QUOTE, place)
    assert traces(into, text) == []
    whole(into)
    assert (done.stone.kind, done.stone.versions) == ("quote", ["0.1.0", "0.2.0"])
    for version, before in hashes.items():
        ds = dataset.open(into / version)
        [stone] = ds.withdrawn.stones
        assert (stone.id, stone.by, stone.why) == (QUOTE, TOLD["by"], TOLD["why"])
        assert ds.withdrawn.hashes_before == (before,)
        assert done.hashes[version] == (before, ds.content_hash)
        [row] = ds.table("history").filter(record_id=QUOTE).rows(named=True)
        assert row["withdrawn"] == version
        # what was claimed in it went with it, and what only it spoke for is empty and says why
        assert "m-9d8d31c6bc55" in stone.also
        assert ds.mentions.filter(quote_id=QUOTE).is_empty()
        assert ds.gaps.filter(record_id="e-3550f5a362bf", field="date")["reason"].to_list() == ["withdrawn"]
        assert ds.events.filter(event_id="e-3550f5a362bf")["count"].to_list() == [5]
    assert [len(one) for one in ds.articles["text"]] == [len(article)]


def test_an_article_goes_with_all_that_was_read_in_it(place):
    into = place / "dataset"
    [text] = dataset.open(into / "0.2.0").articles["text"]
    done = take_out(ARTICLE, place)
    assert traces(into, text) == []
    whole(into)
    ds = dataset.open(into / "0.1.0")
    emptied = ("articles", "quotes", "mentions", "events", "actors", "evidence")
    assert {ds.table(name).height for name in emptied} == {0}
    assert len(done.stone.also) == 28
    assert "glavcom" not in "".join(
        (into / "0.2.0" / name).read_text("utf-8") for name in ("croissant.json", "datapackage.json", "zenodo.json")
    )
    told = []
    assert not set(emptied) & set(release(place / "seeds", into, dry_run=True, tell=told.append).diff.tables)
    assert told[0] == f"{ARTICLE}.txt: left out, for it was withdrawn: {done.stone}"
    assert charts.timeline(ds).to_dict()


def test_it_does_not_come_back(place):
    into, seeds = place / "dataset", place / "seeds"
    release(seeds, into)
    take_out(QUOTE, place)
    assert release(seeds, into).version is None
    pipeline.build(seeds, place / "build")
    assert not dataset.diff(place / "build", into / versions_in(into)[-1]).tables
    assert dataset.verify(place / "build") == []
    # a better rule may give it another id: its words are known all the same
    listed = (seeds / "withdrawn.toml").read_text("utf-8")
    (seeds / "withdrawn.toml").write_text(listed.replace(QUOTE, "q-0"), "utf-8")
    assert not release(seeds, into, dry_run=True).diff
    (seeds / "withdrawn.toml").unlink()
    with pytest.raises(Refused, match="would come back, which was withdrawn.*withdrawn.toml"):
        release(seeds, into)


def test_pictures_reports_and_exports_say_so(place):
    into = place / "dataset"
    before = dataset.open(into / "0.1.0")
    files = [place / "old.svg", place / "old.jsonl", place / "old.html"]
    charts.save(charts.timeline(before), files[0])
    exports.export(before, "jsonl", files[1])
    files[2].write_text(report(before), "utf-8")
    take_out(QUOTE, place)
    ds = dataset.open(into / "0.2.0")
    assert "Відкликано з даних: 5 записів." in report(ds)
    assert "<li>Statement q-b459931ed53f, " in report(ds, lang="en")
    assert QUOTE not in [row["id"] for row in charts.timeline(ds).to_dict()["datasets"]["drawn"]]
    for name in exports.FORMATS:
        exports.export(ds, name, place / "out", lang="en")
        assert QUOTE not in carried_by(place / "out").rows
    for file in files:
        found = exports.recall(file, against=into / "0.1.0")
        [row] = [row for row in found.changed if row.record == QUOTE]
        assert (row.fate, row.version, found.reissued) == ("withdrawn", "0.1.0", True)
        assert "на прохання мовця" in row.told()
        assert "another content hash by now" in found.told()


def with_second(tables):
    """Add an article that quotes the same words, and says them in its own words."""
    text = "Він сказав:  «Усі вже\nдома сьогодні», і зник. Так, усі вже дома сьогодні."
    other = "Голова каже: «Усі вже дома сьогодні». Дякую."
    articles, quotes = tables["articles"].to_dicts(), tables["quotes"].to_dicts()
    rows = []
    for key, body, words in (("b", text, "Усі вже\nдома сьогодні"), ("c", other, "Усі вже дома сьогодні")):
        articles.append(articles[0] | {"article_id": key, "source": f"{key}.txt", "text": body, "url": None})
        start = body.index(words)
        rows.append(
            quotes[0]
            | {"quote_id": f"q-{key}", "article_id": key, "text": words}
            | {"start": start, "end": start + len(words), "note": f"пор. «{words}» у «b»"}
        )
    made = {"articles": articles, "quotes": quotes + rows}
    return tables | {name: pl.DataFrame(rows, schema=tables[name].schema, orient="row") for name, rows in made.items()}


def test_the_same_words_elsewhere_are_covered_whatever_space_is_in_them(tables, tmp_path):
    release_tables(with_second(tables), tmp_path / "dataset")
    (tmp_path / "seeds").mkdir()
    done = take_out("q-b", tmp_path)
    assert done.stone.also == ["q-c"]
    ds = dataset.open(tmp_path / "dataset" / "0.1.0")
    assert ds.articles["text"].to_list()[1:] == [
        "Він сказав:  «███ ███\n████ ████████», і зник. Так, усі вже дома сьогодні.",
        "Голова каже: «███ ███ ████ ████████». Дякую.",
    ]
    whole(tmp_path / "dataset")


@pytest.mark.parametrize(
    ("record", "why", "error"),
    [
        ("q-0", "x", "no version in .* holds «q-0»"),
        ("../../etc/passwd", "x", "holds «../../etc/passwd»"),
        ("q-1\n\x1b[2J", "x", "no version holds"),
        ("я" * 5000, "x", "no version holds"),
        ("volodymyr-zelenskyi", "x", "is an actor"),
        ("2025-11-22-by-ua", "x", "is a row of the curated table"),
        ("q-1", "x" * 5000, "--why: .*at most 500"),
        ("q-1", " ", "--why: must be one line"),
        ("q-1", "\x1b[2J", "--why: must be one line"),
    ],
)
def test_what_cannot_be_withdrawn_is_said_in_a_line(tables, tmp_path, record, why, error):
    released = release_tables(tables, tmp_path / "dataset").path
    (tmp_path / "seeds").mkdir()
    sums = (released / "SHA256SUMS").read_bytes()
    with pytest.raises(DodomuError, match=error) as told:
        withdraw(record, why=why, by="О.", into=tmp_path / "dataset", seeds=tmp_path / "seeds")
    assert len(str(told.value).splitlines()) == 1
    assert str(told.value).isprintable()
    assert (released / "SHA256SUMS").read_bytes() == sums
    assert list((tmp_path / "seeds").iterdir()) == []


def test_nothing_is_written_without_a_place_to_remember_it_nor_in_a_dry_run(tables, tmp_path):
    released = release_tables(tables, tmp_path / "dataset").path
    sums = (released / "SHA256SUMS").read_bytes()
    with pytest.raises(BadInput, match="so that it does not come back"):
        take_out("q-1", tmp_path)
    (tmp_path / "seeds").mkdir()
    assert take_out("q-1", tmp_path, dry_run=True).stone.versions == ["0.1.0"]
    assert (released / "SHA256SUMS").read_bytes() == sums
    take_out("q-1", tmp_path)
    again = take_out("q-1", tmp_path)
    assert (again.already, again.hashes) == (True, {})
    with pytest.raises(UnknownRecord):
        take_out("q-2", tmp_path)


def test_a_version_that_holds_what_it_says_was_withdrawn_is_not_whole(tables, tmp_path):
    released = release_tables(tables, tmp_path / "dataset").path
    stone = {"id": "q-1", "kind": "quote", "on": "2026-01-01", "by": "О.", "why": "x"}
    for text, fault in (
        (json.dumps({"withdrawn": [stone], "content_sha256_before": []}), "quotes: has q-1, which withdrawn.json says"),
        ("[" * 100_000, "no list of what was withdrawn"),
        (json.dumps({"withdrawn": [stone | {"why": "a\nb"}], "content_sha256_before": []}), "no list of what was"),
    ):
        (released / "withdrawn.json").write_text(text, "utf-8")
        dataset.seal(released)
        assert [fault in one for one in dataset.verify(released)] == [True]


WITHDRAWER = """
import sys
from pathlib import Path
from dodomu.dataset.withdrawal import withdraw
print("ready", flush=True)
place = Path(sys.argv[1])
withdraw("q-1", why="x", by="О.", into=place / "dataset", seeds=place / "seeds")
"""


def withdrawer(place):
    process = subprocess.Popen([sys.executable, "-c", WITHDRAWER, str(place)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize("kills", [3, pytest.param(100, marks=pytest.mark.slow)])
def test_killed_at_any_moment_it_leaves_whole_versions_and_a_rerun_finishes_it(tables, tmp_path, kills):
    draw = random.Random(20251213)
    kept = tmp_path / "kept"
    for note in ("a", "b"):
        release_tables(tables | {"quotes": tables["quotes"].with_columns(note=pl.lit(note))}, kept / "dataset")
    (kept / "seeds").mkdir()
    shutil.copytree(kept, tmp_path / "timed")
    process = withdrawer(tmp_path / "timed")
    started = time.monotonic()
    process.communicate()
    longest = time.monotonic() - started
    for number in range(kills):
        place = tmp_path / str(number)
        shutil.copytree(kept, place)
        process = withdrawer(place)
        time.sleep(draw.uniform(0, longest))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        for version in versions_in(place / "dataset"):
            assert dataset.verify(place / "dataset" / version) == [], version
        take_out("q-1", place)
        whole(place / "dataset")
        assert versions_in(place / "dataset") == ["0.1.0", "0.2.0"]
        assert [dataset.open(place / "dataset" / v).quotes.height for v in ("0.1.0", "0.2.0")] == [0, 0]
        assert (place / "seeds" / "withdrawn.toml").read_text("utf-8").count("[[withdrawn]]") == 1


@pytest.mark.parametrize("moment", range(8))
def test_stopped_between_any_two_renames_the_next_who_writes_goes_on(tables, tmp_path, moment, monkeypatch):
    into = tmp_path / "dataset"
    for note in ("a", "b"):
        release_tables(tables | {"quotes": tables["quotes"].with_columns(note=pl.lit(note))}, into)
    (tmp_path / "seeds").mkdir()
    rename, calls = Path.rename, []

    def stopped(self, target):
        calls.append(target)
        if len(calls) > moment:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stopped)
    if moment < 4:
        with pytest.raises(KeyboardInterrupt):
            take_out("q-1", tmp_path)
    else:
        take_out("q-1", tmp_path)
    monkeypatch.undo()
    for version in versions_in(into):
        assert dataset.verify(into / version) == []
    redacted = tables | {"quotes": tables["quotes"].clear(), "evidence": tables["evidence"].filter(record_id="m-1")}
    released = release_tables(redacted | {"actors": tables["actors"].clear()}, into)
    assert released.before == "0.2.0"
    assert [dataset.open(into / version).quotes.height for version in versions_in(into)] == [0] * len(versions_in(into))
    whole(into)
