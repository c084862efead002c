"""The file of waivers that whoever runs the check names; a submission brings none of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mcred_lint.cli.destinations import belongs_to
from mcred_lint.errors import UsageError


@dataclass(frozen=True, slots=True)
class GivenWaivers:
    """The file as it was read, before anything in it is looked at. path: as reports show it."""

    path: str
    data: bytes


def read_waivers(
    option: Path | None, configured: Path | None, submissions: Iterable[Path], working_directory: Path
) -> GivenWaivers | None:
    """The file of the option, else of the configuration. Raises UsageError for one that cannot or may not be read."""
    path = option or configured
    if path is None:
        return None
    _refuse_inside(path, submissions)
    shown = path if option else Path(os.path.relpath(path, working_directory))
    try:
        return GivenWaivers(shown.as_posix(), path.read_bytes())
    except OSError as error:
        reason = (error.strerror or "it is no ordinary file").lower()
        hint = "Check its name and that you may read it."
        raise UsageError(f"The file of waivers {shown} cannot be read: {reason}.", hint) from None


def _refuse_inside(path: Path, submissions: Iterable[Path]) -> None:
    """Neither the file nor a link to it may lie in a submission, whose author could then change it."""
    for submission in submissions:
        owned = submission.resolve()
        if any(belongs_to(place, owned) for place in (path.resolve(), path.parent.resolve() / path.name)):
            raise UsageError(
                f"The file of waivers {path} lies inside the submission {submission}: a submission never chooses its judge.",
                "Keep it outside of what is handed in.",
            )
