"""A Google of our own on loopback: OAuth, Calendar API v3 and push notices, for the real client library.

What is modelled follows Google's reference, its guides (errors, sync, push, sharing) and its discovery document,
which the client library brings along; where Google documents nothing, behaviour that people reported is taken
and said to be so. Not modelled: recurring events, copies in the calendars of attendees, batch, access lists.
"""

from tests.doubles.google.hand import Hand
from tests.doubles.google.server import GoogleDouble

__all__ = ["GoogleDouble", "Hand"]
