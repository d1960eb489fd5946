from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from language_server import LanguageServer
from sandbox import ROOT

from bench.registries import NODE_LOCK, install_modules, install_wheel, wheel_node, wheel_npm

#: Where what the registries bring is kept, beside the judges; ``make clean`` removes it.
BROUGHT = ROOT / ".judge"


def shipped_settings() -> dict[str, Any]:
    """The editor's settings that come with the project, as nested objects."""
    flat = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    settings: dict[str, Any] = {}
    for name, value in flat.items():
        *path, last = name.split(".")
        inside = settings
        for step in path:
            inside = inside.setdefault(step, {})
        inside[last] = value
    return settings


@pytest.fixture(scope="session")
def server() -> Iterator[LanguageServer]:
    """The language server of VS Code's YAML extension, with this project open as shipped."""
    install_wheel(BROUGHT / "node", NODE_LOCK)
    install_modules(
        BROUGHT / "editor", Path(__file__).parent / "locks", wheel_npm(BROUGHT / "node")
    )
    program = BROUGHT / "editor" / "node_modules/yaml-language-server/bin/yaml-language-server"
    command = [wheel_node(BROUGHT / "node"), str(program)]
    running = LanguageServer(command, ROOT, shipped_settings())
    yield running
    running.close()
