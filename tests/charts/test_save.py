"""Saved pictures are stable, whole, know their source, and no text in them runs or fetches anything."""

import io
import json
import os
import struct
import subprocess
import sys
import zlib
from hashlib import sha256

import polars as pl
import pytest
from pypdf import PdfReader

from dodomu.charts import FORMATS, UnknownOption, save, timeline
from dodomu.charts.fonts import FOLDER
from dodomu.charts.measure import _advances
from dodomu.dataset import Dataset
from dodomu.errors import BadOutput

HOSTILE = [
    "</script><script>document.title='ran'</script>",
    "<!--<script>",
    "<img src=x onerror=\"document.title='ran'\">",
    "'\"`&amp;&lt;\u2028\u2029",
    "\u202eевопорк\u202c \u0000\u0007",
    "image",
    "${alert(1)} {{ 7*7 }} $title",
    "ш" * 5000,
    "🎉 漢字 عربي",
]


@pytest.fixture(scope="module")
def chart(gold_dataset):
    return timeline(gold_dataset("seed"))


@pytest.fixture(scope="module")
def saved(chart, tmp_path_factory):
    folder = tmp_path_factory.mktemp("saved")
    return {ending: save(chart, folder / f"timeline{ending}").read_bytes() for ending in FORMATS}


def hostile(gold_dataset, words):
    ds = gold_dataset("seed", publisher=words)
    tables = {name: ds.table(name) for name in ds.tables}
    tables["articles"] = tables["articles"].with_columns(title=pl.lit(words))
    tables["quotes"] = tables["quotes"].with_columns(text=pl.lit(words), speaker=pl.lit(words))
    tables["events"] = tables["events"].with_columns(place=pl.lit(words), agents=pl.lit([words]))
    return Dataset(tables, version=ds.version)


def test_every_format_is_what_it_says(saved):
    assert saved[".svg"].startswith(b"<svg ")
    assert saved[".png"].startswith(b"\x89PNG")
    assert saved[".pdf"].startswith(b"%PDF")
    assert saved[".html"].startswith(b"<!doctype html>")
    assert json.loads(saved[".json"])["$schema"].startswith("https://vega.github.io/schema/vega-lite/")


def test_a_png_has_twice_the_size_and_carries_its_source(saved, gold_dataset):
    chunks = dict(texts(saved[".png"]))
    width, _ = struct.unpack(">II", saved[".png"][16:24])
    assert width == 1600
    assert chunks["Title"] == "Звільнення та висловлювання"
    assert chunks["Source"] == "Джерело: Главком, 13 грудня 2025."
    meta = json.loads(chunks["dodomu"])
    assert meta["content_hash"] == gold_dataset("seed").content_hash
    assert len(meta["rows"]) == 18


def test_every_file_says_which_rows_of_which_data_it_shows(saved, gold_dataset):
    ds = gold_dataset("seed")
    ids = [*ds.events["event_id"], *ds.quotes["quote_id"]]
    for ending, content in saved.items():
        text = dict(texts(content))["dodomu"] if ending == ".png" else content.decode("utf-8", errors="ignore")
        assert [one for one in ids if one not in text] == [], ending
        assert ds.content_hash in text, ending


def test_a_pdf_tells_its_title_and_its_language(saved):
    reader = PdfReader(io.BytesIO(saved[".pdf"]))
    assert reader.metadata.title == "Звільнення та висловлювання"
    assert reader.root_object["/Lang"] == "uk"
    assert "Помилування: 123 увʼязнені" in reader.pages[0].extract_text()


def texts(png):
    at = 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + body)
        if kind == b"iTXt":
            keyword, _, rest = body.partition(b"\0")
            yield keyword.decode(), rest[4:].decode()
        at += 12 + length


def test_the_bytes_are_the_same_in_any_time_zone(saved, tmp_path):
    spec = tmp_path / "spec.json"
    spec.write_bytes(saved[".json"])
    code = "import sys, json, altair; from dodomu.charts import save; " + (
        "chart = altair.Chart.from_dict(json.load(open(sys.argv[1], encoding='utf-8'))); "
        "[save(chart, sys.argv[2] + e) for e in ('.svg', '.png')]"
    )
    for zone in ("Pacific/Kiritimati", "America/St_Johns"):
        target = str(tmp_path / zone.replace("/", "-"))
        subprocess.run(
            [sys.executable, "-c", code, str(spec), target], env=os.environ | {"TZ": zone, "LC_ALL": "C"}, check=True
        )
        for ending in (".svg", ".png"):
            with open(target + ending, "rb") as file:
                assert sha256(file.read()).hexdigest() == sha256(saved[ending]).hexdigest(), (zone, ending)


def test_the_fonts_have_every_letter_of_ukrainian_and_their_licence():
    for bold in (False, True):
        assert set(map(ord, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ’₴«»–—…·")) <= _advances(bold)[0].keys()
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


def test_letters_that_fonts_often_lack_are_drawn_in_the_shipped_font(tmp_path):
    import altair as alt

    def picture(text):
        chart = alt.Chart(alt.InlineData(values=[{"t": text}])).mark_text(font="Noto Sans", fontSize=20)
        return save(chart.encode(text="t:N").properties(width=200, height=40), tmp_path / "t.png").read_bytes()

    assert picture("ґєїʼ₴") != picture("     ")
    assert picture("Памʼять ₴") != picture("Пам ять  ")


def test_a_page_draws_without_a_network_under_a_strict_policy(saved, visit):
    page = visit(saved[".html"])
    page.wait_for_selector("#picture svg")
    assert page.said == []
    assert page.asked == []
    assert page.title() == "Звільнення та висловлювання"
    assert page.evaluate("document.documentElement.lang") == "uk"
    assert "Помилування: 123 увʼязнені" in page.inner_text("#picture")
    assert page.evaluate("document.fonts.check('13px \"Noto Sans\"')")
    policy = page.get_attribute("meta[http-equiv]", "content")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_a_page_shows_the_picture_without_javascript(saved, visit):
    page = visit(saved[".html"], java_script_enabled=False)
    assert "Помилування: 123 увʼязнені" in page.inner_text("noscript")


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_of_an_article_runs_or_breaks_a_picture(gold_dataset, visit, tmp_path, words):
    chart = timeline(hostile(gold_dataset, words), width=360)
    for ending in (".svg", ".png"):
        assert save(chart, tmp_path / f"t{ending}").stat().st_size > 5000
    page = visit(save(chart, tmp_path / "t.html").read_bytes())
    page.wait_for_selector("#picture svg")
    page.hover("#picture svg")
    assert page.title() == "Звільнення та висловлювання"
    assert page.said == []
    assert page.asked == []
    assert "Помилування" in page.inner_text("#picture")


def test_an_address_that_is_none_spoils_neither_this_export_nor_the_next(gold_dataset, tmp_path):
    for url in ("javascript:alert(1)", "https://example.org/a b?c=«д»&e=<f>"):
        assert save(timeline(gold_dataset("seed", url=url)), tmp_path / "t.png").stat().st_size > 5000


def test_an_unknown_ending_and_a_place_that_cannot_be_written_are_told_in_one_line(chart, tmp_path):
    with pytest.raises(UnknownOption, match=r"no picture format «.jpg»"):
        save(chart, tmp_path / "t.jpg")
    with pytest.raises(BadOutput, match="cannot be written"):
        save(chart, tmp_path / "missing" / "t.json")
