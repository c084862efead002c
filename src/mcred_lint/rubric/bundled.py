"""The rubrics that come with the tool."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from mcred_lint.errors import UsageError
from mcred_lint.rubric.loader import LoadedRubric, load_rubric
from mcred_lint.sources.text import decode
from mcred_lint.sources.yaml import Mapping, Scalar, parse

CASES = ".cases.yaml"
"""How the name of a file with a rubric's cases ends; it stands beside the rubric."""


def bundled_rubrics() -> tuple[tuple[str, str, str], ...]:
    """(id, title, path) of each, by id."""
    return tuple((_id(file), _title(file), str(file)) for file in _files())


def bundled_ids() -> tuple[str, ...]:
    """The ids alone, without a look into the files."""
    return tuple(map(_id, _files()))


def open_bundled(rubric_id: str) -> tuple[str, bytes]:
    """The path to show and the bytes of a bundled rubric. Raises UsageError for an id that is none of them."""
    for file in _files():
        if _id(file) == rubric_id:
            return str(file), file.read_bytes()
    hint = f"Bundled are: {', '.join(bundled_ids())}. For a file of your own, give its path."
    raise UsageError(f'There is no bundled rubric "{rubric_id}".', hint)


def load_bundled(rubric_id: str) -> LoadedRubric:
    """A bundled rubric. Raises UsageError for an id that is none of them."""
    return load_rubric(*open_bundled(rubric_id), open_extended)


def open_extended(name: str, said_in: str) -> tuple[str, bytes]:
    """The opener of bundled rubrics: what they extend is bundled too."""
    return open_bundled(name)


def is_bundled_file(path: str) -> bool:
    return any(str(file) == path for file in _files())


def _files() -> list[Traversable]:
    found = (file for file in _folder().iterdir() if file.name.endswith(".yaml") and not file.name.endswith(CASES))
    return sorted(found, key=_id)


def _folder() -> Traversable:
    package = files("mcred_lint")
    installed = package / "rubrics"
    return installed if installed.is_dir() else Path(str(package)).parent.parent / "rubrics"


def _id(file: Traversable) -> str:
    return file.name.removesuffix(".yaml")


def _title(file: Traversable) -> str:
    root = parse(str(file), decode(str(file), file.read_bytes()).text).root
    title = root.get("title") if isinstance(root, Mapping) else None
    return title.raw if isinstance(title, Scalar) else ""
