"""The manifest: what is in a pack, with the sum of every file, so that a damaged copy shows."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import boothapp
from boothapp.packs.lead import PackLead

NAME = "manifest.json"
FORMAT = "boothapp-pack/1"


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of the pack: its name, its size in octets, its SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


def entry(name: str, data: bytes) -> PackFile:
    """The manifest's entry for a file's bytes."""
    return PackFile(name, len(data), hashlib.sha256(data).hexdigest())


def manifest(
    files: Sequence[PackFile],
    *,
    leads: int,
    show: str,
    made_at: str,
    withheld: Sequence[PackLead] = (),
) -> bytes:
    """The manifest as JSON; withheld leads are told by number and reason only."""
    content = {
        "format": FORMAT,
        "app": boothapp.__version__,
        "show": show,
        "made_at": made_at,
        "leads": leads,
        "withheld": [{"number": lead.number, "reason": lead.withheld} for lead in withheld],
        "files": [asdict(file) for file in files],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def damaged(content: bytes, files: Mapping[str, bytes]) -> list[str]:
    """The names of files that are missing, changed or not told in the manifest."""
    told = {item["name"]: item for item in json.loads(content)["files"]}
    changed = [
        name for name, item in told.items() if name not in files or item != asdict(entry(name, files[name]))
    ]
    return changed + [name for name in files if name not in told and name != NAME]
