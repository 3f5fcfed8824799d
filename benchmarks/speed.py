"""How fast articles are read, beside a plain tokenizer and lemmatizer: words per second of both, on one core.

    python benchmarks/speed.py [PATH…]      .txt, .jsonl or folders; without one, the annotated articles of tests/

The floor is ``spacy.blank("uk")`` with its sentencizer and its pymorphy3 lemmatizer, which splits and lemmatizes and
reads nothing: ``pip install spacy pymorphy3``. The two take turns on the same articles, `ROUNDS` times; the median of
each counts, and what is printed is the ratio. Word lists are loaded before the clock starts, for both.
"""

import re
import statistics
import sys
import time
from pathlib import Path

from dodomu import sources
from dodomu.errors import BadInput
from dodomu.extract import extract

ROUNDS = 3
HERE = Path(__file__).resolve().parent.parent
DEFAULT = [HERE / "tests" / "gold", HERE / "tests" / "articles"]


def main() -> None:
    """Print words per second of both and their ratio."""
    paths = sys.argv[1:] or [str(path) for path in DEFAULT if path.exists()]
    articles = [article for article in sources.read(paths) if not isinstance(article, BadInput)]
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


def _floor():
    import spacy

    nlp = spacy.blank("uk")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("lemmatizer", config={"mode": "pymorphy3"})
    nlp.initialize()
    return nlp


def _timed(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
