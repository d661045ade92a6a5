"""CalDAV calendars by httpx, icalendar and defusedxml: a few requests, each bounded and to a checked address.

Why not the library `caldav` (3.6 was tried): interviewers type in the server's address, so the client must refuse
private networks on each hop, connect to the very address it checked, bound time and bytes, and never carry a
password to another host or to plain http; the library owns the connection (niquests) and offers no place for
that. Its dependency urllib3-future also puts itself over `urllib3` in site-packages each time any Python process
of the installation starts, below everything else that uses it. What remains of CalDAV for us is six requests.
"""

from integrations.caldav.address import AddressRefusedError
from integrations.caldav.discovery import FoundCalendar, discover
from integrations.caldav.provider import CalDavCalendar
from integrations.caldav.rules import CalDavRules

__all__ = ["AddressRefusedError", "CalDavCalendar", "CalDavRules", "FoundCalendar", "discover"]
