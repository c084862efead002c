"""How long a person waits: each command's wall time as a ratio to the bare interpreter, within one run."""

from __future__ import annotations

import compileall
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "proficient"
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 15


def main() -> None:
    compileall.compile_dir(ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "without-readability.yaml"
        plain.write_text(_without_readability((ROOT / "rubrics" / "nea-advocacy.yaml").read_text("utf-8")), "utf-8")
        commands = {
            "python -c pass": ["-c", "pass"],
            "--version": ["-m", "mcred_lint", "--version"],
            "--help": ["-m", "mcred_lint", "--help"],
            "check, without readability": ["-m", "mcred_lint", "check", str(EXAMPLE), "--rubric", str(plain)],
            "check": ["-m", "mcred_lint", "check", str(EXAMPLE)],
        }
        _print(_fastest(commands))


def _without_readability(rubric: str) -> str:
    """The rubric with another measure in place of readability."""
    return re.sub(r"kind: readability, of: (\w+)[^}]*", r"kind: words, of: \1", rubric)


def _fastest(commands: dict[str, list[str]]) -> dict[str, float]:
    """The fastest run of each, in seconds. The commands take turns, so that a busy moment hits all alike."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(ROOT / "src")
    fastest = dict.fromkeys(commands, float("inf"))
    for _ in range(RUNS + 1):
        for name, arguments in commands.items():
            start = time.perf_counter()
            ran = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, check=False)
            fastest[name] = min(fastest[name], time.perf_counter() - start)
            if ran.returncode:
                raise SystemExit(f"{name} exits with {ran.returncode}: {ran.stderr.decode()}")
    return fastest


def _print(fastest: dict[str, float]) -> None:
    bare = fastest["python -c pass"]
    for name, seconds in fastest.items():
        print(f"{name:28} {seconds * 1000:7.1f} ms {seconds / bare:6.1f} x")


if __name__ == "__main__":
    main()
