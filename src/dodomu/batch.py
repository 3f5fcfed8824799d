"""Many articles are read, by several processes if asked for, and come out in their order."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context

from dodomu.errors import BadInput
from dodomu.extract import extract
from dodomu.models import Article, Extraction


def extractions(read: Iterable[Article | BadInput], jobs: int = 1) -> Iterator[Extraction | BadInput]:
    """Extract from articles as they come, in their order whatever the number of processes.

    Parameters
    ----------
    read
        What `dodomu.sources.read` gives; what could not be read passes through.
    jobs
        How many processes share the work.
    """
    if jobs == 1:
        for one in read:
            yield one if isinstance(one, BadInput) else extract(one)
        return
    with closing(_in_processes(read, jobs)) as results:
        yield from results


def _in_processes(read: Iterable[Article | BadInput], jobs: int) -> Iterator[Extraction | BadInput]:
    # Started afresh, not forked: a fork inherits the locks of threads that it does not inherit.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    waiting: deque[BadInput | Future] = deque()
    try:
        for one in read:
            waiting.append(one if isinstance(one, BadInput) else pool.submit(extract, one))
            if len(waiting) > 4 * jobs:  # enough to keep all busy, and no more than memory holds
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _result(one: BadInput | Future) -> Extraction | BadInput:
    return one if isinstance(one, BadInput) else one.result()
