"""A print queue for tests: programs that answer as CUPS does, in a folder of their own on the PATH."""

import sys
from collections.abc import Sequence
from pathlib import Path

_LPSTAT = """#!{python}
import sys, time
asked = sys.argv[1]
if asked == "-e":
    if {silent}:
        time.sleep(30)
    print("\\n".join({names}))
elif asked == "-d":
    print("system default destination: {default}" if "{default}" else "no system default destination")
elif asked == "-p":
    print({says!r})
"""


def with_queue(folder: Path, default: str, names: Sequence[str], says: str, silent: bool = False) -> None:
    """Writes lp and lpstat there; `says` is what the system tells of the default queue."""
    folder.mkdir(exist_ok=True)
    filled = _LPSTAT.format(
        python=sys.executable, names=list(names), default=default, says=says, silent=silent
    )
    for name, text in {"lpstat": filled, "lp": f"#!{sys.executable}\n"}.items():
        (folder / name).write_text(text, "utf-8")
        (folder / name).chmod(0o755)
