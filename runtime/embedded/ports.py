"""Ports on loopback: free ones, kept across restarts."""

import asyncio
import secrets
import socket
from collections.abc import Container
from contextlib import closing

from domain.errors import SetupError
from runtime.embedded.home import Home

LOOPBACK = "127.0.0.1"

# Below the range from which systems take ports of outgoing connections (Linux 32768, macOS 49152): a port
# that is remembered must not be taken by a passing connection while its part restarts.
_LOWEST, _HIGHEST = 20_000, 32_000
_TRIES = 200
_LOOKS, _PAUSE_SECONDS = 20, 0.1

_given: set[int] = set()
"""Ports that this process gave to parts of its stacks: a part binds its own only when it starts."""


def is_free(port: int) -> bool:
    """Whether a server could listen on this port now."""
    with socket.socket() as probe:
        # As servers do: a port whose old connections are still winding down counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return not answers(LOOPBACK, port)


def answers(host: str, port: int, timeout_seconds: float = 0.5) -> bool:
    """Whether something accepts connections there."""
    try:
        with socket.create_connection((host, port), timeout=timeout_seconds):
            return True
    except OSError:
        return False


async def serves(port: int, path: str, timeout_seconds: float = 2.0) -> bool:
    """Whether a GET on loopback answers 200.

    By hand: it is asked many times a second while parts start, and an HTTP client costs more to set up.
    """
    try:
        async with asyncio.timeout(timeout_seconds):
            reader, writer = await asyncio.open_connection(LOOPBACK, port)
            with closing(writer):
                writer.write(f"GET {path} HTTP/1.1\r\nHost: {LOOPBACK}\r\nConnection: close\r\n\r\n".encode())
                status = await reader.readline()
            await writer.wait_closed()
    except (OSError, TimeoutError):
        return False
    return b" 200 " in status


def free_port(taken: Container[int] = ()) -> int:
    """A port nobody listens on, and none of those `taken`. Raises SetupError when none is found."""
    for _ in range(_TRIES):
        port = _LOWEST + secrets.randbelow(_HIGHEST - _LOWEST)
        if port not in taken and is_free(port):
            return port
    raise SetupError(
        f"No free port between {_LOWEST} and {_HIGHEST} on {LOOPBACK}.", remedy="Stop some servers."
    )


async def claim_port(home: Home, name: str, wanted: int = 0) -> int:
    """The port of a part: the wanted one, else the remembered one if it is still free, else a new one.

    A remembered port is waited for a moment: what listened there before a crash may still be on its way out.
    Raises SetupError when the wanted port is taken by somebody else.
    """
    if wanted:
        if not is_free(wanted):
            raise SetupError(
                f"Port {wanted} ({name}) is taken by another program.",
                remedy="Choose another port, or 0 for a free one.",
            )
        return wanted
    remembered, others = home.recall("ports", name), home.recall_others("ports", name)
    if isinstance(remembered, int) and remembered not in others and await _becomes_free(remembered):
        port = remembered
    else:
        port = free_port(taken=_given | others)
        home.remember("ports", name, port)
    _given.add(port)
    return port


async def _becomes_free(port: int) -> bool:
    for _ in range(_LOOKS):
        if is_free(port):
            return True
        await asyncio.sleep(_PAUSE_SECONDS)
    return is_free(port)
