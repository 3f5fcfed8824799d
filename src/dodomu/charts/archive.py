"""Several files as one zip whose bytes depend on nothing but what is in it."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: no clock has a say."""


def zipped(files: Mapping[str, bytes], *, packed: bool = False) -> bytes:
    """Put files into a zip, in their order.

    Parameters
    ----------
    packed
        Whether to compress them; how tightly that is done differs between versions of the library, so the bytes then
        stay the same on one installation only.

    Examples
    --------
    >>> zipped({"a.txt": b"a"}) == zipped({"a.txt": b"a"})
    True
    """
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _DAY)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content, ZIP_DEFLATED if packed else ZIP_STORED)
    return buffer.getvalue()
