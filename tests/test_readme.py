"""What the README shows is what happens."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

import dodomu

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)


def test_the_python_of_the_readme_prints_what_it_shows(monkeypatch):
    monkeypatch.chdir(ROOT)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks("pycon")), {}, "README.md", "README.md", 0)
    assert examples.examples
    failed = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=failed.append)
    assert not failed, "".join(failed)


def test_the_commands_of_the_readme_are_those_that_are_tested():
    tested = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    promised = [part.strip() for block in blocks("bash") for line in block.splitlines() for part in line.split("&&")]
    assert len(promised) == 4
    assert [command for command in promised if command not in tested] == []


def test_every_command_is_in_the_readme(dodomu_commands):
    documented = set(re.findall(r"`dodomu ([a-z]+)", README))
    assert documented == dodomu_commands


@pytest.fixture
def dodomu_commands():
    from dodomu.cli import app

    return {name for name in app if not name.startswith("-")}


def test_the_options_of_the_readme_are_understood():
    from dodomu.cli import app

    for line in re.findall(r"`dodomu ([a-z]+ [^`]*--[a-z][^`]*)`", README):
        app.parse_args(shlex.split(line.replace("PATH…", "a.txt")), exit_on_error=False, print_error=False)


def test_the_figures_of_the_readme_are_those_that_the_command_prints(capsysbinary):
    from dodomu import cli

    assert cli.run(["score", str(ROOT / "tests" / "gold")]) == 0
    printed = capsysbinary.readouterr().out.decode().splitlines()
    [shown] = blocks("text")
    assert shown.splitlines() == printed[2:], "bring it up to date: python tests/refresh.py"


def test_links_lead_to_files_that_are_there():
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_version_is_one():
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), flags=re.MULTILINE)[1]
    changed = re.search(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)[1]
    assert dodomu.__version__ == cited == changed


def test_the_keys_of_the_sidecar_are_those_that_are_read():
    from dodomu.sources.about import About

    [shown] = blocks("toml")
    assert set(re.findall(r"^(\w+) =", shown, flags=re.MULTILINE)) <= About.model_fields.keys()
