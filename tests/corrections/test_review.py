"""`dodomu review`: export, answer in a browser or in Label Studio, import; the next build differs by exactly that."""

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

HOSTILE = "</script><script>document.title='ran'</script><img src=x onerror=alert(1)>\u202e\"'`{{7*7}}"


@pytest.fixture
def built(desk):
    """The first build."""
    return desk.build()


@pytest.fixture
def export(desk):
    """Give a function that writes the queue to a file."""

    def write(name="review.html", *options):
        path = desk.folder / name
        ran = desk.run("review", "--data", desk.path, "--seeds", desk.seeds, "-o", path, *options)
        assert ran.status == 0, ran.err
        return path

    return write


def page_file(*answers):
    """Write answers as the page saves them."""
    return json.dumps({"format": "dodomu-review", "version": 1, "answers": answers})


@pytest.fixture
def bring_in(desk):
    """Give a function that imports answers."""

    def run(path, *options, by="О. Коваль"):
        known = ["--data", desk.path, "--seeds", desk.seeds, "--by", by, "--on", "2025-12-20"]
        return desk.run("review", "--import", path, *known, *options)

    return run


def card(page, ds, **cells):
    """Find the card of a quote or of an event."""
    table = ds.quotes if "speaker" in cells else ds.mentions
    return page.locator(f'[data-record="{table.filter(**cells).row(0)[0]}"]')


def saved(page, path):
    with page.expect_download() as download:
        page.locator("#save").click()
    download.value.save_as(path)
    return json.loads(path.read_text("utf-8"))


def test_answers_given_in_a_browser_are_exactly_what_changes(desk, built, export, bring_in, visit, changes):
    page = visit(export("r.html", "--lang", "en").read_bytes())
    assert (page.said, page.asked) == ([], [])
    card(page, built, speaker="Семен Бойчук").get_by_role("button", name="Right").click()
    card(page, built, type="negotiation").focus()
    page.keyboard.press("2")
    quote = card(page, built, speaker="Володимир Зеленський")
    quote.focus()
    page.keyboard.press("3")
    quote.locator('[data-column="occasion"]').fill("вечірнє звернення")
    quote.locator(".why").fill("сказано в першому абзаці")
    page.keyboard.press("Escape")
    assert page.locator("#count").inner_text() == "Answers: 3 of 5"
    with page.expect_download():
        page.keyboard.press("s")
    answers = saved(page, desk.folder / "answers.json")
    assert [one["answer"] for one in answers["answers"]].count("edit") == 1
    assert (page.said, page.asked) == ([], [])
    ran = bring_in(desk.folder / "answers.json")
    assert ran.status == 0, ran.err
    assert "3 of 3 answers brought in, 4 new entries" in ran.err
    after = desk.build()
    assert desk.said == []
    found = {key for key in changes(built, after) if key[0] in ("quotes", "events", "mentions")}
    [right] = built.quotes.filter(speaker="Семен Бойчук")["quote_id"]
    [edited] = built.quotes.filter(speaker="Володимир Зеленський")["quote_id"]
    [talks] = built.events.filter(type="negotiation")["event_id"]
    assert found == {
        ("quotes", right, "review"),
        ("quotes", right, "curated"),
        ("quotes", edited, "occasion"),
        ("quotes", edited, "review"),
        ("quotes", edited, "curated"),
        ("events", "removed", talks),
        ("mentions", "removed", talks.replace("e-", "m-")),
    }
    row = after.quotes.filter(quote_id=edited).row(0, named=True)
    assert (row["occasion"], row["review"]) == ("вечірнє звернення", "read")
    assert row["curated"][0] == "occasion: сказано в першому абзаці (О. Коваль, 2025-12-20)"


def test_an_event_of_one_mention_is_read_together_with_it(desk, built, export, bring_in, visit):
    page = visit(export().read_bytes())
    one = card(page, built, count=12)
    one.focus()
    page.keyboard.press("3")
    one.locator('[data-column="count"]').fill("13")
    saved(page, desk.folder / "answers.json")
    assert bring_in(desk.folder / "answers.json").status == 0
    after = desk.build()
    assert desk.said == []
    assert after.mentions.filter(count=13)["review"].to_list() == ["read"]
    assert after.events.filter(count=13)["review"].to_list() == ["read"]


def test_the_keyboard_alone_does_it_and_the_answers_outlast_a_reload(built, export, visit):
    page = visit(export().read_bytes())
    for key in ("j", "1", "j", "2", "j", "1", "0", "k", "k"):
        page.keyboard.press(key)
    focused = page.evaluate("document.activeElement.id")
    assert focused == "t1"
    assert page.locator('[data-given="right"]').count() == 1
    page.reload()
    assert page.locator("#count").inner_text() == "Відповіді: 2 з 5"
    assert page.locator('[data-given="wrong"]').get_attribute("id") == "t2"


