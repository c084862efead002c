"""Visible edits: `removed` in place of a value, and `{add: [...], remove: [...]}` in place of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mcred_lint.errors import RubricProblem
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.rubric.wording import did_you_mean, nearest, part_name, sentence, shown
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Sequence, Style

REMOVED = "removed"
ADD, REMOVE = "add", "remove"
_FEW = 12
_EXAMPLE = "{add: [our own name], remove: [another name]}"


def is_removed(node: Node) -> bool:
    """The word `removed` without quotation marks."""
    return isinstance(node, Scalar) and node.style is Style.PLAIN and node.raw == REMOVED


def nothing_to_take_out(key: Scalar, path: Path, there: tuple[str, ...]) -> RubricProblem:
    """`removed` after a key that the rubric it extends does not have at `path`."""
    message = f'There is no "{key.raw}" in {part_name(path)} to take out: the rubric that this one extends has none.'
    hint = did_you_mean(key.raw, there, "Take the line out. If it is a text: put it in quotation marks.")
    meant = nearest(key.raw, there) or next(iter(there), "")
    return RubricProblem(message, _short(there), hint, f"{meant}: {REMOVED}" if meant else "", key.place)


def nothing_extended(key: Scalar, path: Path) -> RubricProblem:
    """`removed` where nothing could have been before."""
    message = f'There is nothing to take out at "{key.raw}" of {part_name(path)}: it is new in this file.'
    hint = "Take the line out. If it is a text: put it in quotation marks."
    return RubricProblem(message, (), hint, f'{key.raw}: "{REMOVED}"', key.place)


@dataclass(frozen=True, slots=True)
class ListEdit:
    """The change of one list. words: the word lists of the rubric that is extended."""

    before: Sequence
    edit: Mapping
    path: Path
    words: WordLists
    problems: list[RubricProblem]

    def after(self) -> Sequence:
        """The list as it becomes, entries with the places from which they come."""
        self._tell_unknown_keys()
        there, gone = _by_text(self.before.items), set()
        for item in self._entries(REMOVE):
            if _folded(item) not in there:
                self._tell_not_there(item)
            gone.add(_folded(item))
        kept = [each for each in self.before.items if not (isinstance(each, Scalar) and _folded(each) in gone)]
        there = _by_text(kept)
        for item in self._entries(ADD):
            known = there.setdefault(_folded(item), item)
            if known is not item:
                self._tell_there_already(item, known)
            else:
                kept.append(item)
        return Sequence(tuple(kept), self.edit.place)

    def _entries(self, key: str) -> Iterator[Scalar]:
        node = self.edit.get(key)
        for item in node.items if isinstance(node, Sequence) else ():
            if isinstance(item, Scalar):
                yield item
            else:
                self._tell("An entry is a word or a line of text.", "Write it without brackets.", item)
        if node is not None and not isinstance(node, Sequence):
            self._tell(f'"{key}" of {part_name(self.path)} is a list.', "Put it in brackets.", node)

    def _tell_unknown_keys(self) -> None:
        for entry in self.edit.entries:
            if entry.key.raw not in (ADD, REMOVE):
                message = f'"{entry.key.raw}" is no way to change {part_name(self.path)}.'
                hint = did_you_mean(entry.key.raw, (ADD, REMOVE), "Add to the list, remove from it, or write it anew.")
                self._tell(message, hint, entry.key, (ADD, REMOVE))
        if not self.edit.entries:
            message = f"It is not said how {part_name(self.path)} changes."
            self._tell(message, "Write add or remove, or take the line out.", self.edit, (ADD, REMOVE))

    def _tell_not_there(self, item: Scalar) -> None:
        there = tuple(each.raw for each in self.before.items if isinstance(each, Scalar))
        through = next((name for name in there if name.startswith("$") and self._takes_in(name, item)), None)
        message = f"{sentence(part_name(self.path))} has no {shown(item.raw)} to remove."
        if through is not None:
            message = f"{shown(item.raw)} is not in {part_name(self.path)} itself: it comes in with {through}."
            hint = f"Change the word list: words: {{{through[1:]}: {{remove: [{item.raw}]}}}}."
        else:
            hint = did_you_mean(item.raw, there, "Take it out of this line.")
        self._tell(message, hint, item, _short(there))

    def _takes_in(self, name: str, item: Scalar) -> bool:
        if name[1:] not in self.words.nodes:
            return False
        listed = next(each for each in self.before.items if isinstance(each, Scalar) and each.raw == name)
        return any(phrase.casefold() == item.raw.casefold() for phrase in self.words.phrases(listed))

    def _tell_there_already(self, item: Scalar, known: Node) -> None:
        message = f"{shown(item.raw)} is in {part_name(self.path)} already ({known.place.start()})."
        self._tell(message, "Take it out of this line.", item)

    def _tell(self, message: str, hint: str, node: Node, allowed: tuple[str, ...] = ()) -> None:
        example = f"{next((step for step in reversed(self.path) if isinstance(step, str)), 'names')}: {_EXAMPLE}"
        self.problems.append(RubricProblem(message, allowed, hint, example, node.place))


def _by_text(items: Iterable[Node]) -> dict[str, Scalar]:
    return {_folded(item): item for item in items if isinstance(item, Scalar)}


def _folded(item: Scalar) -> str:
    """The text by which entries are the same: capitals and spaces do not count."""
    return " ".join(item.raw.casefold().split())


def _short(words: tuple[str, ...]) -> tuple[str, ...]:
    """What can be listed in a message; nothing of a long list."""
    return words if len(words) <= _FEW else ()
