"""The CRMs there are, by kind: a table, so that a new one is one line here and one file beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from boothapp.crm.target import Target
from boothapp.domain.delivery import PRETENDED
from boothapp.errors import WrongCall
from boothapp.words import tr

__all__ = ["KINDS", "PRETENDED", "Kind", "open_target", "require"]

Options = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its name for people, the options it needs, how a target of it is made, what else it takes."""

    label: str
    needs: tuple[str, ...]
    make: Callable[[str, Options, str], Target]
    takes: Mapping[str, tuple[str, ...]]


def _tryton(url: str, options: Options, secret: str) -> Target:
    from boothapp.crm.rpc import Rpc
    from boothapp.crm.tryton import TrytonTarget

    plain = options.get("plain_http", "") == "yes"
    return TrytonTarget(Rpc(url, options["database"], options["user"], secret, plain_http=plain))


KINDS: Mapping[str, Kind] = {
    "tryton": Kind("Tryton", ("database", "user"), _tryton, {"plain_http": ("yes", "no")})
}


def require(kind: str, url: str, options: Options) -> None:
    """Raises WrongCall where the kind is unknown, or its address or an option it needs is missing."""
    if kind not in KINDS:
        raise WrongCall(
            tr("boothapp does not know the CRM {kind}.").format(kind=kind),
            step=tr("It knows {kinds}.").format(kinds=", ".join(KINDS)),
        )
    missing = [f"--option {name}=…" for name in KINDS[kind].needs if not options.get(name, "").strip()]
    missing = missing if url.strip() else ["--url …", *missing]
    if missing:
        raise WrongCall(
            tr("{kind} needs more to be reached.").format(kind=KINDS[kind].label),
            step=tr("Add {missing}.").format(missing=" ".join(missing)),
        )
    if not is_address(url):
        raise WrongCall(
            tr("This is no address of a CRM: it begins with https:// and names the server."),
            safe=tr("Nothing was changed."),
        )


def refuse_unknown(kind: str, options: Options) -> None:
    """Raises WrongCall for an option that this kind doesn't have, or a value that an option doesn't take."""
    known = KINDS[kind]
    for name, value in options.items():
        allowed = known.takes.get(name, (value,))
        if name not in (*known.needs, *known.takes) or value not in allowed:
            values = [f"{one}={'|'.join(several)}" for one, several in known.takes.items()]
            raise WrongCall(
                tr("{kind} has no option {option}.").format(kind=known.label, option=f"{name}={value}"),
                safe=tr("Nothing was changed."),
                step=tr("Use one of: {names}.").format(names=", ".join((*known.needs, *values))),
            )


def is_address(url: str) -> bool:
    """Could a CRM be reached at this address? Only its form is looked at."""
    text = url.strip()
    try:
        parts = urlsplit(text)
        named = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return named and text.isprintable() and " " not in text


def open_target(kind: str, url: str, options: Options, secret: str) -> Target:
    """The target of this kind; nothing is asked over the network yet."""
    require(kind, url, options)
    return KINDS[kind].make(url, options, secret)
