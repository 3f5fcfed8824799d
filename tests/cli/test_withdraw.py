"""The commands withdraw and history, and what verify says of what was withdrawn."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUOTE = "q-b459931ed53f"


@pytest.fixture
def place(tmp_path):
    (tmp_path / "seeds").mkdir()
    for version in ("0.1.0", "0.2.0"):
        shutil.copytree(ROOT / "dataset" / version, tmp_path / "dataset" / version)
    return tmp_path


def test_a_withdrawal_is_told_by_verify_and_history(dodomu, place):
    into = place / "dataset"
    options = ("--into", into, "--seeds", place / "seeds")
    dry = dodomu("withdraw", QUOTE, "--why", "на прохання", "--by", "О. Коваль", "--dry-run", *options)
    assert (dry.status, dry.lines[-1][:40]) == (0, "dodomu: would withdraw quote q-b459931ed")
    assert dodomu("verify", into / "0.1.0").out == ""
    done = dodomu("withdraw", QUOTE, "--why", "на прохання", "--by", "О. Коваль", "--on", "2026-02-01", *options)
    assert (done.status, done.out) == (0, dry.out)
    assert "goes with it: m-9d8d31c6bc55" in done.out
    for version in ("0.1.0", "0.2.0"):
        checked = dodomu("verify", into / version)
        assert (checked.status, checked.err) == (0, "")
        [stone, content] = checked.out.splitlines()
        assert stone == f"{version}: withdrawn: quote {QUOTE}, on 2026-02-01 by О. Коваль: на прохання"
        assert "its content hash was " in content
    told = dodomu("history", QUOTE, "--data", into / "0.2.0").out
    assert told.splitlines()[:2] == [QUOTE, "0.1.0  withdrawn"]
    found = json.loads(dodomu("history", "e-3550f5a362bf", "--data", into / "0.1.0", "--json").out)
    assert [step["version"] for step in found["steps"]] == ["0.1.0", "0.2.0"]
    again = dodomu("withdraw", QUOTE, "--why", "ще раз", "--by", "О. Коваль", *options)
    assert (again.status, again.lines) == (0, [f"dodomu: was withdrawn before: {stone.partition('withdrawn: ')[2]}"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("q-0", "--why", "x", "--by", "О."), "holds «q-0»"),
        (("q-0", "--why", "x"), "--by NAME"),
        (("q-0", "--by", "О."), "--why REASON"),
        (("q-0", "--why", "x", "--by", "О.", "--on", "вчора"), "is no day like"),
        (("q-0", "--why", "x", "--by", "О.", "--into", "nowhere"), "no version is here"),
        (("q-0", "--why", "x", "--by", "О.", "--seeds", "nowhere"), "no such folder"),
        ((), "requires an argument"),
    ],
)
def test_bad_input_is_a_line_and_status_2(dodomu, place, monkeypatch, arguments, said):
    monkeypatch.chdir(place)
    ran = dodomu("withdraw", *arguments)
    assert (ran.status, ran.out, len(ran.lines)) == (2, "", 1)
    assert said in ran.err
    assert list((place / "seeds").iterdir()) == []


def test_the_history_of_nobody_is_a_line_and_status_2(dodomu, place):
    ran = dodomu("history", "\x1b[2Jq-1", "--data", place / "dataset" / "0.1.0")
    assert (ran.status, len(ran.lines)) == (2, 1)
    assert "no record «�[2Jq-1»" in ran.err


def test_the_commands_of_the_page_run(dodomu, place, monkeypatch):
    monkeypatch.chdir(place)
    (place / "seeds").rename("articles")
    page = (ROOT / "docs" / "withdrawal.md").read_text("utf-8")
    commands = re.findall(r"^\$ dodomu (.*)$", page, flags=re.MULTILINE)
    assert len(commands) == 4
    for command in commands:
        ran = dodomu(*shlex.split(command.replace("$QUOTE", QUOTE)))
        assert ran.status == 0, ran.err
