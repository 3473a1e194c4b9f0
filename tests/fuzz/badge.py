"""Byte-wise fuzzing of everything in `badge` that reads text: `make fuzz`, five minutes on one core.

Starts from the samples and the corpus. Any exception, a reading that cannot be stored, or one that takes
longer than ten seconds ends it with the bytes in build/fuzz/. Options of libFuzzer may follow the command.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["boothapp.badge"]):
    from boothapp.badge import clean, delimited, image, json_badge, labelled, licence, vcard  # noqa: F401
    from boothapp.badge.reading import Floor, read_text

from tests.corpus import samples
from tests.corpus.corpus import items
from tests.corpus.sound import sound

FOLDER = Path("build/fuzz")
MINUTES = 5
# Nothing of these is kept.
PRIVATE = ("licence", "bank card", "travel document", "wifi", "login secret")
# Chosen by the first byte of the input.
FLOORS = (
    Floor(),
    Floor("cp1251", "UA"),
    Floor("utf-16", "DE", licences=True),
    Floor("no-such-page", "US", licences=True),
)
WORDS = r"""
BEGIN:VCARD END:VCARD VERSION:2.1 N: FN: CHARSET= ENCODING=QUOTED-PRINTABLE ENCODING=b PHOTO; item1. TYPE=
PREF=1 AGENT: =0D=0A MECARD: BIZCARD: MEMORY: NAME1: MATMSG: TO: mailto: tel: smsto: https:// /badge/ www.
linkedin.com/in/ ?badge_id= VQC: ;ID: ;FN: {"attendee":{ "name":" "email":" ANSI\x20 636000 DAQ DCS DBB ]Q1
:: ^ | U2FsdGVkX1 \xc3\x83 \xd0\xa0 \xef\xbb\xbf \xff\xfe \x1e\x0d
"""


def read_one(data: bytes) -> None:
    """Reads the bytes as they are, and as text where they are text."""
    floor, raw = FLOORS[(data[0] if data else 0) % len(FLOORS)], data[1:]
    reading = read_text(raw, "", floor)
    assert sound(reading)
    assert reading.raw == (b"" if reading.format in PRIVATE else raw)
    assert sound(read_text(raw.decode("utf-8", "surrogateescape"), "QRCode", floor))


def prepare() -> list[str]:
    """Writes seeds and words; the command line for libFuzzer."""
    seeds = FOLDER / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    payloads = [item.raw for maker in (samples.items(samples.OWN), items()) for item in maker]
    for place, raw in enumerate(payloads):
        data = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
        (seeds / f"{place:05}").write_bytes(bytes([place % len(FLOORS)]) + data)
    quoted = [f'"{word.replace(chr(34), chr(92) + chr(34))}"' for word in WORDS.split()]
    (FOLDER / "words").write_text("\n".join(quoted) + "\n", "utf-8")
    found = FOLDER / "found"
    found.mkdir(exist_ok=True)
    options = [f"-max_total_time={MINUTES * 60}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=4096"]
    places = [f"-dict={FOLDER / 'words'}", f"-artifact_prefix={FOLDER}/", str(found), str(seeds)]
    return [*options, "-print_final_stats=1", "-verbosity=1", *places]


if __name__ == "__main__":
    arguments = prepare()
    atheris.Setup([sys.argv[0], *arguments[:-2], *sys.argv[1:], *arguments[-2:]], read_one)
    atheris.Fuzz()
