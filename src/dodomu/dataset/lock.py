"""One release at a time: a lock that the system lets go of when its process dies."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dodomu.errors import BadOutput, Refused

_EVERY = 0.05


@contextmanager
def locked(folder: Path, wait: float = 60) -> Iterator[None]:
    """Hold the folder of all versions for oneself; wait for another release to end, but not for ever.

    The folder itself is locked, so that no file is left of it, not even by a process that was killed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _opened(folder)
    except OSError as error:
        raise BadOutput(f"{folder}: cannot be written ({error.strerror}); name another with --into") from None
    try:
        until = time.monotonic() + wait
        while not _taken(handle):
            if time.monotonic() > until:
                raise Refused(f"{folder}: another release is being written there; try again when it is done")
            time.sleep(_EVERY)
        yield
    finally:
        os.close(handle)


if os.name == "nt":
    import msvcrt

    def _opened(folder: Path) -> int:
        # a folder cannot be opened there; the file stays, and holds nothing
        return os.open(folder / ".lock", os.O_RDWR | os.O_CREAT)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
