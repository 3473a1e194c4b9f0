"""One HTTP call to a CRM that ends in bytes or in a kind sentence, never in a library's exception."""

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from boothapp.crm.target import AskedToWait, Away, NotThisCrm, ReplyLost
from boothapp.words import tr

if TYPE_CHECKING:
    import httpx

# A page of 500 outcomes is about 300 kB; more than this is not a reply to anything we ask.
LARGEST_REPLY = 32 * 1024 * 1024
BUSY = (429, 503)
DEFAULT_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """The status and the whole body of an answer."""

    status: int
    body: bytes


class Transport:
    """Keeps one connection open; `timeout` is in seconds, for each read; `alive` is told of each call."""

    def __init__(self, timeout: float = 30.0) -> None:
        self._timeout = timeout
        self.alive: Callable[[], None] | None = None
        self._client: httpx.Client | None = None

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        """Raises Away (nothing sent), ReplyLost (may be stored), AskedToWait (with seconds)."""
        return self._ask("POST", url, body, headers)

    def get(self, url: str, headers: Mapping[str, str]) -> Reply:
        """Reads and changes nothing; raises as `post` does."""
        return self._ask("GET", url, b"", headers)

    def _ask(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        import httpx

        if self.alive:
            self.alive()
        try:
            return self._answered(method, url, body, headers)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol):
            raise _bad_address() from None
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as fault:
            raise _away(str(fault)) from None
        except httpx.HTTPError:
            raise reply_lost() from None

    def close(self) -> None:
        """Ends the connection; the next post opens a new one."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _answered(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        with self._opened(url).stream(method, url, content=body, headers=dict(headers)) as response:
            if response.status_code in BUSY:
                raise asked_to_wait(response.headers.get("Retry-After", ""))
            chunks, size = [], 0
            for chunk in response.iter_bytes():
                chunks.append(chunk)
                size += len(chunk)
                if size > LARGEST_REPLY:
                    raise reply_lost()
            return Reply(response.status_code, b"".join(chunks))

    def _opened(self, url: str) -> "httpx.Client":
        if self._client is None:
            import httpx

            # A proxy set for the internet does not know this machine's own addresses.
            self._client = httpx.Client(timeout=self._timeout, trust_env=not is_loopback(url))
        return self._client


def is_loopback(url: str) -> bool:
    """Is this address on this very machine?"""
    host = _host(url)
    return host == "localhost" or _is(host, "is_loopback")


def is_private(url: str) -> bool:
    """Is this address on this machine or in the house's own network, as far as it says?"""
    host = _host(url)
    return is_loopback(url) or _is(host, "is_private") or bool(host and "." not in host and ":" not in host)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _is(host: str, quality: str) -> bool:
    try:
        return bool(getattr(ipaddress.ip_address(host), quality))
    except ValueError:
        return False


def seconds_to_wait(retry_after: str, now: datetime | None = None) -> float:
    """The Retry-After header in seconds: number or HTTP date (RFC 9110, 10.2.3); else a minute."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(min(int(text[:9]), 24 * 3600))
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return DEFAULT_WAIT
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max((aware - (now or datetime.now(UTC))).total_seconds(), 0.0), 24 * 3600.0)


def asked_to_wait(retry_after: str = "") -> AskedToWait:
    """The fault for a busy CRM."""
    seconds = seconds_to_wait(retry_after)
    return AskedToWait(
        tr("The CRM is busy and asks to wait {seconds} seconds.").format(seconds=round(seconds)),
        safe=tr("All leads are kept here."),
        step=tr("Send again after that time."),
        retry_after=seconds,
    )


def reply_lost() -> ReplyLost:
    """The fault for a reply that was cut off, too late, too long or not readable."""
    return ReplyLost(
        tr("The CRM took the call, but its reply did not arrive whole."),
        safe=tr("All leads are kept here; before anything is sent again, boothapp looks what has arrived."),
        step=tr("Send again in a few minutes."),
    )


def _away(detail: str) -> Away:
    if "CERTIFICATE" in detail.upper():
        return Away(
            tr("The CRM's certificate is not valid, so nothing was sent."),
            safe=tr("All leads are kept here."),
            step=tr("Check the address and this computer's clock, or ask who looks after the CRM."),
        )
    return Away(
        tr("The CRM does not answer."),
        safe=tr("Nothing was sent; all leads are kept here."),
        step=tr("Check the network and the CRM's address, then send again."),
    )


def _bad_address() -> NotThisCrm:
    return NotThisCrm(
        tr("The CRM's address is not a web address."),
        step=tr("Write it like https://crm.example.com in the CRM's settings."),
    )
