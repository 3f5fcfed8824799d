"""Run the notebooks as a reader would and write what they show: ``python tests/notebooks/execute.py``.

What is written depends on nothing but the notebook, the package and the released data, so that running it again
changes no byte.
"""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"


def executed(path: Path, workplace: Path) -> str:
    """Run a notebook in another folder and give its text with the new output."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=300, record_timing=False, resources={"metadata": {"path": str(workplace)}}
    ).execute()
    notebook.metadata.pop("language_info", None)
    return nbformat.writes(notebook) + "\n"


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    for path in sorted(FOLDER.glob("*.ipynb")):
        with TemporaryDirectory() as workplace:
            path.write_text(executed(path, Path(workplace)), encoding="utf-8")
        print(path)
