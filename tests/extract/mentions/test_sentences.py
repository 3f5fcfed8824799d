"""Sentences with the answer marked inside them; a linguist adds a line to a .txt file beside this one."""

import re
from pathlib import Path

import pytest

from dodomu.extract.mentions import find_mentions
from dodomu.models import Article
from dodomu.text.document import Document
from dodomu.text.names import Cast

HERE = Path(__file__).parent
PUBLISHED = "2025-12-13"
LISTS = ("nationality", "agents", "mediators")


def cases():
    for path in sorted(HERE.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                sentence, _, answer = line.rpartition("|")
                yield pytest.param(sentence.strip(), answer.split(), id=f"{path.stem}:{number}")


def read(text):
    article = Article(article_id="a", source="a.txt", text=text, published=PUBLISHED)
    doc = Document(text)
    return find_mentions(doc, Cast(doc), article)[0]


def expected(slot, value):
    if slot in LISTS:
        return sorted(value.replace("_", " ").split("+")) if value != "null" else []  # _ is a space in a name
    if value == "null":
        return None
    return int(value) if slot.startswith("count") and value.isdigit() else value


def shown(slot, value):
    if slot == "date" and value:
        return re.sub("[?~%]", "", value)
    return sorted(value) if slot in LISTS else value


@pytest.mark.parametrize(("sentence", "answer"), list(cases()))
def test_sentence(sentence, answer):
    at = sentence.find("[")
    text = sentence.replace("[", "").replace("]", "")
    mentions = read(text)
    if answer == ["none"]:
        assert not [m for m in mentions if at < 0 or m.trigger_start <= at < m.trigger_end]
        return
    kind, *rest = answer
    found = [m for m in mentions if m.type == kind]
    assert found, [(m.type, m.trigger) for m in mentions]
    mention = min(found, key=lambda m: abs(m.trigger_start - at))
    for item in rest:
        slot, equals, value = item.partition("=")
        if not equals:
            assert mention.status == slot
        else:
            assert shown(slot, getattr(mention, slot)) == expected(slot, value), slot
