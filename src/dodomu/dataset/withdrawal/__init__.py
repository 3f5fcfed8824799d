"""Withdrawal: a record goes from every version that holds it, and does not come back."""

from dodomu.dataset.withdrawal.kept import NAME, Kept, left_out, read, withdrawn_of, without_withdrawn
from dodomu.dataset.withdrawal.withdraw import Withdrawal, withdraw

__all__ = ["NAME", "Kept", "Withdrawal", "left_out", "read", "withdraw", "withdrawn_of", "without_withdrawn"]
