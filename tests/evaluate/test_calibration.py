"""Rules are counted on annotated articles and on what people decided, pooled, and tried on articles held out."""

import json
import shutil

import pytest

import dodomu
from dodomu import cli, confidence, evaluate
from dodomu.confidence import Made, Share
from dodomu.corrections import Correction
from dodomu.evaluate import Judged, JudgedSet, calibrate, judged_by_people
from dodomu.extract import extract

TEXT = "22 листопада 2025 року з білоруського полону повернули 31 цивільного. «Дякую всім», – сказала Олена Ковтун.\n"
GOLD = {
    "article": {"file": "a.txt"},
    "quotes": [{"text": "Дякую всім", "kind": "direct", "speaker": "Ірина Бойко"}],
    "events": [
        {
            "trigger": "повернули",
            "type": "return",
            "status": "occurred",
            "date": "2025-11-22",
            "count": 30,
            "count_qualifier": "exact",
            "group": "civilians",
            "origin": "BY",
        }
    ],
}


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.gold.json").write_text(json.dumps(GOLD, ensure_ascii=False), "utf-8")
    return folder


@pytest.fixture
def read():
    return dodomu.extract(TEXT, article_id="a")


def by_field(judged):
    return {(one.made.record, one.made.field): one.right for one in judged}


def decide(read, *entries):
    known = {"by": "Я", "on": "2025-12-20", "why": "x"}
    made = [Correction(**known | one).numbered(n) for n, one in enumerate(entries, 1)]
    return judged_by_people([read], made)


def test_a_rule_is_right_where_it_says_what_the_person_says(gold):
    [marked] = evaluate.read_gold(gold)
    right = by_field(evaluate.judged(marked, extract(marked.article)))
    assert right["quote", "text"]
    assert not right["quote", "speaker"]
    assert right["release", "type"]
    assert right["release", "date"]
    assert not right["release", "count"]


def test_what_nobody_marked_is_wrong_and_its_cells_are_not_judged(gold, read):
    (gold / "a.gold.json").write_text(json.dumps(GOLD | {"quotes": [], "events": []}), "utf-8")
    [marked] = evaluate.read_gold(gold)
    assert by_field(evaluate.judged(marked, read)) == {("quote", "text"): False, ("release", "type"): False}


def test_a_row_that_was_read_speaks_for_all_its_rules(read):
    judged, passed_over = decide(read, {"do": "read", "record": read.mentions[0].mention_id})
    assert set(by_field(judged)) >= {("release", "type"), ("release", "date"), ("release", "count")}
    assert all(one.right for one in judged)
    assert not passed_over


def test_a_row_that_was_rejected_speaks_against_its_own_rule_alone(read):
    judged, _ = decide(read, {"do": "reject", "record": read.quotes[0].quote_id})
    assert judged == [Judged("a", Made("quote", "text", read.quotes[0].rule), False)]


def test_a_cell_that_was_set_speaks_against_the_rule_that_read_it(read):
    judged, _ = decide(read, {"do": "edit", "record": read.quotes[0].quote_id, "set": {"speaker": "Ірина Бойко"}})
    assert by_field(judged) == {("quote", "speaker"): False}
    judged, _ = decide(read, {"do": "edit", "record": read.mentions[0].mention_id, "set": {"status": "planned"}})
    assert by_field(judged) == {("release", "type"): False}


def test_a_reading_of_what_stands_there_no_more_says_nothing(read):
    judged, _ = decide(read, {"do": "read", "record": read.quotes[0].quote_id, "seen": "0" * 12})
    assert judged == []


def test_what_matches_nothing_is_told(read):
    judged, passed_over = decide(read, {"do": "reject", "record": "q-gone"}, {"do": "public", "name": "Олена Ковтун"})
    assert judged == []
    assert len(passed_over) == 1
    assert "q-gone" in passed_over[0]


def test_no_article_is_measured_by_tiers_made_from_itself():
    made = Made("quote", "text", "x")
    ours = JudgedSet("ours", 2, "ab", [Judged("a", made, False)] * 9 + [Judged("b", made, True)] * 40)
    counted = calibrate([ours])
    assert counted.scale.tier(made) == "low"
    assert counted.share("high") == Share(0, 9)  # by what b shows, a's were sure
    assert counted.share("low") == Share(40, 0)


def test_the_same_articles_give_the_same_bytes(gold, tmp_path):
    shutil.copytree(gold, tmp_path / "others")
    written = []
    for name in ("1.toml", "2.toml"):
        arguments = [gold, "--held-out", tmp_path / "others", "-o", tmp_path / name]
        assert cli.run(["calibrate", *map(str, arguments)]) == 0
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
    ours, others = confidence.parse(written[0].decode()).sets
    assert (ours.name, ours.use, ours.articles) == ("ours", "counted", 1)
    assert (others.name, others.use, others.rules) == ("others", "held out", {})
    assert ours.sha256 == others.sha256


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone"], "holds no annotated article"),
        (["ours", "ours"], "two sets are called «ours»"),
        (["--held-out", "ours"], "name the folders of annotated articles that are counted"),
        (["--seeds", "ours"], "so nobody decided anything"),
    ],
)
def test_what_cannot_be_counted_is_told_in_a_line(gold, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(gold.parent)
    assert cli.run(["calibrate", *arguments]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert said in line
