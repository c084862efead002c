"""Ten times the text should cost about ten times the time to read, whatever the text is."""

from __future__ import annotations

import time
from pathlib import Path

from mcred_lint.rubric.language import load_language
from mcred_lint.submission.readers import read

ROOT = Path(__file__).parents[1]
OUTLINE = (ROOT / "examples/proficient/outline.md").read_text("utf-8")
KIB = 1024
SMALL = 20 * KIB
ROUNDS = 3
TEXTS = {
    "a submission's outline": ("x.md", OUTLINE),
    "open brackets": ("x.md", "["),
    "images in images": ("x.md", "![]("),
    "nested quotes": ("x.md", "> " * 40 + "a\n"),
    "emphasis signs": ("x.md", "*a_ "),
    "table cells": ("x.md", "|a"),
    "one long list": ("x.md", "- a\n"),
    "numbers without a point": ("x.md", "1 a bird\n2 a tree\n"),
    "plain text": ("x.txt", "Session 1: 3:30-4:45 who comes, and why?\n"),
    "YAML entries": ("x.yaml", "- a: 1:30\n  b: [1, 2]\n"),
    "rows of a sheet": ("x.csv", 'a,"b ""c""",=1\n'),
}


def main() -> None:
    language = load_language()

    def seconds(name: str, text: str) -> float:
        data = text.encode()
        best = float("inf")
        for _ in range(ROUNDS):
            start = time.perf_counter()
            read(name, data, language)
            best = min(best, time.perf_counter() - start)
        return best

    print(f"{'':26}{'20 KiB':>12}{'200 KiB':>12}{'ratio':>8}")
    for what, (name, piece) in TEXTS.items():
        small, large = (seconds(name, piece * (size // len(piece))) for size in (SMALL, 10 * SMALL))
        print(f"{what:26}{small * 1000:9.1f} ms{large * 1000:9.1f} ms{large / small:7.1f}x")


if __name__ == "__main__":
    main()
