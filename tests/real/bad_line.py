"""A line to the CRM on the loopback that fails on demand: it forwards, cuts, holds back or answers itself."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Trouble:
    """What happens to the next calls whose body contains `part`.

    forward: does the CRM get it? answer: what comes back instead of the CRM's reply, None to cut the line.
    wait: keep the caller waiting until this is set.
    """

    part: bytes
    times: int = 1
    forward: bool = True
    answer: tuple[int, dict[str, str], bytes] | None = None
    wait: threading.Event | None = None


class BadLine(ThreadingHTTPServer):
    """Listens on a free port; `calls` holds every body that came through, in order.

    before_8_0: the database's path has no /rpc suffix, as in the series before 8.0.
    """

    daemon_threads = True

    def __init__(self, upstream: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.upstream = urlsplit(upstream)
        self.troubles: list[Trouble] = []
        self.calls: list[bytes] = []
        self.before_8_0 = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def called(self, part: bytes) -> int:
        """How many calls contained this."""
        return sum(part in body for body in self.calls)

    def trouble_for(self, body: bytes) -> Trouble | None:
        """One trouble after the other: the next waits until the one before has happened."""
        trouble = next((trouble for trouble in self.troubles if trouble.times), None)
        if trouble is None or trouble.part not in body:
            return None
        trouble.times -= 1
        return trouble


class _Handler(BaseHTTPRequestHandler):
    server: BadLine
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.calls.append(body)
        if self.server.before_8_0 and self.path.endswith("/rpc/") and self.path != "/rpc/":
            self._reply(405, {}, b"")
            return
        trouble = self.server.trouble_for(body)
        if trouble is None:
            self._reply(*self._forwarded(body))
            return
        if trouble.wait is not None:
            trouble.wait.wait()
        if trouble.forward:
            self._forwarded(body)
        if trouble.answer is not None:
            status, headers, answer = trouble.answer
            # Said, not only done: else the caller's next request meets a line that is just being closed.
            self._reply(status, {**headers, "Connection": "close"}, answer)
        self.close_connection = True

    def _forwarded(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        upstream = http.client.HTTPConnection(self.server.upstream.hostname or "", self.server.upstream.port)
        passed = {
            name: value for name, value in self.headers.items() if name in ("Content-Type", "Authorization")
        }
        try:
            upstream.request("POST", self.path.removesuffix("rpc/") + "rpc/", body, passed)
            answer = upstream.getresponse()
            return answer.status, {"Content-Type": answer.headers["Content-Type"]}, answer.read()
        finally:
            upstream.close()

    def _reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """The tests look at `calls`."""


@contextmanager
def bad_line(upstream: str) -> Iterator[BadLine]:
    line = BadLine(upstream)
    thread = threading.Thread(target=line.serve_forever)
    thread.start()
    try:
        yield line
    finally:
        line.shutdown()
        thread.join()
        line.server_close()
