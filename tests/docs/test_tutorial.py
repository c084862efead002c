"""Whoever types the tutorial along sees what it shows, and ends with the files that stand in `examples/tutorial`."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT, Command, Golden
from typed_pages import Reader, untried_blocks

PAGE = ROOT / "docs" / "tutorial.md"
FINISHED = ROOT / "examples" / "tutorial"


@pytest.fixture
def reader(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.chdir(tmp_path)
    return Reader(tmp_path, command)


def test_every_command_prints_what_the_page_shows_and_the_files_are_the_finished_ones(
    reader: Reader, golden: Golden
) -> None:
    golden(PAGE, reader.type_along(PAGE.read_text("utf-8")))
    for file, text in reader.written.items():
        golden(FINISHED / file, text)
    there = {path.relative_to(FINISHED).as_posix() for path in FINISHED.rglob("*") if path.is_file()}
    assert there == reader.written.keys()


def test_every_block_is_typed_or_printed() -> None:
    assert untried_blocks(PAGE.read_text("utf-8")) == []
