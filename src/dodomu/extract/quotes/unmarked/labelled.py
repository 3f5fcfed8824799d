"""Пряма мова: …, Дослівно: …: speech after a label, and the source that another label names."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dodomu import uk
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.marked.after import after_marks
from dodomu.extract.quotes.marked.span import part
from dodomu.extract.quotes.messages import referred
from dodomu.extract.quotes.outlets import is_outlet
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.speakers import Speaker, any_case, genitive
from dodomu.text.marks import OPENING, closing_mark
from dodomu.text.names import NameMention
from dodomu.text.tokens import fold

_NAMED_AFTER = uk.words("reports", "named_after")
_LONGEST = 90
"""So many characters a label and what it names have at most."""


class Label(NamedTuple):
    """A label at the head of a line: its kind in ``uk/cues.toml``, words and end, and where what it labels begins."""

    kind: str
    text: str
    end: int
    body: int


class SourceLine(NamedTuple):
    """Whom a line names as the source, and where."""

    at: int
    speaker: Speaker


@cache
def _labels() -> dict[str, list[tuple[str, str]]]:
    """Labels with their kinds, by their first word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, labels in uk.load("cues")["labels"].items():
        for label in labels:
            found.setdefault(label.partition(" ")[0], []).append((label, kind))
    return found


def label_of(reading: Reading, paragraph: int) -> Label | None:
    """The label with which a line begins, if a colon follows."""
    start, end = reading.doc.paragraphs[paragraph]
    text = reading.doc.text
    colon = text.find(":", start, min(end, start + _LONGEST))
    if colon < 0:
        return None
    head = fold(" ".join(text[start:colon].split()))
    for label, kind in _labels().get(head.partition(" ")[0], ()):
        if head == label or head.startswith(label + " "):
            stop = start + len(label)
            return Label(kind, text[start:stop], stop, colon + 1)
    return None


def labelled(reading: Reading) -> Iterator[Found]:
    """Пряма мова: …, with or without marks, on the line of the label or the next."""
    doc = reading.doc
    sources = list(source_lines(reading))
    for number, (_, end) in enumerate(doc.paragraphs):
        label = label_of(reading, number)
        if label is None or label.kind != "direct":
            continue
        start, stop = reading.trimmed(label.body, end)
        if start >= stop and number + 1 < len(doc.paragraphs):
            start, stop = doc.paragraphs[number + 1]
        after = _attributed_after(reading, start)
        start, stop = _without_marks(reading, start, stop)
        if start >= stop:
            continue
        first, last = doc.token_at(label.end), doc.token_at(label.body - 1)
        who = genitive(reading.names, first, last) or (
            any_case(reading.names, first, last, ("nomn",)) if last > first else None
        )
        who = after or who or _named_in_marks(reading, first, last)
        source = next((line.speaker for line in reversed(sources) if line.at < label.body), None)
        yield Found(
            start,
            stop,
            "direct",
            "label",
            who,
            anchor=label.body,
            cue=(label.end - len(label.text), label.end),
            cue_lemma=fold(label.text),
            act="state",
            follows=who is None,
            fallback=source,
        )


def _named_in_marks(reading: Reading, first: int, last: int) -> Speaker | None:
    """Дослівно «Мотор»: whose words they are by a name in marks."""
    tokens = reading.doc.tokens
    close = closing_mark(tokens, first + 1, last) if first < last and tokens[first].text in OPENING else None
    if close != last - 1 or close == first + 1:
        return None
    start, end = tokens[first].end, tokens[close].start
    return Speaker(start, end, "role", phrase=reading.doc.text[start:end])


def _attributed_after(reading: Reading, start: int) -> Speaker | None:
    """Дослівно: «…», – розповів Х: who speaks by what follows the marks."""
    quoted = next(iter(reading.doc.quoted_between(start, start + 3)), None)
    told = after_marks(reading, quoted) if quoted is not None else None
    return told.speaker if told is not None else None


def _without_marks(reading: Reading, start: int, end: int) -> tuple[int, int]:
    quoted = next(iter(reading.doc.quoted_between(start, start + 3)), None)
    if quoted is not None:
        return part(reading, *quoted.inner)
    while start < end and reading.doc.text[start] in OPENING:
        start += 1
    return part(reading, start, end)


def source_lines(reading: Reading) -> Iterator[SourceLine]:
    """«Джерело: омбудсман Людмила Денісова у Facebook»: the person or body that is the source."""
    for paragraph, (_, end) in enumerate(reading.doc.paragraphs):
        label = label_of(reading, paragraph)
        if label is not None and label.kind == "source":
            who = _source(reading, label.body, end)
            if who is not None:
                yield SourceLine(label.body, who)


def _source(reading: Reading, start: int, end: int) -> Speaker | None:
    doc = reading.doc
    persons = [
        m
        for m in reading.cast.within(start, end)
        if m.kind == "person" and doc.tokens[m.first - 1].norm not in _NAMED_AFTER
    ]
    named = next((m for m in persons if "nomn" in m.cases), None) or _last_in_row(persons)
    if named is not None:
        return Speaker.named(named)
    first, last = doc.token_at(start), doc.token_at(end - 1) + 1
    if (told := referred(reading.names, first, last)) is not None:
        return told[0]
    for at in range(first, last):
        # The source opens the line in the nominative; what follows another word depends on it.
        cases = ("nomn", "gent") if at == first else ("gent", "nomn")
        if who := any_case(reading.names, at, last, cases):
            return None if is_outlet(doc, who) else who
    return None


def _last_in_row(mentions: list[NameMention]) -> NameMention | None:
    """Of names in the genitive one after the other the last: «сторінка речниці Леоніда Кучми Дарки Оліфер»."""
    named = None
    for mention in mentions:
        if named is not None and mention.first > named.last:
            break
        named = mention
    return named
