"""The rules of quotation, in the order in which they are tried.

What one rule of finding takes no later one may take (`finding`); of the rules of identity the first that tells decides
(`identifying`).
"""

from collections.abc import Callable, Iterable

from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identity import (
    Directory,
    Identity,
    by_body_before,
    by_description,
    by_name,
    by_office,
    by_pair,
    by_pronoun,
    by_role,
    by_title,
)
from dodomu.extract.quotes.marked import direct, mixed, unclosed
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported import (
    according,
    according_first,
    colon,
    dash,
    fronted_infinitive,
    infinitive_clause,
    nominal,
    parenthesis,
    particle,
    pointing_back,
    that_clause,
)
from dodomu.extract.quotes.speakers import Speaker
from dodomu.extract.quotes.unmarked import (
    dash_after_colon,
    dash_alone,
    dialogue,
    embedded,
    headline,
    interview,
    labelled,
    line_below,
)
from dodomu.text.document import Sentence

DIRECT: tuple[Callable[[Reading], Iterable[Found]], ...] = (
    labelled,  # Пряма мова: Чекаємо на всіх.
    interview,  # – Коли? – Торік.
    dialogue,  # — Чекаємо, — каже вона.
    dash_after_colon,  # Вона каже: / — Чекаємо.
    embedded,  # Чекаємо на всіх. / — Oksana Lytvyn (@oklytvyn)
    line_below,  # Чекаємо на всіх. / – сказала вона.
    dash_alone,  # — Чекаємо на всіх.
    direct,  # «Чекаємо на всіх», – сказала вона.
    unclosed,  # «Чекаємо на всіх, – сказала вона.
)
"""Speech as it was spoken, found in the whole article."""

MIXED = mixed
"""назвала це «історичним кроком»: words in marks within a report."""

REPORTED: tuple[Callable[[Reading, Sentence], Iterable[Found]], ...] = (
    according_first,  # За її словами, чекають усі.
    colon,  # Вона запевняє: чекають усі.
    that_clause,  # Вона сказала, що чекає.
    according,  # Чекають, за її словами, усі.
    infinitive_clause,  # Вона просить чекати.
    fronted_infinitive,  # Чекати просить вона.
    nominal,  # Прохання Коваль чекати відхилили.
    dash,  # Вона запевняє – чекають усі.
    parenthesis,  # Усі, каже вона, чекають.
    pointing_back,  # Усі чекають. Про це сказала вона.
    particle,  # Вона відмахнулася: мовляв, чекаємо.
)
"""Reports without marks, found sentence by sentence."""

HEADLINE = headline
"""Коваль: чекаємо на всіх."""

IDENTITY: tuple[Callable[[Found, Speaker, Directory], Identity | None], ...] = (
    by_body_before,  # зазначили там
    by_name,  # сказала Коваль
    by_pair,  # сказали Коваль і Дячук
    by_pronoun,  # сказала вона
    by_title,  # сказала міністерка: whom the article calls so
    by_office,  # сказала міністерка: who held the office, if the article names her
    by_description,  # сказала жінка
    by_role,  # сказала міністерка: whom the article does not name
)
"""Whom the words at a cue mean."""
