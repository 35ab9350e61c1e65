"""A mail server on a free port of this machine: prints its port, then each letter as a line of JSON.

Its argument is JSON: {"certificate", "key", "starttls": "offered" or "from_start", "users": {name: password},
"answer": a line for every recipient, "after": a line after the letter}. Ends with its standard input.
"""

import asyncio
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self, told):
        self.told = told

    async def handle_EHLO(self, server, session, envelope, hostname):
        session.host_name = hostname
        return "250 HELP"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if "answer" in self.told:
            return self.told["answer"]
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "greeted_as": session.host_name,
            "encrypted": session.ssl is not None or self.told.get("starttls") == "from_start",
            "user": session.auth_data if session.authenticated else None,
            "headers": [[name, str(value)] for name, value in letter.items()],
            "raw": envelope.content.decode("ascii", "replace"),
            "parts": [{"type": part.get_content_type(), "params": dict(part["content-type"].params),
                       "text": None if part.is_multipart() else part.get_content()}
                      for part in letter.walk()],
        })
        return self.told.get("after", "250 taken")


def say(what):
    print(json.dumps(what), flush=True)


def authenticator(users):
    def check(server, session, envelope, mechanism, data):
        name, password = data.login.decode(), data.password.decode()
        return AuthResult(success=users.get(name) == password, auth_data=name)
    return check


async def main():
    told = json.loads(sys.argv[1])
    tls = None
    if "certificate" in told:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(told["certificate"], told["key"])
    offered = told.get("starttls") == "offered"
    users = told.get("users")

    def session():
        return SMTP(Handler(told), enable_SMTPUTF8=False, tls_context=tls if offered else None,
                    authenticator=authenticator(users) if users else None,
                    auth_required=bool(users), auth_require_tls=offered, timeout=20)

    loop = asyncio.get_running_loop()
    from_start = tls if told.get("starttls") == "from_start" else None
    server = await loop.create_server(session, "127.0.0.1", 0, ssl=from_start)
    say({"port": server.sockets[0].getsockname()[1]})
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
