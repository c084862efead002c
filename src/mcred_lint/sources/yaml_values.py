"""Whether a scalar says nothing, by the core rules of YAML 1.2. Quoted text and text blocks are always text."""

from __future__ import annotations

from mcred_lint.sources.yaml_nodes import Node, Scalar, Style

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def is_null(node: Node) -> bool:
    """Nothing was written, or `~` or `null`."""
    return isinstance(node, Scalar) and node.style is Style.PLAIN and node.raw in _NULLS
