# ruff: noqa: INP001 - a script of its own, not a package
"""Follow hiring with the API of Understudy: list jobs, then print what happens, page by page of the log.

    UNDERSTUDY_URL=http://127.0.0.1:8000 UNDERSTUDY_KEY=usk_… python examples/follow_hiring.py [--once] [--webhook URL]

The key needs the scopes `read` and `audit`. `--webhook` lets Understudy call a program of yours instead; its signing
secret is printed once, and any library of Standard Webhooks checks it. Needs httpx and nothing else.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from typing import TypedDict
from uuid import uuid4

import httpx

QUIET_SECONDS = 2.0
TOO_MANY = 429


class Job(TypedDict):
    """What the list says of a job (more fields are there)."""

    id: str
    title: str
    status: str
    seated: int
    openings: int


class Row(TypedDict):
    """A row of the log (more fields are there)."""

    sequence: int
    created_at: str
    action_type: str
    job_id: str | None
    reason: str | None


class Understudy:
    """The API, for one key. Waits when it is told to; raises httpx.HTTPStatusError with the API's own words."""

    def __init__(self, url: str, key: str) -> None:
        """`url` is where the pages are reached."""
        self._http = httpx.Client(
            base_url=f"{url.rstrip('/')}/api/v1", headers={"Authorization": f"Bearer {key}"}, timeout=30
        )

    def jobs(self) -> Iterator[Job]:
        """Every job that the key's owner may see."""
        after: str | None = None
        while True:
            page = self._call("GET", "/jobs", params={"after": after} if after else {}).json()
            yield from page["items"]
            after = page["next"]
            if after is None:
                return

    def log(self, behind: int) -> Iterator[Row]:
        """Rows of the log behind a sequence number."""
        page = self._call("GET", "/audit", params={"behind": behind, "limit": 200}).json()
        yield from page["items"]

    def add_webhook(self, url: str) -> str:
        """Let every row be sent to an address. Returns the signing secret; safe to repeat with the same key."""
        headers = {"Idempotency-Key": str(uuid4())}
        made = self._call("POST", "/webhooks", json={"url": url}, headers=headers).json()
        secret: str = made["secret"]
        return secret

    def _call(self, method: str, path: str, **how: object) -> httpx.Response:
        while True:
            answer = self._http.request(method, path, **how)  # type: ignore[arg-type]  # httpx's own arguments
            if answer.status_code != TOO_MANY:
                break
            time.sleep(int(answer.headers["Retry-After"]))
        if answer.is_error:
            problem = answer.json()
            raise httpx.HTTPStatusError(
                f"{problem['detail']} {problem.get('remedy') or ''}", request=answer.request, response=answer
            )
        return answer


def follow(api: Understudy, *, once: bool) -> None:
    """Print jobs, then the log as it grows."""
    titles: dict[str, str] = {}
    for job in api.jobs():
        titles[job["id"]] = job["title"]
        # A key of an auditor reads the log, and is not told how many seats are taken.
        taken = "" if job["seated"] is None else f", {job['seated']} of {job['openings']} seats taken"
        _say(f"{job['title']}: {job['status']}{taken}")
    seen = 0
    while True:
        rows = list(api.log(seen))
        for row in rows:
            title = titles.get(row["job_id"] or "", row["job_id"] or "")
            why = f" ({row['reason']})" if row["reason"] else ""
            _say(f"{row['sequence']:>7} {row['created_at'][:19]} {title:<24} {row['action_type']}{why}")
            seen = row["sequence"]
        if not rows:
            if once:
                return
            time.sleep(QUIET_SECONDS)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> int:
    """Read arguments, follow, and say what went wrong."""
    parser = argparse.ArgumentParser(description="Follow hiring.")
    parser.add_argument("--once", action="store_true", help="stop at the end of the log")
    parser.add_argument("--webhook", metavar="URL", help="let Understudy call this address instead")
    given = parser.parse_args()
    key = os.environ.get("UNDERSTUDY_KEY")
    if not key:
        sys.stderr.write("UNDERSTUDY_KEY is not set. Make a key on your account's page.\n")
        return 2
    api = Understudy(os.environ.get("UNDERSTUDY_URL", "http://127.0.0.1:8000"), key)
    try:
        if given.webhook:
            _say(f"signing secret, shown this once: {api.add_webhook(given.webhook)}")
        else:
            follow(api, once=given.once)
    except (httpx.HTTPStatusError, httpx.TransportError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
