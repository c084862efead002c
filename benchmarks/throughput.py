"""Submissions a second in one process, and how much of it is the bare reading of files.

Each round is a process of its own that meets every submission for the first time. Asked again in the same process, much
would still be known from the round before, as it never is where everybody hands in something else.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from mcred_lint.rubric.bundled import load_bundled
from mcred_lint.rubric.language import load_language
from mcred_lint.service import check
from mcred_lint.submission.discover import open_submission

ROOT = Path(__file__).parent.parent
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def main() -> None:
    with ProcessPoolExecutor(max_workers=1, max_tasks_per_child=1) as fresh:
        rounds = list(fresh.map(_round, range(ROUNDS)))
    floor, whole = (_mean_of_fastest(times) for times in zip(*rounds, strict=True))
    print(f"reading alone         {floor * 1000:7.2f} ms a submission, {1 / floor:6.0f} a second")
    print(
        f"reading and checking  {whole * 1000:7.2f} ms a submission, {1 / whole:6.0f} a second, {whole / floor:.1f} x"
    )


def _round(_number: int) -> tuple[list[float], list[float]]:
    """Seconds for reading each submission, and for reading and checking it."""
    language, rubric = load_language(), load_bundled("nea-advocacy").rubric
    folders = _submissions()

    def checked(folder: Path) -> object:
        return check(open_submission(folder, language), rubric, language)

    checked(folders.pop(0))  # what is imported and compiled at first use
    read = [_seconds(partial(open_submission, folder, language)) for folder in folders]
    both = [_seconds(partial(checked, folder)) for folder in folders]
    return read, both


def _submissions() -> list[Path]:
    """Every submission of the examples and the corpus, all of them different."""
    return sorted((ROOT / "examples").glob("*/")) + sorted((ROOT / "tests" / "corpus").glob("*/*/submission"))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _mean_of_fastest(rounds: tuple[list[float], ...]) -> float:
    """The mean over the submissions, of each its fastest round: a busy moment of the machine does not count."""
    fastest = list(map(min, zip(*rounds, strict=True)))
    return statistics.fmean(fastest)


if __name__ == "__main__":
    main()
