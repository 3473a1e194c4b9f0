"""Payloads made by others: the project's copies, or a larger set in the folder BOOTHAPP_SAMPLES names."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from boothapp.badge.reading import Floor
from tests.corpus.item import Item

OWN = Path(__file__).parents[1] / "unit" / "badge" / "samples"
BESIDE = Path(__file__).parents[3] / "shared" / "samples"
US = Floor(country="US")


def folder() -> Path:
    """Where the samples are."""
    named = os.environ.get("BOOTHAPP_SAMPLES")
    if named:
        return Path(named)
    return BESIDE if BESIDE.is_dir() else OWN


def items(place: Path) -> Iterator[Item]:
    """The samples whose visitor a person has written down; the others only have to be read."""
    cards = json.loads((OWN / "expected_vcards.json").read_text("utf-8"))
    for path in sorted((place / "vcards").glob("*.vcf")):
        yield _item("vCard samples", path.read_bytes(), "vcard", cards.get(path.name), Floor())
    texts = {one["payload"]: one for one in json.loads((OWN / "expected_payloads.json").read_text("utf-8"))}
    for one in json.loads((place / "payloads.json").read_text("utf-8")):
        known = texts.get(one["payload"])
        yield _item("payload samples", one["payload"], known["format"] if known else "", known, US)


def _item(group: str, raw: str | bytes, format: str, known: dict[str, Any] | None, floor: Floor) -> Item:
    if known is None:
        return Item(f"{group}, nothing written down", raw, {}, floor, frozenset())
    badge_id = {"badge_id": known["badge_id"]} if known.get("badge_id") else {}
    return Item(group, raw, {"format": format, **badge_id, **known["visitor"]}, floor)
