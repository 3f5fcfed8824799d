"""Whatever the text holds: offsets are true, nothing overlaps, nothing is lost, nothing crashes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dodomu.text.document import Document
from dodomu.text.marks import pair_marks
from dodomu.text.names import Cast
from dodomu.text.sentences import paragraphs
from dodomu.text.tokens import fold, tokenize

_WORDS = (
    "Зеленський Наталії Ейсмонт фон дер І. О.П. ім. р. т. сказав що за словами він її «Азов» «так „ні “ ” ‘ ’ \" ' ʼ "
    "п’ять п'ять 1 212 22.11.2025 90-х екс-мер – - — … ... ?! . , ; : ( ) [ ] \n \n\n \r\n \t \xa0 \u00ad \u0301 "
    "\ufeff \u200b \u2028 \x00 \x1f СБУ ООН Рада президент РНБО «» 😀 а́ İ ß ǅ"
)
WORDS = st.sampled_from(_WORDS.split(" "))
TEXT = st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join))
HOSTILE = {
    "opening marks": "«" * 200_000,
    "closing marks": "»" * 50_000,
    "straight marks": '"' * 50_000,
    "marks of all kinds": '«„“‘"' * 10_000,
    "words in opening marks": "«Так " * 10_000,
    "a line of brackets": "[](){}" * 10_000,
    "dots": "." * 50_000,
    "dots and spaces": ". " * 20_000,
    "capitals": "Іван " * 10_000,
    "initials": "І. " * 10_000,
    "hyphens": "а-" * 50_000,
    "apostrophes": "'" * 50_000,
    "digits": "1 " * 50_000,
    "control characters": "".join(map(chr, range(32))) * 2_000,
    "soft hyphens": "а\u00ad" * 100_000,
    "line ends": "\r\n" * 100_000,
    "a word without end": "о" * 1_000_000,
}


def check(text):
    """Everything that must hold of the reading of a text."""
    doc = Document(text)
    spans = [(t.start, t.end) for t in doc.tokens]
    assert all(text[t.start : t.end] == t.text and t.text for t in doc.tokens)
    assert all(t.norm == fold(t.text) for t in doc.tokens if len(t.text.lower()) == len(t.text))
    assert all(a < b for a, b in spans)
    assert all(spans[i][1] <= spans[i + 1][0] for i in range(len(spans) - 1))
    for rows in (doc.paragraphs, [(s.start, s.end) for s in doc.sentences]):
        assert all(0 <= a < b <= len(text) for a, b in rows)
        assert all(rows[i][1] <= rows[i + 1][0] for i in range(len(rows) - 1))
    assert all(
        doc.paragraphs[s.paragraph][0] <= s.start and s.end <= doc.paragraphs[s.paragraph][1] for s in doc.sentences
    )
    marks = pair_marks(text)
    assert all(q.start + 1 <= q.end - 1 and q.start >= 0 and q.end <= len(text) for q in marks.pairs)
    assert all(0 <= at < len(text) for at in marks.unbalanced)
    return doc


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_offsets_are_true_and_nothing_overlaps(text):
    doc = check(text)
    for mention in Cast(doc).mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.name.strip()


@given(TEXT)
@settings(max_examples=200, deadline=None)
def test_no_character_but_white_space_and_soft_hyphens_is_lost(text):
    kept = {at for token in tokenize(text) for at in range(token.start, token.end)}
    assert all(text[at].isspace() or text[at] in "\u00ad\u0300\u0301" for at in range(len(text)) if at not in kept)
    inside = {at for a, b in paragraphs(text) for at in range(a, b)}
    unseen = "\ufeff\u200b\u00ad\u0300\u0301"
    assert all(text[at].isspace() or text[at] in unseen for at in range(len(text)) if at not in inside)


@given(TEXT)
@settings(max_examples=200, deadline=None)
def test_pairs_of_marks_nest(text):
    pairs = pair_marks(text).pairs
    open_until: list[int] = []
    for quoted in pairs:
        while open_until and open_until[-1] <= quoted.start:
            open_until.pop()
        assert not open_until or quoted.end <= open_until[-1]
        assert quoted.depth <= 50
        open_until.append(quoted.end)


@given(st.text(alphabet="абвгґАБВГҐ'’ʼ`-\u00ad\u0301 \xa0\n.«»"), st.text(alphabet="аА'’ʼ.«» \n"))
@settings(max_examples=100, deadline=None)
def test_tokens_of_a_part_are_those_of_the_whole(left, right):
    whole = tokenize(f"{left}\n{right}")
    assert whole == [*tokenize(left), *tokenize(f"{left}\n{right}", start=len(left) + 1)]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read(text):
    check(text)
