"""The head-office CRMs as people know them."""

from collections.abc import Mapping

from boothapp.crm.kinds import PRETENDED
from boothapp.words import mark

KIND_NAMES: Mapping[str, str] = {"tryton": "Tryton", PRETENDED: mark("pretended, for trying out")}
OPTION_NAMES: Mapping[str, str] = {"database": mark("Database"), "user": mark("User")}
