"""The report: one page with the timeline, the articles and the tables, that works offline and without scripts."""

from dodomu.report.page import report

__all__ = ["report"]
