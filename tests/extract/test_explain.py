"""`dodomu explain`: what was read, by which rule, and what was rejected and why."""

from dodomu.extract.explain import explain
from dodomu.models import Article


def told(text: str, **known) -> str:
    return explain(Article(article_id="a", source="a.txt", text=text, **known))


def test_a_quote_is_told_with_its_rule_its_cue_and_its_speaker():
    text = "За словами Павленка, Білорусь давно втратила суверенітет. Про це Ілля Павленко казав і торік."
    page = told(text)
    assert "indirect quote" in page
    assert "cue: За словами" in page
    assert "speaker: Ілля Павленко, from «Павленка»" in page


def test_a_mention_is_told_with_the_words_of_every_slot():
    page = told("Учора Мінськ відпустив 52 політв'язнів.", published="2025-09-12")
    assert "release [" in page
    assert "count: 52, from «52»" in page
    assert "date: 2025-09-11, from «Учора»" in page


def test_a_name_in_marks_and_a_reporting_word_without_content_are_told_as_rejected():
    page = told("Завод «Азовсталь» стоїть. Речник не сказав нічого.")
    rejected = page.partition("rejected")[2]
    assert "«Азовсталь»: a name or a label in marks" in rejected
    assert "«сказав»: a reporting word with nothing reported by it" in rejected


def test_a_mark_without_a_partner_is_told():
    assert "a quotation mark without its partner" in told("Він сказав: «Чекаємо й віримо.\nДалі було тихо.")


def test_an_article_in_which_nothing_is_found_says_so():
    assert told("Сьогодні тепло.") == "nothing was found"
