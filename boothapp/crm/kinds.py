"""The kinds of head-office CRM boothapp can speak to, and what each has to be told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from boothapp.crm.target import Target
from boothapp.errors import WrongCall
from boothapp.words import mark, tr

Options = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its name for people, the options it needs, and how a target of it is made."""

    label: str
    needs: tuple[str, ...]
    make: Callable[[str, Options, str], Target]


def open_target(kind: str, url: str, options: Options, secret: str) -> Target:
    """The target of this kind; nothing is asked there yet. Raises WrongCall for an unknown kind or option."""
    known = KINDS.get(kind)
    if known is None:
        raise WrongCall(
            tr("There is no kind of CRM called {kind}.").format(kind=kind),
            step=tr("Choose one of: {kinds}.").format(kinds=", ".join(KINDS)),
        )
    missing = [name for name in known.needs if not options.get(name)]
    if missing:
        raise WrongCall(
            tr("{crm} also needs: {names}.").format(crm=tr(known.label), names=", ".join(missing)),
            step=tr("Add it to the CRM's settings."),
        )
    return known.make(url, options, secret)


def _tryton(url: str, options: Options, secret: str) -> Target:
    from boothapp.crm.tryton import TrytonTarget

    plain_http = options.get("plain_http") == "yes"
    return TrytonTarget(url, options["database"], options["user"], secret, plain_http=plain_http)


KINDS: Mapping[str, Kind] = {"tryton": Kind(mark("Tryton"), ("database", "user"), _tryton)}
