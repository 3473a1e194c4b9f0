import pytest

from boothapp.paths import Home
from tests.journeys.laptop import Laptop
from tests.real.conftest import sales_rep, tryton

__all__ = ["sales_rep", "tryton"]


@pytest.fixture
def laptop(home: Home) -> Laptop:
    """A laptop with the demo show open and no leads yet."""
    laptop = Laptop(home)
    assert laptop.does("demo", "--leads", "0", "--no-window") == {"show": "ad26", "leads": 0}
    return laptop
