"""The notebooks run, and running them again changes no byte."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
EXECUTE = Path(__file__).with_name("execute.py")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_running_it_again_changes_no_byte(path, tmp_path):
    # In a process of its own: the client's event loop is none of this one's.
    code = "import sys, runpy; from pathlib import Path; run = runpy.run_path(sys.argv[1])['executed']; "
    code += "sys.stdout.buffer.write(run(Path(sys.argv[2]), Path(sys.argv[3])).encode())"
    done = subprocess.run([sys.executable, "-c", code, EXECUTE, path, tmp_path], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert done.stdout.decode() == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_speaks_both_languages_and_shows_its_pictures_on_a_forge(path):
    cells = nbformat.read(path, as_version=4).cells
    prose = " ".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert "Дані" in prose
    assert "The data" in prose
    shown = [kind for cell in cells if cell.cell_type == "code" for out in cell.outputs for kind in out.get("data", {})]
    assert shown.count("image/svg+xml") == 2
    assert not {"text/javascript", "application/javascript"} & set(shown)
