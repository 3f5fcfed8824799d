"""Whoever reads a report can see of each cell which words it stands on, what is not sure, and choose what to see."""

import re

import polars as pl
import pytest

import dodomu
from dodomu.dataset import path_of
from dodomu.report import report

LINK = re.compile(r'<a class="word" href="#(w\d+)" title="«(.*?)»"')


@pytest.fixture(scope="module")
def released():
    return dodomu.open(path_of("0.1.0"))


@pytest.fixture(scope="module")
def text(released):
    return report(released, "uk", other="report.en.html")


@pytest.mark.parametrize("scripts", [True, False])
def test_each_cell_leads_to_its_words_and_marks_them(text, visit, scripts):
    page = visit(text, java_script_enabled=scripts)
    links = LINK.findall(text)
    assert len(links) > 40
    for anchor, told in links[::12]:
        page.evaluate("anchor => { location.hash = anchor }", anchor)
        words = " ".join(page.locator("mark:target").inner_text().split())
        assert words.startswith(told.rstrip("…").split("&")[0])
        assert page.locator("mark:target").evaluate("m => getComputedStyle(m).backgroundColor") == "rgb(255, 224, 102)"


def test_a_script_marks_all_the_words_of_a_cell_at_once(text, visit):
    page = visit(text, viewport={"width": 1400, "height": 900})
    cell = page.locator("td:has(a.word:nth-of-type(2))").first
    cell.locator("a.word").first.click()
    assert page.locator("mark.also").count() == cell.locator("a.word").count() >= 2
    assert (page.said, page.asked) == ([], [])


def test_every_link_arrives_and_every_address_is_one(text):
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', text)) <= set(ids)


def test_where_the_text_is_withheld_the_words_are_those_of_the_table(released):
    articles = released.articles.with_columns(text=pl.lit(None, dtype=pl.String))
    tables = {name: released.table(name) for name in released.tables} | {"articles": articles}
    text = report(type(released)(tables, version="0.1.0"), "uk")
    assert set(re.findall(r'<li id="(w\d+)"', text)) >= {anchor for anchor, _ in LINK.findall(text)} != set()
    assert not re.search(r'<mark id="w', text)


def test_what_differs_is_said_with_each_claim(released):
    events = released.events.with_columns(contradictions=pl.lit(["count"], dtype=pl.List(pl.String)))
    first = released.mentions["event_id"][0]
    mentions = released.mentions.filter(pl.col("event_id") == first).head(1)
    counts = {"count": 7, "count_low": 7, "count_high": 7, "count_qualifier": "exact"}
    rival = mentions.with_columns(
        pl.lit("m-rival").alias("mention_id"),
        *(pl.lit(value, dtype=mentions.schema[name]).alias(name) for name, value in counts.items()),
    )
    tables = {name: released.table(name) for name in released.tables}
    tables |= {"events": events, "mentions": pl.concat([released.mentions, rival])}
    page = report(type(released)(tables, version="0.1.0"), "en")
    [row] = re.findall(r"<tr[^>]*>(?:(?!</tr>).)*claims differ(?:(?!</tr>).)*m-rival.*?</tr>", page)
    assert re.search(r'href="#m-rival">7 ', row)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_reader_chooses_what_to_see_without_scripts_too(text, visit, scripts):
    page = visit(text, java_script_enabled=scripts)
    shown = page.locator("#events tbody tr:visible")
    everything = shown.count()
    page.locator("#show-context").uncheck()
    assert 0 < shown.count() < everything
    page.locator("#show-context").check()
    page.locator("#only-unsure").check()
    assert 0 < shown.count() < everything
    page.locator("#theme-dark").check()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 28)"
    assert page.evaluate("getComputedStyle(document.querySelector('svg.wide text')).fill") == "rgb(240, 238, 233)"
    assert page.locator("#search").is_visible() is scripts


def test_a_dark_system_can_be_told_to_be_light(text, visit):
    page = visit(text, color_scheme="dark", java_script_enabled=False)
    page.locator("#theme-light").check()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_search_finds_whatever_apostrophe_is_typed(text, visit):
    page = visit(text)
    page.locator("#search").fill("Помилування,  ВІДБУЛОСЯ")
    page.locator("#found:not(:empty)").wait_for()
    assert page.locator("#events tbody tr:visible").count() == 1
    assert page.locator("#quotes tbody tr:visible").count() == 0
    page.locator("#search").fill("пам'ятаємо")
    page.get_by_text("Знайдено: статей 1, записів 1").wait_for()
    assert page.locator("#articles article:visible").count() == 1
    assert page.said == []


def test_the_other_language_is_one_link_away_and_keeps_the_place(text, visit):
    assert report_link(text) == "report.en.html"
    page = visit(text)
    page.evaluate("location.hash = 'w3'")
    page.evaluate("document.addEventListener('click', event => event.preventDefault())")
    page.locator("#other-language").click()
    assert page.evaluate("document.getElementById('other-language').hash") == "#w3"


def report_link(text):
    return re.search(r'id="other-language" href="([^"]*)"', text)[1]


def test_a_screen_reader_finds_its_way(text, visit):
    page = visit(text)
    levels = [int(name[1]) for name in page.evaluate("[...document.querySelectorAll('h1,h2,h3')].map(h => h.tagName)")]
    assert levels[0] == levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    for role in ("banner", "main", "contentinfo", "navigation", "search"):
        assert page.get_by_role(role).count() == 1
    assert page.evaluate("[...document.querySelectorAll('a')].every(a => a.textContent || a.ariaLabel)")
    assert page.evaluate("[...document.querySelectorAll('input')].every(input => input.labels.length)")
