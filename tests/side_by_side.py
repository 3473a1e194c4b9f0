"""Which tests may run side by side, each in a process with others of its file."""

from xdist.scheduler import LoadScopeScheduling

SERVERS = ("tests/journeys/", "tests/real/")


class Files(LoadScopeScheduling):  # type: ignore[misc]
    """Gives each process one file after the other, and all that start servers and screens to one of them."""

    def _split_scope(self, nodeid: str) -> str:
        return "servers" if nodeid.startswith(SERVERS) else nodeid.split("::", 1)[0]
