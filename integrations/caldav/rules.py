"""What an administrator decides about CalDAV servers."""

import ssl
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CalDavRules:
    """Bounds of every call to a CalDAV server."""

    timeout: float = 20.0
    """Seconds for one request, from the name lookup to the last byte of the answer."""
    largest_answer: int = 8 * 1024 * 1024
    """Bytes of an answer, and of it unpacked."""
    private_hosts: frozenset[str] = field(default_factory=frozenset)
    """Host names in lower case that may lie in a private network, for example a Nextcloud of the company.

    Every other server must have a public address: the address is typed in by a person, and must not make this
    process read the metadata service of a cloud or a neighbour in its own network.
    """
    plain_hosts: frozenset[str] = field(default_factory=frozenset)
    """Host names in lower case that may be reached by plain http; passwords then travel readable."""
    tls: ssl.SSLContext | None = None
    """Replaces the system's trusted certificates."""
