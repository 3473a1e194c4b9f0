"""One laptop at the stand; its letter begins the numbers of the leads captured on it."""

import re

from boothapp.domain.fact import fact

_LETTERS = re.compile(r"[A-Z]{1,3}")


@fact
class Station:
    """A laptop by its letter, one to three capitals; ValueError for anything else."""

    letter: str = "A"

    def __post_init__(self) -> None:
        if not _LETTERS.fullmatch(self.letter):
            raise ValueError(self.letter)

    def number(self, count: int) -> str:
        """The number people say for this station's lead, such as A-0042."""
        return f"{self.letter}-{count:04d}"
