"""The store's key: random, never stored plain, wrapped in up to three slots beside the database.

keystore: the operating system keeps it; passphrase and recovery: wrapped by a key from argon2id.
A new passphrase re-wraps the same key, so the leads are never written anew.
"""

import json
from typing import Any, NamedTuple

from boothapp.errors import EnvironmentFault, Locked, WrongCall
from boothapp.paths import Home
from boothapp.reasons import why
from boothapp.store import keystore
from boothapp.store.engine import PUT_BACK, folder_complaints
from boothapp.store.turn import turn
from boothapp.words import mark, tr

# RFC 3394, 2.2.1: the wrapped key is 8 bytes longer than the key.
KEY_BYTES, SALT_BYTES, WRAPPED_BYTES = 32, 16, 40
# RFC 9106, 4 (second recommended option): 64 MiB, 3 passes, 4 lanes: about 0.1 s on a booth laptop.
ARGON2 = {"time_cost": 3, "memory_cost": 65536, "parallelism": 4}
# No 0, 1, 8, 9, I, O, B or G: what is written down by hand must be read back right.
RECOVERY_LETTERS = "234567ACDEFHJKLMNPQRSTUVWXYZ"
RECOVERY_GROUPS, RECOVERY_GROUP = 6, 5
# Tells a right key from a wrong one without the database; half of an HMAC is enough (RFC 2104, 5).
CHECK_LABEL, CHECK_BYTES = b"boothapp: the key of the leads", 16


class Slot(NamedTuple):
    """One wrapped copy of the key (RFC 3394), and the salt its wrapping key was derived with; hex."""

    salt: str
    wrapped: str


class KeyFile(NamedTuple):
    """What stands beside the database: which store, the slots that can open it, and whether it was made.

    check: a value that only the right key gives, hex; "" in a key file from before there was one.
    """

    store: str
    keystore: bool = False
    made: bool = False
    check: str = ""
    passphrase: Slot | None = None
    recovery: Slot | None = None


PUT_KEY_BACK = mark(
    "Put your own copy of leads.key back beside leads.db; without it the leads can't be read."
)
TOO_SHORT = mark("The passphrase is too short.")
LONGER = mark("Choose one of at least 8 characters; a few words are best.")
SLOTS = ("passphrase", "recovery")


def exists(home: Home) -> bool:
    """True where a store was made already."""
    return home.key.exists() or home.store.exists()


def create(home: Home, passphrase: str | None) -> bytes:
    """Makes the key of a new home and keeps it in the OS keystore, or wrapped by the passphrase.

    Raises Locked where there is neither, or the passphrase is too short.
    """
    import secrets

    if passphrase and _is_short(passphrase):
        raise Locked(tr(TOO_SHORT), safe=tr("Nothing was changed."), step=tr(LONGER))
    key, store = secrets.token_bytes(KEY_BYTES), secrets.token_hex(8)
    kept = False if passphrase else _keep(store, key)
    if not (passphrase or kept):
        raise Locked(
            tr("There is no key for the leads yet."),
            step=tr("Set BOOTHAPP_PASSPHRASE, or open the window once and choose a passphrase."),
        )
    slot = wrap(key, passphrase) if passphrase else None
    _write(home, KeyFile(store, keystore=kept, check=check_value(key), passphrase=slot))
    return key


def unlock(home: Home, passphrase: str | None) -> bytes:
    """The key of this home; raises Locked where no slot opens. A recovery key is taken as a passphrase.

    A passphrase given for every home (BOOTHAPP_PASSPHRASE) locks nobody out of one that the keystore opens.
    """
    file = read(home)
    key = _by_secret(file, passphrase) if passphrase else None
    if key is None and file.keystore and not (passphrase and file.passphrase):
        key = _kept(file.store)
    if key is None:
        from boothapp.store.locked import locked

        raise locked(file, bool(passphrase))
    return key


def _is_short(passphrase: str) -> bool:
    from boothapp.domain.passphrase import is_long_enough

    return not is_long_enough(passphrase)


def _by_secret(file: KeyFile, secret: str) -> bytes | None:
    tries = ((file.passphrase, secret), (file.recovery, _typed(secret)))
    return next((key for slot, typed in tries if slot and (key := unwrap(slot, typed))), None)


def opens(home: Home, secret: str) -> bool:
    """Whether this is the passphrase or the recovery key of this home."""
    return _by_secret(read(home), secret) is not None


def can_be_proved(home: Home) -> bool:
    """Whether there is a passphrase or a recovery key that somebody could type."""
    file = read(home)
    return bool(file.passphrase or file.recovery)


def settle(home: Home, key: bytes) -> None:
    """Notes that the database was made and which key opens it.

    One that is missing later is never replaced by an empty one; one that doesn't open is damaged.
    """
    before = read(home)
    if not (before.made and before.check):
        _write(home, before._replace(made=True, check=check_value(key)))


def check_value(key: bytes) -> str:
    """What stands in the key file for the key; nothing of the key can be learnt from it. Hex."""
    import hmac

    return hmac.digest(key, CHECK_LABEL, "sha256")[:CHECK_BYTES].hex()


