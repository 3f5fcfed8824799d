"""Hostile text in every field passes through every chart, export, bundle and report: nothing runs or is lost."""

import json
import re
import zipfile

import polars as pl
import pytest

from dodomu import charts
from dodomu.dataset import Dataset
from dodomu.exports import export
from dodomu.exports.registry import FORMATS
from dodomu.report import report

RUN = "window.ran=1"
PAYLOADS = [
    f"</script><script>{RUN}</script>",
    f"<!--<script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"--!><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</noscript><script>{RUN}</script>",
    f"</template><script>{RUN}</script>",
    f"</metadata></svg><script>{RUN}</script>",
    f"</desc><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"<?xml version='1.0'?><script>{RUN}</script>",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    f"<img src=x onerror={RUN}>",
    f"<img src='https://evil.invalid/i' onerror='{RUN}'>",
    f'"><img src=x onerror="{RUN}">',
    f"'><img src=x onerror='{RUN}'>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x></svg>",
    "<svg><use href='https://evil.invalid/u.svg#x'/></svg>",
    "<svg><foreignObject><iframe src='https://evil.invalid/f'></iframe></foreignObject></svg>",
    f"<math><mtext></mtext><script>{RUN}</script></math>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src='javascript:parent.{RUN}'></iframe>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    "<link rel=stylesheet href=https://evil.invalid/c.css>",
    "<base href=https://evil.invalid/>",
    "<meta http-equiv=refresh content='0;url=https://evil.invalid/'>",
    "<form action=https://evil.invalid/><button>x</button></form>",
    "<object data=https://evil.invalid/o></object>",
    "<embed src=https://evil.invalid/e>",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"\tjava\nscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f"x' onmouseover='{RUN}",
    f'x" onmouseover="{RUN}',
    f"x` onmouseover=`{RUN}",
    f"x' autofocus onfocus='{RUN}' tabindex='1",
    "&lt;script&gt; &amp;amp; &#60;script&#62; &#x3c;",
    "& && &; &nosuch; &#0; &#xFFFFFFFF;",
    "\\u003cscript\\u003e \\x3c \\\\ \\",
    "'\"`",
    "\u2028\u2029\u0085",
    "{{ 7*7 }} {% raw %} {# x #}",
    "{{ ''.__class__.__mro__ }}",
    "${7*7} $title $$ #{7*7} <%= 7*7 %>",
    "%s %d %(x)s {0} {x} {",
    f"datum.x; {RUN}; toString.constructor('{RUN}')()",
    f"[]['constructor']['constructor']('{RUN}')()",
    "}body{display:none}",
    "*{background:url(https://evil.invalid/b)}",
    "@import 'https://evil.invalid/i.css';",
    "expression(alert(1)); -moz-binding:url(x)",
    "\u202eтскет йинтаровз\u202c \u2066\u2067\u2069",
    "\u200b\u200d\ufeff\u00ad",
    "\x00\x01\x07\x1b[31m\x7f",
    "\ufffe\uffff\ufdd0",
    "👩‍👩‍👧‍👦🇺🇦🏳️‍🌈 🎉",
    "Z̸̡̛͖̀a̵̛l̶̡̛g̷o " + "\u0301" * 60,
    "漢字 عربي עברית ไทย",
    "=HYPERLINK(\"https://evil.invalid\",\"x\")",
    "=1+1",
    "+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "image",
    "https://evil.invalid/picture.png",
    "../../../etc/passwd",
    "__proto__ constructor prototype",
    "null undefined NaN true",
    ", ; \t | \r\n \r",
    "x" * 100_000,
]  # fmt: skip
FREE = {
    "articles": ["source", "title", "publisher", "url", "published_basis", "rights"],
    "quotes": ["text", "speaker", "speaker_text", "speaker_role", "cue", "cue_lemma", "carrier", "occasion", "rule"],
    "mentions": ["trigger", "asserted_by", "place", "rule", "note"],
    "events": ["place"],
    "evidence": ["field", "exact", "rule"],
    "gaps": ["field", "reason"],
    "known_releases": ["note", "group_note"],
}
LISTS = {"events": ["agents", "mediators"], "mentions": ["agents", "mediators"], "known_releases": ["source_url"]}