def test_it_works_where_nothing_may_be_kept(desk, built, export, visit):
    page = visit(export("r.html", "--lang", "en").read_bytes())
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})")
    page.reload()
    assert "keeps no answers" in page.locator("#told").inner_text()
    page.keyboard.press("j")
    page.keyboard.press("1")
    assert len(saved(page, desk.folder / "answers.json")["answers"]) == 1
    assert page.said == []


@pytest.mark.parametrize("lang", ["uk", "en"])
def test_the_page_fits_a_phone(built, export, visit, lang):
    page = visit(export("r.html", "--lang", lang).read_bytes(), viewport={"width": 360, "height": 800})
    page.keyboard.press("j")
    page.keyboard.press("3")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_answers_brought_in_twice_count_once(desk, built, export, bring_in):
    [key] = built.quotes.filter(speaker="Семен Бойчук")["quote_id"]
    path = desk.folder / "answers.json"
    path.write_text(
        json.dumps({"format": "dodomu-review", "version": 1, "answers": [{"record": key, "answer": "right"}]})
    )
    assert "1 new entries" in bring_in(path).err
    assert "0 new entries" in bring_in(path).err
    assert "1 new entries" in bring_in(path, by="П. Гай").err
    assert desk.build().quotes.filter(quote_id=key)["review"].to_list() == ["read_twice"]


def test_answers_to_rows_that_read_otherwise_by_now_are_passed_over(desk, built, bring_in):
    [key] = built.quotes.filter(speaker="Семен Бойчук")["quote_id"]
    path = desk.folder / "answers.json"
    given = [
        {"record": key, "answer": "right", "seen": "000000000000"},
        {"record": "q-gone", "answer": "right"},
        {"record": key, "answer": "edit", "set": {"speker": "Я"}},
        {"record": key, "answer": "edit", "set": {}},
    ]
    path.write_text(page_file(*given))
    ran = bring_in(path)
    assert ran.status == 1
    assert "reads otherwise since the page was made" in ran.lines[0]
    assert "no record «q-gone»" in ran.lines[1]
    assert "did you mean «speaker»?" in ran.lines[2]
    assert "no cell differs" in ran.lines[3]
    assert "0 of 4 answers brought in" in ran.lines[4]
    assert not desk.file.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("{}", "neither answers of the page nor an export of Label Studio"),
        ('{"format": "dodomu-review", "version": 2, "answers": []}', "is of another version than 1"),
        ('{"format": "dodomu-review", "version": 1, "answers": [1]}', "answer 1: has no «record»"),
        (
            '{"format": "dodomu-review", "version": 1, "answers": [{"record": "q-1", "answer": "x"}]}',
            "is none of: right",
        ),
        ("[1]", "task 1: has no data.record"),
        ('[{"data": {"record": "q-1"}, "annotations": 1}]', "its annotations are no list"),
    ],
)
def test_a_file_that_holds_no_answers_is_refused_in_one_line(desk, built, bring_in, text, said):
    path = desk.folder / "answers.json"
    path.write_text(text)
    ran = bring_in(path)
    assert (ran.status, len(ran.lines)) == (2, 1)
    assert said in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "say what to write with -o FILE"),
        (["-o", "x.pdf"], "name a file that ends in .html"),
        (["--import", "x.json"], "say who answered: --by NAME"),
        (["--import", "gone.json", "--by", "Я"], "gone.json: cannot be read"),
        (["-o", "x.html", "--data", "gone"], "gone: no such folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(desk, built, arguments, said, monkeypatch):
    monkeypatch.chdir(desk.folder)
    data = [] if "--data" in arguments else ["--data", desk.path]
    ran = desk.run("review", "--seeds", desk.seeds, *data, *arguments)
    assert (ran.status, len(ran.lines)) == (2, 1)
    assert said in ran.err


def answered(task, answer, **cells):
    """Annotate a task as Label Studio exports it."""
    choice = {"from_name": "answer", "to_name": "text", "type": "choices", "value": {"choices": [answer]}}
    areas = [
        {"from_name": f"cell_{name}", "to_name": "text", "type": "textarea", "value": {"text": [value]}}
        for name, value in cells.items()
    ]
    kept = [
        region for region in task["predictions"][0]["result"] if region["from_name"].removeprefix("cell_") not in cells
    ]
    return task | {
        "id": 1,
        "annotations": [{"completed_by": 1, "was_cancelled": False, "result": [choice, *areas, *kept]}],
    }


def test_answers_given_in_label_studio_come_in_too(desk, built, export, bring_in):
    path = export("tasks.json")
    tasks = {task["data"]["record"]: task for task in json.loads(path.read_text("utf-8"))}
    [right] = built.quotes.filter(speaker="Семен Бойчук")["quote_id"]
    [edited] = built.quotes.filter(speaker="Володимир Зеленський")["quote_id"]
    [talks] = built.mentions.filter(type="negotiation")["mention_id"]
    given = [answered(tasks[right], "right"), answered(tasks[edited], "edit", occasion="брифінг")]
    given += [answered(tasks[talks], "wrong"), tasks[built.mentions["mention_id"][0]] | {"annotations": []}]
    path.write_text(json.dumps(given))
    ran = bring_in(path)
    assert ran.status == 0, ran.err
    after = desk.build()
    assert desk.said == []
    assert after.quotes.filter(quote_id=right)["review"].to_list() == ["read"]
    assert after.quotes.filter(quote_id=edited).select("occasion", "speaker").rows() == [
        ("брифінг", "Володимир Зеленський")
    ]
    assert "negotiation" not in after.events["type"]


def test_a_predicted_span_is_where_a_browser_counts_it(desk, export):
    desk.write("🕊🕊 «Усі вдома», – сказав президент Володимир Зеленський.")
    desk.build()
    for task in json.loads(export("tasks.json").read_text("utf-8")):
        units = task["data"]["text"].encode("utf-16-le")
        [span] = [one["value"] for one in task["predictions"][0]["result"] if one["from_name"] == "span"]
        assert units[2 * span["start"] : 2 * span["end"]].decode("utf-16-le") == span["text"]


CHECK = """
import json, sys
from label_studio_sdk.label_interface import LabelInterface
tasks, config = json.load(open(sys.argv[1])), open(sys.argv[2]).read()
interface = LabelInterface(config)
interface.validate()
for task in tasks:
    assert interface.validate_task({"data": task["data"]})
    for one in (*task["predictions"], *task.get("annotations", ())):
        assert interface.validate_annotation(one), one
    assert interface.validate_prediction(task["predictions"][0])
"""


@pytest.mark.skipif(not find_spec("label_studio_sdk"), reason="needs: pip install label-studio-sdk")
@pytest.mark.parametrize("lang", ["uk", "en"])
def test_label_studio_takes_the_tasks(built, export, lang):
    path = export("tasks.json", "--lang", lang)
    tasks = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps([answered(tasks[0], "right"), *tasks[1:]]))
    subprocess.run([sys.executable, "-W", "ignore", "-c", CHECK, path, path.with_suffix(".xml")], check=True)


