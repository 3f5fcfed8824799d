"""The ledger of promises: what was promised, ordered, planned or called for, by when, and what became of it."""

from dodomu.dataset.promises.ledger import promises
from dodomu.dataset.promises.outcome import OUTCOMES, Outcome
from dodomu.dataset.promises.promised import KINDS

__all__ = ["KINDS", "OUTCOMES", "Outcome", "promises"]
