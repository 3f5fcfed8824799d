"""JSON Lines: an article a line, and a bad line does not spoil the others."""

import json

import pytest

from dodomu import sources
from dodomu.errors import BadInput
from dodomu.models import Article


@pytest.fixture
def lines(tmp_path):
    def read(*rows: bytes | dict):
        data = [row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode() for row in rows]
        (tmp_path / "press.jsonl").write_bytes(b"\n".join(data) + b"\n")
        return list(sources.read([tmp_path / "press.jsonl"]))

    return read


def test_a_line_is_an_article(lines):
    [article] = lines({"id": "up-1", "text": "Додому.\r\nТак.", "title": "Назва", "published": "2019-11", "url": None})
    assert (article.article_id, article.source) == ("up-1", "press.jsonl#1")
    assert (article.text, article.title, article.published) == ("Додому.\r\nТак.", "Назва", "2019-11")


def test_lines_are_counted_as_an_editor_counts_them(lines):
    read = lines({"text": "Раз.\u2028Два."}, b"", {"text": "Три."})
    assert [(article.article_id, article.source) for article in read] == [
        ("press-1", "press.jsonl#1"),
        ("press-3", "press.jsonl#3"),
    ]


def test_keys_for_other_ends_are_passed_over(lines):
    [article] = lines({"text": "Додому.", "topic": "війна", "score": 0.5})
    assert isinstance(article, Article)


def test_a_byte_order_mark_before_the_first_line_is_no_fault(lines):
    [article] = lines("\ufeff".encode() + b'{"text": "A."}')
    assert article.text == "A."


BAD_LINES = {
    "not JSON": (b"{'text': 1}", "#2: not JSON: "),
    "no object": (b'["text"]', "#2: not an object; every line is"),
    "no text": (b'{"id": "a"}', "#2: has no «text»; every line needs one"),
    "text is a number": (b'{"text": 5}', "#2: text is wrong"),
    "blank text": (b'{"text": " "}', "#2: holds no text"),
    "wrong date": ({"text": "A.", "published": "today"}, "#2: published is wrong: «today» is not a date"),
    "not UTF-8": ('{"text": "Додому"}'.encode("cp1251"), "#2: not UTF-8 (byte 10 of the line)"),
    "half a surrogate pair": (b'{"text": "a\\ud800"}', "#2: holds half a surrogate pair at 1"),
    "NUL": (b'{"text": "a\\u0000"}', "#2: holds NUL characters"),
    "nested without end": (b"[" * 200_000, "#2: not JSON that can be read"),
}


@pytest.mark.parametrize(("line", "said"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_named_and_the_others_are_read(lines, line, said):
    before, fault, after = lines({"text": "До."}, line, {"text": "Після."})
    assert isinstance(fault, BadInput)
    assert f"press.jsonl{said}" in str(fault)
    assert "\n" not in str(fault)
    assert (before.text, after.text) == ("До.", "Після.")


def test_an_empty_file_is_named(lines):
    [fault] = lines(b"")
    assert str(fault) == "press.jsonl: is empty; put an article a line in it or delete it"
