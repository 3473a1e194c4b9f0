import pytest

from boothapp.paths import Home
from tests.journeys.laptop import Laptop
from tests.real.conftest import sales_rep, tryton

__all__ = ["sales_rep", "tryton"]


@pytest.fixture
def laptop(home: Home) -> Laptop:
    """A laptop with a show like the demo's open and no leads yet; the demo's own are never sent unasked."""
    laptop = Laptop(home)
    assert laptop.does("demo", "--leads", "0", "--no-window") == {"show": "ad26", "leads": 0}
    laptop.does("show", "new", "Autumn Dock", "--from", "ad26")
    return laptop
