"""A folder that appears whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dodomu.dataset.manifest import NAME, SUMS, read_manifest
from dodomu.errors import BadOutput, DodomuError


def write_folder(folder: str | Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder of their own, which a reader sees whole or not at all.

    A folder that is there already is replaced when it is empty or holds an unreleased dataset and nothing else.

    Raises
    ------
    BadOutput
        When the folder holds anything else, or cannot be written.
    """
    target = Path(folder).absolute()
    check_replaceable(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _beside(target) as fresh:
            for name, data in files.items():
                path = fresh / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            _swap(fresh, target)
    except OSError as error:
        raise BadOutput(f"{folder}: cannot be written ({error.strerror}); choose another folder with -o") from None
    return target


def check_replaceable(folder: Path) -> None:
    """Refuse a folder that holds what is not ours to replace."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise BadOutput(f"{folder}: is a file; choose a folder with -o")
    try:
        there = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
        empty = not any(folder.iterdir())
    except OSError as error:
        raise BadOutput(f"{folder}: cannot be read ({error.strerror}); choose another folder with -o") from None
    if empty:
        return
    try:
        known = read_manifest(folder)
    except DodomuError:
        raise BadOutput(f"{folder}: holds other things than a dataset; choose another folder with -o") from None
    if known["version"] is not None:
        raise BadOutput(f"{folder}: holds the released version {known['version']}, which never changes")
    foreign = [name for name in there if name not in known["files"] and name not in (NAME, SUMS)]
    if foreign:
        raise BadOutput(
            f"{folder}: holds {foreign[0]}, which no build wrote; move it, or choose another folder with -o"
        )


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give an empty folder on the same disk, gone afterwards unless it was renamed."""
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        fresh.chmod(0o777 & ~_umask())
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    with _beside(target) as aside:
        old = aside / "old"
        target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
