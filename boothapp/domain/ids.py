"""Identities made on the laptop, so that nothing has to ask a server for a number."""

import time
from random import SystemRandom
from threading import Lock
from uuid import UUID

_FREE = (1 << 128) - 1 & ~(0xF << 76) & ~(0x3 << 62)
_LOW = (1 << 62) - 1
# Any odd number: the ids made one of the other come round only after all of them.
_STEP = 0x1E3779B97F4A7C15
TOKEN_LENGTH = 10
# Crockford's base 32: no i, l, o or u, so that a token survives being read aloud.
TOKEN_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


# The same source as in `secrets`, which would load OpenSSL for digests that nobody asks for here.
_random = SystemRandom()
_last = 0
_one_at_a_time = Lock()


def new_id() -> str:
    """A time-ordered UUIDv7 as text (RFC 9562, 5.7): 48 bits of milliseconds, 74 random bits.

    Later ids of one process always sort later, within a millisecond too (RFC 9562, 6.2, method 2).
    """
    global _last
    random = _random.getrandbits(74)
    fields = (time.time_ns() // 1_000_000) << 80 | random >> 62 << 64 | random & (1 << 62) - 1
    with _one_at_a_time:
        _last = max(fields, _last + 1)
        fields = _last
    return str(UUID(int=fields & _FREE | 0x7 << 76 | 0b10 << 62))


def following(id: str) -> str:
    """Another id made of this one, always the same: what is said twice in two ways stays two things."""
    whole = UUID(id).int
    random = whole & _LOW
    return str(UUID(int=whole ^ random | (random + _STEP) & _LOW))


def new_token() -> str:
    """An opaque token for links on paper: 50 random bits, no personal data in it."""
    bits = _random.getrandbits(5 * TOKEN_LENGTH)
    return "".join(TOKEN_LETTERS[bits >> 5 * place & 31] for place in range(TOKEN_LENGTH))