def test_every_region_is_of_a_control_of_the_interface(built, export):
    from xml.etree import ElementTree

    path = export("tasks.json")
    view = ElementTree.parse(path.with_suffix(".xml")).getroot()
    controls = {tag.get("name"): tag for tag in view.iter() if tag.get("toName") == "text"}
    for task in json.loads(path.read_text("utf-8")):
        for region in task["predictions"][0]["result"]:
            control = controls[region["from_name"]]
            assert control.tag.lower() == region["type"]
            allowed = {tag.get("value") for tag in control}
            for kind in ("choices", "labels"):
                assert set(region["value"].get(kind, ())) <= allowed
        for tag in view.iter("Text"):
            assert tag.get("value").removeprefix("$") in task["data"]


def test_no_text_of_a_stranger_runs(desk, export, bring_in, visit):
    desk.write(
        f"{HOSTILE}\n«Їх {HOSTILE} зустріли», – повідомив речник {HOSTILE} Семен Бойчук. "
        f"12 грудня 2025 року з полону повернули 5 військових {HOSTILE}."
    )
    (desk.seeds / "a.toml").write_text(f"publisher = '''{HOSTILE}'''\nurl = 'javascript:alert(1)'\n", "utf-8")
    desk.build()
    page = visit(export("r.html", "--lang", "en").read_bytes())
    for _ in range(page.locator(".task").count()):
        page.keyboard.press("j")
        page.keyboard.press("3")
        page.locator(".task:focus-within .why").fill(HOSTILE)
        page.keyboard.press("Escape")
    for cell in page.locator("input.cell, textarea.cell").all():
        cell.fill(f"{cell.input_value()} {HOSTILE}")
    answers = saved(page, desk.folder / "answers.json")
    assert answers["answers"]
    page.reload()
    assert page.title() == "Dodomu: review of what was read"
    assert page.said == []
    assert set(page.asked) == {page.url}, "but for the reload it asks for nothing"
    assert page.locator("main script, img").count() == 0
    assert page.evaluate("document.links.length") == 0
    assert bring_in(desk.folder / "answers.json").status in (0, 1)
    desk.build()
    report = visit((desk.path / "report.en.html").read_bytes())
    assert (report.said, report.asked) == ([], [])
