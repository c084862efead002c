"""What tests share: where the project is, and how to run the command and compare golden files (see conftest.py)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
UPDATE = "MCRED_LINT_UPDATE_GOLDEN"


@dataclass(frozen=True)
class Ran:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]
Golden = Callable[[Path, str], None]
