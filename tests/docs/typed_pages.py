"""A page whose reader types along in an empty folder: its blocks become files, its commands are run, in the order of the page.

A comment before a block says what the reader does with it:

    <!-- write: FILE -->    the block is the whole file
    <!-- add: FILE -->      the block goes to the end of the file
    <!-- change: FILE -->   the lines with a minus become the lines with a plus
    <!-- cut: FILE -->      the line in the block goes, with everything below it

A block of `sh` is one command. Where `<!-- prints -->` follows it, the next block is what it shows on the screen.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from support import Command

_STEP = re.compile(
    r"^<!-- (?P<kind>write|add|change|cut): (?P<file>\S+) -->\n```\w+\n(?P<text>[\s\S]*?)^```$"
    r"|^```sh\nmcred-lint (?P<command>.+)\n```$(?:\n\n<!-- prints -->\n```\w+\n(?P<printed>[\s\S]*?)^```$)?",
    re.MULTILINE,
)
_BLOCK = re.compile(r"^```[\s\S]*?^```$", re.MULTILINE)


def untried_blocks(page: str) -> list[str]:
    """Blocks that only look as if they were tried."""
    return _BLOCK.findall(_STEP.sub("", page))


class Reader:
    """Somebody who types a page along. folder: where the files come to stand; it is the working directory."""

    def __init__(self, folder: Path, command: Command) -> None:
        self.folder, self.command = folder, command
        self.written: dict[str, str] = {}

    def type_along(self, page: str) -> str:
        """The page with what the commands really print."""
        return _STEP.sub(self._do, page)

    def _do(self, step: re.Match[str]) -> str:
        if step["kind"]:
            self._keep(step["file"], getattr(self, f"_{step['kind']}")(step["file"], step["text"]))
            return step[0]
        printed = self._run(step["command"])
        if step["printed"] is None:
            return step[0]
        return step[0][: step.start("printed") - step.start()] + printed + "```"

    def _run(self, line: str) -> str:
        ran = self.command(*shlex.split(line))
        return ran.err + ran.out

    def _keep(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        self.written[file] = text

    def _there(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")

    def _write(self, file: str, text: str) -> str:
        assert not (self.folder / file).exists(), f"{file} is there already"
        return text

    def _add(self, file: str, text: str) -> str:
        return self._there(file) + text

    def _change(self, file: str, text: str) -> str:
        old, new = ("".join(line[1:] for line in text.splitlines(True) if line[0] == sign) for sign in "-+")
        assert self._there(file).count(old) == 1, f"{file} needs exactly one place with: {old}"
        return self._there(file).replace(old, new)

    def _cut(self, file: str, text: str) -> str:
        kept, line, _ = self._there(file).partition(text)
        assert line, f"{file} has no line: {text}"
        return kept
