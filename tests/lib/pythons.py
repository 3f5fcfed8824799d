"""The Pythons that are installed here, wherever they lie."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def installed(version: str) -> str:
    """Give the path of a Python of this version (``"3.12"``), or skip the test where there is none."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    found = [shutil.which(f"python{version}"), *sorted(root.glob(f"{version}.*/bin/python"))]
    for python in map(str, filter(None, found)):
        told = subprocess.run(
            [python, "-c", "import sys, venv; print(*sys.version_info[:2], sep='.')"], capture_output=True
        )
        if told.stdout.decode().strip() == version:
            return python
    pytest.skip(f"no Python {version} here")
