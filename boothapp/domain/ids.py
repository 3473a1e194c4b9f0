"""Identities made on the laptop, so that nothing has to ask a server for a number."""

import secrets
import time
from uuid import UUID

TOKEN_LENGTH = 10
# Crockford's base 32: no i, l, o or u, so that a token survives being read aloud.
TOKEN_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id() -> str:
    """A time-ordered UUIDv7 as text (RFC 9562, 5.7): 48 bits of milliseconds, 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | random >> 62 << 64 | 0b10 << 62 | random & (1 << 62) - 1
    return str(UUID(int=value))


def new_token() -> str:
    """An opaque token for links on paper: 50 random bits, no personal data in it."""
    return "".join(secrets.choice(TOKEN_LETTERS) for _ in range(TOKEN_LENGTH))


def lead_number(station: str, count: int) -> str:
    """The number people say at the stand: station letter and count, such as A-0042."""
    return f"{station}-{count:04d}"
