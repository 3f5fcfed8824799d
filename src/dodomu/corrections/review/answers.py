"""The answers of a reviewer are read, from the page or from Label Studio, and become corrections."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dodomu.corrections.cells import checked, fingerprint
from dodomu.corrections.entry import TABLE_OF, Correction
from dodomu.corrections.lines import one_line, short
from dodomu.corrections.making import Author
from dodomu.corrections.review.queue import Task
from dodomu.errors import BadInput, DodomuError

FORMAT, VERSION = "dodomu-review", 1
_ANSWERS = ("right", "wrong", "edit")
_LARGEST = 256 * 1024 * 1024


@dataclass(frozen=True)
class Answer:
    """What a reviewer said of one record.

    Attributes
    ----------
    record
        Which one.
    answer
        ``right``, ``wrong``, ``edit``.
    seen
        The hash of the row as it was shown.
    set
        The cells as the reviewer typed them, for an edit.
    why
        What it stands on.
    """

    record: str
    answer: str
    seen: str = ""
    set: Mapping[str, str] = field(default_factory=dict)
    why: str = ""


def read_answers(path: str | Path) -> list[Answer]:
    """Read a file of answers: one that the page saved, or an export of Label Studio as JSON."""
    path = Path(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise BadInput(path, "is too large to be a file of answers; name the right one")
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise BadInput(path, f"cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise BadInput(path, "not UTF-8; save it anew from the page") from None
    except (ValueError, RecursionError):
        raise BadInput(path, "not JSON; save it anew from the page or export it from Label Studio as JSON") from None
    if isinstance(data, dict) and data.get("format") == FORMAT:
        if data.get("version") != VERSION or not isinstance(data.get("answers"), list):
            raise BadInput(path, f"is of another version than {VERSION}; save it anew from the page")
        return [_of_page(one, path, number) for number, one in enumerate(data["answers"], 1)]
    if isinstance(data, list):
        return list(_of_label_studio(data, path))
    raise BadInput(path, "neither answers of the page nor an export of Label Studio as JSON; name the right file")


def corrections_of(
    answers: Iterable[Answer], author: Author, tasks: Mapping[str, Task], known: Sequence[Correction] = ()
) -> tuple[list[Correction], list[str]]:
    """Turn answers into corrections.

    Parameters
    ----------
    answers
        What was said.
    author
        Who said it, on which dataset.
    tasks
        The queue of that dataset, by record: what is judged together.
    known
        Corrections that are there already; nothing is said twice.

    Returns
    -------
    entries
        The corrections.
    passed_over
        Answers that could not be used, a line each.
    """
    there = {_said(entry) for entry in known}
    made: list[Correction] = []
    passed_over: list[str] = []
    for answer in answers:
        try:
            found = list(_entries(answer, author, tasks.get(answer.record)))
        except (DodomuError, ValueError) as error:
            passed_over.append(f"{short(answer.record)}: passed over: {one_line(str(error))}")
            continue
        for entry in found:
            if _said(entry) not in there:
                there.add(_said(entry))
                made.append(entry)
    return made, passed_over


def _entries(answer: Answer, author: Author, task: Task | None) -> Iterator[Correction]:
    row = author.row(answer.record)
    table = TABLE_OF[answer.record[:1]]
    if answer.seen and answer.seen != fingerprint(table, row):
        raise BadInput("the answer", "the row reads otherwise since the page was made; review it anew")
    why = answer.why or None
    also = task.also if task else None
    if answer.answer == "right":
        yield from (author.decide("read", record, why=why) for record in (answer.record, also) if record)
        return
    if answer.answer == "wrong":
        yield author.decide("reject", answer.record, why=why or "found wrong in review")
        return
    values = {name: checked(table, name, value) for name, value in answer.set.items()}
    values = {name: value for name, value in values.items() if value != row[name]}
    if not values:
        raise BadInput("the answer", "is to edit, but no cell differs; answer right or wrong")
    edit = author.edit(answer.record, values, why=why or "corrected in review")
    yield edit
    yield author.read_after(edit)
    if also:
        yield author.read_after(edit, record=also)


def _said(entry: Correction) -> str:
    return entry.model_dump_json(exclude={"on", "anchor"})


def _of_page(data: Any, path: Path, number: int) -> Answer:
    where = f"{path}, answer {number}"
    if not isinstance(data, dict) or not isinstance(data.get("record"), str):
        raise BadInput(where, "has no «record»; save the file anew from the page")
    if data.get("answer") not in _ANSWERS:
        raise BadInput(where, f"«{short(str(data.get('answer')))}» is none of: {', '.join(_ANSWERS)}")
    cells = data.get("set") or {}
    if not isinstance(cells, dict) or not all(isinstance(value, str) for value in cells.values()):
        raise BadInput(where, "«set» holds something else than texts; save the file anew from the page")
    seen, why = (data.get(name) or "" for name in ("seen", "why"))
    return Answer(data["record"], data["answer"], str(seen), cells, one_line(str(why)))


def _of_label_studio(tasks: list[Any], path: Path) -> Iterator[Answer]:
    for number, task in enumerate(tasks, 1):
        where = f"{path}, task {number}"
        data = task.get("data") if isinstance(task, dict) else None
        if not isinstance(data, dict) or not isinstance(data.get("record"), str):
            raise BadInput(where, "has no data.record; export the tasks that dodomu review wrote, as JSON")
        annotations = task.get("annotations", [])
        if not isinstance(annotations, list):
            raise BadInput(where, "its annotations are no list; export it from Label Studio as JSON")
        for annotation in annotations:
            if isinstance(annotation, dict) and not annotation.get("was_cancelled"):
                answer = _of_annotation(annotation, data)
                if answer:
                    yield answer


def _of_annotation(annotation: Mapping[str, Any], data: Mapping[str, Any]) -> Answer | None:
    said: dict[str, str] = {}
    for region in annotation.get("result") or []:
        value = region.get("value") if isinstance(region, dict) else None
        if not isinstance(value, dict):
            continue
        for kind in ("choices", "text"):
            given = value.get(kind)
            if isinstance(given, list) and given and isinstance(given[0], str):
                said[str(region.get("from_name"))] = given[0]
            elif kind == "text" and isinstance(given, str) and "labels" in value:
                said[f"cell_{data.get('span')}"] = given
    answer = said.get("answer")
    if answer not in _ANSWERS:
        return None
    shown = data.get("cells") if isinstance(data.get("cells"), dict) else {}
    cells = {name.removeprefix("cell_"): value for name, value in said.items() if name.startswith("cell_")}
    cells = {name: value for name, value in cells.items() if name in shown and value != shown[name]}
    return Answer(
        data["record"],
        answer,
        str(data.get("seen") or ""),
        cells if answer == "edit" else {},
        one_line(said.get("why", "")),
    )
