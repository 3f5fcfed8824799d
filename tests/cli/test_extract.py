"""`dodomu extract`: a line of JSON an article, in the order of the articles."""

import json
import os
import subprocess
import sys

import pytest

TEXTS = {"b.txt": "Додому повернули 31 людину.", "a.txt": "«Дякую», – сказав Зеленський.", "c.txt": "Так."}


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def sources(out):
    return [json.loads(line)["article"]["source"] for line in out.splitlines()]


def test_the_seed_gives_a_line_with_offsets_into_its_text(dodomu, seed):
    told = dodomu("extract", seed)
    assert (told.status, told.err) == (0, "")
    [found] = [json.loads(line) for line in told.out.splitlines()]
    text = seed.read_bytes().decode("utf-8")
    assert found["article"]["published"] == "2025-12-13?"
    assert found["quotes"]
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in found["quotes"])
    assert found["events"]
    assert all(text[event["trigger_start"] : event["trigger_end"]] == event["trigger"] for event in found["events"])


def test_articles_come_in_the_order_given(dodomu, articles):
    assert sources(dodomu("extract", articles / "c.txt", articles).out) == ["c.txt", "a.txt", "b.txt", "c.txt"]


def test_several_processes_give_the_same_lines(dodomu, tmp_path):
    lines = [{"text": f"«Дякую {n}», – сказав Зеленський. Додому повернули {n} людей."} for n in range(12)]
    lines[5] = {"id": "no text"}
    (tmp_path / "press.jsonl").write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    alone, together = (dodomu("extract", tmp_path / "press.jsonl", "--jobs", jobs) for jobs in (1, 2))
    assert alone == together
    assert alone.status == 1
    assert len(alone.out.splitlines()) == 11


def test_a_bad_file_is_named_and_passed_over(dodomu, articles):
    (articles / "ab.txt").write_bytes("Додому повернули".encode("cp1251"))
    told = dodomu("extract", articles)
    assert told.status == 1
    assert sources(told.out) == ["a.txt", "b.txt", "c.txt"]
    assert told.lines == ["dodomu: ab.txt: not UTF-8 but, it seems, CP1251; convert it: iconv -f CP1251 -t UTF-8"]


def test_a_bad_file_alone_ends_with_status_1(dodomu, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    told = dodomu("extract", tmp_path / "a.txt")
    assert (told.status, told.out, len(told.lines)) == (1, "", 1)


def test_nothing_to_extract_from_is_status_2(dodomu, tmp_path):
    told = dodomu("extract", tmp_path / "gone.txt", tmp_path)
    assert (told.status, told.out) == (2, "")
    assert "gone.txt: no such file or folder" in told.lines[0]
    assert "a folder without articles" in told.lines[1]


def test_output_goes_to_a_file_whole(dodomu, articles, tmp_path):
    told = dodomu("extract", articles, "-o", tmp_path / "found.jsonl")
    assert (told.status, told.out, told.err) == (0, "", "")
    assert sources((tmp_path / "found.jsonl").read_text("utf-8")) == ["a.txt", "b.txt", "c.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "found.jsonl"]


@pytest.mark.parametrize("place", ["gone/found.jsonl", "articles", "articles/a.txt/found.jsonl"])
def test_output_that_cannot_be_written_is_refused_in_one_line(dodomu, articles, tmp_path, place):
    told = dodomu("extract", articles, "-o", tmp_path / place)
    assert (told.status, told.out, len(told.lines)) == (2, "", 1)
    assert str(tmp_path / place) in told.err


def run(*arguments, **kwargs):
    return subprocess.run([sys.executable, "-m", "dodomu", *arguments], capture_output=True, timeout=120, **kwargs)


def test_output_is_utf8_whatever_the_locale(seed):
    told = run("extract", seed, env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert told.returncode == 0
    assert "помилував" in told.stdout.decode("utf-8")


def test_a_reader_that_has_had_enough_is_no_error(seed):
    program = f"{sys.executable} -m dodomu extract {seed} {seed} {seed} | head -c 10"
    told = subprocess.run(["bash", "-c", program], capture_output=True, timeout=120)
    assert told.stdout == b'{"article"'
    assert told.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("on_terminal", [True, False])
def test_a_progress_bar_shows_on_a_terminal_only_and_never_on_stdout(seed, on_terminal):
    ours, theirs = os.openpty()
    stderr = theirs if on_terminal else subprocess.PIPE
    command = [sys.executable, "-m", "dodomu", "extract", str(seed)]
    told = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=stderr, timeout=120, env=os.environ | {"TERM": "xterm"}
    )
    os.close(theirs)
    shown = _all_of(ours) if on_terminal else told.stderr
    assert (b"reading" in shown) is on_terminal
    assert len([json.loads(line) for line in told.stdout.splitlines()]) == 1


def _all_of(terminal):
    shown = b""
    try:
        while piece := os.read(terminal, 65536):
            shown += piece
    except OSError:  # so a terminal ends on Linux
        pass
    finally:
        os.close(terminal)
    return shown
