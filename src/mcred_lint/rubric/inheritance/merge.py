"""One rubric laid over another, as nodes: so that each value keeps the place in the file from which it comes.

Keys are merged one by one, single values replace, and so do lists unless they are edited (see `edits`). What means
something only as a whole replaces as a whole: else `at_least` would live on beside a new `between`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mcred_lint.errors import RubricProblem
from mcred_lint.rubric.inheritance.edits import ListEdit, is_removed, nothing_extended, nothing_to_take_out
from mcred_lint.rubric.inheritance.parents import EXTENDS
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.rubric.wording import part_name, sentence
from mcred_lint.sources.yaml import Entry, Mapping, Node, Scalar, Sequence
from mcred_lint.sources.yaml_values import is_null

OWN_KEYS = ("mcred-lint-rubric", EXTENDS, "id", "version", "title")
"""What a rubric says itself and never takes over. In a file that extends, all other keys are optional, and each list
may also be written as {add: [...], remove: [...]} and each value as `removed`."""

_WHOLES = ("guide", "advise", "must", "help_warns")


def merged(parent: Mapping, child: Mapping, problems: list[RubricProblem]) -> Mapping:
    """`child` with everything that it does not say taken from `parent`; what is wrong with it goes to `problems`."""
    own = tuple(entry for entry in child.entries if entry.key.raw in OWN_KEYS)
    laid = _Merge(_without_own(parent), _without_own(child), WordLists.of(parent), problems).all()
    return Mapping((*own, *laid.entries), child.place)


def without_edits(root: Mapping, problems: list[RubricProblem]) -> Mapping:
    """A rubric that extends nothing: `removed` means nothing in it."""
    return _new_mapping(root, (), problems)


def _without_own(root: Mapping) -> Mapping:
    return Mapping(tuple(entry for entry in root.entries if entry.key.raw not in OWN_KEYS), root.place)


@dataclass(frozen=True)
class _Merge:
    parent: Mapping
    child: Mapping
    words: WordLists
    problems: list[RubricProblem] = field(default_factory=list)

    def all(self) -> Mapping:
        return self._mapping(self.parent, self.child, ())

    def _node(self, before: Node, after: Node, path: Path) -> Node:
        if isinstance(before, Sequence) and isinstance(after, Mapping):
            return ListEdit(before, after, path, self.words, self.problems).after()
        if isinstance(before, Mapping) and isinstance(after, Mapping) and not _replaces(path, before, after):
            return self._mapping(before, after, path)
        if is_null(after):
            self._tell_empty(after, path)
            return before
        return _new(after, path, self.problems)

    def _mapping(self, before: Mapping, after: Mapping, path: Path) -> Mapping:
        known = {entry.key.raw: entry for entry in before.entries}
        said: dict[str, Entry] = {}
        for entry in after.entries:
            key = entry.key.raw
            inside = (*path, key)
            if is_removed(entry.value):
                if key not in known:
                    self.problems.append(nothing_to_take_out(entry.key, path, tuple(known)))
            elif key in known:
                said[key] = Entry(entry.key, self._node(known[key].value, entry.value, inside))
            else:
                said[key] = Entry(entry.key, _new(entry.value, inside, self.problems))
        named = set(after.keys())
        kept = {key: said.get(key, entry) for key, entry in known.items() if key in said or key not in named}
        if known.keys() <= named:
            return Mapping(tuple(said.values()), after.place)
        return Mapping(self._in_order({**kept, **said}, path), after.place)

    def _in_order(self, entries: dict[str, Entry], path: Path) -> tuple[Entry, ...]:
        """As they are; the rungs of a ladder by the levels of its scale, the highest first."""
        levels = self._levels(path) if _in_criterion(path) == ("ladder",) else ()
        if not set(entries) <= set(levels):
            return tuple(entries.values())
        return tuple(entries[level] for level in reversed(levels) if level in entries)

    def _levels(self, path: Path) -> tuple[str, ...]:
        """The levels that the criterion at `path` will have."""
        scale = next(filter(None, (_text(root, (*path[:2], "scale")) for root in (self.child, self.parent))), "")
        where = ("scales", scale, "levels")
        before, after = (_at(root, where) for root in (self.parent, self.child))
        levels = before if after is None else after
        if isinstance(before, Sequence) and isinstance(after, Mapping):
            levels = ListEdit(before, after, where, self.words, []).after()
        items = levels.items if isinstance(levels, Sequence) else ()
        return tuple(dict.fromkeys(item.raw for item in items if isinstance(item, Scalar)))

    def _tell_empty(self, node: Node, path: Path) -> None:
        message = f"{sentence(part_name(path))} is empty here, so it is open whether it is taken over."
        hint = f"Write the new value, {path[-1]}: removed to take it out, or take the line out to keep it."
        self.problems.append(RubricProblem(message, (), hint, f"{path[-1]}: removed", node.place))


def _replaces(path: Path, before: Mapping, after: Mapping) -> bool:
    """Whether the keys at `path` mean something only together, so that new ones replace the old."""
    inside = _in_criterion(path)
    if (len(inside) == 1 and inside[0] in _WHOLES) or (len(inside) == 2 and inside[0] == "ladder"):
        return True
    kinds = [node.raw for each in (before, after) if isinstance(node := each.get("kind"), Scalar)]
    return len(set(kinds)) > 1


def _in_criterion(path: Path) -> Path:
    """The rest of `path` inside a criterion; empty for what is none."""
    at = {"components": 2, "submission": 1}.get(str(path[0])) if path else None
    return path[at + 2 :] if at is not None and path[at : at + 1] == ("criteria",) else ()


# ---- what has nothing before it --------------------------------------------------------------------------------------


def _new(node: Node, path: Path, problems: list[RubricProblem]) -> Node:
    """`node` without `removed` in it, which is told."""
    return _new_mapping(node, path, problems) if isinstance(node, Mapping) else node


def _new_mapping(node: Mapping, path: Path, problems: list[RubricProblem]) -> Mapping:
    problems += [nothing_extended(entry.key, path) for entry in node.entries if is_removed(entry.value)]
    return Mapping(tuple(_new_entries(node.entries, path, problems)), node.place)


def _new_entries(entries: Iterable[Entry], path: Path, problems: list[RubricProblem]) -> Iterable[Entry]:
    for entry in entries:
        if not is_removed(entry.value):
            yield Entry(entry.key, _new(entry.value, (*path, entry.key.raw), problems))


# ---- looking things up -----------------------------------------------------------------------------------------------


def _at(node: Node | None, path: Iterable[str | int]) -> Node | None:
    for step in path:
        node = node.get(str(step)) if isinstance(node, Mapping) else None
    return node


def _text(root: Mapping, path: Iterable[str | int]) -> str | None:
    node = _at(root, path)
    return node.raw if isinstance(node, Scalar) else None
