"""Show that the time to read an article grows linearly with its size, whatever the article looks like.

    python benchmarks/linear.py            the whole ladder, some minutes
    python benchmarks/linear.py --quick    a short one

Prints a line for each shape and size. Ends with status 1 where twice the size takes more than thrice the time.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dodomu.extract import extract
from dodomu.models import Article

SEED = (Path(__file__).parents[1] / "seeds" / "000_bcb5b48723ebb1b7.txt").read_text("utf-8")
MEGABYTE = 1_000_000


def repeated(text: str, size: int) -> str:
    """The text again and again, to a number of UTF-8 bytes."""
    return text * (size // len(text.encode()) + 1)


SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    "an article of 20 MB": (lambda size: repeated(SEED + "\n\n", size), 20 * MEGABYTE),
    "one line of 5 MB": (lambda size: repeated(SEED.replace("\n", " ") + " ", size), 5 * MEGABYTE),
    "one sentence of 5 MB": (lambda size: repeated("він повернув пʼятьох, ", size), 5 * MEGABYTE),
    "one word of 5 MB": (lambda size: repeated("полон", size), 5 * MEGABYTE),
    "200,000 opening marks": (lambda size: "«" * size, 200_000),
    "200,000 opening marks with words": (lambda size: "«Так " * size, 200_000),
    "200,000 straight marks": (lambda size: 'а "' * size, 200_000),
    "200,000 names": (lambda size: "Петро Іваненко сказав. " * size, 200_000),
    "200,000 numbers": (lambda size: "повернули 31 " * size, 200_000),
}


def seconds(text: str) -> float:
    """How long one article takes."""
    article = Article(article_id="a", source="a.txt", text=text, published="2025-12-13")
    begin = time.process_time()
    extract(article)
    return time.process_time() - begin


def main() -> int:
    """Measure every shape at a quarter, a half and the whole of its size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a twentieth of every size")
    scale = 20 if parser.parse_args().quick else 1
    seconds(SEED)  # dictionaries are loaded once, and not measured
    slow = 0
    for shape, (make, size) in SHAPES.items():
        steps = [size // scale // part for part in (4, 2, 1)]
        times = [seconds(make(step)) for step in steps]
        growth = times[2] / max(times[1], 0.05)
        slow += growth > 3
        shown = ", ".join(f"{step:,}: {spent:.2f} s" for step, spent in zip(steps, times, strict=True))
        print(f"{shape:34} {shown}   (twice the size: {growth:.1f} times as long)", flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
