"""The figures are those of the measure's definition, on cases small enough to count by hand."""

import json

import pytest

from dodomu import evaluate
from dodomu.errors import BadInput
from dodomu.models import Extraction, Mention, Quote

TEXT = """Обмін: додому повернули 31 людину

«Сьогодні додому повертаються наші люди», – сказав Петро Іваненко. За його словами, це «великий крок».
Речник Олена Коваль повідомила, що обмін відбувся 5 травня. Перемовини тривають.
"""

GOLD = {
    "article": {"file": "a.txt"},
    "quotes": [
        {"text": "Сьогодні додому повертаються наші люди", "kind": "direct", "speaker": "Петро Іваненко"},
        {"text": "великий крок", "kind": "mixed", "speaker": "Петро Іваненко"},
        {"text": "обмін відбувся 5 травня", "kind": "indirect", "speaker": "Олена Коваль"},
    ],
    "events": [
        {"trigger": "повернули", "type": "return", "status": "occurred", "count": 31, "count_qualifier": "exact"},
        {"trigger": "повертаються", "type": "return", "status": "occurred", "nationality": ["UA"], "agents": ["US"]},
        {"trigger": "обмін", "nth": 1, "type": "exchange", "status": "occurred", "date": "2025-05-05"},
        {"trigger": "Перемовини", "type": "negotiation", "status": "ongoing"},
    ],
}


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.gold.json").write_text(json.dumps(GOLD, ensure_ascii=False), "utf-8")
    return tmp_path


def found_in(article, quotes=(), mentions=()):
    """What an extractor might have found: words of the article with what it says of them."""

    def at(words):
        return TEXT.index(words), TEXT.index(words) + len(words)

    key = {"article_id": article.article_id, "rule": "test"}
    return Extraction(
        article=article,
        quotes=[
            Quote(quote_id=f"q{n}", text=words, start=at(words)[0], end=at(words)[1], kind=kind, speaker=speaker, **key)
            for n, (words, kind, speaker) in enumerate(quotes)
        ],
        mentions=[
            Mention(
                mention_id=f"m{n}", trigger=words, trigger_start=at(words)[0], trigger_end=at(words)[1], **slots, **key
            )
            for n, (words, slots) in enumerate(mentions)
        ],
    )


def measured(folder, **found):
    [marked] = evaluate.read_gold(folder)
    return evaluate.figures([evaluate.counts_of(marked, found_in(marked.article, **found))])


RIGHT_QUOTES = [
    ("Сьогодні додому повертаються наші люди", "direct", "Іваненко"),
    ("великий крок", "mixed", "Петро Іваненко"),
    ("обмін відбувся 5 травня", "indirect", "речник Олена Коваль"),
]
RIGHT_MENTIONS = [
    ("повернули", {"type": "return", "status": "occurred", "count": 31, "count_qualifier": "exact"}),
    ("повертаються", {"type": "return", "status": "occurred", "nationality": ["UA"], "agents": ["US"]}),
    ("обмін", {"type": "exchange", "status": "occurred", "date": "2025-05-05~", "date_basis": "stated"}),
    ("Перемовини", {"type": "negotiation", "status": "ongoing"}),
]


def test_all_right_is_one_throughout(gold):
    figures = measured(gold, quotes=RIGHT_QUOTES, mentions=RIGHT_MENTIONS)
    assert {figure.value for figure in figures.values()} == {1.0}
    assert figures["quotes"].of == 3
    assert figures["events release"].of == 3


def test_nothing_found_is_nothing_right(gold):
    figures = measured(gold)
    assert figures["quotes"].value == figures["events release"].value == 0
    assert figures["speaker"].value is None


def test_a_miss_a_false_alarm_and_a_wrong_speaker(gold):
    quotes = [
        ("Сьогодні додому повертаються наші люди», – сказав", "direct", "Петро Іваненко"),  # too long, but it overlaps
        ("крок", "indirect", "Петро Іваненко"),  # too short: no pair
        ("обмін відбувся 5 травня", "indirect", "Петро Іваненко"),
        ("Перемовини тривають", "indirect", None),
    ]
    figures = measured(gold, quotes=quotes)
    assert (figures["quotes"].precision, figures["quotes"].recall) == (2 / 4, 2 / 3)
    assert figures["quotes"].value == pytest.approx(4 / 7)
    assert figures["quotes + speaker"].value == pytest.approx(2 / 7)
    assert (figures["speaker"].value, figures["kind"].value) == (1 / 2, 1)
    assert (figures["exact span"].value, figures["exact span"].of) == (0, 1)
    assert figures["quotes direct"].value == 1
    assert figures["quotes mixed"].value == 0
    assert (figures["quotes indirect"].precision, figures["quotes indirect"].recall) == (1 / 3, 1)


def test_a_mention_pairs_in_its_sentence_and_by_its_type(gold):
    mentions = [
        ("додому", {"type": "return", "status": "planned", "count": 31, "count_qualifier": "exact"}),  # its sentence
        ("повертаються", {"type": "release", "status": "occurred"}),  # another type
        ("Перемовини", {"type": "exercise", "status": "ongoing"}),
    ]
    figures = measured(gold, mentions=mentions)
    assert figures["events release"].value == pytest.approx(2 / 5)
    assert figures["events context"].value == 0
    assert figures["slot status"].value == 0
    assert figures["slot count"].value == figures["slot nationality"].value == 1
    assert figures["slot count"].of == 1


def test_the_interval_is_the_same_every_time_and_holds_the_figure(gold):
    [marked] = evaluate.read_gold(gold)
    good = evaluate.counts_of(marked, found_in(marked.article, quotes=RIGHT_QUOTES))
    poor = evaluate.counts_of(marked, found_in(marked.article, quotes=RIGHT_QUOTES[:1]))
    first = evaluate.figures([good, poor, good, good])["quotes"]
    assert first == evaluate.figures([good, poor, good, good])["quotes"]
    assert first.low < first.value < first.high


def test_the_table_has_a_line_for_each_figure(gold):
    figures = measured(gold, quotes=RIGHT_QUOTES)
    lines = evaluate.table(figures).splitlines()
    assert all(any(line.startswith(name) for line in lines) for name in figures)


QUOTE = {"text": "Обмін", "kind": "direct", "speaker": None}

BAD_GOLD = {
    "words that are not there": (GOLD | {"quotes": [QUOTE | {"text": "Ні"}]}, "«Ні» does not stand in the article"),
    "no such kind": (GOLD | {"quotes": [QUOTE | {"kind": "x"}]}, "quotes.0.kind is wrong"),
    "no such article": (GOLD | {"article": {"file": "b.txt"}}, "b.txt: no such file"),
    "no object": ([], "the file is wrong"),
}


@pytest.mark.parametrize(("text", "said"), BAD_GOLD.values(), ids=BAD_GOLD)
def test_bad_gold_is_named(gold, text, said):
    (gold / "a.gold.json").write_text(json.dumps(text), "utf-8")
    with pytest.raises(BadInput) as caught:
        evaluate.read_gold(gold)
    assert said in str(caught.value)


def test_a_folder_without_gold_is_named(tmp_path):
    with pytest.raises(BadInput, match="holds no annotated article"):
        evaluate.read_gold(tmp_path)
