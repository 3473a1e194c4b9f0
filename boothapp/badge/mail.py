"""E-mail addresses checked without a network, and mistyped domains recognised."""

import re
from dataclasses import dataclass

# The large free-mail providers of Europe and America; a domain one letter away from one is most likely it.
COMMON_DOMAINS = (
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "yahoo.co.uk",
    "hotmail.com",
    "hotmail.co.uk",
    "hotmail.de",
    "hotmail.fr",
    "outlook.com",
    "outlook.de",
    "icloud.com",
    "protonmail.com",
    "t-online.de",
    "freenet.de",
    "ukr.net",
    "wanadoo.fr",
    "orange.fr",
    "seznam.cz",
    "libero.it",
)
# Real providers and top-level domains that are one letter away from one above.
_ALSO_REAL = frozenset({"ymail.com", "mail.com", "hotmail.it", "hotmail.es", "outlook.es", "orange.fr"})
# Endings that no top-level domain has (IANA root zone), and what was meant.
_ENDINGS = {
    "con": "com",
    "cmo": "com",
    "ocm": "com",
    "comm": "com",
    "coom": "com",
    "vom": "com",
    "xom": "com",
    "cim": "com",
    "nte": "net",
    "nett": "net",
    "ogr": "org",
    "orgg": "org",
}

# Nearly every address looks like this, and is valid without the library's long way.
_PLAIN = re.compile(
    r"(?ai)[a-z0-9_]{1,32}(?:[.+-][a-z0-9_]{1,10}){0,2}@(?:[a-z0-9]{1,40}[.-]){1,3}[a-z]{2,20}"
)


@dataclass(frozen=True)
class Check:
    """valid: has the form of an address; suggestion: the address that was probably meant, or ""."""

    valid: bool
    suggestion: str = ""


def address(text: str) -> str:
    """The bare address: without "mailto:", a name before it, angle brackets and spaces."""
    bare = text.strip()
    if bare.endswith(">") and "<" in bare:
        bare = bare[bare.rindex("<") + 1 : -1]
    bare = bare.strip(" <>;,")
    if bare[:7].lower() == "mailto:":
        bare = bare[7:].partition("?")[0]
    return bare.strip()


def check(text: str) -> Check:
    """Checks form (RFC 5322, 6531) and domain offline; a suggestion is never applied by itself."""
    local, _, domain = text.rpartition("@")
    if not _PLAIN.fullmatch(text) and not _is_valid(text):
        return Check(False)
    meant = _meant(domain.lower())
    return Check("." in domain, f"{local}@{meant}" if meant else "")


def _is_valid(text: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        # Reserved names such as visitor@shop.example are fine here: tests, demos and guides use them.
        validate_email(text, check_deliverability=False, globally_deliverable=False)
    except (EmailNotValidError, UnicodeError):
        return False
    return True


def _meant(domain: str) -> str:
    if domain in COMMON_DOMAINS or domain in _ALSO_REAL:
        return ""
    name, _, ending = domain.rpartition(".")
    mended = f"{name}.{_ENDINGS[ending]}" if name and ending in _ENDINGS else domain
    if mended in COMMON_DOMAINS:
        return mended
    near = next((common for common in COMMON_DOMAINS if _one_slip(mended, common)), "")
    return near or (mended if mended != domain else "")


def _one_slip(written: str, meant: str) -> bool:
    """One letter more, less or other, or two neighbours exchanged."""
    if abs(len(written) - len(meant)) > 1 or written == meant:
        return False
    start = next((i for i, (a, b) in enumerate(zip(written, meant, strict=False)) if a != b), len(meant))
    rest, wanted = written[start:], meant[start:]
    swapped = rest[1:2] + rest[:1] + rest[2:] == wanted
    return swapped or rest[1:] == wanted or rest == wanted[1:] or rest[1:] == wanted[1:]
