"""What holds for every chart: widths, languages, themes, keys, feet, emptiness and very many rows."""

import csv
import io
import re

import polars as pl
import pytest
from drawings import faults_of, key_texts, root_of, rows, said

from dodomu.charts import CHARTS, UnknownOption, context, draw, gallery, releases, statements
from dodomu.charts.labels import words
from dodomu.charts.save import render
from dodomu.charts.theme import ACTS, OUTCOMES, SHAPES, THEMES
from dodomu.dataset import Dataset

ALL = [(name, {}) for name in CHARTS] + [("releases", {"of": "known", "by": by}) for by in ("origin", "mediator")]
IDS = [" ".join([name, *options.values()]) for name, options in ALL]


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("lang", ["uk", "en"])
@pytest.mark.parametrize(("name", "options"), ALL, ids=IDS)
def test_no_text_is_clipped_or_lies_on_another(rich, name, options, lang, width):
    assert faults_of(draw(name, rich, lang=lang, width=width, **options).to_dict(), width) == []


@pytest.mark.parametrize(("name", "options"), ALL, ids=IDS)
def test_a_foot_tells_version_hash_and_how_much_only_a_machine_has_read(rich, name, options):
    foot = " ".join(said(draw(name, rich, lang="en", width=1400, **options).to_dict()))
    assert f"dodomu 0.1.0, SHA-256 {rich.content_hash[:12]}." in foot
    assert ("two sources: " if options else "Read by machine, checked by nobody: ") in foot


@pytest.mark.parametrize("name", CHARTS)
def test_an_empty_dataset_is_told_in_a_sentence_not_in_an_empty_frame(empty, name):
    spec = draw(name, empty, lang="uk").to_dict()
    assert any(text.startswith("У цих даних") for text in said(spec))
    assert len(spec["vconcat"]) == 2, "a head and a foot, nothing between"
    assert faults_of(spec, 800) == []


@pytest.mark.parametrize("name", CHARTS)
def test_one_event_is_enough(gold_dataset, known_releases, name):
    ds = gold_dataset("seed")
    one = ds.events.filter(pl.col("count") == 31).head(1)
    tables = {n: ds.table(n) for n in ds.tables} | {"events": one, "quotes": ds.quotes.head(1)}
    tables["mentions"] = ds.mentions.filter(pl.col("event_id").is_in(one["event_id"].implode()))
    tables["known_releases"] = known_releases
    for width in (360, 800):
        assert faults_of(draw(name, Dataset(tables), width=width).to_dict(), width) == []


@pytest.mark.parametrize(("name", "options"), ALL, ids=IDS)
def test_no_english_word_stands_in_a_ukrainian_picture(rich, name, options):
    spec = draw(name, rich, lang="uk", **options).to_dict()
    own = re.sub(r"dodomu|known_releases|source_url|SHA-256 \w+|unknown|\bXIV\b", "", " ".join(said(spec)))
    assert re.findall(r"[A-Za-z]{3,}", own) == []
    assert draw(name, rich, lang="en", **options).to_dict()["usermeta"]["dodomu"]["lang"] == "en"


@pytest.mark.parametrize(("name", "options"), ALL, ids=IDS)
def test_months_on_the_axis_are_in_the_nominative_or_short(rich, name, options):
    spec = draw(name, rich, lang="uk", **options).to_dict()
    genitive = set(words("uk")["months"]["genitive"])
    assert not genitive & set(said(spec)), "a month alone is not in the genitive"


@pytest.mark.parametrize("name", ["timeline", "statements", "promises"])
def test_the_key_names_exactly_the_lanes_that_are_drawn(rich, name):
    spec = draw(name, rich, lang="uk", width=1400).to_dict()
    labels = words("uk")["lane"]
    drawn = {row["act" if name == "statements" else "outcome" if name == "promises" else "lane"] for row in data(spec)}
    assert {label for label in labels.values() if label in key_texts(spec)} == {labels[lane] for lane in drawn}


def data(spec):
    return spec["datasets"]["drawn"]


@pytest.mark.parametrize(("name", "options"), ALL, ids=IDS)
def test_a_csv_holds_the_data_drawn(rich, name, options):
    chart = draw(name, rich, **options)
    read = list(csv.DictReader(io.StringIO(render(chart, ".csv").decode())))
    assert len(read) == len(data(chart.to_dict())) > 0


@pytest.mark.parametrize(("name", "options"), ALL, ids=IDS)
def test_what_is_drawn_is_read_aloud(rich, name, options):
    root = root_of(draw(name, rich, lang="uk", **options).to_dict())
    labels = [element.get("aria-label") for element in root.iter() if element.get("aria-label")]
    assert labels
    assert all(re.search("[а-яіїєґ]", label) for label in labels)


def test_every_act_and_outcome_has_a_look_of_its_own():
    for names in (ACTS, OUTCOMES):
        assert len({SHAPES[name] for name in names}) == len(names)
        for theme in THEMES.values():
            assert len({theme.lane(name) for name in names}) == len(names)


def test_frames_are_drawn_like_the_dataset_they_come_from(rich):
    assert data(releases(rich.known_releases).to_dict()) == data(releases(rich, of="known").to_dict())
    assert len(data(statements({"quotes": rich.quotes}).to_dict())) == len(rich.quotes)
    with pytest.raises(UnknownOption, match="no table has the columns x"):
        context(pl.DataFrame({"x": [1]}))


def test_very_many_rows_are_gathered_and_all_counted(rich):
    n = 3000
    many = pl.concat([rich.quotes] * (n // len(rich.quotes) + 1)).head(n)
    many = many.with_columns(quote_id=pl.Series([f"q-{number}" for number in range(n)]))
    quotes = statements({"quotes": many})
    assert sum(row["n"] for row in data(quotes.to_dict())) == n
    events = pl.concat([rich.events] * (n // len(rich.events) + 1)).head(n)
    events = events.with_columns(event_id=pl.Series([f"e-{number}" for number in range(n)]))
    large = Dataset({**{name: rich.table(name) for name in rich.tables}, "events": events, "quotes": many})
    for name in CHARTS:
        spec = draw(name, large).to_dict()
        assert faults_of(spec, 800) == []
        assert sum(1 for _ in rows(spec)) < 2500


def test_an_option_of_another_chart_is_refused_in_one_line(rich):
    with pytest.raises(UnknownOption, match="the chart claims has no option «by»; releases has"):
        draw("claims", rich, by="type")
    with pytest.raises(UnknownOption, match="releases by «orgin»: did you mean «origin»"):
        releases(rich, by="orgin")


def test_a_gallery_has_every_chart_in_both_languages(rich, tmp_path):
    written = list(gallery(rich, tmp_path / "new", endings=[".csv"]))
    names = {path.name for path in written}
    assert {f"{name}.{lang}.csv" for name in CHARTS for lang in ("uk", "en")} < names
    assert names == {path.name for path in (tmp_path / "new").iterdir()}
