"""Small programs for the tests of the stack: `worker`, `web`, `mailbox`, and a whole `stack`.

Imports stand where they are used: each program starts with what it needs.
"""

import asyncio
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

PROGRAM = (sys.executable, __file__)


class _Healthy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()


def _worker() -> None:
    """Ready once the database answers."""
    import psycopg

    psycopg.connect(os.environ["DATABASE_URL"]).close()
    Path(os.environ["UNDERSTUDY_READY_FILE"]).touch()
    signal.pause()


def _stack(home: Path) -> None:
    from runtime.embedded.supervisor import Stack
    from runtime.settings import Settings

    stack = Stack(home, Settings(), program=PROGRAM, durable=False, headless=True)

    def ready() -> None:
        (home / "ready").write_text("".join(f"{info.name} {info.pid}\n" for info in stack.processes))

    asyncio.run(stack.run(ready))


def main(command: str, *arguments: str) -> None:
    if command == "worker":
        _worker()
    elif command == "web":
        port = int(os.environ["UNDERSTUDY_WEB_PORT"])
        HTTPServer(("127.0.0.1", port), _Healthy).serve_forever()
    elif command == "mailbox":
        from integrations.mailbox import run_mailbox

        named = dict(zip(arguments[::2], arguments[1::2], strict=True))
        run_mailbox(Path(named["--folder"]), int(named["--smtp-port"]), int(named["--http-port"]))
    else:
        _stack(Path(arguments[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
