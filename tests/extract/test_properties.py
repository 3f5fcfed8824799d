"""Whatever an article holds, what is extracted stands in it, letter for letter."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import dodomu

_PHRASES = (
    '«|»|"|„|“|”|–|-|—|,|.|:|;|?|!|…|\n|\n\n|\r\n|(|)|\xa0|\u00ad|Зеленський заявив|президент Володимир Зеленський|'
    "Наталії Ейсмонт|вона додала|за словами|за його словами|що|мовляв|Про це повідомив|Пряма мова:|Джерело:|Дослівно|"
    "доручив|звільнити|назвав це|йдеться у повідомленні|УНН|з посиланням на|Координаційний штаб|у Telegram|обмін|"
    "п’ятеро повернулися|185 на 185|22 листопада|із полону|помилував 31 українця|Лукашенко|до Нового року|близько 200|"
    "не|як зазначив|речник ДПСУ|І. Коваленко|Читайте також:"
)
PHRASES = st.sampled_from(_PHRASES.split("|"))
ARTICLE = st.one_of(
    st.lists(PHRASES, max_size=60).map(" ".join), st.lists(PHRASES, max_size=30).map("".join), st.text(max_size=300)
)
HOSTILE = {
    "200,000 opening marks": "«" * 200_000,
    "200,000 marks by turns": "«»" * 20_000,
    "1 MB of brackets in a line": "([{}])" * 170_000,
    "control characters": "".join(map(chr, range(1, 32))) * 300 + "Зеленський заявив: «Так».",
    "a megabyte without a space": "полон" * 200_000,
    "cues and nothing else": "сказав " * 2_000,
    "dashes and nothing else": "– " * 20_000,
    "colons and nothing else": ": " * 20_000,
}


def check(text):
    """Every cell with evidence stands on true offsets; every record is known to what speaks of it."""
    found = dodomu.extract(text, published="2025-12-13")
    records = {q.quote_id for q in found.quotes} | {m.mention_id for m in found.mentions}
    assert len(records) == len(found.quotes) + len(found.mentions)
    for row in found.evidence:
        assert text[row.start : row.end] == row.exact
        assert row.record_id in records
    for quote in found.quotes:
        assert text[quote.start : quote.end] == quote.text
        assert quote.text.strip()
        assert quote.speaker is None or quote.speaker.strip()
        assert all(cell is None or cell in text for cell in (quote.speaker_text, quote.cue, quote.carrier))
    for mention in found.mentions:
        assert text[mention.trigger_start : mention.trigger_end] == mention.trigger
    assert [q.start for q in found.quotes] == sorted(q.start for q in found.quotes)
    return found


@example("Пряма мова:")
@example("—\n—вона додала")
@example('Координаційний штаб " ; Лукашенко » доручив')
@example("\u00ad помилував 31 українця")
@given(ARTICLE)
@settings(max_examples=150, deadline=None)
def test_what_is_found_stands_in_the_article(text):
    check(text)


@given(ARTICLE)
@settings(max_examples=30, deadline=None)
def test_the_same_article_gives_the_same_extraction(text):
    assert check(text) == check(text)


@given(ARTICLE)
@settings(max_examples=50, deadline=None)
def test_every_quote_without_a_speaker_has_a_reason(text):
    found = check(text)
    told = {gap.record_id for gap in found.gaps if gap.field == "speaker" and gap.reason}
    assert all(quote.quote_id in told for quote in found.quotes if quote.speaker is None)


@given(ARTICLE)
@settings(max_examples=60, deadline=None)
def test_quotes_in_marks_do_not_overlap(text):
    spans = [(q.start, q.end) for q in check(text).quotes if q.kind in ("direct", "mixed")]
    assert all(spans[i][1] <= spans[i + 1][0] for i in range(len(spans) - 1))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_articles_are_read(text):
    check(text)
