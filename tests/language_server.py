"""
A client for the YAML language server that editors run: the protocol's part that a test needs.

The protocol is the Language Server Protocol 3.17, over standard input and output.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any


class LanguageServer:
    """
    A running server with one folder open.
    """

    def __init__(self, command: Sequence[str], folder: Path, settings: dict[str, Any]) -> None:
        """
        Start the server.

        Args:
            command: What starts it.

            folder: The editor's folder.

            settings: Those of the editor, as nested objects.
        """
        self._ids = count(1)
        self._versions = count(1)
        self.settings = settings
        self.is_set = False
        self.process = subprocess.Popen(
            [*command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        root = folder.as_uri()
        self.ask(
            "initialize",
            processId=None,
            rootUri=root,
            workspaceFolders=[{"uri": root, "name": folder.name}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "hover": {"contentFormat": ["markdown"]},
                    "completion": {
                        "completionItem": {
                            "snippetSupport": True,
                            "documentationFormat": ["markdown"],
                        }
                    },
                },
            },
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=settings)
        while not self.is_set:
            self._receive()

    def ask(self, method: str, **params: Any) -> Any:  # noqa: ANN401
        """Send a request and return its result."""
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, **params: Any) -> None:  # noqa: ANN401
        """Send a notification."""
        self._send({"method": method, "params": params})

    def open(self, file: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with a text, whatever the disk holds, and return what is wrong with it."""
        uri = file.as_uri()
        document = {
            "uri": uri,
            "languageId": "yaml",
            "version": next(self._versions),
            "text": text,
        }
        self.tell("textDocument/didOpen", textDocument=document)
        while True:
            message = self._receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                if params["uri"] == uri:
                    found: list[dict[str, Any]] = params["diagnostics"]
                    return found

    def at(self, method: str, file: Path, line: int, column: int) -> Any:  # noqa: ANN401
        """Ask something about a place, counted from one."""
        position = {"line": line - 1, "character": column - 1}
        return self.ask(
            f"textDocument/{method}", textDocument={"uri": file.as_uri()}, position=position
        )

    def close(self) -> None:
        """End the server."""
        self.ask("shutdown")
        self.tell("exit")
        self.process.wait(timeout=20)
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe
            pipe.close()

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _answer(self, request: dict[str, Any]) -> None:
        """Answer what the server asks: the editor's settings, and nothing else."""
        result = None
        if request["method"] == "workspace/configuration":
            items = request["params"]["items"]
            result = [self.settings.get(item.get("section")) for item in items]
            self.is_set = True
        self._send({"id": request["id"], "result": result})

    def _receive(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            self._answer(message)
        return message
