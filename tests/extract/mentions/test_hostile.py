"""Whatever the text holds: no crash, true evidence, keys that are each one's own, time that grows with the length."""

import random
import time

import pytest

from dodomu.extract.mentions import find_mentions, rejected_triggers
from dodomu.models import Article
from dodomu.text.document import Document
from dodomu.text.names import Cast

WORDS = [
    "помилував",
    "звільнили",
    "обмін",
    "полоненими",
    "31",
    "українця",
    "з",
    "полону",
    "\xad",
    "́",
    "«",
    "»",
    ",",
    ".",
    ":",
    "–",
    "(",
    ")",
    "22",
    "листопада",
    "2025",
    "року",
    "до",
    "кінця",
    "року",
    "на",
    "Великдень",
    "185",
    "на",
    "185",
    "понад",
    "сотню",
    "тисяч",
    "тіла",
    "полеглих",
    "Лукашенко",
    "Мінськ",
    "завдяки",
    "США",
    "який",
    "які",
    "що",
    "щоб",
    "не",
    "домовилися",
    "про",
    "зустріч",
    "президентів",
    "суд",
    "засудив",
    "до",
    "5",
    "років",
    "ʼ",
    "İ",
    "\x00",
    "\n",
    "\r\n",
    "від",
    "20",
    "до",
    "30",
    "осіб",
    "пів",
    "1.1.2025",
    "31",
    "лютого",
    "99",
    "грудня",
    "0",
    "станом",
    "на",
    "з",
    "початку",
    "999999999999999",
    "мільярдів",
    "2025–2020",
    "роках",
    "29",
    "лютого",
    "минулого",
    "тижня",
    "взимку",
    "п'ять",
    "днів",
    "тому",
    "через",
    "місяць",
    ";",
    "№",
    "%",
    "-",
    "5-6",
    "двоє-троє",
]
PUBLISHED = (None, "2025-12-13?", "2024-02-29", "2025-12", "0001-01-01", "9999-12-31", "2025-01-01/2025-01-02")


def read(text, published=None):
    article = Article(article_id="a", source="a.txt", text=text, published=published)
    doc = Document(text)
    return find_mentions(doc, Cast(doc), article)


@pytest.mark.parametrize("seed", range(4))
def test_any_row_of_words_is_read(seed):
    chance = random.Random(seed)
    for _ in range(150):
        text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 25)))
        mentions, evidence, _ = read(text, chance.choice(PUBLISHED))
        assert all(text[row.start : row.end] == row.exact for row in evidence)
        assert len({m.mention_id for m in mentions}) == len(mentions)


@pytest.mark.parametrize(
    "piece",
    [
        "З полону повернули 185 військових і 20 цивільних, ",
        "Мінськ відпустив 52 ув'язнених завдяки США.\n",
        "обмін полоненими звільнення ",
        "п'ятсот шістдесят сім ",
        "5 лютого, ",
    ],
)
def test_time_grows_with_the_length(piece):
    def seconds(times):
        start = time.process_time()
        read(piece * times)
        return time.process_time() - start

    seconds(20)
    assert seconds(400) < 12 * max(seconds(100), 0.02)


def test_a_rejected_trigger_names_its_rule():
    text = "Директора театру звільнили з посади."
    doc = Document(text)
    article = Article(article_id="a", source="a.txt", text=text)
    assert [text[a:b] for a, b, _ in rejected_triggers(doc, Cast(doc), article)] == ["звільнили"]
