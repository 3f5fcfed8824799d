"""The file of corrections: what is wrong with it is said in one line, whatever a stranger has put there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dodomu import corrections
from dodomu.corrections import Correction, parse
from dodomu.errors import BadInput

ENTRY = """\
[[correction]]
do = "edit"
record = "q-1"
set = { speaker = "А Б" }
by = "О. Коваль"
on = 2025-12-20
why = "так"
"""


def changed(old, new):
    assert old in ENTRY
    return ENTRY.replace(old, new)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[corection]]", "unknown key «corection»; every entry begins with [[correction]]"),
        ("[correction]\ndo = 'read'", "one pair of brackets"),
        ("correction = [1]", "entry 1: is no table"),
        ("correction = 1", "one pair of brackets"),
        (changed('do = "edit"', 'do = "edti"'), "entry 1: «do» is wrong: did you mean «edit»?"),
        (changed('do = "edit"\n', ""), "entry 1: has no «do»; add it"),
        (ENTRY + changed('by = "О. Коваль"\n', ""), "entry 2: has no «by»; add it"),
        (changed("on = 2025-12-20\n", ""), "entry 1: has no «on»; add it"),
        (changed("2025-12-20", "20251220"), "«on» is wrong: is no day like 2025-12-13; correct it"),
        (changed("2025-12-20", '"2025-13-20"'), "«on» is wrong"),
        (changed('why = "так"\n', ""), "has no «why»; say in a few words what it stands on"),
        (changed('why = "так"', 'why = "  "'), "«why» is wrong"),
        (changed('why = "так"', 'whi = "так"'), "unknown key «whi»; did you mean «why»?"),
        (changed("speaker =", "speker ="), "quotes have no column «speker» to set; did you mean «speaker»?"),
        (changed("speaker =", "quote_id ="), "quotes have no column «quote_id» to set"),
        (
            changed('speaker = "А Б"', 'kind = "dirct"'),
            "«kind» is wrong: Input should be 'direct'",
        ),
        (changed('speaker = "А Б"', 'kind = ""'), "«kind» cannot be empty"),
        (changed('speaker = "А Б"', "speaker = true"), "«speaker» is wrong"),
        (changed('speaker = "А Б"', "speaker = [1]"), "«speaker» is wrong"),
        (changed('speaker = "А Б"', 'date = "13.12.2025"'), "is not a date like 2025-12-13"),
        (changed('"q-1"', '"1"'), "«1» is no id of a quote (q-…), a mention (m-…) or an event (e-…)"),
        (changed('record = "q-1"\n', ""), "«edit» needs «record»; add it"),
        (changed('do = "edit"', 'do = "reject"'), "«reject» has no use for «set»; take it out"),
        (changed('do = "edit"', 'do = "merge"'), "«merge» needs «records»; add it"),
        (changed('why = "так"', 'why = "так"\nwords = { cue = "x" }'), "words are given for «cue», which is not set"),
        ("[[correction]]\ndo = 'split'\nrecords = ['e-1']\nby = 'Я'\non = 2025-12-20\nwhy = 'x'", "name mentions"),
        ("a = ", "not TOML"),
        ("a = 1\na = 2", "not TOML"),
        ("\x00", "not TOML"),
        ("a = " + "[" * 100_000, "nested too deep"),
        ("a = " + "{a=" * 100_000, "nested too deep"),
        ("a." * 500_000 + "a = 1", "a key without end in line 1"),
        ("[" + '"a" . ' * 500_000 + "a]", "a key without end in line 1"),
        ("a = " + "9" * 10_000, "not TOML"),
        (ENTRY.replace('"А Б"', "0x" + "f" * 10_000).replace("speaker", "note"), "«note» is wrong"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(text, said):
    with pytest.raises(BadInput) as caught:
        parse(text.encode(), "corrections.toml")
    told = str(caught.value)
    assert told.startswith("corrections.toml")
    assert said in told
    assert "\n" not in told
    assert len(told) < 1000


def test_numbers_no_table_can_hold_are_refused():
    event = ENTRY.replace("q-1", "e-1").replace('speaker = "А Б"', "count = 99999999999999999999")
    with pytest.raises(BadInput, match="«count» is wrong"):
        parse(event.encode(), "c")


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(BadInput, match=r"not UTF-8 \(line 2\); convert it"):
        parse("\nяк".encode("cp1251"), "c")


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda s: (ENTRY + s).encode("utf-8", "ignore"))))
def test_no_bytes_of_a_stranger_crash_it(data):
    told = ""
    try:
        parse(data, "c")
    except BadInput as error:
        told = str(error)
    assert "\n" not in told


def test_what_acts_instead_of_being_seen_is_taken_out():
    [entry] = parse(changed('"так"', '"та\\u202eк\\u001b[2J\\nі так"').encode(), "c")
    assert entry.why == "та к [2J і так"


def test_entries_are_appended_and_what_stands_there_stays(tmp_path):
    path = tmp_path / "corrections.toml"
    path.write_text("# рукою\n" + ENTRY.rstrip("\n") + "  # чому саме так", "utf-8")
    entry = Correction(do="reject", record="e-1", by='"Я" \\ [x]', on="2025-12-21", why="''' \" #")
    [written] = corrections.append(path, [entry])
    text = path.read_text("utf-8")
    assert text.startswith("# рукою\n" + ENTRY.rstrip("\n") + "  # чому саме так\n")
    assert written.number == 2
    assert corrections.read(path)[1] == entry.numbered(2)


def test_nothing_is_appended_to_a_file_that_cannot_be_read(tmp_path):
    path = tmp_path / "corrections.toml"
    path.write_text("[[correction]]\n", "utf-8")
    entry = Correction(do="reject", record="e-1", by="Я", on="2025-12-21", why="x")
    with pytest.raises(BadInput):
        corrections.append(path, [entry])
    assert path.read_text("utf-8") == "[[correction]]\n"
    assert list(tmp_path.iterdir()) == [path]


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_whatever_is_written_is_read_again(tmp_path_factory, sentence, value):
    sentence = sentence.encode("utf-8", "ignore").decode() or "x"
    entry = Correction(
        do="edit",
        record="q-1",
        set={"speaker": value.encode("utf-8", "ignore").decode()},
        by="Я",
        on="2025-12-21",
        why="x",
        anchor=[{"article": "a", "sentence": sentence, "start": 0, "exact": sentence}],
    )
    path = tmp_path_factory.mktemp("any") / "corrections.toml"
    corrections.append(path, [entry])
    assert corrections.read(path) == [entry.numbered(1)]
