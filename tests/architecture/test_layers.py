"""The house keeps its order: rooms import downward only, as pyproject.toml writes it down."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from importlinter import cli

SOURCE = Path(__file__).parents[2] / "src" / "mcred_lint"
MODULES = sorted(SOURCE.rglob("*.py"))
SURROUNDINGS = {"os.environ", "os.getcwd", "os.getenv", "Path.cwd", "datetime.now", "datetime.today", "date.today"}
SURROUNDINGS |= {"time.time", "time.monotonic", "time.perf_counter"}
NETWORK = {"socket", "urllib.request", "http.client", "ssl", "requests", "httpx"}


def test_rooms_import_downward_only(
    monkeypatch: pytest.MonkeyPatch, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    kept = cli.lint_imports(no_cache=True) == cli.EXIT_STATUS_SUCCESS
    assert kept, capfd.readouterr().out


def _in_room(module: Path, room: str) -> bool:
    return module.relative_to(SOURCE).parts[0] == room


def _trees(*but: str) -> list[tuple[str, ast.Module]]:
    modules = [module for module in MODULES if not any(_in_room(module, room) for room in but)]
    return [(str(module.relative_to(SOURCE)), ast.parse(module.read_text("utf-8"))) for module in modules]


def test_only_the_command_line_looks_at_clock_environment_and_working_directory() -> None:
    used = {
        (name, ast.unparse(node))
        for name, tree in _trees("cli")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in SURROUNDINGS
    }
    assert not used


def test_only_the_command_line_prints() -> None:
    prints = {
        name
        for name, tree in _trees("cli")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.stdout.write", "sys.stderr.write")
    }
    assert not prints


def test_nothing_reaches_for_the_network() -> None:
    imported = {
        (name, alias)
        for name, tree in _trees()
        for node in ast.walk(tree)
        for alias in _imports(node)
        if alias in NETWORK
    }
    assert not imported


def _imports(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_a_module_that_does_something_says_what_it_is_for(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    assert ast.get_docstring(tree) or not tree.body
