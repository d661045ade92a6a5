"""Waiting until somebody else's program listens."""

import socket
import subprocess
import time

from tests.support.patience import PATIENCE_SECONDS


def until_listening(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a program that was just started accepts connections; an error when it ends or takes too long."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, f"the program ended with {process.returncode}"
        assert time.monotonic() < until, f"port {port} is silent after {PATIENCE_SECONDS:g} s"
        time.sleep(0.02)  # nothing tells when a foreign process listens
