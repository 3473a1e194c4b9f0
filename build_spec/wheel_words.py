"""Makes words and countries' names while a wheel is built, so that `pip install .` speaks every language."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileWords(BuildHookInterface[Any]):  # type: ignore[misc]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        words, countries = (
            Path(self.root, "build_spec", name) for name in ("translations.py", "countries.py")
        )
        subprocess.run([sys.executable, words, "compile"], check=True)
        subprocess.run([sys.executable, countries], check=True)
