"""A rubric that extends another: visible edits, each value with its place, and clear words for what cannot be."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from mcred_lint.errors import RubricErrors, RubricProblem, UsageError
from mcred_lint.rubric.bundled import load_bundled, open_extended
from mcred_lint.rubric.loader import LoadedRubric, load_rubric
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import Mapping, Scalar, Sequence

CASES = Path(__file__).parents[2] / "cases"
TABLE = yaml.safe_load((CASES / "extends.yaml").read_text(encoding="utf-8"))
PARENT: str = yaml.safe_load((CASES / "broken_rubrics.yaml").read_text(encoding="utf-8"))["rubric"]
HEAD: str = TABLE["head"]


def loaded(files: dict[str, str]) -> LoadedRubric:
    """The first of `files`, which may extend the others."""

    def opener(name: str, said_in: str) -> tuple[str, bytes]:
        if name not in files:
            raise UsageError(f"There is no rubric file {name}.", "Write another name.")
        return name, files[name].encode()

    name, text = next(iter(files.items()))
    return load_rubric(name, text.encode(), opener)


def told(files: dict[str, str]) -> tuple[RubricProblem, ...]:
    with pytest.raises(RubricErrors) as error:
        loaded(files)
    return error.value.problems


def child(text: str) -> dict[str, str]:
    return {"child.yaml": HEAD + text, "parent.yaml": PARENT}


def at(rubric: LoadedRubric, path: str) -> Any:
    return rubric.places.node(tuple(int(step) if step.isdigit() else step for step in path.split("/")))


def phrases(rubric: LoadedRubric, path: str) -> Any:
    found: Any = rubric.rubric
    for step in path.split("/"):
        found = found[step] if isinstance(found, dict) else getattr(found, step)
    return list(found)


def good(case: dict[str, Any]) -> bool:
    return "told" not in case


@pytest.mark.parametrize("case", [c for c in TABLE["cases"] if good(c)], ids=lambda case: case["name"])
def test_a_rubric_is_laid_over_the_one_that_it_extends(case: dict[str, Any]) -> None:
    rubric = loaded(child(case["child"]))
    for path, value in case.get("values", {}).items():
        assert plain(at(rubric, path), WordLists({})) == value
    for path, value in case.get("phrases", {}).items():
        assert phrases(rubric, path) == value
    for path, keys in case.get("keys", {}).items():
        assert list(at(rubric, path).keys()) == keys
        assert list(phrases(rubric, path)) == keys
    for path, place in case.get("from", {}).items():
        found = at(rubric, path).place
        assert f"{found.file}:{found.line}" == place
    assert all(at(rubric, path) is None for path in case.get("gone", ()))


@pytest.mark.parametrize("case", [c for c in TABLE["cases"] if not good(c)], ids=lambda case: case["name"])
def test_what_cannot_be_is_told_in_the_file_it_stands_in(case: dict[str, Any]) -> None:
    problems = told(child(case["child"]))
    assert [str(problem.place.start()) for problem in problems if problem.place] == [
        each["at"] for each in case["told"]
    ]
    for problem, wanted in zip(problems, case["told"], strict=True):
        assert wanted["says"] in problem.message
        assert wanted["hint"] in problem.hint


@pytest.mark.parametrize("key", ["mcred-lint-rubric", "id", "version", "title"])
def test_what_makes_a_rubric_its_own_is_not_taken_over(key: str) -> None:
    text = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    (problem,) = told({"child.yaml": text, "parent.yaml": PARENT})
    assert f'"{key}" is missing' in problem.message
    assert "not taken over" in problem.hint


def test_a_rubric_has_not_the_id_of_any_that_it_extends() -> None:
    grandchild = HEAD.replace("parent.yaml", "child.yaml").replace("id: child", "id: small-steps")
    (problem,) = told({"grandchild.yaml": grandchild, **child("")})
    assert "that of parent.yaml" in problem.message


def test_a_value_comes_down_from_a_grandparent() -> None:
    grandchild = HEAD.replace("parent.yaml", "child.yaml").replace("id: child", "id: grandchild")
    rubric = loaded({"grandchild.yaml": grandchild, **child("containers: {add: [binder]}\n")})
    assert rubric.rubric.containers == ("portfolio", "binder")
    assert [each.file for each in rubric.family] == ["grandchild.yaml", "child.yaml", "parent.yaml"]


@pytest.mark.parametrize("name", ["guide", "must", "ladder", "criteria"])
def test_a_criterion_is_merged_whatever_it_is_called(name: str) -> None:
    new = f"components: {{reading: {{criteria: {{{name}: {{title: New, basis: person, set_by: ours}}}}}}}}\n"
    change = f"components: {{reading: {{criteria: {{{name}: {{title: Newer}}}}}}}}\n"
    head = HEAD.replace("parent.yaml", "child.yaml").replace("id: child", "id: grandchild")
    criterion = loaded({"grandchild.yaml": head + change, **child(new)}).rubric.components["reading"].criteria[name]
    assert (criterion.title, criterion.set_by) == ("Newer", "ours")


def test_a_parent_that_is_not_there_is_told_where_it_is_named() -> None:
    (problem,) = told({"child.yaml": HEAD})
    assert str(problem).startswith("child.yaml:2:10: There is no rubric file parent.yaml.")


def test_a_faulty_parent_is_told_with_its_own_places() -> None:
    faulty = PARENT.replace("basis: counted", "basis: countd", 1)
    here, there = told({"child.yaml": HEAD, "parent.yaml": faulty})
    assert str(here.place).startswith("child.yaml:2:10") and "parent.yaml, cannot be used" in here.message
    assert str(there.place).startswith("parent.yaml:") and "countd" in there.message


def test_a_circle_is_told_with_the_way_it_goes() -> None:
    second = HEAD.replace("parent.yaml", "child.yaml")
    problems = told({"child.yaml": HEAD, "parent.yaml": second})
    assert "child.yaml extends parent.yaml extends child.yaml" in problems[-1].message


def test_a_rubric_that_extends_itself_is_a_circle() -> None:
    (problem,) = told({"child.yaml": HEAD.replace("parent.yaml", "child.yaml")})
    assert "child.yaml extends child.yaml" in problem.message


@pytest.mark.parametrize("steps", [8, 9])
def test_eight_steps_are_enough(steps: int) -> None:
    files = {f"{n}.yaml": HEAD.replace("parent.yaml", f"{n + 1}.yaml").replace("child", f"c{n}") for n in range(steps)}
    files[f"{steps}.yaml"] = PARENT
    if steps == 8:
        assert len(loaded(files).family) == 9
    else:
        assert "more than 8 steps" in told(files)[-1].message


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("extends: [parent.yaml, other.yaml]", "extends one other rubric"),
        ("extends:", "It is not said"),
        ("extends: parent.yaml\nextends: other.yaml", 'The key "extends" is there twice'),
        ("extend: parent.yaml", 'There is no key "extend"'),
    ],
)
def test_what_is_no_name_of_a_rubric_is_told(line: str, says: str) -> None:
    problems = told({"child.yaml": HEAD.replace("extends: parent.yaml", line), "parent.yaml": PARENT})
    assert any(says in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("names: [the plan, artifact 2]", "names: {add: [the plan]}"), "no list to add to"),
        (("title: The plan", "title: removed"), "There is nothing to take out"),
    ],
)
def test_edits_mean_nothing_in_a_rubric_that_extends_none(change: tuple[str, str], says: str) -> None:
    assert any(says in problem.message for problem in told({"parent.yaml": PARENT.replace(*change)}))


def test_the_digest_covers_all_files() -> None:
    before, after = loaded(child("")), loaded({"child.yaml": HEAD, "parent.yaml": PARENT + "# a remark\n"})
    assert before.rubric == after.rubric
    assert before.digest != after.digest
    assert loaded({"parent.yaml": PARENT}).digest == sha256(PARENT.encode()).hexdigest()


def test_a_child_of_the_bundled_rubric_has_its_values_and_places() -> None:
    text = HEAD.replace("parent.yaml", "nea-advocacy")
    rubric, parent = load_rubric("child.yaml", text.encode(), open_extended), load_bundled("nea-advocacy")
    own = {"id", "version", "title", "extends"}
    assert rubric.rubric.model_dump(exclude=own) == parent.rubric.model_dump(exclude=own)
    assert rubric.places.value(("issuer",)).file == parent.file


def test_no_value_is_lost_or_without_a_file() -> None:
    rubric = loaded(child("components: {reading: {names: {add: [our reading]}}}\n"))

    def files(node: Any) -> set[str]:
        if isinstance(node, Scalar):
            return {node.place.file}
        inner = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries]
        return set().union(*map(files, inner))

    assert isinstance(rubric.places.root, Mapping)
    assert files(rubric.places.root) == {"child.yaml", "parent.yaml"}
