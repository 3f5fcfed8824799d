"""Sentences of drafts and what is said of them: cases.txt, a line each."""

from pathlib import Path

import pytest
from cases import cases, plain

HERE = Path(__file__).parent


@pytest.mark.parametrize("case", cases(HERE / "cases.txt"))
def test_the_marked_words_get_the_verdict(case, gold):
    before, _, rest = plain(case.marked).partition("⟦")
    marked, _, after = rest.partition("⟧")
    found = gold(before + marked + after).findings
    span = len(before), len(before + marked)
    [said] = [one for one in found if (one.start, one.end) == span]
    assert [said.verdict, *([said.field] if said.verdict == "differs" else [])] == case.answers[0].split()
