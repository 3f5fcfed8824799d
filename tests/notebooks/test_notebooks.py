"""The notebooks run, speak both languages, show their pictures, and running them again changes no byte."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from dodomu.charts import CHARTS

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
EXECUTE = Path(__file__).with_name("execute.py")
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells_of(path, kind):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


@each
def test_running_it_again_changes_no_byte(path, tmp_path):
    # In a process of its own: the client's event loop is none of this one's.
    code = "import sys, runpy; from pathlib import Path; run = runpy.run_path(sys.argv[1])['executed']; "
    code += "sys.stdout.buffer.write(run(Path(sys.argv[2]), Path(sys.argv[3])).encode())"
    done = subprocess.run([sys.executable, "-c", code, EXECUTE, path, tmp_path], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert done.stdout.decode() == path.read_text(encoding="utf-8")
    assert not list(tmp_path.iterdir()), "it wrote where it was opened"


@each
def test_every_text_is_there_in_ukrainian_and_english(path):
    for cell in cells_of(path, "markdown"):
        assert re.search("[а-яіїєґ]{3}", cell.source), cell.source
        assert re.search(r"\b[a-z]+ [a-z]+\b|· [A-Z][a-z]+", cell.source), cell.source


@each
def test_a_forge_shows_its_pictures(path):
    outputs = [out for cell in cells_of(path, "code") for out in cell.outputs]
    shown = [kind for out in outputs for kind in out.get("data", {})]
    calls = tuple(f"dodomu.{name}(" for name in CHARTS)
    drawn = [cell for cell in cells_of(path, "code") if cell.source.splitlines()[-1].startswith(calls)]
    assert shown.count("image/svg+xml") == len(drawn) >= 2
    assert not {"text/javascript", "application/javascript"} & set(shown)
    assert all(out.output_type != "error" and out.get("name") != "stderr" for out in outputs)


def test_the_timelines_show_every_chart():
    source = "".join(cell.source for cell in cells_of(FOLDER / "02_timelines.ipynb", "code"))
    assert [name for name in CHARTS if f"dodomu.{name}(" not in source] == []
