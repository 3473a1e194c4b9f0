"""The line to Tryton and the sign-in: nonsense, silence, refusal and restart end in a sentence."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from boothapp.crm.delivery import deliver
from boothapp.crm.rpc import Rpc
from boothapp.crm.target import Away, DataRefused, NotThisCrm, SignInRefused, TargetFault
from boothapp.crm.tryton import TrytonTarget
from tests.real import tryton as head_office
from tests.real.bad_line import BadLine, Trouble
from tests.real.tryton import Head, SalesRep
from tests.unit.crm.records import record, records


def test_a_user_without_rights_is_told_which_and_no_lead_is_parked(tryton: Head) -> None:
    target = TrytonTarget(Rpc(tryton.url, tryton.database, "guest", tryton.passwords["guest"]))
    health = target.check()
    assert not health.ok
    assert "sale.opportunity: create" in health.missing
    delivered = deliver(target, records(5))
    assert delivered.stopped is not None
    assert len(delivered.of("retry")) == 5
    target.close()


def test_a_wrong_password_is_said_and_shown_nowhere(tryton: Head) -> None:
    secret = "not-the-Passw0rd"
    target = TrytonTarget(Rpc(tryton.url, tryton.database, "boothapp", secret))
    delivered = deliver(target, records(2))
    assert isinstance(delivered.stopped, SignInRefused)
    assert len(delivered.of("retry")) == 2
    shown = f"{delivered!r} {delivered.stopped} {target!r} {delivered.stopped.__dict__}"
    assert secret not in shown
    assert "boothapp" in str(delivered.stopped)


def test_an_unknown_database_is_named(tryton: Head) -> None:
    with pytest.raises(NotThisCrm, match="no database called nope"):
        TrytonTarget(Rpc(tryton.url, "nope", "boothapp", "x")).check()


def test_a_session_that_ran_out_is_renewed_without_a_word(tryton: Head) -> None:
    rpc = tryton.session()
    domain = [("reference", "=", "nothing")]
    assert rpc.call("model.sale.opportunity.search_count", domain) == 0
    rpc._ask("common.db.logout", [])
    assert rpc.call("model.sale.opportunity.search_count", domain) == 0
    rpc.close()


def test_a_method_that_is_not_allowed_is_no_endless_sign_in(tryton: Head) -> None:
    rpc = tryton.session()
    with pytest.raises(SignInRefused, match="does not let this user call"):
        rpc.call("model.sale.opportunity.won", [1])
    rpc.close()


def test_a_method_that_fails_gives_words_and_no_traceback(tryton: Head) -> None:
    rpc = tryton.session()
    with pytest.raises(DataRefused) as caught:
        rpc.call("model.party.party.create", [{"name": "x", "no_such_field": 1}])
    assert caught.value.code == "server"
    assert "Traceback" not in str(caught.value)
    rpc.close()


HTML = b"<!doctype html><title>Guest network</title>"


@pytest.mark.parametrize(
    ("status", "body", "fault"),
    [
        (200, HTML, NotThisCrm),
        (200, b"", NotThisCrm),
        (200, b"[1, 2]", NotThisCrm),
        (200, b'"text"', NotThisCrm),
        (200, b'{"result": "neither list nor session"}', NotThisCrm),
        (200, b"[" * 100_000, NotThisCrm),
        (200, b"\xff\xfe\x00", NotThisCrm),
        (200, b'{"result": {"__class__": "date", "year": 99999, "month": 1, "day": 1}}', NotThisCrm),
        (200, b'{"result": {"__class__": "Decimal"}}', NotThisCrm),
        (200, b'{"error": null}', NotThisCrm),
        (200, b'{"error": "plain text"}', TargetFault),
        (200, b'{"error": ["UserError", "short"]}', TargetFault),
        (200, b'{"error": ["LoginException", ["sms_code", "Code", "char"]]}', SignInRefused),
        (302, HTML, NotThisCrm),
        (404, HTML, NotThisCrm),
        (500, HTML, Away),
        (501, HTML, Away),
        (502, HTML, Away),
        (503, HTML, TargetFault),
        (999, HTML, TargetFault),
    ],
)
def test_nonsense_for_a_reply_is_a_sentence(
    tryton: Head, line: BadLine, status: int, body: bytes, fault: type[TargetFault]
) -> None:
    line.troubles.append(Trouble(b"", times=10**6, forward=False, answer=(status, {}, body)))
    target = TrytonTarget(Rpc(line.url, tryton.database, tryton.user, tryton.password))
    with pytest.raises(fault) as caught:
        target.push(records(1))
    assert caught.value.happened
    assert tryton.password not in repr(caught.value)
    target.close()


def test_a_reply_that_stops_half_way_is_looked_up_again(
    target: TrytonTarget, line: BadLine, sales_rep: SalesRep
) -> None:
    cut_short = (200, {"Content-Length": "5000"}, b'{"id": 1, "result": [12')
    line.troubles.append(Trouble(b"sale.opportunity.create", answer=cut_short))
    lead = record()
    assert deliver(target, [lead]).results[0].status == "created"
    assert sales_rep.count_leads([lead.key]) == 1


def test_a_guest_network_that_steps_in_after_sign_in_makes_no_second_lead(
    target: TrytonTarget, line: BadLine, sales_rep: SalesRep
) -> None:
    line.troubles.append(Trouble(b"sale.opportunity.create", answer=(200, {}, HTML)))
    lead = record()
    assert deliver(target, [lead]).results[0].status == "created"
    assert sales_rep.count_leads([lead.key]) == 1


def test_a_server_that_says_nothing_runs_into_the_time_out(tryton: Head, line: BadLine) -> None:
    over = threading.Event()
    line.troubles.append(Trouble(b"", wait=over))
    target = TrytonTarget(Rpc(line.url, tryton.database, tryton.user, tryton.password, timeout=0.2))
    with pytest.raises(Away, match="before the sign-in") as caught:
        target.check()
    assert "what has arrived" not in str(caught.value)
    over.set()
    target.close()


@pytest.mark.parametrize(
    "url", ["", "crm", "ftp://crm.example", "http://", "http://[::1", "http://a b/", "http://x:99999"]
)
def test_an_address_that_is_none_is_a_sentence(url: str) -> None:
    with pytest.raises(TargetFault):
        TrytonTarget(Rpc(url, "ci", "boothapp", "secret")).check()


class _NoTryton(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_error(501, "Unsupported method ('POST')")

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


def test_a_web_server_that_is_no_crm_is_told_as_such_and_nothing_was_sent() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _NoTryton) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        target = TrytonTarget(Rpc(f"http://127.0.0.1:{server.server_port}", "ci", "boothapp", "x"))
        with pytest.raises(Away) as caught:
            target.check()
        delivered = deliver(target, records(2))
        server.shutdown()
        thread.join()
    assert "Nothing was sent" in str(caught.value)
    assert "what has arrived" not in str(caught.value)
    assert len(delivered.of("retry")) == 2


def test_an_open_line_to_the_internet_gets_no_password(line: BadLine) -> None:
    with pytest.raises(SignInRefused, match="not encrypted"):
        Rpc("http://crm.example.com", "ci", "boothapp", "secret").call("model.res.user.search", [])


def test_a_host_that_does_not_exist_is_away() -> None:
    with pytest.raises(Away):
        Rpc("https://crm.invalid", "ci", "boothapp", "secret").version()


def test_the_server_is_killed_and_started_again_between_two_chunks(tmp_path: Path) -> None:
    leads = records(20)
    port = head_office.free_port()
    with head_office.running(tmp_path, port=port) as head:
        target = TrytonTarget(Rpc(head.url, head.database, head.user, head.password))
        first = deliver(target, leads[:10])
    down = deliver(target, leads)
    assert isinstance(down.stopped, TargetFault)
    assert not down.of("created")
    with head_office.running(tmp_path, port=port) as head:
        up = deliver(target, leads)
        rep = SalesRep(head)
        assert rep.count_leads([lead.key for lead in leads]) == 20
        rep.close()
    target.close()
    assert len(first.of("created")) == 10
    assert [r.status for r in up.results] == ["unchanged"] * 10 + ["created"] * 10


def test_a_server_before_8_0_is_found_under_its_old_path(target: TrytonTarget, line: BadLine) -> None:
    line.before_8_0 = True
    lead = record()
    assert deliver(target, [lead]).results[0].status == "created"
    assert list(target.find([lead.key])) == [lead.key]
