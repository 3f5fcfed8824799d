"""A dataset at an address: fetched once, kept by checksum, there without a network too."""

import http.client
import io
import os
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from dodomu.dataset.stores import ZipStore, cache_folder
from dodomu.errors import BadOutput, MissingExtra, NoDataset

_SECONDS = 30
_LARGEST_ZIP = 1 << 30


def is_address(path: object) -> bool:
    """Tell an address from the path of a file.

    Examples
    --------
    >>> is_address("https://example.org/0.1.0.zip"), is_address("s3://data/0.1.0"), is_address("C:/data/0.1.0")
    (True, True, False)
    """
    return isinstance(path, str) and "://" in path and len(urlsplit(path).scheme) > 1


class WebStore:
    """The files below an address. What was fetched lies in the cache under its name's and its content's checksum.

    The manifest is asked for anew each time and taken from the cache when the network does not answer; every
    other file is known by its checksum and asked for once.
    """

    def __init__(self, address: str):
        self.name = address.rstrip("/")
        self._digests: dict[str, str] = {}
        self._unproved: dict[str, bytes] = {}

    def expect(self, digests: dict[str, str]) -> None:
        """Tell the checksums of a manifest that proved to be one: files are looked up by them, and it is kept."""
        self._digests = digests
        self.keep()

    def keep(self) -> None:
        """Put into the cache what was fetched and proved to be what it should."""
        for address, data in self._unproved.items():
            _keep(_place(address), data)
        self._unproved.clear()

    def read(self, file: str, limit: int) -> bytes:
        """Give the bytes of a file, from the cache or the network."""
        address = f"{self.name}/{file}"
        digest = self._digests.get(file)
        if digest is None:
            data, fresh = _latest(address, limit)
            if fresh:
                self._unproved[address] = data
            return data
        kept = cache_folder() / "files" / digest
        if (data := _kept(kept, limit)) is not None and sha256(data).hexdigest() == digest:
            return data
        data = _fetched(address, limit)
        if sha256(data).hexdigest() == digest:
            _keep(kept, data)
        return data

    def files(self) -> None:
        """Nobody can list what lies at an address."""


def web_zip(address: str) -> ZipStore:
    """Fetch a zip file and open it."""
    data, fresh = _latest(address, _LARGEST_ZIP)
    if fresh:
        if not zipfile.is_zipfile(io.BytesIO(data)):
            raise NoDataset(f"{address}: what lies there is no zip file; check the address")
        _keep(_place(address), data)
    return ZipStore(_place(address), address)


def _latest(address: str, limit: int) -> tuple[bytes, bool]:
    """Ask the network; where it does not answer, what it said last counts. Tell whether it is fresh."""
    try:
        data = _fetched(address, limit)
    except NoDataset:
        data = _kept(_place(address), limit)
        if data is None:
            raise
        return data, False
    return data, len(data) <= limit


def _place(address: str) -> Path:
    return cache_folder() / "addresses" / sha256(address.encode()).hexdigest()


def _kept(path: Path, limit: int) -> bytes | None:
    try:
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except OSError:
        return None


def _keep(path: Path, data: bytes) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        raise BadOutput(
            f"{path.parent}: cannot be written ({error.strerror}); name another cache with DODOMU_CACHE"
        ) from None


def _fetched(address: str, limit: int) -> bytes:
    fetch: Callable[[str, int], bytes] = _by_http if urlsplit(address).scheme in ("http", "https") else _by_fsspec
    return fetch(address, limit)


def _by_http(address: str, limit: int) -> bytes:
    request = urllib.request.Request(address, headers={"User-Agent": "dodomu"})
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            data = answer.read(limit + 1)
            if answer.length and len(data) <= limit:
                raise OSError("the answer broke off")
            return data
    except urllib.error.HTTPError as error:
        with error:
            raise NoDataset(f"{address}: the server says {error.code} {error.reason}; check the address") from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error or type(error).__name__
        raise NoDataset(f"{address}: cannot be reached ({reason}); check the address and the network") from None


def _by_fsspec(address: str, limit: int) -> bytes:
    try:
        import fsspec
    except ImportError:
        raise MissingExtra(f"opening {urlsplit(address).scheme}:// addresses", "remote") from None
    try:
        with fsspec.open(address, "rb") as stream:
            return stream.read(limit + 1)
    except ImportError:
        raise MissingExtra(f"opening {urlsplit(address).scheme}:// addresses", "remote") from None
    except (OSError, ValueError) as error:
        raise NoDataset(f"{address}: cannot be read ({error}); check the address") from None
