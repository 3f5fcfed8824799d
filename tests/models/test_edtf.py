"""Dates: what is allowed, what it means, and that another implementation agrees."""

import time
import warnings
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dodomu.errors import InvalidDate
from dodomu.models.edtf import bounds, parse

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it uses what pyparsing no longer likes
    import edtf

BOUNDS = [
    ("2025-11-22", date(2025, 11, 22), date(2025, 11, 22)),
    ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ("../2025-12-31", None, date(2025, 12, 31)),
    ("2022-02-24/..", date(2022, 2, 24), None),
    ("2025-12-08/2025-12-14", date(2025, 12, 8), date(2025, 12, 14)),
    ("2025-03/2025-05", date(2025, 3, 1), date(2025, 5, 31)),
    ("2025-12-13?", date(2025, 12, 13), date(2025, 12, 13)),
    ("2022~", date(2022, 1, 1), date(2022, 12, 31)),
    ("2022-01~/2022-03%", date(2022, 1, 1), date(2022, 3, 31)),
]


@pytest.mark.parametrize(("value", "earliest", "latest"), BOUNDS)
def test_bounds(value, earliest, latest):
    assert bounds(value) == (earliest, latest)


@pytest.mark.parametrize(
    "value",
    [
        "",
        " 2025",
        "2025-13",
        "2025-02-30",
        "2025-1-1",
        "25-01-01",
        "0000",
        "2025-21",
        "202X",
        "2025-12-31/2025-01-01",
        "../..",
        "2025/",
        "/2025",
        "2025/2026/2027",
        "2025-12-13T10:00",
        "[2025,2026]",
        "?2025",
        "2025\n",
        "٢٠٢٥",
        "13.12.2025",
    ],
)
def test_everything_else_is_refused_in_one_line(value):
    with pytest.raises(InvalidDate) as refused:
        parse(value)
    assert str(refused.value).count("«") == 1


@pytest.mark.parametrize(
    ("value", "uncertain", "approximate"),
    [
        ("2025", False, False),
        ("2025?", True, False),
        ("2025~", False, True),
        ("2025%", True, True),
        ("../2025?", True, False),
    ],
)
def test_qualifiers(value, uncertain, approximate):
    assert (parse(value).uncertain, parse(value).approximate) == (uncertain, approximate)


days = st.dates(date(1000, 1, 1), date(9998, 12, 31))
singles = st.builds(
    lambda day, length, qualifier: day.isoformat()[:length] + qualifier,
    days,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "?", "~", "%"]),
)


@given(singles)
def test_a_single_date_means_what_the_edtf_package_says(value):
    theirs = edtf.parse_edtf(value)
    assert bounds(value) == tuple(date(*strict[:3]) for strict in (theirs.lower_strict(), theirs.upper_strict()))


@given(singles, singles)
def test_an_interval_means_what_the_edtf_package_says_unless_it_is_reversed(start, end):
    value = f"{start}/{end}"
    theirs = edtf.parse_edtf(value)
    ends = date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3])
    if bounds(start)[0] > bounds(end)[1]:
        with pytest.raises(InvalidDate, match="ends before it begins"):
            parse(value)
    else:
        assert bounds(value) == ends


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(value):
    try:
        parse(value)
    except InvalidDate:
        return
    edtf.parse_edtf(value)


def test_time_does_not_grow_with_a_long_text():
    begun = time.process_time()
    with pytest.raises(InvalidDate):
        parse("2025-" * 200_000)
    assert time.process_time() - begun < 1
