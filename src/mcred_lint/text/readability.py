"""The reading level of a text as a school grade; textstat is imported here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence


def grade(lines: Sequence[str]) -> float:
    """The mean of the automated readability index and the Coleman-Liau index.

    Both work without a pronouncing dictionary, so nothing is fetched. A line without a closing mark gets a full stop: otherwise a list
    would read as one endless sentence.
    """
    import textstat  # deferred: it costs more start-up time than all the rest

    text = " ".join(line if line.rstrip().endswith((".", "!", "?", ":")) else line.rstrip() + "." for line in lines)
    scores = (textstat.automated_readability_index(text), textstat.coleman_liau_index(text))
    return float(sum(scores)) / len(scores)
