"""The timeline shows every event and every quote, each with its honest form of time."""

import json
import re
from datetime import UTC, datetime

import pytest
from drawings import faults_of, root_of, rows, said

from dodomu.charts import UnknownOption, timeline
from dodomu.charts.save import svg
from dodomu.charts.theme import LANES, SHAPES, THEMES
from dodomu.charts.timeline import LABELLED
from dodomu.models import Article, Event, Mention, Quote


def event(n=1, **slots):
    slots.setdefault("date_basis", "stated" if slots.get("date") else "none")
    head = {"event_id": f"e-{n}", "type": "release", "status": "occurred"} | {
        key: slots.pop(key) for key in ("type", "status") if key in slots
    }
    words = {"trigger": "звільнили", "trigger_start": 0, "trigger_end": 9, "rule": "annotated"}
    mention = Mention(mention_id=f"m-{n}", article_id="a", **head, **words, **slots)
    family = "context" if head["type"] in ("order", "negotiation") else "release"
    counted = {"n_mentions": 1, "n_articles": 1, "first_reported": "2025-12-13"}
    return mention, Event(family=family, **counted, **head, **slots)


def article(**known):
    return Article(**{"article_id": "a", "source": "a.txt", "text": "звільнили", "published": "2025-12-13"} | known)


@pytest.fixture
def drawn(dataset_from):
    def draw(*events, quotes=(), lang="uk", theme="light", width=800, **known):
        mentions, found = zip(*events, strict=True) if events else ((), ())
        ds = dataset_from([([article(**known)], quotes, mentions, found, [], [])])
        return timeline(ds, lang, theme, width).to_dict()

    return draw


def targets(spec):
    return {row["id"]: (layer, row) for layer, row in rows(spec) if "description" in row}


def marks(spec):
    """The rows that stand in time, with the type of their mark, but for the lines of the axis."""
    return [(layer["mark"], row) for layer, row in rows(spec) if "middle" in row and row["lane"] != "key"]


def test_marks_within_a_quotation_are_those_of_the_second_kind(drawn):
    text = "«Усі вдома», – так повідомляє «Вісник», – звільнили"
    mention, found = event()
    place = {"trigger_start": text.index("звільнили"), "trigger_end": len(text)}
    said_so = {"kind": "direct", "text": "«Усі вдома», – так", "start": 0, "end": 18}
    quote = Quote(quote_id="q", article_id="a", rule="annotated", **said_so)
    told = " ".join(said(drawn((mention.model_copy(update=place), found), quotes=[quote], text=text, width=1400)))
    assert "«„Усі вдома“, – так повідомляє „Вісник“, – звільнили»" in told
    assert "«„Усі вдома“, – так»" in told


@pytest.mark.parametrize("name", ["seed", "d04", "d12"])
def test_every_event_and_quote_appears_once(gold_dataset, name):
    ds = gold_dataset(name)
    spec = timeline(ds).to_dict()
    shown = [row["id"] for _, row in rows(spec) if "description" in row]
    assert sorted(shown) == sorted([*ds.events["event_id"], *ds.quotes["quote_id"]])
    assert sorted(spec["usermeta"]["dodomu"]["rows"]) == sorted(shown)


def test_what_has_no_date_stands_on_no_day_but_in_its_lane_with_the_day_of_the_report(drawn):
    spec = drawn(event(1), event(2, date="2025-11-22"))
    assert len(marks(spec)) == 1
    assert "Без дати в тексті" in said(spec)
    assert "Повідомлено до 13 грудня 2025" in said(spec)
    assert targets(spec)["e-1"][1]["when"] == "повідомлено до 13 грудня 2025"


def test_a_known_day_is_a_filled_shape_at_noon(drawn):
    [(mark, row)] = marks(drawn(event(date="2025-11-22")))
    assert (mark["type"], mark["filled"], row["middle"]) == ("point", True, "2025-11-22T12:00:00Z")


def test_once_within_bounds_is_an_outlined_box_that_holds_its_last_day(drawn):
    [(mark, row)] = marks(drawn(event(date="2025-02")))
    assert (mark["type"], mark["filled"]) == ("rect", False)
    assert (row["start"], row["end"]) == ("2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z")
    assert "strokeDash" not in mark


