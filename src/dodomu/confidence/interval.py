"""A share of right answers, with the interval that says how far to trust it."""

import math
from typing import NamedTuple

_Z = 1.959963984540054
"""Between plus and minus so many standard deviations lie 95 % of a normal distribution."""


class Share(NamedTuple):
    """How many answers were right and how many wrong.

    The interval is Wilson's score interval, 95 %: E. B. Wilson, "Probable inference, the law of succession, and
    statistical inference", Journal of the American Statistical Association 22 (1927), 209-212; recommended for few
    trials by Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001).

    Examples
    --------
    >>> share = Share(9, 1)
    >>> share.value, round(share.low, 3), round(share.high, 3)
    (0.9, 0.596, 0.982)
    >>> Share(0, 0).value, Share(0, 0).low, Share(0, 0).high
    (None, 0.0, 1.0)
    """

    right: int
    wrong: int

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.wrong + other.wrong)

    @property
    def of(self) -> int:
        """How many answers there are."""
        return self.right + self.wrong

    @property
    def value(self) -> float | None:
        """The share of the right ones; None where there is no answer."""
        return self.right / self.of if self.of else None

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return max(0.0, self._centre - self._half)

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return min(1.0, self._centre + self._half)

    @property
    def _centre(self) -> float:
        return (self.right + _Z**2 / 2) / (self.of + _Z**2)

    @property
    def _half(self) -> float:
        spread = self.right * self.wrong / self.of if self.of else 0.0
        return _Z * math.sqrt(spread + _Z**2 / 4) / (self.of + _Z**2)
