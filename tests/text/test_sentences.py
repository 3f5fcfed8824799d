"""Sentences end where a linguist has put ``|`` and nowhere else."""

import re
from pathlib import Path

import pytest
from cases import cases, plain

from dodomu.text.document import Document


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "sentences.txt"))
def test_sentences_end_at_the_marks(case):
    parts = [plain(part) for part in re.sub(r"\| ?", "|", re.sub(r" ¶ ", "\\\\n", case.marked)).split("|")]
    doc = Document("".join(parts))
    assert [doc.text[s.start : s.end] for s in doc.sentences] == [part.strip(" \n\r\ufeff") for part in parts]
