"""Where each key and value of a rubric file stands."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.sources.places import Place
from mcred_lint.sources.yaml import Entry, Mapping, Node, Sequence

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file: ("components", "research", "names", 0)."""


@dataclass(frozen=True, slots=True)
class RubricPlaces:
    """Looks places up by path. What is missing has the place of its closest parent."""

    root: Node

    def key(self, path: Path) -> Place:
        """Where the key at the end of `path` stands; for a list entry the entry itself."""
        entry = self.entry(path)
        if entry is not None:
            return entry.key.place
        node = self.node(path)
        return node.place if node is not None and path else self.key(path[:-1]) if path else self.root.place

    def value(self, path: Path) -> Place:
        """Where the value at `path` begins and ends."""
        node = self.node(path)
        return node.place if node is not None else self.key(path[:-1])

    def node(self, path: Path) -> Node | None:
        """The value at `path` as it stands in the file."""
        node: Node | None = self.root
        for step in path:
            node = _below(node, step)
        return node

    def entry(self, path: Path) -> Entry | None:
        """The key and value at `path`; None for list entries and where nothing stands."""
        parent = self.node(path[:-1]) if path else None
        entries = parent.entries if isinstance(parent, Mapping) else ()
        return next((entry for entry in entries if entry.key.raw == path[-1]), None)


def _below(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return None
