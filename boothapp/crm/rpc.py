"""A small JSON-RPC client for Tryton: signs in with a session, and once more when that has run out."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from boothapp.crm import tagged_json
from boothapp.crm.target import Away, DataRefused, NotThisCrm, ReplyLost, SignInRefused, TargetFault
from boothapp.crm.transport import Reply, Transport, is_private, reply_lost
from boothapp.crm.tryton_shapes import not_tryton, tryton
from boothapp.words import tr

SIGN_IN_OVER = (401, 403)
NO_SUCH_PATH = (404, 405)
TOO_LARGE = 413
LOGIN = "common.db.login"
PREFERENCES = "model.res.user.get_preferences"


class Rpc:
    """One user's session at one Tryton database.

    plain_http: allow a password over unencrypted http to an address on the internet.
    """

    def __init__(
        self,
        url: str,
        database: str,
        user: str,
        password: str,
        *,
        timeout: float = 30.0,
        plain_http: bool = False,
    ) -> None:
        self.url, self.database, self.user = url.strip().rstrip("/"), database, user
        self._password, self._plain_http = password, plain_http
        self._transport = Transport(timeout)
        self._suffix = "/rpc/"
        self._session = ""
        self._context: dict[str, Any] = {}
        self.user_id = 0

    def __repr__(self) -> str:
        return f"Rpc({self.url!r}, {self.database!r}, {self.user!r})"

    def call(self, method: str, *params: Any, context: dict[str, Any] | None = None) -> Any:
        """The method's result; raises a TargetFault, DataRefused for the CRM's own objection."""
        if not self._session:
            self._sign_in()
        reply = self._ask(method, [*params, {**self._context, **(context or {})}])
        if reply.status in SIGN_IN_OVER:
            self._sign_in()
            reply = self._ask(method, [*params, {**self._context, **(context or {})}])
        if reply.status in SIGN_IN_OVER:
            raise _no_right(method)
        return self._result(reply)

    def context(self) -> dict[str, Any]:
        """The user's preferences (company, employee, language), which go with every call."""
        if not self._session:
            self._sign_in()
        return dict(self._context)

    def tell(self, alive: Callable[[], None]) -> None:
        """Calls this before each call over the network."""
        self._transport.alive = alive

    def version(self) -> str:
        """The server's series, such as "8.0"; no sign-in needed."""
        with _nothing_sent():
            return tryton(self._result(self._post("/rpc/", "common.server.version", [])), str)

    def close(self) -> None:
        """Forgets the session and ends the connection."""
        self._session = ""
        self._transport.close()

    def _sign_in(self) -> None:
        try:
            with _nothing_sent():
                self._new_session()
        except TargetFault as fault:
            self._session = ""
            if not isinstance(fault, DataRefused):
                raise
            # No lead is at fault here.
            raise TargetFault(fault.happened, safe=tr("All leads are kept here.")) from None

    def _new_session(self) -> None:
        self._refuse_open_line()
        self._session = ""
        reply = self._ask(LOGIN, [self.user, {"password": self._password}, "en"])
        if reply.status in SIGN_IN_OVER:
            raise _wrong_password(self.user)
        answer = self._result(reply)
        # Some series say more behind these two.
        user_id, session = tryton(answer[:2] if isinstance(answer, list) else answer, tuple[int, str])
        plain = f"{self.user}:{user_id}:{session}".encode()
        self.user_id, self._session = user_id, base64.b64encode(plain).decode()
        self._context = tryton(self._result(self._ask(PREFERENCES, [True, {}])), dict[str, Any])

    def _refuse_open_line(self) -> None:
        if self.url.lower().startswith("https:") or is_private(self.url) or self._plain_http:
            return
        raise SignInRefused(
            tr("The CRM's address is not encrypted, so the password was not sent."),
            step=tr("Use the address that starts with https."),
        )

    def _ask(self, method: str, params: list[Any]) -> Reply:
        """Posts to the database's path; servers before 8.0 have it without the /rpc suffix."""
        path = f"/{quote(self.database, safe='')}"
        reply = self._post(path + self._suffix, method, params)
        if reply.status not in NO_SUCH_PATH:
            return reply
        other = "/" if self._suffix == "/rpc/" else "/rpc/"
        second = self._post(path + other, method, params)
        if second.status in NO_SUCH_PATH:
            raise self._nothing_there()
        self._suffix = other
        return second

    def _nothing_there(self) -> TargetFault:
        try:
            self.version()
        except TargetFault:
            return not_tryton()
        return NotThisCrm(
            tr("The CRM has no database called {name}.").format(name=self.database),
            step=tr("Ask who looks after the CRM for the database's name."),
        )

    def _post(self, path: str, method: str, params: list[Any]) -> Reply:
        headers = {"Content-Type": "application/json"}
        if self._session and method != LOGIN:
            headers["Authorization"] = f"Session {self._session}"
        body = tagged_json.dumps({"id": 1, "method": method, "params": params})
        return self._transport.post(self.url + path, body, headers)

    def _result(self, reply: Reply) -> Any:
        if reply.status == TOO_LARGE:
            raise DataRefused(tr("The CRM says this is too much at once."))
        if reply.status >= 500:
            raise reply_lost()
        if reply.status != 200:
            raise not_tryton()
        answer = _answer(reply.body)
        if answer is None:
            raise reply_lost() if self._session else not_tryton()
        if answer.get("error"):
            raise _refusal(answer["error"])
        return answer.get("result")


@contextmanager
def _nothing_sent() -> Iterator[None]:
    """What goes wrong before anything was sent leaves no lead in doubt, and is not told as if it did."""
    try:
        yield
    except ReplyLost:
        raise Away(
            tr("What answers at the CRM's address breaks off or fails before the sign-in is done."),
            safe=tr("Nothing was sent; all leads are kept here."),
            step=tr("Check the address; if it is right, try again in a few minutes."),
        ) from None


def _answer(body: bytes) -> dict[str, Any] | None:
    """The reply's object, None if it is no reply of JSON-RPC."""
    try:
        answer = tagged_json.loads(body)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) and {"result", "error"} & answer.keys() else None


def _refusal(error: Any) -> TargetFault:
    """Tryton's error list: [kind, details] for what it checks, [text, traceback] for its own failures."""
    kind, details = (*error, "", "")[:2] if isinstance(error, list) else (str(error), "")
    texts = [str(part) for part in details if isinstance(part, str)] if isinstance(details, list) else []
    if kind == "UserError":
        return DataRefused(" ".join(texts[:2]).strip() or _no_reason())
    if kind == "UserWarning":
        return DataRefused(" ".join(texts[1:3]).strip() or _no_reason())
    if kind == "ConcurrencyException":
        return DataRefused(tr("Somebody changed it in the CRM at the same moment."), "changed")
    if kind == "LoginException":
        return _second_factor()
    return DataRefused(tr("The CRM failed: {words}").format(words=str(kind)[:300]), "server")


def _no_reason() -> str:
    return tr("The CRM refused it without saying why.")


def _wrong_password(user: str) -> SignInRefused:
    return SignInRefused(
        tr("The CRM does not know the user {user} with this password.").format(user=user),
        safe=tr("All leads are kept here."),
        step=tr("Type the password again in the CRM's settings."),
    )


def _second_factor() -> SignInRefused:
    return SignInRefused(
        tr("The CRM asks this user for more than a password."),
        step=tr("Ask who looks after the CRM for a service user that signs in with a password alone."),
    )


def _no_right(method: str) -> SignInRefused:
    return SignInRefused(
        tr("The CRM does not let this user call {method}.").format(method=method),
        step=tr("Ask who looks after the CRM for that right."),
    )
