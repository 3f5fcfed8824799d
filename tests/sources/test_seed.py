"""A seed is read exactly as received, with what its sidecar knows."""

from datetime import date
from pathlib import Path

import pytest

from dodomu import sources
from dodomu.errors import BadInput

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def seed(tmp_path):
    """Write a seed, with a sidecar where one is given, and read it back."""

    def read(text: bytes | str, sidecar: str | bytes | None = None):
        data = text.encode() if isinstance(text, str) else text
        (tmp_path / "a.txt").write_bytes(data)
        if sidecar is not None:
            known = sidecar.encode() if isinstance(sidecar, str) else sidecar
            (tmp_path / "a.toml").write_bytes(known)
        [article] = sources.read([tmp_path / "a.txt"])
        return article

    return read


def test_the_seed_article_is_read_with_its_sidecar():
    [article] = sources.read([SEEDS / "000_bcb5b48723ebb1b7.txt"])
    assert article.article_id == "000_bcb5b48723ebb1b7"
    assert article.source == "000_bcb5b48723ebb1b7.txt"
    assert article.sha256 == "26b90568a2ad47e776af0365fc0f86fc3f6648e4dd2e41d9b8f11588ad87e0df"
    assert (article.publisher, article.published, article.lang) == ("Главком", "2025-12-13?", "uk")
    assert article.published_earliest == article.published_latest == date(2025, 12, 13)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffДодому повернули 31 людину.",
        "Заголовок\r\n\r\nДодому повернули пʼятеро.\r\n",
        "Рядок\rрядок\x0bрядок\u2028рядок\x85рядок",
        "Не\u00adрозривний\u00a0пробіл, п'ять, п’ять, пʼять",
        "і\u0308 не стає ї",
    ],
    ids=["byte-order mark", "CRLF", "odd line ends", "soft hyphens, spaces, apostrophes", "combining marks"],
)
def test_nothing_in_the_text_is_changed(seed, text):
    assert seed(text).text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Додому повернули 31 людину\r\n\r\nСьогодні.", "Додому повернули 31 людину"),
        ("\ufeffХто повернувся?\nСьогодні.", "Хто повернувся?"),
        ("Додому повернули 31 людину.\nСьогодні.", None),
        ("Додому повернули 31 людину", None),
        ("Слово " * 50 + "\nСьогодні.", None),
    ],
)
def test_a_first_line_that_stands_as_a_headline_is_the_title(seed, text, title):
    assert seed(text).title == title


def test_a_seed_needs_no_sidecar(seed):
    article = seed("Додому повернули 31 людину.")
    assert (article.article_id, article.published, article.publisher, article.share_text) == ("a", None, None, True)


def test_a_sidecar_may_name_the_article_and_withhold_its_text(seed):
    article = seed("Додому.", 'id = "glavcom-1"\nshare_text = false\nurl = "https://example.org/1"')
    assert (article.article_id, article.share_text, article.url) == ("glavcom-1", False, "https://example.org/1")


def test_a_day_without_quotes_is_a_date_too(seed):
    assert seed("Додому.", "published = 2025-12-13").published == "2025-12-13"


def test_a_sidecar_may_begin_with_a_byte_order_mark(seed):
    assert seed("Додому.", "\ufefflang = 'uk'").lang == "uk"


BAD_TEXTS = {
    "empty": (b"", "a.txt: is empty"),
    "blank": ("\ufeff \r\n\t".encode(), "a.txt: holds no text"),
    "UTF-16 with its mark": ("Додому".encode("utf-16"), "a.txt: not UTF-8 but, it seems, UTF-16; convert it: iconv"),
    "UTF-16LE": ("Додому з полону".encode("utf-16-le"), "it seems, UTF-16LE; convert it: iconv -f UTF-16LE -t UTF-8"),
    "UTF-16BE": ("Додому з полону".encode("utf-16-be"), "it seems, UTF-16BE; convert it"),
    "UTF-32": ("Додому".encode("utf-32"), "it seems, UTF-32; convert it"),
    "CP1251": ("Додому повернули пʼятеро".encode("cp1251", "replace"), "it seems, CP1251; convert it"),
    "random": (bytes(range(200, 0, -1)), "a.txt: not UTF-8 (byte 0xc8 at 0); convert it or leave it out"),
    "cut off": ("Додому".encode()[:-1], "not UTF-8 (byte 0xd1 at 10)"),
    "a surrogate": (b"\xed\xa0\x80 text", "not UTF-8 (byte 0xed at 0)"),
    "NUL": ("Додому\0повернули".encode(), "a.txt: holds NUL bytes (the first at 12)"),
}


@pytest.mark.parametrize(("data", "said"), BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_what_is_no_text_is_refused_in_one_line(seed, data, said):
    fault = seed(data)
    assert isinstance(fault, BadInput)
    assert said in str(fault)
    assert "\n" not in str(fault)


BAD_SIDECARS = {
    "unknown key": ('publiser = "Главком"', "a.toml: unknown key «publiser»; did you mean «publisher»?"),
    "wrong date": ('published = "13.12.2025"', "a.toml: published is wrong: «13.12.2025» is not a date like"),
    "no such day": ('published = "2025-02-30"', "«2025-02-30» is no day of the calendar"),
    "a time": ("published = 2025-12-13T10:00:00Z", "a.toml: published is wrong"),
    "wrong TOML": ("publisher = Главком", "a.toml: not TOML: "),
    "a number": ("publisher = 5", "a.toml: publisher is wrong"),
    "an empty id": ('id = " "', "a.toml: id is wrong"),
    "not a switch": ('share_text = "no"', "a.toml: share_text is wrong"),
    "no language": (
        'lang = "українська мова"',
        "a.toml: lang is wrong: «українська мова» is not a language tag like uk or en",
    ),
    "not UTF-8": ('publisher = "Главком"'.encode("cp1251"), "a.toml: not UTF-8; convert it"),
}


@pytest.mark.parametrize(("sidecar", "said"), BAD_SIDECARS.values(), ids=BAD_SIDECARS)
def test_a_wrong_sidecar_is_refused_in_one_line(seed, sidecar, said):
    fault = seed("Додому.", sidecar)
    assert isinstance(fault, BadInput)
    assert said in str(fault)
    assert "\n" not in str(fault)


def test_a_pasted_text_is_an_article_too():
    article = sources.read_pasted("Додому.\r\n".encode())
    assert (article.article_id, article.source, article.text) == ("pasted", "pasted", "Додому.\r\n")


def test_an_empty_paste_is_refused():
    assert str(sources.read_pasted(b"")).startswith("the pasted text: is empty")
