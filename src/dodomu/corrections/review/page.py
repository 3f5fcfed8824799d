"""The queue as one page that works offline: no text of an article can run in it, and it fetches nothing."""

import base64
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from dodomu.corrections.cells import NEVER_EMPTY, SPAN
from dodomu.corrections.review.columns import choices, label, named, written
from dodomu.corrections.review.queue import Task
from dodomu.errors import MissingExtra
from dodomu.models import TABLES

LANGUAGES = ("uk", "en")


def page(
    tasks: Sequence[Task],
    *,
    content_hash: str,
    lang: str = "uk",
    progress: Sequence[tuple[str, int, int]] = (),
    reasons: Mapping[str, str] | None = None,
) -> str:
    """Write the page for review.

    Parameters
    ----------
    tasks
        What is to be judged, in this order.
    content_hash
        Of the dataset: answers are kept in the browser by it.
    lang
        ``uk`` or ``en``.
    progress
        How far the reading has come: a table, how many of its rows were read, how many it has.
    reasons
        How to say the reasons of empty cells in this language; one that is missing stands as it is.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
        from markupsafe import Markup
    except ImportError as error:
        raise MissingExtra("writing a page for review", "export") from error
    environment = Environment(
        loader=PackageLoader(__package__, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _file("page.css"), _file("page.js")
    return environment.get_template("page.html").render(
        lang=lang,
        say=words(lang),
        hash=content_hash,
        progress=progress,
        tasks=[_shown(task, lang, reasons or {}) for task in tasks],
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; script-src {_allowed(script)}; style-src {_allowed(style)}; "
        "base-uri 'none'; form-action 'none'",
    )


def _shown(task: Task, lang: str, reasons: Mapping[str, str]) -> dict[str, Any]:
    say = words(lang)["reason"]
    return {
        "record": task.record,
        "table": task.table,
        "seen": task.seen,
        "source": task.source,
        "sure": "" if task.confidence is None else f"{task.confidence:.2f}",
        "passages": task.passages,
        "reasons": [{"said": say[one.name], "detail": named(task.table, one, lang)} for one in task.reasons],
        "cells": [_cell(task, column, value, lang, reasons) for column, value in task.cells.items()],
    }


def _cell(task: Task, column: str, value: Any, lang: str, reasons: Mapping[str, str]) -> dict[str, Any]:
    known = choices(task.table, column, lang)
    typed = written(value)
    reason = task.gaps.get(column, "")
    return {
        "column": column,
        "label": label(task.table, column, lang),
        "value": typed,
        "shown": next((f"{one} – {meaning}" for one, meaning in known if one == typed), typed),
        "reason": reasons.get(reason, reason),
        "choices": known,
        "never_empty": column in NEVER_EMPTY,
        "long": column == SPAN.get(task.table) and task.table == "quotes",
        "list": TABLES[task.table].model.model_fields[column].default_factory is list,
    }


@cache
def words(lang: str) -> dict[str, Any]:
    """Load what the page says in one language."""
    return tomllib.loads(_file(f"labels/{lang}.toml"))


def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _allowed(content: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'"
