"""Every construction that reports words is read as a linguist has marked it (the marks: notation.md)."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from cases import Case, cases, plain

import dodomu

FOLDER = Path(__file__).parent
EDGE = " \t\n\r«»\"“”„‟'‘’.,;:!?…–—-"
_MARK = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|.)|\[[~!]?|\]|[<{](?:\d+(?:,\d+)*:)?|[>}]")
_KINDS = {"[": "[", "[~": "mixed", "[!": "direct"}
_OPENING, _CLOSING = tuple("«\"“„‘”'"), tuple("»\"”“’'")


class Span(NamedTuple):
    """A marked stretch of the text: what it is, whose it is (numbers of quotes, none for all), its words and place."""

    what: str
    owners: tuple[int, ...]
    start: int
    end: int


def spans(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and what they marked in the order of its place.

    >>> spans("{За словами} <Павленка>, [усе гаразд].")[1][2]
    Span(what='indirect', owners=(), start=21, end=31)
    """
    made, found, opened, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        made += plain(marked[at : mark.start()])
        at = mark.end()
        sign = mark.group()
        if sign[0] == "\\":
            made += plain(sign)
        elif sign[0] in "]>}":
            what, owners, start = opened.pop()
            if what == "[":
                quoted = made[:start].endswith(_OPENING) or marked.startswith(_CLOSING, at)
                what = "direct" if quoted else "indirect"
            found.append(Span(what, owners, start, len(made)))
        else:
            owners = tuple(int(n) for n in re.findall(r"\d+", sign))
            what = {"<": "speaker_text", "{": "cue"}.get(sign[0]) or _KINDS[sign]
            opened.append((what, owners, len(made)))
    return made + plain(marked[at:]), sorted(found, key=lambda s: s.start)


def _bare(name: str | None) -> str | None:
    """A name without its quotation marks and with one apostrophe."""
    return name and re.sub('[«»"“”„]', "", re.sub("[’ʼ]", "'", name))


def expected(case: Case, text: str, marked: list[Span]) -> list[dict]:
    """What is to be found, a row for each quote with the columns that the line speaks of."""
    quotes = [span for span in marked if span.what in ("direct", "mixed", "indirect")]
    answers = case.answers * (len(quotes) if len(case.answers) == 1 else 1)
    assert len(answers) == len(quotes), "as many speakers as quotes"
    rows = []
    for number, (quote, answer) in enumerate(zip(quotes, answers, strict=True), 1):
        speaker, *more = [part.strip() for part in answer.split("|")]
        row = {"kind": quote.what, "text": text[quote.start : quote.end].strip(EDGE)}
        row["speaker"] = None if speaker == "?" else _bare(speaker)
        for span in marked:
            if span.what in ("speaker_text", "cue") and (not span.owners or number in span.owners):
                row[span.what] = _bare(text[span.start : span.end])
        for part in more:
            name, _, value = part.partition("=")
            row |= {name: None if value == "?" else value} if value else {"act": name}
        rows.append(row)
    return rows


def told(quotes, rows: list[dict]) -> list[dict]:
    """What was found, with the columns that are asked for."""
    found = []
    for at, quote in enumerate(quotes):
        asked = rows[at] if at < len(rows) else {"kind": 0, "text": 0, "speaker": 0}
        row = {name: getattr(quote, name) for name in asked} | {"text": quote.text.strip(EDGE)}
        found.append(row | {name: _bare(row[name]) for name in ("speaker", "speaker_text", "cue") if name in row})
    return found


@pytest.mark.parametrize("case", [one for path in sorted(FOLDER.glob("*.txt")) for one in cases(path)])
def test_quotes_are_read_as_marked(case):
    marked = case.marked
    published = None
    if marked.startswith("@"):
        published, _, marked = marked[1:].partition(" ")
    text, found = spans(marked)
    rows = expected(case, text, found)
    quotes = dodomu.extract(text, published=published).quotes
    assert told(quotes, rows) == rows
    assert all(text[quote.start : quote.end] == quote.text for quote in quotes)
