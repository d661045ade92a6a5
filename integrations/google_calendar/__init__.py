"""Google Calendar through Google's own client library.

Three rules shape this folder:

- **One connection per call.** `httplib2` is neither thread-safe nor asynchronous: each call of a port runs in a
  thread with a connection of its own, with a timeout, and closes it.
- **One UID per interview.** Google takes either an `id` or an `iCalUID` when an event is made, never both. An
  entry that our own mail carries is therefore imported under its UID as a private copy; one that Google shall
  mail is inserted under an id made from its UID. Either way a repeat meets the same event.
- **Three errors.** Whatever Google answers leaves as one of the errors of `domain.calendars`, and names no
  person, calendar or token.
"""

from integrations.google_calendar.app import GoogleApp
from integrations.google_calendar.channels import genuine, is_greeting
from integrations.google_calendar.oauth import Consent, GoogleOAuth
from integrations.google_calendar.provider import GoogleCalendar
from integrations.google_calendar.reading import OwnedCalendar

__all__ = ["Consent", "GoogleApp", "GoogleCalendar", "GoogleOAuth", "OwnedCalendar", "genuine", "is_greeting"]
