"""The pages of the reference, by path: each from its model, its prose, and what its example finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import get_args

from mcred_lint.authoring.reference.keys import keys_table
from mcred_lint.authoring.reference.prose import Prose
from mcred_lint.authoring.reference.trial import tried
from mcred_lint.authoring.schema.models import UNWRITTEN, about, all_models, models_in, summary
from mcred_lint.findings import Item
from mcred_lint.matching.specs import Place, Spec
from mcred_lint.measures.specs import Measure
from mcred_lint.rubric.examples import example_of, example_part
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.shapes import choices, keys_of
from mcred_lint.wording import quantity

INDEX = "README.md"
_FOLDERS = {"measures": Measure, "places": Place}
_INTRODUCTION = """\
# What stands in a rubric file

One page for each part, place and measure: its keys, when to use it, and for each measure an example that was really run.
To learn it step by step: [Write a rubric in half an hour](../tutorial.md). To begin with a file that works: `mcred-lint rubric new`. To have an editor show all of this: `mcred-lint rubric schema`."""
_TITLES = {
    "parts": "The parts of the file",
    "places": "Places: what a component is made of",
    "measures": "Measures: what is counted, and how",
}


def page_names() -> dict[str, type[Spec]]:
    """The model of each page by the page's name, such as measures/count; parts of the file in the order of reading."""
    kinds = {
        model: f"{folder}/{choices(model.model_fields['kind'].annotation)[0]}"
        for folder, choice in _FOLDERS.items()
        for model in get_args(get_args(choice)[0])
    }
    return {kinds.get(model, f"parts/{_hyphened(model.__name__)}"): model for model in all_models(Rubric)}


def reference_pages(prose: Mapping[str, Prose]) -> Iterator[tuple[str, str]]:
    """(path, text) of each page; `prose` has one for each of `page_names`."""
    names = page_names()
    yield INDEX, "\n\n".join(_index(names)) + "\n"
    for name, model in names.items():
        yield f"{name}.md", "\n\n".join(_page(name, model, prose[name], names)) + "\n"


def _index(names: Mapping[str, type[Spec]]) -> Iterator[str]:
    yield _INTRODUCTION
    for folder, title in _TITLES.items():
        yield f"## {title}"
        inside = {name: model for name, model in names.items() if name.startswith(f"{folder}/")}
        yield "\n".join(f"- [{_title(name)}]({name}.md): {summary(model)}" for name, model in inside.items())


def _page(name: str, model: type[Spec], prose: Prose, names: Mapping[str, type[Spec]]) -> Iterator[str]:
    yield f"# {_title(name)}"
    yield f"{about(model)} ([All pages](../{INDEX}))"
    yield prose.why
    yield "## Keys"
    links = {other: f"[{_title(path)}](../{path}.md)" for path, other in names.items()}
    yield keys_table(model, links.__getitem__)
    if prose.files:
        yield from _example(prose)
    else:
        sample = prose.rubric or f"{_as_written(model)}\n"
        yield f"As it stands in a rubric:\n\n```yaml\n{sample}```"
    if prose.limits:
        yield f"## What it does not do\n\n{prose.limits}"


def _example(prose: Prose) -> Iterator[str]:
    yield "## Example"
    yield f"```yaml\n{prose.rubric}```"
    for file, text in prose.files.items():
        yield f"In {file}:\n\n```markdown\n{text}```"
    found = tried(prose)
    lines = [quantity(found.low, found.high, found.unit), *_items("counted", found.items)]
    lines += _items("seen and not counted", found.left_out)
    yield "What is found:\n\n```text\n" + "\n".join(lines) + "\n```"


def _items(lead: str, items: Sequence[Item]) -> Iterator[str]:
    if items:
        yield f"{lead}:"
        yield from (f"- {_item(item)}" for item in items)


def _item(item: Item) -> str:
    where = f" ({item.place})" if item.place is not None else ""
    note = f": {item.note}" if item.note else ""
    return f"{item.text}{where}{note}"


def _as_written(model: type[Spec]) -> str:
    """The part as it stands in a rubric: behind the first key that holds it, or by itself."""
    for holder in all_models(Rubric):
        for key, field in keys_of(holder).items():
            if key != UNWRITTEN and field.examples and model in models_in(field.annotation):
                return example_of(key, field)
    return example_part(model)


def _title(name: str) -> str:
    return PurePosixPath(name).name.replace("-", " ")


def _hyphened(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
