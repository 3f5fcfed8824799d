"""Several versions are replaced, all or none, whatever happens meanwhile.

All new versions are written beside the old ones, then a note says that they are complete; from there on only folders
are renamed. Whoever writes next finishes what a process that was killed has left: with the note the renaming, without
it nothing was replaced and what lies there is taken away.
"""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from dodomu.dataset.released import is_version
from dodomu.errors import BadOutput
from dodomu.whole import whole_file

_NOTE = ".withdrawal.json"


def replace_versions(
    into: Path, fill: Mapping[str, Callable[[Path], None]], ready: Callable[[], None] = lambda: None
) -> None:
    """Replace versions; to be called by whoever holds the folder of all versions.

    Parameters
    ----------
    into
        The folder of all versions.
    fill
        For each version, what writes it anew into an empty folder.
    ready
        Called when all are written and none is replaced.
    """
    finish(into)
    try:
        for version, write in fill.items():
            _new(into, version).mkdir()
            write(_new(into, version))
        ready()
        with whole_file(into / _NOTE) as part:
            part.write_text(json.dumps(list(fill)), "utf-8")
    except OSError as error:
        raise BadOutput(f"{into}: cannot be written ({error.strerror}); make room or see to its permissions") from None
    finally:
        finish(into)


def begun(into: Path) -> bool:
    """Tell whether a process that was killed has left versions half replaced."""
    return (into / _NOTE).is_file()


def finish(into: Path) -> list[str]:
    """Finish what a process that was killed has left, and name the versions that were replaced."""
    note = into / _NOTE
    versions = json.loads(note.read_text("utf-8")) if note.is_file() else []
    for version in versions:
        _replace(into, version)
    note.unlink(missing_ok=True)
    for path in into.iterdir():
        # without a note nothing was replaced; after it, all was
        if path.name.startswith(".") and path.suffix in (".new", ".old") and is_version(path.stem[1:]):
            shutil.rmtree(path, ignore_errors=True)
    return versions


def _replace(into: Path, version: str) -> None:
    """Two renames, because no system replaces a full folder in one; said again, it goes on where it stopped."""
    target, old = into / version, into / f".{version}.old"
    if _new(into, version).is_dir():
        if target.is_dir():
            shutil.rmtree(old, ignore_errors=True)
            target.rename(old)
        _new(into, version).rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _new(into: Path, version: str) -> Path:
    return into / f".{version}.new"
