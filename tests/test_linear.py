"""Big and odd articles are read, in time that grows with their size and no faster."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEED = (ROOT / "seeds" / "000_bcb5b48723ebb1b7.txt").read_text("utf-8")

SMALL = {
    "opening marks": "«" * 10_000,
    "opening marks with words": "«Так " * 10_000,
    "straight marks": 'а "' * 10_000,
    "one line": SEED.replace("\n", " ") * 40,
    "one word": "полон" * 20_000,
    "one sentence": "він повернув пʼятьох, " * 5_000,
    "names": "Петро Іваненко сказав. " * 5_000,
}


@pytest.mark.parametrize("text", SMALL.values(), ids=SMALL)
def test_a_big_odd_article_is_read_soon(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "dodomu", "extract", str(tmp_path / "a.txt")], capture_output=True, timeout=60
    )
    assert (told.returncode, told.stderr) == (0, b"")
    found = json.loads(told.stdout)
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in found["quotes"])


@pytest.mark.slow
def test_time_grows_linearly():
    subprocess.run([sys.executable, ROOT / "benchmarks" / "linear.py"], check=True, timeout=1800)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["extract", "build"])
def test_an_article_of_20_megabytes_goes_through_every_room(tmp_path, command):
    (tmp_path / "a.txt").write_text((SEED + "\n\n") * 5100, "utf-8")
    assert (tmp_path / "a.txt").stat().st_size > 20_000_000
    arguments = {"extract": ["a.txt", "-o", "found.jsonl"], "build": ["--seeds", "a.txt"]}[command]
    subprocess.run([sys.executable, "-m", "dodomu", command, *arguments], cwd=tmp_path, check=True, timeout=1800)
