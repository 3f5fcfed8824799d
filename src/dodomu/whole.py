"""Files and folders that appear whole or not at all: written beside their place, then renamed into it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dodomu.errors import BadOutput


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """Give a path to write to; what was written there takes its place when all went well.

    Examples
    --------
    >>> import tempfile
    >>> place = Path(tempfile.mkdtemp()) / "quotes.csv"
    >>> with whole_file(place) as part:
    ...     _ = part.write_text("speaker")
    ...     place.exists()
    False
    >>> place.read_text()
    'speaker'
    """
    path = Path(path)
    if path.is_dir():
        raise BadOutput(f"{path}: is a folder; name a file in it")
    if path.exists() and not path.is_file():  # a pipe or a device has nothing to be renamed over
        yield path
        return
    with _cleared(_part_of(path)) as part:
        with _explained(path):
            part.touch()  # what cannot be written is refused before the work, not after it
        yield part
        with _explained(path):
            part.replace(path)


@contextmanager
def whole_folder(path: str | Path) -> Iterator[Path]:
    """Give an empty folder to fill; it takes the place of `path`, old content and all, when all went well.

    Examples
    --------
    >>> import tempfile
    >>> place = Path(tempfile.mkdtemp()) / "build"
    >>> with whole_folder(place) as part:
    ...     _ = (part / "quotes.csv").write_text("speaker")
    >>> sorted(path.name for path in place.parent.rglob("*"))
    ['build', 'quotes.csv']
    """
    path = Path(path).resolve()
    with _cleared(_part_of(path)) as part:
        with _explained(path):
            part.mkdir(parents=True)
        yield part
        with _explained(path):
            _swap(part, path)


def _part_of(path: Path) -> Path:
    return path.with_name(f".{path.stem}.{os.getpid()}.part{path.suffix}")


def _swap(part: Path, path: Path) -> None:
    """Put `part` where `path` is: two renames, because no system replaces a full folder in one."""
    if not path.exists():
        part.rename(path)
        return
    old = part.with_suffix(".old")
    path.rename(old)
    try:
        part.rename(path)
    except OSError:
        old.rename(path)
        raise
    shutil.rmtree(old)


@contextmanager
def _cleared(part: Path) -> Iterator[Path]:
    try:
        yield part
    finally:
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        with suppress(OSError):
            part.unlink()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadOutput(f"{path}: cannot be written ({reason}); choose another place with -o") from error
