"""Help is there for every command, with an example, and at once."""

import subprocess
import sys

import pytest

COMMANDS = (
    *("build", "extract", "chart", "gallery", "report", "export", "recall", "schema"),
    *("release", "diff", "verify", "score", "versions", "info", "correct", "review", "check", "notebooks"),
)


def test_help_names_every_command(dodomu):
    told = dodomu("--help")
    assert told.status == 0
    assert all(f" {command} " in told.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(dodomu, command):
    told = dodomu(command, "--help")
    assert told.status == 0
    assert f"Example: dodomu {command}" in told.out
    assert not told.err


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "--help"], ["export", "--help"], ["--version"], ["extract", "gone.txt"]]
)
def test_what_needs_no_library_loads_none(arguments):
    program = f"""
import sys
from dodomu import cli
cli.run({arguments})
loaded = {{"polars", "altair", "pymorphy3"}} & set(sys.modules)
sys.exit(f"loaded {{loaded}}" if loaded else 0)
"""
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], 'Did you mean "build"?'),
        (["build", "--sedes", "x"], "Did you mean --seeds?"),
        (["chart", "timelin", "-o", "x.svg"], "timeline"),
        (["chart", "timeline"], "--output"),
        (["extract"], "name at least one .txt or .jsonl file or folder"),
        (["extract", "a.txt", "--jobs", "0"], "--jobs"),
        (["extract", "a.txt", "--jobs", "many"], "--jobs"),
    ],
)
def test_a_command_that_cannot_be_understood_is_refused_in_one_line(dodomu, arguments, said):
    told = dodomu(*arguments)
    assert told.status == 2
    assert len(told.lines) == 1
    assert said in told.err
    assert not told.out
