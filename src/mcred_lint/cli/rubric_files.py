"""Rubric files: read from the disk, and found where another rubric extends them.

What a rubric extends is named by whoever wrote the rubric. Nothing here looks into a submission.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from mcred_lint.cli.configuration import Configuration
from mcred_lint.cli.suggestions import did_you_mean
from mcred_lint.errors import UsageError
from mcred_lint.rubric.bundled import bundled_ids, is_bundled_file, load_bundled, open_bundled
from mcred_lint.rubric.loader import LoadedRubric, load_rubric


@dataclass(frozen=True, slots=True)
class RubricFiles:
    """The rubrics that can be reached: bundled ones, those of the configuration, and files."""

    configuration: Configuration

    def load(self, path: Path) -> LoadedRubric:
        """The rubric in a file. Raises UsageError or RubricErrors."""
        return load_rubric(str(path), _read(path), self.open_extended)

    def load_known(self, rubric_id: str) -> LoadedRubric:
        """A configured or bundled rubric. Raises UsageError or RubricErrors."""
        configured = self.configuration.rubrics.get(rubric_id)
        return load_bundled(rubric_id) if configured is None else self.load(configured)

    def knows(self, rubric_id: str) -> bool:
        return rubric_id in self.configuration.rubrics or rubric_id in bundled_ids()

    def known_ids(self) -> tuple[str, ...]:
        return tuple(sorted({*self.configuration.rubrics, *bundled_ids()}))

    def open_extended(self, name: str, said_in: str) -> tuple[str, bytes]:
        """The rubric that the file `said_in` extends: a known id, else a path from that file. Raises UsageError."""
        if is_bundled_file(said_in):
            return open_bundled(name)
        configured = self.configuration.rubrics.get(name)
        # A rubric that is configured in place of a bundled one may extend the one whose name it has.
        if configured is not None and configured.resolve() != Path(said_in).resolve():
            return str(configured), _read(configured)
        if name in bundled_ids():
            return open_bundled(name)
        path = Path(os.path.normpath(Path(said_in).parent / name))
        if not os.path.isfile(path):
            raise UsageError(
                _nothing_there(name, path),
                f"{did_you_mean(name, self.known_ids())} Or give the path of a file, as seen from this one.",
            )
        return str(path), _read(path)


def looks_like_file(name: str) -> bool:
    return Path(name).suffix in (".yaml", ".yml") or len(Path(name).parts) > 1


def _nothing_there(name: str, path: Path) -> str:
    return f"There is no rubric file {path}." if looks_like_file(name) else f'There is no rubric "{name}".'


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"The rubric file {path} cannot be read: {error.strerror}.", "Check its name and that you may read it."
        ) from None
