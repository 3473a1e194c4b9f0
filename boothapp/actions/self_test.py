"""Does this installation have all its parts? Tried for real, in a folder that is gone afterwards."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from boothapp import paths, words
from boothapp.actions.lane import here
from boothapp.actions.safety import Check, check
from boothapp.store.database import open_store


def run() -> list[Check]:
    """Proves that this installation is whole, in a folder of its own that is gone afterwards."""
    with TemporaryDirectory(prefix="boothapp-self-test-") as folder:
        return [_tried(name, part, Path(folder)) for name, part in PARTS.items()]


def _tried(name: str, part: Callable[[Path], str], folder: Path) -> Check:
    try:
        return Check(name, True, part(folder))
    except Exception as error:  # noqa: BLE001  (a part that is missing fails in its own way)
        return Check(name, False, f"{type(error).__name__}: {error}")


def _store_part(folder: Path) -> str:
    from boothapp.actions import capture, demo
    from boothapp.domain.draft import Draft

    home = paths.Home(folder / "store")
    store = open_store(home, "self-test")
    demo.make(store, 3)
    saved = capture.save(store, Draft())
    store.close()
    again = open_store(home, "self-test")
    found = all(one.ok for one in check(again))
    again.close()
    plain = b"SQLite format" in home.store.read_bytes()[:16]
    return _must(found and not plain, f"{saved.lead.number}, encrypted")


def _key_part(folder: Path) -> str:
    from boothapp.store import key, keystore

    home = paths.Home(folder / "store")
    unlocked = key.unlock(home, "self-test")
    code = key.make_recovery(home, unlocked)
    kept = "keystore" if keystore.works() else "passphrase"
    return _must(key.unlock(home, code) == unlocked, f"{kept}, recovery key opens")


def _fonts_part(_: Path) -> str:
    files = sorted(file.name for file in (paths.resources() / "fonts").glob("*.ttf"))
    return _must(len(files) >= 4, ", ".join(files))


def _icons_part(_: Path) -> str:
    files = list((paths.resources() / "icons").glob("*.svg"))
    return _must(len(files) >= 10, f"{len(files)} icons")


def _words_part(_: Path) -> str:
    words_of = {code: words.tr("hot", code) for code in words.LANGUAGES}
    return _must(words_of.get("uk") not in ("", "hot"), ", ".join(words_of.values()))


def _code_part(_: Path) -> str:
    import io

    import zxingcpp

    from boothapp.actions.badges import scan_image

    text = "MECARD:N:Ґедзь,Оксана;EMAIL:o@werft.example;;"
    picture = io.BytesIO()
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    _image(made.to_image(scale=4)).save(picture, "PNG")
    reading = scan_image(picture.getvalue())
    return _must(reading.visitor.family_name == "Ґедзь", f"{reading.symbology}, {reading.format}")


def _image(pixels: Any) -> Any:
    from PIL import Image

    return Image.fromarray(pixels) if not isinstance(pixels, Image.Image) else pixels


def _sheet_part(folder: Path) -> str:
    from boothapp.actions import sheets

    store = open_store(paths.Home(folder / "store"), "self-test")
    sheet = sheets.draw(here(store), "A-0001")
    store.close()
    return _must(sheet.pdf.startswith(b"%PDF"), f"{len(sheet.pdf) // 1024} KB, {len(sheet.links)} codes")


def _pack_part(folder: Path) -> str:
    from boothapp.actions import packs

    store = open_store(paths.Home(folder / "store"), "self-test")
    report = packs.write(here(store), folder / "pack.zip")
    store.close()
    return _must(report.leads == 4, ", ".join(report.files))


def _must(found: bool, detail: str) -> str:
    if not found:
        raise AssertionError(detail)
    return detail


PARTS: Mapping[str, Callable[[Path], str]] = {
    "store": _store_part,
    "key": _key_part,
    "fonts": _fonts_part,
    "icons": _icons_part,
    "words": _words_part,
    "code": _code_part,
    "sheet": _sheet_part,
    "pack": _pack_part,
}
