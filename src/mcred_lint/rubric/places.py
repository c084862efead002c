"""Where each key and value of a rubric file stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from mcred_lint.sources.places import Place
from mcred_lint.sources.yaml import Entry, Mapping, Node, Sequence

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file: ("components", "research", "names", 0)."""


@dataclass(frozen=True)
class RubricPlaces:
    """Looks places up by path. What is missing has the place of its closest parent."""

    root: Mapping
    whole: str = "the rubric"
    """What the file is called in messages."""
    _nodes: dict[Path, Node | None] = field(default_factory=dict, repr=False, compare=False)
    _entries: dict[Path, dict[str, Entry]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def file(self) -> str:
        return self.root.place.file

    def key(self, path: Path) -> Place:
        """Where the key at the end of `path` stands; for a list entry the entry itself."""
        if not path:
            return self.root.place.start()
        entry = self.entry(path)
        if entry is not None:
            return entry.key.place
        node = self.node(path)
        return self.key(path[:-1]) if node is None else node.place

    def value(self, path: Path) -> Place:
        """Where the value at `path` begins and ends."""
        node = self.node(path)
        return node.place if node is not None and path else self.key(path[:-1])

    def node(self, path: Path) -> Node | None:
        """The value at `path` as it stands in the file."""
        if not path:
            return self.root
        if path not in self._nodes:
            self._nodes[path] = self._found(path)
        return self._nodes[path]

    def entry(self, path: Path) -> Entry | None:
        """The key and value at `path`; None for list entries and where nothing stands."""
        return self._keys(path[:-1]).get(str(path[-1])) if path else None

    def _found(self, path: Path) -> Node | None:
        parent, step = self.node(path[:-1]), path[-1]
        if isinstance(parent, Sequence):
            return parent.items[step] if isinstance(step, int) and 0 <= step < len(parent.items) else None
        entry = self.entry(path)
        return entry.value if entry is not None else None

    def _keys(self, path: Path) -> dict[str, Entry]:
        if path not in self._entries:
            node = self.node(path)
            self._entries[path] = {e.key.raw: e for e in node.entries} if isinstance(node, Mapping) else {}
        return self._entries[path]
