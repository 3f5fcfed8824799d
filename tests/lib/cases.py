"""Cases that a linguist adds without Python: a line each, the answer marked inside the text.

``# Heading`` names the rule or construction of the lines under it, ``## …`` is a remark. Lines under
``# known failures: why`` are wrong today for that reason; the day one comes out right its test says so, and it moves
up to the others.

In every file ``¶`` ends a paragraph and ``\\xa0``, ``\\u00ad``, ``\\n``, ``\\r`` stand for the character they name.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))")
_NAMED = {"n": "\n", "r": "\r", "t": "\t"}
KNOWN_FAILURES = "known failures"


class Case(NamedTuple):
    """A line of a file of cases, with the heading that it stands under."""

    heading: str
    line: str

    @property
    def marked(self) -> str:
        """The text with its marks."""
        return self.line.rpartition(" => ")[0] if " => " in self.line else self.line

    @property
    def answers(self) -> list[str]:
        """What stands after ``=>``, one answer or several."""
        return [one.strip() for one in self.line.rpartition(" => ")[2].split(";")] if " => " in self.line else []


def cases(path: Path) -> list:
    """Parameters for a test, one a line; known failures must fail.

    Parameters
    ----------
    path : Path
        A file of cases.

    Returns
    -------
    list of pytest.param
        Named by file and line.
    """
    heading, found = "", []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line.startswith("##") or not line.strip():
            continue
        if line.startswith("# "):
            heading = line[2:].strip()
            continue
        name, _, reason = heading.partition(": ")
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if name == KNOWN_FAILURES else []
        found.append(pytest.param(Case(heading, line), id=f"{path.stem}:{number}", marks=marks))
    return found


def plain(marked: str) -> str:
    """Put paragraphs and escaped characters in.

    >>> plain(r"Один. ¶ Два\\xa0три")
    'Один.\\n\\nДва\\xa0три'
    """
    return _ESCAPE.sub(_character, re.sub(r" ?¶ ?", "\n\n", marked))


def _character(match: re.Match) -> str:
    two, four, other = match.groups()
    return chr(int(two or four, 16)) if two or four else _NAMED.get(other, other)
