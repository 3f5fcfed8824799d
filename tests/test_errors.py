"""Errors are one clear line, and Python's own errors too."""

import pytest

from dodomu.errors import BadInput, DodomuError, MissingExtra, UnknownTable, UnknownVersion, did_you_mean


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (UnknownTable("no table «x»"), KeyError),
        (UnknownVersion("no version «x»"), KeyError),
        (BadInput("a.txt", "is empty"), ValueError),
        (MissingExtra("reading", "extract"), ImportError),
    ],
)
def test_an_error_is_ours_and_pythons_and_reads_as_a_sentence(error, builtin):
    assert isinstance(error, DodomuError)
    assert isinstance(error, builtin)
    assert not str(error).startswith(("'", '"', "("))
    assert "\n" not in str(error)


def test_the_nearest_name_is_offered_only_when_it_is_near():
    assert "did you mean «quotes»" in did_you_mean("quote", ["events", "quotes"])
    assert "did you mean" not in did_you_mean("zzz", ["events", "quotes"])
