"""The report leads from every mark to the words it stands on, without scripts and without a network."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import polars as pl
import pytest

from dodomu.charts.page import content_hash
from dodomu.report import report


class Page(HTMLParser):
    """The ids, links and element names of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.names = [], [], Counter()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.names[tag] += 1
        self.ids += [known["id"]] if known.get("id") else []
        self.links += [known["href"]] if "href" in known else []


@pytest.fixture(scope="module")
def seed(gold_dataset):
    return gold_dataset("seed")


@pytest.fixture(scope="module")
def pages(seed):
    return {lang: report(seed, lang) for lang in ("uk", "en")}


@pytest.fixture(params=["uk", "en"])
def text(request, pages):
    return pages[request.param]


def test_every_quote_and_mention_is_marked_and_every_link_arrives(text, seed):
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert {*seed.quotes["quote_id"], *seed.mentions["mention_id"]} <= set(page.ids)
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)


def test_every_mark_of_the_timeline_is_a_link_with_a_name(text):
    links = re.findall(r'<a href="#([^"]*)" aria-label="([^"]*)"', text)
    assert len(links) == 2 * 18
    assert all(name for _, name in links)


def test_there_is_one_script_known_by_its_hash_and_nothing_from_elsewhere(text):
    page = Page(text)
    assert page.names["script"] == 1
    assert not page.names.keys() & {"img", "iframe", "link", "object", "form"}
    [script] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert f"script-src {content_hash(script)};" in unescape(text)
    assert not re.search(r'style="|xlink:href', text)
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in policy


def test_the_tables_say_what_the_data_says(pages):
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", unescape(pages["uk"])))
    assert "Помилування, відбулося 1 дати немає; повідомлено до 13 грудня 2025" in shown
    assert "не пізніше 31 грудня 2025" in shown
    assert "близько 100 людей" in shown
    assert "дата не сказано" in shown
    assert "Прочитала машина, люди не перевіряли: 18 з 18 записів." in shown


def test_an_empty_cell_says_why(dataset_from, seed):
    seed_gaps = pl.DataFrame({"record_id": ["e-seed-8"], "field": ["agents"], "reason": ["ambiguous: A or B"]})
    ds = type(seed)({name: seed.table(name) for name in seed.tables} | {"gaps": seed_gaps}, version="0.1.0")
    assert re.search(r'<span class="empty">—</span>\s*<span class="reason">ambiguous: A or B</span>', report(ds, "en"))


def test_an_article_whose_text_is_withheld_shows_only_its_passages(seed):
    articles = seed.articles.with_columns(text=pl.lit(None, dtype=pl.String))
    ds = type(seed)({name: seed.table(name) for name in seed.tables} | {"articles": articles}, version="0.1.0")
    text = report(ds, "uk")
    assert "Повний текст не поширюється" in text
    assert "успішний захід" not in text
    page = Page(text)
    assert {*seed.quotes["quote_id"], *seed.mentions["mention_id"]} <= set(page.ids)
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_the_same_dataset_gives_the_same_page(seed, pages):
    assert report(seed, "uk") == pages["uk"]


HOSTILE = (
    "</style><script>document.title='ran'</script><img src='https://example.org/x' onerror=alert(1)>\"'`{{7*7}}\u202e"
)
FREE = {
    "articles": ["source", "title", "publisher", "published_basis", "rights"],
    "quotes": ["text", "speaker", "speaker_text", "speaker_role", "cue", "carrier", "occasion", "rule", "note"],
    "mentions": ["trigger", "asserted_by", "place", "rule", "note"],
    "events": ["place"],
    "evidence": ["field", "exact", "rule"],
    "gaps": ["field", "reason"],
}


def test_no_text_of_an_article_runs_or_fetches(seed, visit):
    tables = {name: seed.table(name) for name in seed.tables}
    article = tables["articles"].row(0, named=True)
    text = HOSTILE + article["text"] + HOSTILE
    for name, columns in FREE.items():
        tables[name] = tables[name].with_columns(pl.lit(HOSTILE).alias(column) for column in columns)
    tables["articles"] = tables["articles"].with_columns(text=pl.lit(text), url=pl.lit("javascript:alert(1)"))
    tables["events"] = tables["events"].with_columns(agents=pl.lit([HOSTILE]), mediators=pl.lit([HOSTILE]))
    page = visit(report(type(seed)(tables, version=HOSTILE), "en"))
    assert page.title() == "Releases and statements: a report"
    assert (page.said, page.asked) == ([], [])
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    assert page.locator(".text").inner_text().startswith(HOSTILE[:40])
    assert "javascript:" not in " ".join(page.evaluate("[...document.links].map(link => link.href)"))


@pytest.fixture
def shown(pages, visit):
    def open_page(lang="uk", **options):
        return visit(pages[lang], java_script_enabled=False, **options)

    return open_page


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("lang", ["uk", "en"])
def test_the_page_fits_its_width_and_shows_one_drawing(shown, lang, width):
    page = shown(lang, viewport={"width": width, "height": 900})
    assert (page.said, page.asked) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [page.is_visible(f"svg.{name}") for name in ("wide", "narrow")] == [width > 360, width == 360]


def test_timeline_and_article_stand_side_by_side_on_a_wide_page(shown):
    page = shown(viewport={"width": 1400, "height": 900})
    timeline, articles = page.locator("#timeline").bounding_box(), page.locator("#articles").bounding_box()
    assert timeline["x"] + timeline["width"] < articles["x"]
    assert timeline["y"] == articles["y"]


def test_the_keyboard_leads_from_a_mark_to_its_words(shown):
    page = shown(viewport={"width": 1400, "height": 900})
    page.focus("svg.wide a[href='#m-seed-2']")
    page.keyboard.press("Enter")
    target = page.locator("mark:target")
    assert target.inner_text() == "помилував"
    assert target.evaluate("mark => getComputedStyle(mark).backgroundColor") == "rgb(255, 224, 102)"
    box = target.bounding_box()
    assert 0 <= box["y"] < 900


def test_tab_reaches_the_first_mark_after_the_contents(shown):
    page = shown(viewport={"width": 1400, "height": 900})
    reached = []
    for _ in range(22):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
    assert reached[0] == "#articles"
    assert any(re.match("#m-seed", link) for link in reached if link)


def test_dark_readers_get_a_dark_page_and_drawing(shown):
    def colours(scheme):
        page = shown(color_scheme=scheme, viewport={"width": 1400, "height": 900})
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        drawing = page.evaluate("getComputedStyle(document.querySelector('svg.wide > rect')).fill")
        ink = page.evaluate("getComputedStyle(document.querySelector('svg.wide text')).fill")
        return paper, drawing, ink

    assert colours("light") == ("rgb(255, 255, 255)", "rgb(255, 255, 255)", "rgb(27, 27, 27)")
    assert colours("dark") == ("rgb(22, 24, 28)", "rgb(22, 24, 28)", "rgb(240, 238, 233)")


def test_print_is_black_on_white_without_the_contents(shown):
    page = shown(color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.is_visible("nav")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('svg.wide text')).fill") == "rgb(27, 27, 27)"
    assert len(page.pdf(format="A4")) > 20_000