def test_what_lasted_is_a_solid_bar(drawn):
    [(mark, _)] = marks(drawn(event(date="2025-12-08/2025-12-14", date_extent="span")))
    assert (mark["type"], mark["filled"]) == ("rect", True)


def test_what_is_open_ends_in_an_arrow_at_the_edge_and_a_line_at_the_known_bound(drawn):
    found = marks(drawn(event(date="../2025-12-31", status="called_for")))
    shapes = [mark.get("shape", mark["type"]) for mark, _ in found]
    assert sorted(shapes) == ["rule", "rule", "triangle-left"]
    assert {row["end"] for _, row in found} == {"2026-01-01T00:00:00Z"}


@pytest.mark.parametrize("date", ["2025-12-13?", "2022~", "2025-11%"])
def test_what_is_in_doubt_is_dashed(drawn, date):
    assert all(mark["strokeDash"] for mark, _ in marks(drawn(event(date=date))))


def test_the_key_shows_exactly_the_forms_and_lanes_that_are_drawn(drawn):
    spec = drawn(event(1, date="2025-02"), event(2, date="2025-11-22", type="order"))
    key = spec["vconcat"][0]
    texts = [row["text"] for layer in key["layer"] for row in spec["datasets"][layer["data"]["name"]] if "text" in row]
    assert {"день відомий", "один раз у цих межах", "звільнення й повернення"} <= set(texts)
    assert not {"тривало весь цей час", "відома лише одна межа", "висловлювання"} & set(texts)


def test_every_layer_in_time_is_reckoned_in_utc(gold_dataset):
    spec = timeline(gold_dataset("d04")).to_dict()
    scales = [
        layer["encoding"]["x"]["scale"]["type"]
        for part in spec["vconcat"]
        for layer in part["layer"]
        if layer["encoding"]["x"].get("type") == "temporal"
    ]
    assert scales
    assert set(scales) == {"utc"}


def test_counts_are_said_as_surely_as_they_are_known(drawn):
    spec = drawn(
        event(1, count=31, count_qualifier="exact", group="civilians"),
        event(2, count=100, count_qualifier="approximate", group="people"),
        event(3, count_low=20, count_high=30, group="military"),
    )
    heads = {"Звільнення: 31 цивільна особа", "Звільнення: близько 100 людей", "Звільнення: від 20 до 30 військових"}
    assert heads <= set(said(spec))


def test_the_foot_names_source_version_hash_and_how_much_only_a_machine_has_read(gold_dataset):
    ds = gold_dataset("seed")
    spec = timeline(ds, "en").to_dict()
    assert "Source: Главком, 13 December 2025." in said(spec)
    assert f"Data: dodomu 0.1.0, SHA-256 {ds.content_hash[:12]}." in said(spec)
    assert "Read by machine, checked by nobody: 18 of 18 records." in said(spec)


def test_what_people_have_checked_is_counted(drawn):
    mention, one = event(1)
    assert "Люди перевірили всі записи: 1." in said(drawn((mention, one.model_copy(update={"review": "read"}))))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/local", "#fragment", " http://x", None])
def test_only_web_addresses_become_links(drawn, url):
    assert "url" not in targets(drawn(event(1), url=url))["e-1"][1]
    layer, row = targets(drawn(event(1), url="https://example.org/?a=1&b=<2>"))["e-1"]
    assert row["url"].startswith("https://example.org/")
    assert "href" in layer["encoding"]


def test_titles_alike_stay_two_rows(drawn):
    assert set(targets(drawn(event(1, date="2025-11-22"), event(2, date="2025-11-22")))) == {"e-1", "e-2"}


def test_a_quote_that_is_a_paraphrase_says_so(drawn):
    quote = {"article_id": "a", "start": 0, "end": 9, "text": "звільнили", "rule": "annotated"}
    direct = Quote(quote_id="q-1", kind="direct", speaker="Ілля Павленко", **quote)
    indirect = Quote(quote_id="q-2", kind="indirect", **quote)
    spoken = [row["description"] for _, row in targets(drawn(quotes=[direct, indirect])).values()]
    assert spoken[0] == "Ілля Павленко. повідомлено до 13 грудня 2025. «звільнили»"
    assert spoken[1] == "Мовця не названо. повідомлено до 13 грудня 2025. переказ: звільнили"


def test_an_empty_dataset_says_that_it_is_empty(drawn):
    assert "У цих даних немає ні подій, ні висловлювань." in said(drawn())


