"""Calendar entries by mail (iTIP, RFC 5546 and RFC 6047): written, and answers to them read."""

from integrations.itip.incoming import read_incoming
from integrations.itip.reading import read_itip
from integrations.itip.writing import invitation_ics

__all__ = ["invitation_ics", "read_incoming", "read_itip"]
