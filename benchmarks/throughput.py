"""Submissions a second in one process, and how much of it is the bare reading of files."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from mcred_lint.rubric.bundled import open_bundled
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.loader import load_rubric
from mcred_lint.service import check
from mcred_lint.submission.discover import open_submission

ROOT = Path(__file__).parent.parent
EXAMPLES = ("proficient", "basic", "developing", "one-document", "proficient-yaml")
SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0


def main() -> None:
    language, rubric = load_language(), load_rubric(*open_bundled("nea-advocacy")).rubric
    folders = [ROOT / "examples" / name for name in EXAMPLES]

    def read() -> None:
        for folder in folders:
            open_submission(folder, language)

    def read_and_check() -> None:
        for folder in folders:
            check(open_submission(folder, language), rubric, language)

    floor, whole = _each(read, len(folders)), _each(read_and_check, len(folders))
    print(f"reading alone         {floor * 1000:7.2f} ms a submission, {1 / floor:6.0f} a second")
    print(
        f"reading and checking  {whole * 1000:7.2f} ms a submission, {1 / whole:6.0f} a second, {whole / floor:.1f} x"
    )


def _each(work: Callable[[], None], submissions: int) -> float:
    """Seconds for one submission: the fastest round of those that fit into the time."""
    work()
    fastest, end = float("inf"), time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - start)
    return fastest / submissions


if __name__ == "__main__":
    main()
