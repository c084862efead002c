"""What can go wrong before there is a result: each error says what was found and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.sources.places import Place


class McredLintError(Exception):
    """The base of all errors that are told to the person at the keyboard, without a traceback."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(McredLintError):
    """The command line or the configuration asks for something that cannot be done."""


class NoSubmission(McredLintError):
    """Nothing to check was found where the command was pointed at."""


@dataclass(frozen=True, slots=True)
class RubricProblem:
    """One thing in a rubric file, or in a file of waivers, that is not as it has to be.

    allowed: what could stand there, where that is a short list. hint: what to do. example: a valid piece of such a file.
    """

    message: str
    allowed: tuple[str, ...] = ()
    hint: str = ""
    example: str = ""
    place: Place | None = None

    def __str__(self) -> str:
        where = f"{self.place.start()}: " if self.place else ""
        return " ".join(part for part in (f"{where}{self.message}", self.hint) if part)


class RubricErrors(McredLintError):
    """A rubric file that cannot be used; `problems` is everything that is wrong with it, in the order of the file.

    warnings: what its author should look at beside them.
    """

    what = "rubric"
    """What the file is called in messages."""

    def __init__(
        self, path: str, problems: tuple[RubricProblem, ...], warnings: tuple[RubricProblem, ...] = ()
    ) -> None:
        many = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__(f"The {self.what} {path} has {many}.", "Put them right and run the command again.")
        self.path = path
        self.problems = problems
        self.warnings = warnings


class CasesErrors(RubricErrors):
    """The same of a file with the cases of a rubric."""

    what = "file"


class WaiversErrors(RubricErrors):
    """The same of a file of waivers."""

    what = "file of waivers"
