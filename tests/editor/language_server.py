"""A small client of yaml-language-server, the program behind YAML files in most editors: it speaks to it over pipes."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Queue
from types import TracebackType
from typing import IO, Any

PATIENCE = 30.0
"""Seconds to wait for one answer; a usual one takes milliseconds."""


class LanguageServer:
    """The server at work on texts that are held against one schema."""

    def __init__(self, command: Sequence[str], schema: Path, folder: Path) -> None:
        self._folder = folder
        self._settings = _settings(schema)
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self._received: Queue[Mapping[str, Any]] = Queue()
        self._sent = 0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": _CAPABILITIES})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {}})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._listener.join(PATIENCE)
        self._process.__exit__(kind, error, at)  # closes the pipes and waits

    # ---- questions ---------------------------------------------------------------------------------------------------

    def completions(self, text: str) -> dict[str, str]:
        """What is offered where a | stands in the text, and what is shown beside each."""
        found = self._at_mark("textDocument/completion", text)
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: _said(item.get("documentation")) for item in items}

    def hover(self, text: str) -> str:
        """What is shown for the word before which a | stands."""
        found = self._at_mark("textDocument/hover", text)
        return _said(found["contents"]) if found else ""

    def diagnostics(self, text: str) -> list[tuple[int, str]]:
        """What is underlined: the line, counted from 1, and what is said."""
        uri = self._open(text)
        published = self._wait(
            lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri
        )
        return [(each["range"]["start"]["line"] + 1, each["message"]) for each in published["params"]["diagnostics"]]

    def _at_mark(self, method: str, text: str) -> Any:
        before, mark, after = text.partition("|")
        assert mark, "the text has no | to say where"
        line, character = before.count("\n"), len(before.rpartition("\n")[2])
        uri = self._open(before + after)
        return self._ask(method, {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})

    def _open(self, text: str) -> str:
        uri = (self._folder / f"rubric-{self._sent}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    # ---- the wire ----------------------------------------------------------------------------------------------------

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        number = self._send({"id": self._sent, "method": method, "params": params})
        answer = self._wait(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Any]) -> int:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = self._pipe(self._process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        pipe.flush()
        self._sent += 1
        return self._sent - 1

    def _wait(self, wanted: Any) -> Mapping[str, Any]:
        while True:
            message = self._received.get(timeout=PATIENCE)
            if wanted(message):
                return message
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._answer(message)})

    def _answer(self, message: Mapping[str, Any]) -> Any:
        """What the server asks its editor for: the settings of each section, and no more than that."""
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings if item["section"] == "yaml" else {} for item in message["params"]["items"]]

    def _listen(self) -> None:
        pipe = self._pipe(self._process.stdout)
        while header := pipe.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
                while pipe.readline().strip():
                    pass
                self._received.put(json.loads(pipe.read(length)))

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe is not None
        return pipe


_CAPABILITIES = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
    }
}


def _settings(schema: Path) -> dict[str, Any]:
    return {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "schemas": {schema.as_uri(): "*.yaml"},
    }


def _said(documentation: Any) -> str:
    return documentation["value"] if isinstance(documentation, dict) else documentation or ""
