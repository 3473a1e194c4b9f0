"""How a text file is written: its alphabet and how many lines it has, found by reading it once."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from boothapp.attendees import latin
from boothapp.badge import charset

CHUNK = 1 << 20
_SAMPLE = 20_000
_BINARY_SHARE = 0.02
# One odd byte in a hundred letters is a slip of the exporter; more of them are another alphabet.
_SLIPS = 0.01
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Code pages of other scripts than the Latin one, as organisers' systems still write them.
_OTHERS = (
    "cp932", "euc_jp", "cp949", "gb18030", "big5", "cp1251", "koi8_r", "koi8_u", "cp866", "mac_cyrillic",
    "iso8859_5", "cp1253", "iso8859_7", "cp1255", "cp1256", "cp874",
)  # fmt: skip
_ESCAPES = (b"\x1b$B", b"\x1b$@")
"""How Japanese text begins in ISO-2022-JP (RFC 1468), which is ASCII to the eye of a program."""

_LETTERS_16 = 0.1
# Of fewer letters nobody can tell which script they are.
_TELLING, _LAST_OF_ASCII = 30, 127
# Control characters that no table holds; tab, line ends and the separators of GS1 codes may stand there.
_ODD = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27, 28, 29, 30, 31})


# With these each letter beside ASCII begins in UTF-8 (RFC 3629).
_FIRSTS = bytes(range(0xC2, 0xF5))


@dataclass(frozen=True, slots=True)
class Writing:
    """The codec to read with, and how many lines there are.

    binary: no text at all; long_lines: lines may be too long to be read at once.
    """

    codec: str
    lines: int
    binary: bool = False
    long_lines: bool = False


def writing(file: Path, code_page: str = "", named: str = "") -> Writing:
    """Reads the file once; code_page is the show's, for text that is not UTF-8 and gives no other hint.

    named: the codec that people have chosen, which is taken at its word.
    """
    with file.open("rb") as source:
        head = source.read(CHUNK)
        codec = _by_mark(head) or _without_mark(head)
        codec = _as_named(named, codec) if named else codec
        if codec:
            return _wide(source, head, codec)
        if len(head.translate(None, _ODD)) < len(head) * (1 - _BINARY_SHARE):
            return Writing("", 0, binary=True)
        return _eight_bit(source, head, code_page)


def _as_named(named: str, found: str) -> str:
    """The codec people have chosen, and for Unicode the kind of it that the file's first bytes tell."""
    if named == "utf-8":
        return "utf-8-sig"
    if named == "utf-16":
        return found if found.startswith(named) else "utf-16-le"
    return named


def _by_mark(head: bytes) -> str:
    return next((codec for mark, codec in _MARKS if head.startswith(mark)), "")


def _without_mark(head: bytes) -> str:
    """UTF-16 without its mark: beside a 0 stand the commas, digits and line ends that every list has."""
    pairs = list(zip(head[0:4000:2], head[1:4000:2], strict=False))
    little = sum(1 for one, other in pairs if not other and _is_ascii(one))
    big = sum(1 for one, other in pairs if not one and _is_ascii(other))
    if max(little, big) < len(pairs) * _LETTERS_16 or not pairs:
        return ""
    # One side is clearly fuller: a list of Chinese names has letters whose second byte is 0 too.
    return ("utf-16-le" if little > big else "utf-16-be") if max(little, big) > 4 * min(little, big) else ""


def _is_ascii(byte: int) -> bool:
    return byte in (9, 10, 13) or 32 <= byte < 127


def _wide(source: BinaryIO, head: bytes, codec: str) -> Writing:
    decode, lines, long, last = codecs.getincrementaldecoder(codec)("replace"), 0, False, ""
    for chunk in _chunks(source, head):
        text = decode.decode(chunk)
        ends, last = _ends(text), text[-1:] or last
        lines, long = lines + ends, long or (not ends and len(chunk) == CHUNK)
    return Writing(codec, lines + (last not in "\r\n"), long_lines=long)


def _ends(text: str) -> int:
    return text.count("\n") or text.count("\r")


def _chunks(source: BinaryIO, head: bytes) -> Iterator[bytes]:
    yield head
    while chunk := source.read(CHUNK):
        yield chunk


def _eight_bit(source: BinaryIO, head: bytes, code_page: str) -> Writing:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    lines, long, sample, wrong, letters = 0, False, b"", 0, 0
    last = b""
    for chunk in _chunks(source, head):
        ends, last = chunk.count(b"\n") or chunk.count(b"\r"), chunk[-1:] or last
        lines, long = lines + ends, long or (not ends and len(chunk) == CHUNK)
        text = decoder.decode(chunk)
        if not text.isascii():
            wrong += text.count("\ufffd")
            letters += len(chunk) - len(chunk.translate(None, _FIRSTS))
            sample = (sample + _foreign(chunk))[:_SAMPLE] if len(sample) < _SAMPLE else sample
    # The last line may end without a line end.
    lines += last not in b"\r\n"
    if not letters and any(escape in head for escape in _ESCAPES):
        return Writing("iso2022_jp", lines, long_lines=long)
    codec = "utf-8" if wrong <= letters * _SLIPS else _guess(sample, code_page)
    return Writing(codec, lines, long_lines=long)


def _foreign(chunk: bytes) -> bytes:
    """The lines with letters outside ASCII: they say which alphabet it is."""
    found = [line for line in chunk.splitlines() if not line.isascii()]
    return b"".join(line + b"\n" for line in found[:500])


def _guess(sample: bytes, code_page: str) -> str:
    whole = sample[: sample.rfind(b"\n") + 1] or sample
    named = charset.codec(charset.trusted(whole, code_page))
    little = sum(byte > _LAST_OF_ASCII for byte in whole) < _TELLING
    return (
        latin.likely(whole)
        or (named if little and named.replace("-", "_") in _OTHERS else "")
        or _other_script(whole)
        or named
        or "cp1252"
    )


def _other_script(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(_OTHERS)).best()
    return charset.codec(found.encoding) if found else ""
