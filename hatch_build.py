"""What a wheel carries: the released data (all versions while they are small, then the newest alone), the notebooks."""

import re
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOM = 10_000_000
"""Bytes that the versions may take together; the others of a wheel without room are for `dodomu.open`."""

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)", re.ASCII)


def carried(folder: Path, room: int = ROOM) -> list[Path]:
    """Choose the versions that a wheel carries, oldest first."""
    found = [path for path in folder.iterdir() if _VERSION.fullmatch(path.name) and (path / "manifest.json").is_file()]
    versions = sorted(found, key=lambda path: tuple(map(int, path.name.split("."))))
    return versions if sum(map(_size, versions)) < room else versions[-1:]


def _size(version: Path) -> int:
    return sum(path.stat().st_size for path in version.rglob("*") if path.is_file())


class CarryTheData(BuildHookInterface):
    """Puts the versions and the notebooks beside the modules of the package."""

    def initialize(self, version, build_data):
        if version == "standard":  # a package that can be edited reads them where they lie
            for path in carried(Path(self.root, "dataset")):
                build_data["force_include"][str(path)] = f"dodomu/_released/{path.name}"
            for path in Path(self.root, "notebooks").glob("*.ipynb"):
                build_data["force_include"][str(path)] = f"dodomu/_notebooks/{path.name}"
