"""What confidence says of rules that are known, seldom seen, unknown; the package's own counts are in order."""

import doctest
import re
from pathlib import Path

import pytest

from dodomu import confidence, dataset, evaluate
from dodomu.confidence import Counted, CountedSet, Made, Scale, Share
from dodomu.corrections.review import queue
from dodomu.errors import BadInput
from dodomu.models import TABLES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "confidence.md").read_text("utf-8")
FOLDERS = {path.name: path for path in (ROOT / "tests" / "gold", *(ROOT / "tests" / "articles").iterdir())}


def made(rule, field="count"):
    return Made("release", field, rule)


@pytest.mark.parametrize(
    ("right", "wrong", "low", "high"),
    [(0, 10, 0.0, 0.278), (5, 5, 0.237, 0.763), (10, 0, 0.722, 1.0), (81, 182, 0.255, 0.366)],  # Newcombe 1998, table I
)
def test_the_interval_is_that_of_wilson(right, wrong, low, high):
    share = Share(right, wrong)
    assert (round(share.low, 3), round(share.high, 3)) == (low, high)


def test_a_few_right_answers_do_not_make_a_rule_sure():
    scale = Scale({made("often"): Share(300, 1), made("errs"): Share(60, 40), made("once"): Share(4, 0)})
    assert [scale.tier(made(rule)) for rule in ("often", "errs", "once", "new")] == ["high", "low", "seldom", "seldom"]


def test_what_nobody_has_counted_has_no_confidence():
    told = confidence.package().rule(made("outlet", field="place"))
    assert (told.tier, told.confidence, told.confidence_low) == (None, None, None)


def test_rows_carry_the_confidence_of_their_rule():
    import dodomu

    [quote] = dodomu.extract("Лубінець заявив, що всі вдома.").quotes
    told = confidence.package().rule(confidence.made_by(quote))
    assert quote.confidence == told.confidence
    assert told.confidence_low < told.confidence < told.confidence_high


def test_the_packages_counts_name_the_articles_they_were_counted_on():
    for one in confidence.package().sets:
        files = [path for path in FOLDERS[one.name].iterdir() if path.suffix in (".txt", ".toml", ".json")]
        assert evaluate.hash_of(files) == one.sha256, "count anew: python tests/refresh.py"
        assert len(evaluate.read_gold(FOLDERS[one.name])) == one.articles


def test_no_rule_is_told_of_the_articles_held_out():
    held_out = [one for one in confidence.package().sets if one.use == "held out"]
    assert [(one.name, one.rules) for one in held_out] == [("unseen", {})]


def test_the_surest_rules_are_right_most_often_on_articles_held_out():
    counted = confidence.package()
    seen = {tier: counted.share(tier, "held out") for tier in ("high", "fair", "low")}
    assert seen["high"].value > seen["fair"].value > seen["low"].value
    assert counted.share("high").value > counted.share("fair").value > counted.share("low").value


def test_a_confidence_that_does_not_hold_is_told():
    sets = (CountedSet("ours", "counted", 1, "ab"), CountedSet("others", "held out", 1, "cd"))
    pooled = {("high", "counted", "rows"): Share(99, 1), ("low", "counted", "rows"): Share(75, 25)}
    pooled |= {("high", "held out", "rows"): Share(50, 50), ("low", "held out", "rows"): Share(75, 25)}
    lines = confidence.table(Counted(sets, pooled)).splitlines()
    verdicts = {line.split()[0]: line.split()[-1] for line in lines if line.endswith(("within", "outside"))}
    assert verdicts == {"high": "outside", "low": "within"}


def test_versions_that_know_no_confidence_are_read_as_ever():
    old = dataset.open(dataset.path_of("0.2.0"))
    event = old.events["event_id"][0]
    assert "rules" not in old.tables
    assert old.evidence_of(event).columns == list(TABLES["evidence"].model.columns())
    assert queue(old)


def test_a_file_that_is_none_is_told_in_a_line(tmp_path):
    path = tmp_path / "confidence.toml"
    for text in ("x = 1", "[[set]]\nname = 'a'", "[[pooled]]\ntier = 'best'", "\0", "set = " + "[" * 5000):
        path.write_text(text)
        with pytest.raises(BadInput, match="is not what «dodomu calibrate» writes"):
            confidence.read(path)


def test_counts_of_ones_own_are_read_as_they_were_written():
    sets = (CountedSet("наші", "counted", 2, "ab", {made('of "people"\\'): Share(3, 1)}),)
    counted = Counted(sets, {("seldom", "counted", "cells"): Share(3, 1)})
    assert confidence.parse(confidence.text_of(counted)) == counted


def test_the_page_shows_what_the_command_prints():
    [shown] = re.findall(r"^```text\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)
    assert shown == confidence.table(confidence.package()) + "\n", "bring it up to date: python tests/refresh.py"


def test_the_python_of_the_page_prints_what_it_shows():
    [block] = re.findall(r"^```pycon\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)
    failed = []
    doctest.DocTestRunner().run(doctest.DocTestParser().get_doctest(block, {}, "page", "page", 0), out=failed.append)
    assert not failed, "".join(failed)
