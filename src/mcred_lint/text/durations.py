"""How long things take, as people write it.

Three questions, because the same characters mean different things: which durations stand in a text (`find_durations`),
what does a field say that is about time (`read_duration`), and which total does prose state (`stated_total`).
Offsets are offsets into the text as given; lengths are minutes. Nothing here raises, whatever the text.
"""

from __future__ import annotations

from mcred_lint.text.duration_fields import read_duration
from mcred_lint.text.duration_spans import Duration, find_durations
from mcred_lint.text.duration_totals import stated_total
from mcred_lint.text.duration_words import DurationWords

__all__ = ["Duration", "DurationWords", "find_durations", "read_duration", "stated_total"]
