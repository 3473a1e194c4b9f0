"""What a scanner delivered, and what a recogniser made of it."""

from dataclasses import dataclass, field

from boothapp.badge import aim, charset
from boothapp.badge.alphabet import likely
from boothapp.domain.visitor import Visitor

# Longer than any code can carry (QR: 2,953 bytes); a longer text is read this far by the short formats.
SHORT_FORMAT_LIMIT = 65_536
# Byte order mark, padding, and the STX and ETX that scanners frame a code with.
_AROUND = "\ufeff\x00\x02\x03 \t\r\n"


@dataclass(frozen=True)
class Payload:
    """One scanned or pasted text.

    raw: the bytes exactly as they came; content: the bytes to parse, UTF-8 where the text is certain;
    text: the whole as text; certain: False where the alphabet had to be guessed.
    """

    raw: bytes
    content: bytes
    text: str
    certain: bool = True
    code_page: str = ""

    @property
    def short(self) -> str:
        """The text as far as the short formats read it, without what a scanner put around it."""
        return aim.unmarked(self.text[:SHORT_FORMAT_LIMIT].strip(_AROUND)).strip(_AROUND)

    @property
    def bare(self) -> str:
        """The same without the zeros between its signs, as UTF-16 shows where nothing says that it is."""
        return self.short.replace("\x00", "")


@dataclass(frozen=True)
class Found:
    """A recogniser's result, before cleaning.

    certain: no letter was guessed, None: as for the payload; private: the text must not be stored.
    """

    format: str
    visitor: Visitor = field(default_factory=Visitor)
    badge_id: str = ""
    warnings: tuple[str, ...] = ()
    certain: bool | None = None
    private: bool = False


def from_text(text: str, code_page: str = "") -> Payload:
    """A payload typed, pasted or given on the command line; its raw bytes are UTF-8.

    Undecodable command-line bytes arrive as lone surrogates and are turned back into the bytes they were.
    """
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError:
        return from_bytes(_with_surrogates(text), code_page)
    return Payload(raw, raw, text.removeprefix("\ufeff"), code_page=code_page)


def from_bytes(raw: bytes, code_page: str = "", guess: str = "") -> Payload:
    """A payload as bytes; guess is the scanner's own reading, used where no alphabet is likelier."""
    marked = charset.by_mark(raw)
    if marked is not None:
        return Payload(raw, marked.encode(), marked, code_page=code_page)
    page = charset.trusted(raw, code_page)
    text, certain = charset.decode(raw, charset.named_in(raw), page)
    if guess and not certain and not likely(raw):
        return Payload(raw, guess.encode("utf-8", "replace"), guess, code_page=code_page)
    return Payload(raw, raw, text, certain, code_page)


def from_scanner(raw: bytes, text: str, code_page: str = "") -> Payload:
    """A payload whose text is certain because the code itself names its alphabet (ECI)."""
    return Payload(raw, text.encode("utf-8", "replace"), text, code_page=code_page)


def _with_surrogates(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")
