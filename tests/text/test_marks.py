"""Quotation marks are paired as marked: ``[…]`` stands just inside a pair, ``!`` before a mark that has no partner."""

from pathlib import Path

import pytest
from cases import cases, plain

from dodomu.text.marks import pair_marks


def marked(line):
    """The text, the pairs with their marks, and the lone marks."""
    text, pairs, opened, lone = "", [], [], []
    for place, character in enumerate(line):
        if character == "[":
            opened.append(len(text) - 1)
        elif character == "]":
            pairs.append((opened.pop(), len(text) + 1))
        elif character == "!" and line[place + 1 : place + 2] and line[place + 1] in '«»"„“”‘’':
            lone.append(len(text))
        else:
            text += character
    return text, sorted(pairs), lone


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "marks.txt"))
def test_marks_are_paired_as_marked(case):
    text, pairs, lone = marked(plain(case.marked))
    found = pair_marks(text)
    assert [(q.start, q.end) for q in found.pairs] == pairs
    assert list(found.unbalanced) == lone
