"""The bar that covers what a release must not say."""

MASK = "█"
"""Stands for one sign, so that a text stays as long as it was and offsets still count."""
