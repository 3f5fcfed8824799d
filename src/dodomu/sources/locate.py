"""From paths to the files that hold articles, in an order that no file system decides."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dodomu.errors import BadInput

ENDINGS = (".txt", ".jsonl")


@dataclass(frozen=True)
class Located:
    """A file of articles, and the name that its articles carry as their source."""

    path: Path
    source: str


def locate(paths: Iterable[str | Path]) -> Iterator[Located | BadInput]:
    """Find the files that hold articles: the paths in their order, folders through all their depth in sorted order.

    Hidden files and folders (``.git``) are passed over.
    """
    for path in map(Path, paths):
        if path.is_dir():
            yield from _in_folder(path)
        elif not path.exists():
            yield BadInput(str(path), "no such file or folder; check the path")
        elif path.suffix.lower() in ENDINGS:
            yield _named(path, path.name)
        else:
            yield BadInput(str(path), "neither a folder nor a .txt or .jsonl file; rename or convert it")


def _in_folder(folder: Path) -> Iterator[Located | BadInput]:
    files: list[Path] = []
    unlisted: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=unlisted.append):
        folders[:] = _visible(folders)  # os.walk goes where this list says
        files += [Path(here, name) for name in _visible(names) if Path(name).suffix.lower() in ENDINGS]
    for error in unlisted:
        yield BadInput(error.filename, f"cannot be listed ({error.strerror}); check its permissions")
    if not files and not unlisted:
        yield BadInput(folder, "a folder without articles; put .txt or .jsonl files in it")
    for path in sorted(files, key=lambda path: path.relative_to(folder).parts):
        yield _named(path, path.relative_to(folder).as_posix())


def _visible(names: list[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _named(path: Path, source: str) -> Located | BadInput:
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        return BadInput(ascii(source), "its name is not UTF-8; rename it")
    return Located(path, source)
