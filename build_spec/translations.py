"""The catalogues of words: `compile` makes what the app reads, `update` takes in texts new in the code.

Both work on resources/translations/LANGUAGE/LC_MESSAGES/boothapp.po (gettext).
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "translations"
KEYWORDS = {"tr": (1,), "mark": (1,), "plural": (1, 2)}
# No dates and names: they would change with every run, and git knows them better.
HEADER = """\
# The words of boothapp in this language; new texts come in with `make translations`.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def catalogue_files(folder: Path = CATALOGUES) -> list[Path]:
    """Every catalogue people translate, in the order of their languages."""
    return sorted(folder.glob("*/LC_MESSAGES/boothapp.po"))


def read(path: Path) -> Catalog:
    """The catalogue in a .po file; its language is the folder's name."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parent.parent.name, domain="boothapp", abort_invalid=True)
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    return catalogue


def marked(package: Path = ROOT / "boothapp") -> Catalog:
    """Every text that the code marks with tr, mark or plural, and the files it stands in."""
    texts = Catalog(domain="boothapp", charset="utf-8")
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for _, message, comments, context in extract_from_file("python", path, KEYWORDS):
            texts.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return texts


def compile_all(folder: Path = CATALOGUES) -> Iterator[Path]:
    """Writes the .mo beside each .po where it is missing or differs; yields those written."""
    for source in catalogue_files(folder):
        compiled = BytesIO()
        write_mo(compiled, read(source))
        target = source.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != compiled.getvalue():
            target.write_bytes(compiled.getvalue())
            yield target


def update_all(folder: Path = CATALOGUES) -> Iterator[tuple[Path, list[str]]]:
    """Brings each .po up to the code; yields it with the texts that still wait for their words."""
    for path in catalogue_files(folder):
        catalogue = read(path)
        catalogue.update(marked(), no_fuzzy_matching=True, update_creation_date=False)
        path.write_bytes(_header(catalogue) + _body(catalogue))
        yield path, untranslated(catalogue)


def _header(catalogue: Catalog) -> bytes:
    return HEADER.format(language=catalogue.locale, plural_forms=catalogue.plural_forms).encode()


def _body(catalogue: Catalog) -> bytes:
    body = BytesIO()
    style = {"omit_header": True, "sort_output": True, "ignore_obsolete": True, "include_lineno": False}
    write_po(body, catalogue, width=110, **style)
    return body.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts of a catalogue with no words yet, or with a plural form missing."""
    return [_english(message.id) for message in catalogue if message.id and not _complete(message.string)]


def _complete(words: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(words) if isinstance(words, str) or words is None else all(words)


def _english(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]


def main(job: str) -> int:
    if job == "compile":
        list(compile_all())
        return 0
    waiting = [(path, text) for path, texts in update_all() for text in texts]
    for path, text in waiting:
        print(f"{path.parent.parent.name}: {text}")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