@pytest.fixture(scope="module")
def hostile(gold_dataset):
    """Every payload in every field: a row has the next payload in each of its fields, and articles hold them all."""
    ds = gold_dataset("seed", "d01", "d02", "d03", "d04", "d05", "d06", "d07", "d08")
    tables = {name: ds.table(name) for name in ds.tables}
    import dodomu

    tables["known_releases"] = dodomu.load("known_releases").tail(40)
    every = "\n".join(PAYLOADS)
    for name, columns in FREE.items():
        rows = tables[name].height
        for n, column in enumerate(columns):
            tables[name] = tables[name].with_columns(pl.Series(column, _turn(rows, n), dtype=pl.String))
    for name, columns in LISTS.items():
        rows = tables[name].height
        for n, column in enumerate(columns):
            values = [[one] for one in _turn(rows, n + 31)]
            tables[name] = tables[name].with_columns(pl.Series(column, values, dtype=pl.List(pl.String)))
    tables["quotes"] = tables["quotes"].with_columns(note=pl.lit(every))
    tables["articles"] = tables["articles"].with_columns(text=pl.col("text") + every)
    return Dataset(tables, version="0.1.0")


def _turn(rows, n):
    """Give each of the rows a payload, another one in each column; the long word in few places."""
    payloads = PAYLOADS if n == 0 else PAYLOADS[:-1]
    return [payloads[(row + n * 11) % len(payloads)] for row in range(rows)]


def test_there_are_enough_and_each_is_drawn_somewhere(hostile):
    assert len(set(PAYLOADS)) >= 60
    placed = {value for name, columns in FREE.items() for column in columns for value in hostile.table(name)[column]}
    assert placed >= set(PAYLOADS)


def harmless(page):
    assert page.evaluate("window.ran") is None
    assert (page.said, page.asked) == ([], [])
    addresses = page.evaluate(
        "[...document.querySelectorAll('a')].map(a => String(a.href.baseVal ?? a.href)).filter(Boolean)"
    )
    assert all(re.match(r"(https?|file|#)", address) for address in addresses)


@pytest.mark.parametrize("name", charts.CHARTS)
def test_no_chart_runs_or_fetches_and_none_is_blank(name, hostile, visit, tmp_path):
    chart = charts.draw(name, hostile)
    for ending in (".html", ".svg", ".csv"):
        charts.save(chart, tmp_path / f"chart{ending}")
    page = visit((tmp_path / "chart.html").read_bytes())
    page.locator("#picture svg").wait_for(timeout=20_000)
    assert page.locator("#picture svg text").count() > 3
    harmless(page)
    svg = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    seen = visit(f"<!doctype html><meta charset=utf-8>{svg}")
    assert seen.evaluate("window.ran") is None
    assert [url for url in seen.asked if not url.startswith("data:")] == []
    assert "evil.invalid" not in " ".join(re.findall(r'src="[^"]*"', svg))


def test_a_bundle_is_whole(hostile, tmp_path):
    path = charts.bundle(lambda lang: charts.timeline(hostile, lang=lang), tmp_path / "bundle.zip")
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert all(not name.startswith(("/", "..")) for name in archive.namelist())
        assert all(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("name", FORMATS)
def test_no_export_is_lost(name, hostile, tmp_path):
    path = tmp_path / f"out{FORMATS[name].ending}"
    export(hostile, name, path)
    data = path.read_bytes()
    assert len(data) > 200
    if path.suffix in (".json", ".jsonld"):
        json.loads(data)
    if path.suffix == ".jsonl":
        assert all(json.loads(line) for line in data.decode().split("\n") if line)
    if path.suffix == ".csv":
        assert not re.search(rb"(?m)(^|,)\"?[=@]", data)


@pytest.mark.parametrize("lang", ["uk", "en"])
def test_the_report_runs_nothing_and_shows_the_texts(lang, hostile, visit):
    page = visit(report(hostile, lang), viewport={"width": 800, "height": 900})
    harmless(page)
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, embed, form, link, base, video").count() == 0
    shown = page.locator(".text").first.text_content()
    assert all(payload in shown for payload in PAYLOADS if payload.isprintable())
    assert page.evaluate("document.documentElement.scrollWidth") <= 800
    assert page.locator("h1").bounding_box()["y"] < 200
