"""Tokens are cut where a linguist has put ``|`` or a space (``␣`` is a space inside a token) and compared by ``=>``."""

import re
from pathlib import Path

import pytest
from cases import cases, plain

from dodomu.text.tokens import tokenize

# Spaces that a token may not begin or end with; a no-break space may stand inside a number.
_BETWEEN = re.compile(r"[ \t\r\n\u202f]+|\xa0(?!\d{3}(?!\d))")


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "tokens.txt"))
def test_tokens_are_cut_and_compared_as_marked(case):
    marked, _, norms = case.line.partition(" => ")
    words = [plain(w).replace("␣", " ") for part in marked.split("|") for w in _BETWEEN.split(plain(part)) if w]
    tokens = tokenize(plain(marked.replace("|", "")).replace("␣", " "))
    assert [token.text for token in tokens] == words
    assert [token.norm for token in tokens] == [plain(w).replace("␣", " ") for w in norms.split(" ")]
