"""Marking passages changes no letter of an article."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from dodomu.report.passages import Passage, headline, marked

SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=6)


def shown(markup):
    return html.unescape(re.sub(r"<[^>]*>", "", str(markup)))


@given(st.text(min_size=12, max_size=12), SPANS)
def test_the_text_stays_letter_for_letter_and_every_mark_is_closed(text, spans):
    passages = [Passage(f"p{n}", min(span), max(span), "release") for n, span in enumerate(spans)]
    markup = str(marked(text, passages))
    assert shown(markup) == text
    assert markup.count("<mark") == markup.count("</mark>")
    whole = [p.id for p in passages if p.start < p.end]
    assert sorted(re.findall(r'<mark id="([^"]*)"', markup)) == sorted(whole)


@given(st.text(min_size=12, max_size=12), SPANS)
def test_the_pieces_of_a_passage_are_its_words(text, spans):
    passages = [Passage(f"p{n}", min(span), max(span), f"k{n}") for n, span in enumerate(spans)]
    inside, found = [], {}
    for tag, kind, words in re.findall(r'<(/?)mark(?:[^>]*class="([^"]*)")?[^>]*>([^<]*)', str(marked(text, passages))):
        inside = inside[:-1] if tag else [*inside, kind]
        for one in inside:
            found[one] = found.get(one, "") + html.unescape(words)
    assert {p.kind: text[p.start : p.end] for p in passages if p.start < p.end} == found


def test_a_headline_is_one_only_at_the_beginning():
    assert headline("\ufeff\nДодому\nтекст", "Додому") == [Passage("", 2, 8, "headline")]
    assert headline("текст Додому", "Додому") == []
    assert headline("текст", None) == []
