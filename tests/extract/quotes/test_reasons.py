"""A speaker who cannot be told has a reason that a reader understands."""

import pytest

import dodomu


def reasons(text):
    """Why quotes of a text have no speaker."""
    found = dodomu.extract(text)
    empty = {quote.quote_id for quote in found.quotes if quote.speaker is None}
    return [gap.reason for gap in found.gaps if gap.field == "speaker" and gap.record_id in empty]


def test_the_reason_names_all_who_fit():
    (reason,) = reasons("Прокурор Роман Дячок і прокурор Євген Сом вийшли разом. Прокурор сказав, що строк спливає.")
    assert "Роман Дячок" in reason
    assert "Євген Сом" in reason


def test_a_pronoun_that_fits_two_alike_is_nobodys():
    (reason,) = reasons("Зустріч Левка Гая з Петром Дудою затягнулася. Згодом він сказав, що угода близька.")
    assert "Левко Гай" in reason
    assert "Петро Дуда" in reason


@pytest.mark.parametrize(
    "text",
    [
        "У листі зазначається, що постачання припинено з першого липня.",
        "Вона сказала, що прийде пізніше.",
        "Вийшла нова збірка. «Ця книжка не про війну».",
    ],
)
def test_whoever_is_not_named_is_not_guessed(text):
    quotes = dodomu.extract(text).quotes
    assert all(quote.speaker is None for quote in quotes)
    assert len(reasons(text)) == len(quotes)


def test_a_mark_without_its_partner_leaves_a_reason_instead_of_a_quote():
    found = dodomu.extract("«Нас було п'ятеро. Потім прийшов дощ.\n\nНині тут база «Гай».")
    assert found.quotes == []
    (gap,) = found.gaps
    assert (gap.record_id, gap.field) == (found.article.article_id, "text")
    assert "without a partner at 0" in gap.reason
