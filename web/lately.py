"""Whose key was good a moment ago: spares a short read a transaction of its own."""

import time

from services.identity import entry


class Lately:
    """Whose keys were good within the last second, in the memory of the process."""

    SECONDS = 1.0
    MOST = 1024

    def __init__(self) -> None:
        self._known: dict[bytes, tuple[float, entry.Known]] = {}

    def known(self, digest: bytes) -> entry.Known | None:
        """Who brought it a moment ago, if anybody."""
        since, known = self._known.get(digest, (-self.SECONDS, None))
        return known if time.monotonic() - since < self.SECONDS else None

    def keep(self, digest: bytes, known: entry.Known) -> entry.Known:
        """Remember."""
        if len(self._known) >= self.MOST:
            self._known.clear()
        self._known[digest] = (time.monotonic(), known)
        return known
