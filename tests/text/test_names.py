"""Persons and bodies are found where a linguist has marked them, with their name in the nominative."""

import re
from pathlib import Path

import pytest
from cases import cases, plain

from dodomu.text.document import Document
from dodomu.text.names import Cast

FOLDER = Path(__file__).parent


def marked(case):
    """The text and (start, end, name) of each ``[…]``, names after ``=>`` in the same order."""
    text, places, start = "", [], None
    for part in re.split(r"([\[\]])", case.marked):
        if part == "[":
            start = len(text)
        elif part == "]":
            places.append((start, len(text)))
        else:
            text += plain(part)
    return text, [(a, b, name) for (a, b), name in zip(places, case.answers, strict=True)]


def told(text, mentions, wanted):
    """Mentions that are sure, and those that are asked for: a lone word may be a name or not."""
    asked = {(a, b) for a, b, _ in wanted}
    kept = [m for m in mentions if not m.loose and not m.bare or (m.start, m.end) in asked]
    outer = [m for m in kept if not any(a <= m.start and m.end <= b and (a, b) != (m.start, m.end) for a, b in asked)]
    return [(text[m.start : m.end], re.sub("[’ʼ]", "'", m.name)) for m in outer]


@pytest.mark.parametrize("case", cases(FOLDER / "persons.txt"))
def test_persons_are_named_in_the_nominative(case):
    text, wanted = marked(case)
    assert told(text, Cast(Document(text)).persons, wanted) == [(text[a:b], name) for a, b, name in wanted]


@pytest.mark.parametrize("case", cases(FOLDER / "bodies.txt"))
def test_bodies_are_named_in_the_nominative(case):
    text, wanted = marked(case)
    assert told(text, Cast(Document(text)).bodies, wanted) == [(text[a:b], name) for a, b, name in wanted]
