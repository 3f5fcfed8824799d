"""Every reporting word of the lists stands in a sentence here, or press articles hold it too often to need one."""

from pathlib import Path

from cases import cases, plain

from dodomu import uk
from dodomu.text.phrases import PhraseBook
from dodomu.text.tokens import tokenize

FOLDER = Path(__file__).parent


def test_every_reporting_word_has_a_sentence():
    marked = [one.values[0].marked for path in sorted(FOLDER.glob("*.txt")) for one in cases(path)]
    tokens = tokenize(plain(" ¶ ".join("".join(c for c in line if c not in "[]<>{}~") for line in marked)))
    common = frozenset((FOLDER / "common.list").read_text("utf-8").split("\n"))
    # «сподіватись» is a spelling of «сподіватися».
    lists = {name: acts for name, acts in uk.load("cues").items() if name != "labels"}
    phrases = sorted(
        {phrase for acts in lists.values() for row in acts.values() for phrase in row if not phrase.endswith("тись")}
    )
    rare = [phrase for phrase in phrases if phrase.replace("=", "").replace("… ", "") not in common]
    assert [phrase for phrase in rare if not PhraseBook([(phrase, phrase)]).find(tokens)] == []
