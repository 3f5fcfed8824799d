"""The page of a check works without scripts and a network, at every width, and runs nothing of a draft."""

import re

import pytest

from dodomu.check.page import page
from dodomu.check.told import told

DRAFT = """\
Лукашенко помилував 132 ув'язнених.

«Дякую кожному, хто допомагає повертати звідти українців!» – сказав Зеленський.

5 лютого 2026 року з російського полону повернулися 314 українців. 1 липня 2021 року з полону повернули 40 військових.
"""
HOSTILE = "</style></title><script>document.title='ran'</script><img src=x onerror=alert(1)>\"'`{{7*7}}\u202e\x1b[2J"


@pytest.fixture(scope="module")
def checked(seed):
    return seed(DRAFT)


@pytest.fixture
def shown(checked, visit):
    def open_page(lang="uk", **options):
        return visit(page(checked, lang), java_script_enabled=False, **options)

    return open_page


@pytest.mark.parametrize("width", [360, 1400])
@pytest.mark.parametrize("lang", ["uk", "en"])
def test_the_page_fits_its_width_and_asks_for_nothing(shown, lang, width):
    opened = shown(lang, viewport={"width": width, "height": 900})
    assert (opened.said, opened.asked) == ([], [])
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    draft, cards = opened.locator("#draft").bounding_box(), opened.locator("#findings").bounding_box()
    assert (draft["x"] + draft["width"] <= cards["x"]) == (width == 1400)


def test_every_mark_leads_to_its_card_and_back(shown, checked):
    opened = shown(viewport={"width": 1400, "height": 900})
    assert opened.locator("mark[id]").count() == opened.locator(".card").count() == len(checked.findings)
    opened.locator(".text a.n").first.click()
    assert opened.locator(".card:target").count() == 1
    opened.locator(".card:target a.n").click()
    assert opened.locator("mark:target").inner_text().startswith(checked.findings[0].exact)


def test_the_draft_stands_there_letter_for_letter(shown, checked):
    opened = shown()
    assert (
        opened.evaluate(
            "(() => { const copy = document.querySelector('.text').cloneNode(true);"
            " copy.querySelectorAll('.n').forEach(n => n.remove()); return copy.textContent })()"
        )
        == checked.text
    )


def test_what_one_does_not_want_to_see_can_be_hidden(shown):
    opened = shown()
    assert opened.locator(".card.not_known").first.is_visible()
    opened.locator("#show-not_known").uncheck()
    assert not opened.locator(".card.not_known").first.is_visible()
    assert opened.locator(".card.differs").first.is_visible()


def test_dark_readers_get_a_dark_page_and_print_is_black_on_white(shown):
    opened = shown(color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert opened.evaluate(paper) == "rgb(22, 24, 28)"
    opened.emulate_media(media="print")
    assert opened.evaluate(paper) == "rgb(255, 255, 255)"


def test_no_words_of_a_draft_run(seed, visit):
    checked = seed(f"{HOSTILE}\n\nЗеленський сказав: «{HOSTILE} дякую кожному, хто допомагає». 31 {HOSTILE}\n{DRAFT}")
    opened = visit(page(checked, "en"))
    assert opened.title().startswith("Draft check")
    assert (opened.said, opened.asked) == ([], [])
    assert opened.locator("script, img, iframe, link, form").count() == 0
    said = told(checked, "en")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", said)


def test_no_words_of_a_dataset_run(seed_data, visit):
    import polars as pl

    from dodomu.check import Checker
    from dodomu.dataset import Dataset
    from dodomu.models import Article

    tables = {name: seed_data.table(name) for name in seed_data.tables}
    bad = pl.lit(HOSTILE)
    tables["articles"] = tables["articles"].with_columns(publisher=bad, url=pl.lit("javascript:alert(1)"), text=bad)
    tables["quotes"] = tables["quotes"].with_columns(speaker=bad, text=pl.col("text") + HOSTILE)
    rows = tables["known_releases"]
    tables["known_releases"] = rows.with_columns(
        source_url=pl.lit([HOSTILE, "javascript:alert(1)", "https://a.example/"])
    )
    checked = Checker(Dataset(tables)).check(Article(article_id="d", source="d.txt", text=DRAFT))
    assert checked.amiss
    opened = visit(page(checked, "uk"))
    assert (opened.said, opened.asked) == ([], [])
    assert opened.locator("script, img").count() == 0
    links = opened.evaluate("[...document.links].map(link => link.href)")
    assert links
    assert all(link.startswith(("file:", "https://a.example/")) for link in links)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", told(checked))
