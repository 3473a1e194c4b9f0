import pytest

from boothapp.crm.rpc import Rpc
from boothapp.crm.target import LeadRecord
from boothapp.crm.tryton import TrytonTarget
from boothapp.domain.visitor import Phone
from tests.real.crm_contract import CrmContract
from tests.real.tryton import Head, SalesRep, free_port
from tests.unit.crm.records import record, with_visitor


class TestTryton(CrmContract):
    @pytest.fixture
    def away_target(self, tryton: Head) -> TrytonTarget:
        return TrytonTarget(
            Rpc(f"http://127.0.0.1:{free_port()}", tryton.database, tryton.user, tryton.password)
        )

    @pytest.fixture
    def rep(self, sales_rep: SalesRep) -> SalesRep:
        return sales_rep

    @pytest.fixture
    def writes(self) -> list[bytes]:
        return [b"party.party.create", b"sale.opportunity.create"]

    @pytest.fixture
    def bad_record(self) -> tuple[LeadRecord, str]:
        """The server refuses this number together with its party."""
        return with_visitor(record(), phones=(Phone("12", "+4912"),)), "phone"
