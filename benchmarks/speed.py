"""How fast articles are read, beside a plain tokenizer and lemmatizer: words per second of both, on one core.

    python benchmarks/speed.py [PATH…]      .txt, .jsonl or folders; without one, the annotated articles of tests/

The floor is ``spacy.blank("uk")`` with its sentencizer and its pymorphy3 lemmatizer, which splits and lemmatizes and
reads nothing: ``pip install spacy pymorphy3``. The two take turns on the same articles, `ROUNDS` times; the median of
each counts, and what is printed is the ratio, and that of the first round, in which every word form is new. Word lists
are loaded before the clock starts, for both.
"""

import argparse
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dodomu import sources
from dodomu.errors import BadInput
from dodomu.extract import extract
from dodomu.models import Article

ROUNDS = 3
HERE = Path(__file__).resolve().parent.parent
DEFAULT = [HERE / "tests" / "gold", HERE / "tests" / "articles"]


def main() -> int:
    """Print words per second of both and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", metavar="PATH", default=DEFAULT, help=".txt, .jsonl or folders of both")
    articles = _articles(parser.parse_args().paths)
    if not articles:
        print("no article found; name .txt files, .jsonl files or folders of both", file=sys.stderr)
        return 2
    words = sum(len(re.findall(r"\w+", article.text)) for article in articles)
    floor = _floor()
    extract(articles[0])
    list(floor.pipe([articles[0].text]))
    times: dict[str, list[float]] = {"dodomu": [], "spacy": []}
    for _ in range(ROUNDS):
        times["dodomu"].append(_timed(lambda: [extract(article) for article in articles]))
        times["spacy"].append(_timed(lambda: list(floor.pipe(article.text for article in articles))))
    speed = {name: words / statistics.median(held) for name, held in times.items()}
    print(f"{len(articles)} articles, {words} words, median of {ROUNDS} rounds")
    for name, rate in speed.items():
        print(f"{name:8} {rate:10,.0f} words/s")
    print(f"ratio    {speed['dodomu'] / speed['spacy']:10.2f}")
    print(f"first    {times['spacy'][0] / times['dodomu'][0]:10.2f}")
    return 0


def _articles(paths: list[str | Path]) -> list[Article]:
    """The articles at some paths; what cannot be read is named on stderr."""
    found = []
    for read in sources.read(paths):
        if isinstance(read, BadInput):
            print(read, file=sys.stderr)
        else:
            found.append(read)
    return found


def _floor():
    import spacy

    nlp = spacy.blank("uk")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("lemmatizer", config={"mode": "pymorphy3"})
    nlp.initialize()
    return nlp


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
