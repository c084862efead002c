"""Word lists may take in others, however often, and a circle is told and never followed."""

from __future__ import annotations

from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import parse


def values(text: str) -> tuple[dict[str, list[str]], WordLists]:
    root = parse("r.yaml", text).root
    assert root is not None
    lists = WordLists.of(root)
    return plain(root, lists)["words"], lists


def test_a_list_is_taken_in_where_its_name_stands() -> None:
    words, _ = values("words: {a: [one, $b, four], b: [two, three]}")
    assert words["a"] == ["one", "two", "three", "four"]


def test_lists_that_double_each_other_stay_as_long_as_their_phrases_are_many() -> None:
    chain = "".join(f"  w{n}: [$w{n + 1}, $w{n + 1}]\n" for n in range(60))
    words, _ = values(f"words:\n{chain}  w60: [end]\n")
    assert words["w0"] == ["end", "end"]


def test_a_circle_is_told_once_for_each_place_and_ends() -> None:
    words, lists = values("words: {a: [$b], b: [$a, x]}")
    assert all(set(phrases) <= {"x"} for phrases in words.values())
    assert "$b takes in $a takes in $b" in " ".join(problem.message for problem in lists.problems)


def test_an_unknown_name_stands_for_nothing_and_is_told_with_the_near_one() -> None:
    words, lists = values("words: {past: [histor*], all: [$pats]}")
    assert words["all"] == []
    assert [problem.hint.split("?")[0] for problem in lists.problems] == ['Did you mean "$past"']


def test_lists_that_are_taken_in_count_as_used() -> None:
    _, lists = values("words: {a: [one], b: [two]}\nnames: [$a]")
    assert lists.used == {"a"}


def test_quoted_words_stay_words() -> None:
    words, _ = values('words: {a: ["no", yes, 1.10, "null", ~]}')
    assert words["a"] == ["no", "yes", "1.10", "null", None]


def test_a_chain_that_is_too_long_to_follow_is_told() -> None:
    chain = "".join(f"  w{n}: [$w{n + 1}]\n" for n in range(5000))
    _, lists = values(f"words:\n{chain}  w5000: [end]\n")
    assert "steps deep" in lists.problems[0].message
