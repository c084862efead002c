"""The configuration: `mcred-lint.toml`, or `[tool.mcred-lint]` in `pyproject.toml`, found upwards from the working directory.

Nothing inside a submission is ever read as configuration: a submission does not choose its judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mcred_lint.cli.suggestions import did_you_mean
from mcred_lint.errors import UsageError

OWN_FILE = "mcred-lint.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = "mcred-lint"


@dataclass(frozen=True)
class Configuration:
    """What the configuration says; None where it says nothing.

    file: where it was found. rubrics: ids of rubrics of one's own, each with its file. Files are relative to the
    configuration's folder.
    There is no key for --exit-zero: a check that cannot fail is asked for where it is run.
    """

    file: Path | None = None
    rubric: str | None = None
    rubrics: Mapping[str, Path] = field(default_factory=dict)
    waivers: Path | None = None
    fail_under: str | None = None
    reference_date: str | None = None
    format: tuple[str, ...] = ()
    quiet: bool | None = None
    show_reading: bool | None = None
    color: str | None = None


def find_configuration(start: Path, submissions: Sequence[Path]) -> Configuration:
    """The configuration nearest to `start`, upwards; the first file that has one ends the search. Raises UsageError."""
    for folder in (start, *start.parents):
        if any(_inside(folder, submission) for submission in submissions):
            continue
        for name, read in ((OWN_FILE, _whole), (SHARED_FILE, _tool_table)):
            table = _table(folder / name, read)
            if table is not None:
                return _configuration(folder / name, table)
    return Configuration()


def _inside(folder: Path, submission: Path) -> bool:
    """Whether a folder belongs to a submission. A submission that is a single file owns nothing beside it."""
    return submission.is_dir() and folder.resolve().is_relative_to(submission.resolve())


def _whole(data: dict[str, Any]) -> Any:
    return data


def _tool_table(data: dict[str, Any]) -> Any:
    tools = data.get("tool")
    return tools.get(_TABLE) if isinstance(tools, dict) else None


def _table(file: Path, read: Callable[[dict[str, Any]], Any]) -> dict[str, Any] | None:
    if not file.is_file():
        return None
    import tomllib

    try:
        table = read(tomllib.loads(file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if file.name == SHARED_FILE and not isinstance(error, OSError):
            # Somebody else's file as well: that it is broken is told by those whose whole configuration it is.
            return None
        raise UsageError(
            f"The configuration {file} cannot be read: {error}.", "Put it right, or take it away."
        ) from None
    if table is not None and not isinstance(table, dict):
        raise UsageError(
            f"{file}: [tool.{_TABLE}] has to be a table.",
            'For example: [tool.mcred-lint], then rubric = "nea-advocacy".',
        )
    return table


# ---- the keys --------------------------------------------------------------------------------------------------------

_Reader = Callable[[Path, str, Any], Any]


def _text(file: Path, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(file, key, value, "a text in quotes")
    return value


def _date(file: Path, key: str, value: Any) -> str:
    # TOML has dates of its own, without quotes.
    return value.isoformat() if hasattr(value, "isoformat") else _text(file, key, value)


def _truth(file: Path, key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _wrong(file, key, value, "true or false")
    return value


def _texts(file: Path, key: str, value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(_text(file, key, each) for each in values)


def _files(file: Path, key: str, value: Any) -> dict[str, Path]:
    if not isinstance(value, dict):
        raise _wrong(file, key, value, 'a table of ids and files, such as {our-credential = "rubrics/ours.yaml"}')
    return {rubric: _path(file, f"{key}.{rubric}", path) for rubric, path in value.items()}


def _path(file: Path, key: str, value: Any) -> Path:
    return file.parent / _text(file, key, value)


_READERS: Mapping[str, _Reader] = {
    "rubric": _text,
    "rubrics": _files,
    "waivers": _path,
    "fail-under": _text,
    "reference-date": _date,
    "format": _texts,
    "quiet": _truth,
    "show-reading": _truth,
    "color": _text,
}


def _configuration(file: Path, table: Mapping[str, Any]) -> Configuration:
    _refuse_unknown(file, table)
    values = {key.replace("-", "_"): _READERS[key](file, key, value) for key, value in table.items()}
    return Configuration(file=file, **values)


def _refuse_unknown(file: Path, keys: Iterable[str]) -> None:
    for key in keys:
        if key not in _READERS:
            raise UsageError(f'{file}: there is no setting "{key}".', did_you_mean(key, _READERS))


def _wrong(file: Path, key: str, value: Any, needed: str) -> UsageError:
    return UsageError(f'{file}: "{key}" is {value!r}; it has to be {needed}.')
