"""`rubric new`: an author starts from a rubric that is right, works, and explains itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import Command

from mcred_lint.authoring.new_rubric.start import Start, start_rubric
from mcred_lint.errors import UsageError
from mcred_lint.rubric.loader import load_rubric

PLAN = """\
# Meeting plan

## Sources

- Alder, P. Reading long texts together. Field Press, 2019.
- Birch, Q. Talking about books. Field Press, 2021.

## Need

Our grade 6 students struggle with long texts, and their teachers have no common way to help them when they are lost.

## Next steps

Next year we will open the group to the other schools and plan to visit each other's classes.

## Meetings

| Meeting | Length | Question |
|---|---|---|
| Meeting 1 | 1 h 15 | What did we do when we were confused as readers? |
| Break | 10 min | |
| Meeting 2 | 60 min | Whose questions do we answer first? |
"""


@pytest.fixture
def rubric(tmp_path: Path, command: Command) -> Path:
    path = tmp_path / "our.yaml"
    assert command("rubric", "new", "book-study", "--output", path).code == 0
    return path


def test_the_start_has_neither_problems_nor_warnings(rubric: Path, command: Command) -> None:
    ran = command("rubric", "check", rubric, "--strict")
    assert (ran.code, ran.out.partition(": ")[2]) == (
        0,
        "no problems; 6 criteria in 1 component, 1 of the whole submission\n",
    )


def test_it_can_be_used_at_once(rubric: Path, tmp_path: Path, command: Command) -> None:
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / "plan.md").write_text(PLAN, encoding="utf-8")
    short = command("check", folder, "--rubric", rubric)
    assert short.code == 1
    assert "[ ] Add 1 more source (2 found, 3 needed)." in short.out
    (folder / "plan.md").write_text(
        PLAN.replace("- Birch", "- Cedar, R. A third book. 2020.\n- Birch"), encoding="utf-8"
    )
    assert command("check", folder, "--rubric", rubric).code == 0


def test_it_shows_each_thing_that_a_rubric_has() -> None:
    loaded = load_rubric("our.yaml", start_rubric(Start("book-study")).encode()).rubric
    criteria = loaded.components["plan"].criteria.values()
    assert {place.kind for place in loaded.components["plan"].places.values()} == {"list", "answers", "groups"}
    assert {criterion.basis.value for criterion in criteria} == {"counted", "inferred", "person"}
    assert all(
        any(getattr(criterion, key) for criterion in criteria) for key in ("ladder", "guide", "reading", "advise")
    )
    assert loaded.words


def test_what_is_given_stands_in_it_and_the_title_follows_from_the_id() -> None:
    given = load_rubric("x", start_rubric(Start("book-study", 'A: "b" # c', "1.10")).encode()).rubric
    assert (given.id, given.title, given.issuer) == ("book-study", 'A: "b" # c', "1.10")
    assert load_rubric("x", start_rubric(Start("book-study")).encode()).rubric.title == "Book study"


def test_every_comment_is_one_sentence_on_one_line() -> None:
    comments = re.findall(r"^\s+# (.*)$", start_rubric(Start("book-study")), re.MULTILINE)
    assert len(comments) > 15
    assert all(comment.endswith(".") for comment in comments)


@pytest.mark.parametrize("wish", ["Book Study", "", "../x", "a\nb: c"])
def test_a_name_that_cannot_be_one_is_told(wish: str) -> None:
    with pytest.raises(UsageError) as error:
        start_rubric(Start(wish))
    assert error.value.hint


def test_a_file_that_is_there_is_never_written_over(rubric: Path, command: Command) -> None:
    rubric.write_text("mine", encoding="utf-8")
    ran = command("rubric", "new", "other", "--output", rubric)
    assert (ran.code, rubric.read_text(encoding="utf-8")) == (2, "mine")
    assert "already" in ran.err


def test_without_a_file_it_is_printed(command: Command) -> None:
    ran = command("rubric", "new", "book-study")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == start_rubric(Start("book-study"))


def test_a_start_that_extends_another_takes_everything_over(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "ours.yaml"
    assert command("rubric", "new", "ours", "--extends", "nea-advocacy", "--output", path).code == 0
    theirs = command("rubric", "check", "nea-advocacy").out.partition("; ")[2]
    assert command("rubric", "check", path, "--strict").out == f"{path}: no problems; {theirs}"


def test_each_change_that_it_shows_can_be_made(tmp_path: Path, command: Command) -> None:
    """The lines behind the # become changes of the rubric that `rubric new` writes."""
    parent, child = tmp_path / "parent.yaml", tmp_path / "child.yaml"
    parent.write_text(start_rubric(Start("parent")), encoding="utf-8")
    assert command("rubric", "new", "child", "--extends", "parent.yaml", "--output", child).code == 0
    text = re.sub(r"^# (?=words:|components:|  )", "", child.read_text(encoding="utf-8"), flags=re.MULTILINE)
    names = {"some-list": "next-steps", "their word": "next step", "some-component": "plan", "Some level": "Leading",
             "some-criterion": "sources", "another-criterion": "worthwhile"}  # fmt: skip
    for shown, there in names.items():
        text = text.replace(shown, there)
    child.write_text(
        "\n".join(line for line in text.splitlines() if not line.startswith("  mcred-lint")), encoding="utf-8"
    )
    assert command("rubric", "check", child).out == (
        f"{child}: no problems; 5 criteria in 1 component, 1 of the whole submission\n"
    )


@pytest.mark.parametrize("parent", ["nothing", "missing.yaml"])
def test_what_cannot_be_extended_is_told(parent: str, tmp_path: Path, command: Command) -> None:
    path = tmp_path / "ours.yaml"
    ran = command("rubric", "new", "ours", "--extends", parent, "--output", path)
    assert (ran.code, path.exists()) == (2, False)
    assert parent in ran.err
