"""The command check: a draft in, what is amiss out; as text, as JSON, as a page."""

import io
import json
import sys

import pytest

DRAFT = "13 грудня 2025 року Лукашенко помилував 132 ув'язнених.\n"


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, "utf-8")
    return path


def test_a_draft_is_checked_in_the_terminal(dodomu, built, draft):
    ran = dodomu("check", draft, "--data", built)
    assert (ran.status, ran.err) == (0, "")
    assert "РОЗХОДИТЬСЯ" in ran.out
    assert "помилував 123 ув'язнених" in ran.out
    assert "DIFFERS" in dodomu("check", draft, "--data", built, "--lang", "en").out


def test_strict_ends_with_status_1_if_anything_is_amiss(dodomu, built, draft):
    assert dodomu("check", draft, "--data", built, "--strict").status == 1
    draft.write_text(DRAFT.replace("132", "123"), "utf-8")
    assert dodomu("check", draft, "--data", built, "--strict").status == 0


def test_json_has_every_finding_with_its_place(dodomu, built, draft):
    found = json.loads(dodomu("check", draft, "--data", built, "--json").out)
    [one] = found["findings"]
    assert DRAFT[one["start"] : one["end"]] == one["exact"] == "132"
    assert (one["verdict"], one["field"]) == ("differs", "count")


def test_a_page_is_written_whole(dodomu, built, draft, tmp_path):
    out = tmp_path / "draft.html"
    ran = dodomu("check", draft, "--data", built, "-o", out)
    assert (ran.status, ran.out) == (0, "")
    assert '<mark id="m1" class="differs"' in out.read_text("utf-8")


def test_a_pasted_draft_is_checked_without_data_against_the_newest_version(dodomu, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode()), encoding="utf-8"))
    assert "132" in dodomu("check", "-").out


def test_the_day_of_publication_dates_what_is_told_of_today(dodomu, built, draft):
    draft.write_text("Сьогодні з білоруської неволі в Україну повернули 31 громадянина.", "utf-8")
    assert "ПІДТВЕРДЖЕНО" in dodomu("check", draft, "--data", built, "--published", "2025-11-22").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone.txt"], "gone.txt: no such file"),
        (["-o", "a.docx"], "a.docx: name a file that ends in .html"),
        (["--published", "учора"], "--published: «учора» is not a date"),
        (["--data", "nowhere"], "nowhere: no such folder"),
    ],
)
def test_what_cannot_be_checked_is_refused_in_one_line(dodomu, built, draft, arguments, said):
    given = arguments if arguments[0].endswith(".txt") else [draft, *arguments]
    ran = dodomu("check", *given, *([] if "--data" in arguments else ["--data", built]))
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.lines) == 1
    assert said in ran.err


def test_several_articles_are_no_draft(dodomu, built, tmp_path):
    (tmp_path / "two.jsonl").write_text('{"text": "Один."}\n{"text": "Два."}\n', "utf-8")
    ran = dodomu("check", tmp_path / "two.jsonl", "--data", built)
    assert ran.status == 2
    assert "name one draft" in ran.err
