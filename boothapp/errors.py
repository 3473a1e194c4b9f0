"""The two error families: what the person or the machine got wrong, and what we did."""


class UserError(Exception):
    """Something the person or the environment can mend.

    happened: what went wrong; safe: what is not lost; step: what to do next. Each one sentence or "".
    """

    exit_code = 1

    def __init__(self, happened: str, *, step: str = "", safe: str = "") -> None:
        super().__init__(happened)
        self.happened, self.safe, self.step = happened, safe, step

    def __str__(self) -> str:
        return " ".join(part for part in (self.happened, self.safe, self.step) if part)


class Refused(UserError):
    """It ran, but something was refused, held back or not delivered."""


class WrongCall(UserError):
    """The command, option or value makes no sense."""

    exit_code = 2


class EnvironmentFault(UserError):
    """Locked, wrong key, disk full, damaged, a newer database, no such printer."""

    exit_code = 3


class Busy(EnvironmentFault):
    """Another program has the leads for itself just now; the same call may succeed a moment later."""


class Locked(EnvironmentFault):
    """The store has no key, or the wrong one."""


class Defect(Exception):
    """A bug of ours: report it and close the data cleanly."""
