"""Word lists that several criteria share: `$name` in a list of phrases stands for the word list of that name."""

from __future__ import annotations

from dataclasses import dataclass, field

from mcred_lint.errors import RubricProblem
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Sequence

_MOST_STEPS = 100


@dataclass
class WordLists:
    """The `words` of one rubric, taken in on request; what is wrong with them is collected in `problems`."""

    nodes: dict[str, Node]
    problems: list[RubricProblem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    _done: dict[str, list[str]] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, rubric: Node) -> WordLists:
        """The word lists that a rubric file declares."""
        words = rubric.get("words") if isinstance(rubric, Mapping) else None
        return cls({entry.key.raw: entry.value for entry in words.entries} if isinstance(words, Mapping) else {})

    def phrases(self, reference: Scalar) -> list[str]:
        """What `$name` stands for, lists in it included; an unknown name or a circle is told and stands for nothing."""
        name = reference.raw[1:]
        if name in self._open:
            self._tell_circle(name, reference)
            return []
        if len(self._open) >= _MOST_STEPS:
            self._tell_too_deep(reference)
            return []
        if name not in self.nodes:
            self._tell_unknown(name, reference)
            return []
        self.used.add(name)
        if name not in self._done:
            self._open.append(name)
            self._done[name] = list(dict.fromkeys(self._taken_in(self.nodes[name])))
            self._open.pop()
        return self._done[name]

    def position(self, sequence: Sequence, index: int) -> int:
        """Which entry of `sequence` the value at `index` comes from, once word lists have been taken in."""
        for number, item in enumerate(sequence.items):
            taken = isinstance(item, Scalar) and item.raw.startswith("$")
            index -= len(self._done.get(item.raw[1:], ())) if taken and isinstance(item, Scalar) else 1
            if index < 0:
                return number
        return max(len(sequence.items) - 1, 0)

    def _taken_in(self, node: Node) -> list[str]:
        phrases: list[str] = []
        for item in node.items if isinstance(node, Sequence) else ():
            if isinstance(item, Scalar):
                phrases += self.phrases(item) if item.raw.startswith("$") else [item.raw]
        return phrases

    def _tell_circle(self, name: str, reference: Scalar) -> None:
        way = " takes in ".join(f"${each}" for each in [*self._open[self._open.index(name) :], name])
        hint = "Take one of them out, or move what both need to a word list of its own."
        message = f"This word list takes in itself: {way}."
        self.problems.append(RubricProblem(message, (), hint, f"{name}: [next, follow-up]", reference.place))

    def _tell_too_deep(self, reference: Scalar) -> None:
        message = f"Word lists take in each other more than {_MOST_STEPS} steps deep."
        example = "words: [next, follow-up]"
        self.problems.append(RubricProblem(message, (), "Write the phrases here.", example, reference.place))

    def _tell_unknown(self, name: str, reference: Scalar) -> None:
        from difflib import get_close_matches

        near = get_close_matches(name, self.nodes, 1)
        meant = f'Did you mean "${near[0]}"? ' if near else ""
        hint = f'{meant}Add a list "{name}" under "words", or write the phrases here.'
        allowed = tuple(f"${each}" for each in self.nodes)
        example = f"words: [{allowed[0] if allowed else 'next, follow-up'}]"
        self.problems.append(RubricProblem(f'There is no word list "{name}".', allowed, hint, example, reference.place))
