"""The queue for review: what deserves a human eye, as a page that works offline and as tasks for Label Studio."""

from dodomu.corrections.review.answers import corrections_of, read_answers
from dodomu.corrections.review.label_studio import interface, tasks_json
from dodomu.corrections.review.page import page
from dodomu.corrections.review.queue import queue

__all__ = ["corrections_of", "interface", "page", "queue", "read_answers", "tasks_json"]