def test_very_many_marks_are_gathered_and_all_counted(drawn):
    many = [event(n, date=f"2025-{1 + n % 12:02d}-{1 + n % 28:02d}") for n in range(6000)]
    wide = [event(6000 + n, date="2024/2025") for n in range(5)]
    without = [event(7000 + n, type="order") for n in range(7)]
    spec = drawn(*many, *wide, *without)
    assert sum(row["n"] for _, row in rows(spec) if "n" in row) == 6000
    assert "Звільнення: 6005" in said(spec)
    assert "довше за один період або відкрите: 5" in " ".join(said(spec))
    assert "без дати: 7" in said(spec)
    svg(spec)


def test_languages_do_not_mix(gold_dataset):
    spec = timeline(gold_dataset("d04"), "uk").to_dict()
    assert "листопад" in said(spec)
    assert "2 жовтня 2025" in said(spec)
    assert not re.search(r"\b(October|November|Release|Source|reported)\b", " ".join(said(spec)))
    english = timeline(gold_dataset("d04"), "en").to_dict()
    assert "2 October 2025" in said(english)
    assert not re.search(r"листопад|грудн|Повернення|Джерело|повідомлено", " ".join(said(english)))


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("lang", ["uk", "en"])
@pytest.mark.parametrize(("name", "published"), [("seed", "2025-12-13?"), ("d04", None), ("d06", None)])
def test_no_text_is_clipped_or_lies_on_another(gold_dataset, name, published, lang, width):
    ds = gold_dataset(name, published=published)
    assert faults_of(timeline(ds, lang, "light", width).to_dict(), width) == []


@pytest.mark.parametrize("date", ["2025-12-13?", "2025-02", "2025-02-01/2025-03-05", "../2025-12-31?", "2022-02-24/.."])
@pytest.mark.parametrize("extent", ["point", "span", "total"])
def test_every_form_of_time_fits_the_width(drawn, date, extent):
    spec = drawn(event(1, date=date, date_extent=extent), event(2, date="2025-11-22"), lang="en", width=360)
    assert 'width="360"' in svg(spec)[:200]


def test_each_row_is_read_aloud_once_and_nothing_else(gold_dataset):
    root = root_of(timeline(gold_dataset("seed"), "en").to_dict())
    labels = [element.get("aria-label") for element in root.iter() if element.get("aria-label")]
    assert len(labels) == 18
    assert all(element.get("aria-hidden") != "false" for element in root.iter())
    assert any(label.startswith("Pardon: 123 prisoners. reported by 13 December 2025.") for label in labels)


def test_each_lane_has_a_colour_and_a_shape_of_its_own():
    assert len({SHAPES[lane] for lane in LANES}) == len(LANES)
    for theme in THEMES.values():
        assert len({theme.lane(lane) for lane in LANES}) == len(LANES)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_text_colour_can_be_read(theme):
    for ink in (theme.ink, theme.muted):
        assert contrast(ink, theme.paper) >= 4.5
        assert contrast(ink, theme.panel) >= 4.5
    assert all(contrast(theme.lane(lane), theme.panel) >= 3 for lane in LANES)


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(
    "dates", [["2025-11-22"], ["0900", "2025"], ["2025-12-31", "2026-01-01"], ["9999-12-31"], ["2022-02-24/.."]]
)
def test_any_stretch_of_time_has_an_axis(drawn, dates):
    spec = drawn(*(event(n, date=date) for n, date in enumerate(dates)))
    assert any(re.fullmatch(r"\d{1,4}", text) for text in said(spec))
    now = str(datetime.now(UTC).year)
    assert now in json.dumps(dates) or now not in said(spec)


def test_unknown_options_are_told_in_one_line(gold_dataset):
    with pytest.raises(UnknownOption, match="no labels in language «ukr»: did you mean «uk»"):
        timeline(gold_dataset("seed"), "ukr")
    with pytest.raises(UnknownOption, match="no theme «drak»: did you mean «dark»"):
        timeline(gold_dataset("seed"), theme="drak")


def test_labels_above_the_limit_are_not_drawn(drawn):
    assert len(targets(drawn(*(event(n) for n in range(LABELLED))))) == LABELLED
    assert not targets(drawn(*(event(n) for n in range(LABELLED + 1))))
