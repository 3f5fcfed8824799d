"""The page on exports is a transcript: its commands run, its Python too, its table is the list of formats."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dodomu.charts import FORMATS as PICTURES
from dodomu.exports import FORMATS
from dodomu.release import release

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "exports.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with two versions of the data, and a path on which dodomu is what is tested."""
    folder = tmp_path_factory.mktemp("exports")
    text = (ROOT / "tests" / "gold" / "seed.txt").read_bytes().decode()
    (folder / "articles").mkdir()
    for words in (text, text.replace("помилував 123", "помилував 124")):
        (folder / "articles" / "seed.txt").write_bytes(words.encode())
        release(folder / "articles", folder / "dataset")
    (folder / ".bin").mkdir()
    (folder / ".bin" / "dodomu").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dodomu "$@"\n')
    (folder / ".bin" / "dodomu").chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def told(place):
    """What each command of the page says."""
    commands = [line.removeprefix("$ ") for block in blocks("console") for line in block.splitlines()]
    environment = os.environ | {"PATH": f"{place / '.bin'}{os.pathsep}{os.environ['PATH']}"}
    found = {}
    for command in commands:
        ran = subprocess.run(command, cwd=place, env=environment, shell=True, capture_output=True, text=True)
        assert ran.returncode == 0, f"{command}: {ran.stderr}"
        assert ran.stderr == ""
        found[command] = ran.stdout
    return found


def test_the_commands_write_what_they_name(told, place):
    written = {re.search(r"(?:-o|--bundle) (\S+)", command)[1] for command in told if "recall" not in command}
    assert written <= {path.name for path in place.iterdir()}
    assert {command.split()[2] for command in told if " export " in f" {command}"} == set(FORMATS)


def test_recall_finds_what_the_publisher_changed(told):
    same, changed, plain = [told[command] for command in told if "recall" in command]
    assert "nothing in it has changed" in same
    assert "count: 123 → 124" in changed
    assert '"fate": "revised"' in plain


def test_the_python_runs(told, place):
    [python] = blocks("python")
    ran = subprocess.run([sys.executable, "-W", "error", "-c", python], cwd=place, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert "'count': (123, 124)" in ran.stdout


def test_the_tables_are_the_lists_of_formats():
    shown = re.findall(r"^\| `([a-z-]+)` \| `(\.\w+)` \| (.+) \|$", PAGE, flags=re.MULTILINE)
    assert shown == [(one.name, one.ending, one.what) for one in FORMATS.values()]
    assert re.findall(r"^\| `(\.\w+)` \|", PAGE, flags=re.MULTILINE) == list(PICTURES)
