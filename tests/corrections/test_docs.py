"""The page on corrections is a transcript: its commands run, and its TOML is an entry."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from dodomu import dataset
from dodomu.corrections import parse

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "corrections.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)


def test_the_entry_shown_is_one():
    [block] = blocks("toml")
    [entry] = parse(block.encode(), "the page")
    assert entry.words == {"speaker": "Семен Бойчук"}


def test_the_commands_run_as_they_stand(tmp_path):
    (tmp_path / "articles").mkdir()
    for ending in ("txt", "toml"):
        shutil.copy(ROOT / "tests" / "gold" / f"seed.{ending}", tmp_path / "articles")
    (tmp_path / ".bin").mkdir()
    script = tmp_path / ".bin" / "dodomu"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dodomu "$@"\n')
    script.chmod(0o755)
    environment = os.environ | {"PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}"}
    told = {}
    for block in blocks("console"):
        if "--import" in block:
            right = {"record": environment["QUOTE"], "answer": "right"}
            answers = {"format": "dodomu-review", "version": 1, "answers": [right]}
            (tmp_path / "answers.json").write_text(json.dumps(answers))
        for line in block.splitlines():
            ran = subprocess.run(
                line.removeprefix("$ "), cwd=tmp_path, env=environment, shell=True, capture_output=True, text=True
            )
            assert ran.returncode == 0, f"{line}: {ran.stderr}"
            told[line] = ran.stdout + ran.stderr
            if line.endswith("-o build"):
                built = dataset.open(tmp_path / "build")
                environment |= {"QUOTE": built.quotes["quote_id"][0], "EVENT": built.events["event_id"][-1]}
    differing = told["$ dodomu diff build build2"]
    assert "жодних перешкод російським військовим немає" in differing
    assert environment["EVENT"] in differing
    assert "1 of 1 answers brought in" in told[next(line for line in told if "--import" in line)]
    assert "review.html" in told[next(line for line in told if "-o review.html" in line)]
    assert "so named in the lead (О. Коваль, " in differing
