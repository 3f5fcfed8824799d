"""The queue as tasks for Label Studio, with the labelling interface that they are answered in."""

import json
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

from dodomu import __version__
from dodomu.corrections.cells import SPAN
from dodomu.corrections.review.columns import choices, label, named, written
from dodomu.corrections.review.page import words
from dodomu.corrections.review.queue import CELLS, Task


def tasks_json(tasks: Sequence[Task], lang: str = "uk") -> str:
    """Write tasks for Label Studio, each with what the machine read as a prediction to start from."""
    return json.dumps([_task(task, lang) for task in tasks], ensure_ascii=False, indent=1) + "\n"


def interface(lang: str = "uk") -> str:
    """Write the labelling interface, which is pasted into the project's settings (Labeling Interface, Code).

    Examples
    --------
    >>> interface("en").splitlines()[1].strip()
    '<Header value="$title" />'
    """
    say = words(lang)
    view = ElementTree.Element("View")
    _tag(view, "Header", value="$title")
    _tag(view, "Text", name="reasons", value="$reasons")
    labels = _tag(view, "Labels", name="span", toName="text")
    for table in CELLS:
        _tag(labels, "Label", value=table)
    _tag(view, "Text", name="text", value="$text")
    answer = _tag(view, "Choices", name="answer", toName="text", choice="single-radio", required="true")
    for one in ("right", "wrong", "edit"):
        _tag(answer, "Choice", value=one, hint=say[one])
    edit = _tag(view, "View", visibleWhen="choice-selected", whenTagName="answer", whenChoiceValue="edit")
    for column in dict.fromkeys(column for columns in CELLS.values() for column in columns):
        table = next(table for table in CELLS if column in CELLS[table])
        _tag(edit, "Header", value=f"{label(table, column, lang)} ({column})", size="5")
        known = sorted({value for name in CELLS if column in CELLS[name] for value, _ in choices(name, column, lang)})
        if known:
            cell = _tag(edit, "Choices", name=f"cell_{column}", toName="text", choice="single", layout="select")
            for value in known:
                _tag(cell, "Choice", value=value)
        else:
            _tag(edit, "TextArea", name=f"cell_{column}", toName="text", maxSubmissions="1", editable="true")
    _tag(view, "Header", value=say["why"], size="5")
    _tag(view, "TextArea", name="why", toName="text", maxSubmissions="1", editable="true")
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def _task(task: Task, lang: str) -> dict[str, Any]:
    say = words(lang)
    passage = task.passages[0] if task.passages else None
    text = passage.before + passage.own + passage.after if passage else task.record
    reasons = "; ".join(
        ": ".join(filter(None, (say["reason"][one.name], named(task.table, one, lang)))) for one in task.reasons
    )
    cells = {column: written(value) for column, value in task.cells.items()}
    span = SPAN.get(task.table)
    result = [_cell(task, column, value) for column, value in cells.items() if value and column != span]
    if passage and span:
        start = _units(passage.before)
        value = {"start": start, "end": start + _units(passage.own), "text": passage.own, "labels": [task.table]}
        result.insert(0, {"id": "span", "from_name": "span", "to_name": "text", "type": "labels", "value": value})
    prediction = {"model_version": f"dodomu {__version__}", "result": result}
    if task.confidence is not None:
        prediction["score"] = task.confidence
    return {
        "data": {
            "title": f"{say['table'][task.table]} · {task.source}",
            "text": text,
            "reasons": reasons or "–",
            "record": task.record,
            "seen": task.seen,
            "span": span or "",
            "cells": cells,
        },
        "predictions": [prediction],
    }


def _cell(task: Task, column: str, value: str) -> dict[str, Any]:
    chosen = bool(choices(task.table, column, "en"))
    return {
        "id": f"cell_{column}",
        "from_name": f"cell_{column}",
        "to_name": "text",
        "type": "choices" if chosen else "textarea",
        "value": {"choices": [value]} if chosen else {"text": [value]},
    }


def _units(text: str) -> int:
    """Label Studio counts as browsers do, in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _tag(parent: ElementTree.Element, kind: str, /, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, kind, attributes)
