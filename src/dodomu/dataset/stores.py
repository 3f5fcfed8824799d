"""Where the files of a dataset lie: a folder or a zip file. Each gives bytes by name, no more than asked for."""

import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Protocol

from dodomu.errors import InvalidTable, NoDataset


class Store(Protocol):
    """The files of a dataset, by name."""

    name: str

    def read(self, file: str, limit: int) -> bytes:
        """Give the bytes of a file, one more than `limit` at most; KeyError where there is none of this name."""

    def files(self) -> list[str] | None:
        """Name all files; None where nobody can tell."""


class FolderStore:
    """The files of a folder."""

    def __init__(self, folder: Path):
        self.folder, self.name = folder, str(folder)

    def read(self, file: str, limit: int) -> bytes:
        """Give the bytes of a file."""
        try:
            with (self.folder / file).open("rb") as stream:
                return stream.read(limit + 1)
        except OSError:
            raise KeyError(file) from None

    def files(self) -> list[str]:
        """Name all files through all depth, in order."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if not path.is_dir())
        return sorted(found)


class ZipStore:
    """The files of a zip archive, at its top or in the one folder it holds. Nothing is ever unpacked to disk."""

    def __init__(self, path: Path, name: str | None = None):
        self.path, self.name = path, name or str(path)
        with self._opened() as archive:
            # of two members of one name the last counts, as for every unpacker
            members = {info.filename: info for info in archive.infolist() if not info.is_dir()}
        self._at = _folder_of(members)
        self._sizes = {name: info.file_size for name, info in members.items()}

    def read(self, file: str, limit: int) -> bytes:
        """Give the bytes of a member, however much the archive claims it to hold."""
        name = self._at + file
        if name not in self._sizes:
            raise KeyError(file)
        try:
            with self._opened() as archive:
                if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise NotImplementedError  # other methods are unpacked without a bound
                with archive.open(name) as stream:
                    return stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError):
            raise InvalidTable(f"{self.name}: its {file} cannot be unpacked; get or zip it anew") from None

    def files(self) -> list[str]:
        """Name all members, as they stand below the folder of the dataset."""
        return sorted(name.removeprefix(self._at) for name in self._sizes)

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile]:
        try:
            archive = zipfile.ZipFile(self.path)
        except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
            raise NoDataset(f"{self.name}: not a zip file that can be read; get it anew") from None
        with archive:
            yield archive


def _folder_of(members: dict[str, zipfile.ZipInfo]) -> str:
    """Find the folder in the archive that holds the dataset.

    >>> _folder_of({"0.1.0/manifest.json": None, "0.1.0/events.csv": None})
    '0.1.0/'
    """
    found = sorted(
        (name for name in members if PurePosixPath(name).name == "manifest.json"), key=lambda n: n.count("/")
    )
    return found[0].removesuffix("manifest.json") if found else ""


def require_safe(name: object, where: str) -> str:
    """Refuse the name of a file that leads out of its folder or that some system cannot hold.

    Examples
    --------
    >>> require_safe("schemas/events.json", "manifest.json")
    'schemas/events.json'
    >>> require_safe("../../.bashrc", "manifest.json")
    Traceback (most recent call last):
    dodomu.errors.InvalidTable: manifest.json: names the file '../../.bashrc', which no dataset has; get it anew
    """
    sound = isinstance(name, str) and name and len(name) < 200 and all(_is_part(part) for part in name.split("/"))
    if not sound:
        raise InvalidTable(f"{where}: names the file {ascii(name)[:80]}, which no dataset has; get it anew")
    return name


def _is_part(part: str) -> bool:
    return part not in ("", ".", "..") and not any(char in '\\:*?"<>|' or ord(char) < 32 for char in part)


def cache_folder() -> Path:
    """Find where downloads are kept: ``DODOMU_CACHE``, else where the system keeps such things."""
    if named := os.environ.get("DODOMU_CACHE"):
        return Path(named)
    if local := os.environ.get("LOCALAPPDATA"):
        return Path(local) / "dodomu" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dodomu"
