"""What a scalar means where a number, a yes or no, or nothing is wanted: the core rules of YAML 1.2, on request only.

Quoted text and text blocks are always text. A person's "No", "9:00" or "4-5" is no value of another kind.
"""

from __future__ import annotations

import re
from typing import TypeGuard

from mcred_lint.sources.yaml_nodes import Node, Scalar, Style

_INTEGER = re.compile(r"[-+]?[0-9]{1,300}")
_OCTAL = re.compile(r"0o[0-7]{1,300}")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]{1,300}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,300}|[0-9]{1,300}(?:\.[0-9]{0,300})?)(?:[eE][-+]?[0-9]{1,5})?")
_INFINITY = re.compile(r"([-+]?)\.(?:inf|Inf|INF)")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def _plain(node: Node) -> TypeGuard[Scalar]:
    return isinstance(node, Scalar) and node.style is Style.PLAIN


def is_null(node: Node) -> bool:
    """Nothing was written, or `~` or `null`."""
    return _plain(node) and node.raw in _NULLS


def as_bool(node: Node) -> bool | None:
    """True or False; None for anything else, `yes` and `no` included."""
    return _BOOLEANS.get(node.raw) if _plain(node) else None


def as_int(node: Node) -> int | None:
    """A whole number; None for anything else."""
    if not _plain(node):
        return None
    if _INTEGER.fullmatch(node.raw):
        return int(node.raw)
    if _OCTAL.fullmatch(node.raw):
        return int(node.raw[2:], 8)
    return int(node.raw[2:], 16) if _HEXADECIMAL.fullmatch(node.raw) else None


def as_float(node: Node) -> float | None:
    """A number, whole or not; None for anything else."""
    if not _plain(node):
        return None
    if _FLOAT.fullmatch(node.raw):
        return float(node.raw)
    infinity = _INFINITY.fullmatch(node.raw)
    if infinity:
        return float(f"{infinity[1]}inf")
    whole = as_int(node)
    return None if whole is None else float(whole)
