"""The check of a draft: what of its quotes and figures agrees with a dataset, what differs, what is not known here."""

from dodomu.check.checking import Checker, check
from dodomu.check.finding import VERDICTS, Checked, Finding

__all__ = ["VERDICTS", "Checked", "Checker", "Finding", "check"]
