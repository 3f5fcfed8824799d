"""A dataset at an address: fetched once, kept by checksum, there without a network too."""

import http.client
import os
import urllib.error
import urllib.request
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

    def expect(self, digests: dict[str, str]) -> None:
        """Tell the checksums that the manifest names, by which files are looked up in the cache."""
        self._digests = digests

    def read(self, file: str, limit: int) -> bytes:
        """Give the bytes of a file, from the cache or the network."""
        address = f"{self.name}/{file}"
        digest = self._digests.get(file)
        if digest is None:
            return _latest(address, limit)
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
    _latest(address, _LARGEST_ZIP)
    return ZipStore(_place(address), address)


def _latest(address: str, limit: int) -> bytes:
    """Ask the network; where it does not answer, what it said last counts."""
    kept = _place(address)
    try:
        data = _fetched(address, limit)
    except NoDataset:
        data = _kept(kept, limit)
        if data is None:
            raise
        return data
    if len(data) <= limit:
        _keep(kept, data)
    return data


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
            return answer.read(limit + 1)
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
