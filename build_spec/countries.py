"""Names of all countries in many languages for reading badges: resources/countries.tsv, made at set-up.

Source: CLDR by way of babel, which the app itself does not need. A name of two countries is left out.
"""

import sys
from collections import defaultdict
from pathlib import Path

from babel import Locale
from babel.core import get_global

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from boothapp.badge.countries import CODES  # noqa: E402

FILE = ROOT / "resources" / "countries.tsv"
_LANGUAGES = """
en uk de fr es it pl ru tr pt nl sv da nb fi cs sk hu ro bg hr sr sl lt lv et el he ar fa ka hy az kk ja
ko zh zh_Hant vi th id ms hi
"""
LANGUAGES = tuple(_LANGUAGES.split())

# CLDR knows them as one of the two, people as either.
TWO_COUNTRIES = ("congo", "kongo", "конго", "コンゴ", "刚果")


def table() -> dict[str, list[str]]:
    """Code -> its names, each spelling once, in the order of the languages."""
    names: dict[str, dict[str, None]] = {code: {} for code in sorted(CODES)}
    owners: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        for code in names:
            for key in (code, f"{code}-alt-short", f"{code}-alt-variant"):
                if name := territories.get(key):
                    names[code][name] = None
                    owners[name.casefold()].add(code)
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and codes[0] in names:
            names[codes[0]][alias] = None
            owners[alias.casefold()].add(codes[0])
    for name in TWO_COUNTRIES:
        owners[name] |= {"CG", "CD"}
    return {
        code: [name for name in each if len(owners[name.casefold()]) == 1] for code, each in names.items()
    }


def main() -> None:
    rows = ("\t".join((code, *names)) for code, names in table().items())
    FILE.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