def is_right(home: Home, key: bytes) -> bool | None:
    """Whether this is the key of these leads; None where the key file doesn't know yet."""
    kept = read(home).check
    return kept == check_value(key) if kept else None


def must_have_store(home: Home) -> None:
    """Raises EnvironmentFault where the database was made once and is not there now, or has nothing in it."""
    if read(home).made and not (home.store.exists() and home.store.stat().st_size):
        raise EnvironmentFault(
            tr("The file of the leads is missing."),
            safe=tr("Nothing was changed."),
            step=tr(PUT_BACK),
        )


def change_passphrase(home: Home, key: bytes, passphrase: str) -> None:
    """Wraps the same key by a new passphrase; the recovery key stays as it is.

    Raises WrongCall for one that is too short.
    """
    if _is_short(passphrase):
        raise WrongCall(tr(TOO_SHORT), safe=tr("Nothing was changed."), step=tr(LONGER))
    slot = wrap(key, passphrase)
    with folder_complaints(), turn(home.root):
        _write(home, read(home)._replace(passphrase=slot))


def make_recovery(home: Home, key: bytes) -> str:
    """A new recovery key to print and lock away; the one before no longer opens."""
    code, slot = new_recovery(key)
    keep_recovery(home, slot)
    return code


def new_recovery(key: bytes) -> tuple[str, Slot]:
    """A new recovery key and its slot; it opens nothing until the slot is kept."""
    import secrets

    letters = [secrets.choice(RECOVERY_LETTERS) for _ in range(RECOVERY_GROUPS * RECOVERY_GROUP)]
    groups = ["".join(letters[at : at + RECOVERY_GROUP]) for at in range(0, len(letters), RECOVERY_GROUP)]
    code = "-".join(groups)
    return code, wrap(key, _typed(code))


def keep_recovery(home: Home, slot: Slot) -> None:
    """From now on this slot's recovery key opens; the one before no longer does."""
    with folder_complaints(), turn(home.root):
        _write(home, read(home)._replace(recovery=slot))


def wrap(key: bytes, secret: str) -> Slot:
    """The key wrapped by a secret, with a fresh salt."""
    import secrets

    from cryptography.hazmat.primitives.keywrap import aes_key_wrap

    salt = secrets.token_bytes(SALT_BYTES)
    return Slot(salt.hex(), aes_key_wrap(_derive(secret, salt), key).hex())


def unwrap(slot: Slot, secret: str) -> bytes | None:
    """The key, or None where the secret is not the right one."""
    from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

    try:
        return aes_key_unwrap(_derive(secret, bytes.fromhex(slot.salt)), bytes.fromhex(slot.wrapped))
    except InvalidUnwrap:
        return None


def read(home: Home) -> KeyFile:
    """The key file; raises EnvironmentFault where it is missing or not one."""
    try:
        return _parsed(json.loads(home.key.read_text("utf-8")))
    except FileNotFoundError as error:
        raise EnvironmentFault(
            tr("The key file of the leads is missing."),
            step=tr(PUT_KEY_BACK),
        ) from error
    except OSError as error:
        # A new copy over a good key that only can't be reached would lock the leads for ever.
        raise EnvironmentFault(
            tr("The key file of the leads can't be read: {reason}.").format(reason=why(error)),
            safe=tr("Nothing was changed."),
            step=tr("Give this account the right to read leads.key, and leave the file as it is."),
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise EnvironmentFault(
            tr("The key file of the leads can't be read."),
            step=tr(PUT_KEY_BACK),
        ) from error


def _parsed(data: dict[str, Any]) -> KeyFile:
    slots = {name: _slot(data[name]) for name in SLOTS if data.get(name)}
    check = str(data.get("check", ""))
    return KeyFile(data["store"], bool(data["keystore"]), bool(data["made"]), check, **slots)


def _slot(data: dict[str, str]) -> Slot:
    """Raises ValueError or TypeError for what no secret could open: it is damage, not a wrong passphrase."""
    slot = Slot(**data)
    if (len(bytes.fromhex(slot.salt)), len(bytes.fromhex(slot.wrapped))) != (SALT_BYTES, WRAPPED_BYTES):
        raise ValueError
    return slot


def _write(home: Home, file: KeyFile) -> None:
    slots = {name: slot._asdict() for name in SLOTS if (slot := getattr(file, name))}
    content = json.dumps({**file._asdict(), **slots}, indent=1)
    from boothapp import disk

    with folder_complaints():
        disk.write(home.key, content.encode())


def _typed(code: str) -> str:
    return "".join(code.upper().split()).replace("-", "")


def _derive(secret: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    # A passphrase from the environment may hold any bytes; those that are no UTF-8 stay what they are.
    spelt = secret.encode("utf-8", "surrogateescape")
    return hash_secret_raw(spelt, salt, hash_len=KEY_BYTES, type=Type.ID, **ARGON2)


def _keep(store: str, key: bytes) -> bool:
    """Keeps the key as 64 hex digits (Windows takes at most 2,560 bytes) and reads it back to be sure."""
    return keystore.keep(store, key.hex()) and _kept(store) == key


def _kept(store: str) -> bytes | None:
    found = keystore.kept(store)
    try:
        key = bytes.fromhex(found or "")
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None
