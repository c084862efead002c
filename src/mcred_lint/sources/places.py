"""Where something stands: the one description of a place that every room uses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in one file of a submission or in a rubric file.

    Lines and columns count from 1, columns in characters; they are None where the format has no lines
    (Word, slides, PDF, spreadsheets), and then `label` says where to look ("paragraph 12", "slide 3", "page 2").
    `end_column` is the column after the last character.
    """

    file: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    label: str | None = None

    def __str__(self) -> str:
        if self.line is None:
            return f"{self.file} ({self.label})" if self.label else self.file
        return f"{self.file}:{self.line}" if self.column is None else f"{self.file}:{self.line}:{self.column}"

    def start(self) -> Place:
        """The same place without its end: where a message points when only the beginning matters."""
        return Place(self.file, self.line, self.column, label=self.label)
