"""Files of TOML that people write by hand, or strangers send: what cannot be read is said in one line."""

import re
import tomllib
from typing import Any

from dodomu.errors import BadInput, one_line

# A key of very many parts would keep the parser busy for hours.
_ENDLESS_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]{0,200}"|'[^'\n]{0,200}')[ \t]*+\.[ \t]*+){64}""")


def toml_tables(data: bytes, source: str) -> dict[str, Any]:
    """Read what bytes hold.

    Examples
    --------
    >>> toml_tables(b"[a]", "a.toml")
    {'a': {}}
    >>> toml_tables(b"[a", "a.toml")
    Traceback (most recent call last):
    dodomu.errors.BadInput: a.toml: not TOML: Expected ']' at the end of a table declaration (at end of document); ...
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(source, f"not UTF-8 (line {line}); convert it") from None
    if found := _ENDLESS_KEY.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise BadInput(source, f"not TOML that can be read: a key without end in line {line}; correct it")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise BadInput(source, "not TOML that can be read: nested too deep; correct it") from None
    except ValueError as error:
        raise BadInput(source, f"not TOML: {one_line(str(error))[:200]}; correct it") from None
