"""The frames that the topics share: zones on every side of UTC, clock changes, ends of month and year."""

from typing import Final

from tests.domain.negotiation.cases.frame import Frame

# Wednesday morning: the window opens at 22:30 of the same day, after the envelope.
LONDON: Final = Frame("2026-06-10T10:30", "Europe/London", "Europe/Berlin")
# Thursday afternoon, American date order.
NEW_YORK: Final = Frame("2026-09-03T15:20", "America/New_York", "America/New_York")
# The same day at dawn: the evening is already inside the window.
NEW_YORK_DAWN: Final = Frame("2026-09-03T06:10", "America/New_York", "America/Chicago")
# Monday morning.
BERLIN: Final = Frame("2026-05-18T09:10", "Europe/Berlin", "Europe/Berlin")
# Tuesday; the interviewer is three hours ahead.
LOS_ANGELES: Final = Frame("2026-02-10T08:15", "America/Los_Angeles", "America/New_York")
# Friday late afternoon.
TORONTO: Final = Frame("2026-01-16T16:45", "America/Toronto", "America/Los_Angeles")
# Saturday evening.
SAO_PAULO: Final = Frame("2026-11-07T18:40", "America/Sao_Paulo", "Europe/London")
# Sunday evening.
KOLKATA: Final = Frame("2026-07-19T20:30", "Asia/Kolkata", "Europe/London")
DUBLIN: Final = Frame("2026-04-19T21:15", "Europe/Dublin", "America/New_York")
# Quarter-hour offset.
KATHMANDU: Final = Frame("2026-03-11T13:00", "Asia/Kathmandu", "Asia/Singapore")
# Late evening; in UTC it is already the next day.
SEATTLE_LATE: Final = Frame("2026-08-05T21:30", "America/Los_Angeles", "America/New_York", in_utc=True)
# Morning; in UTC it is still the day before.
AUCKLAND_UTC: Final = Frame("2026-05-05T08:00", "Pacific/Auckland", "Australia/Sydney", in_utc=True)
# Clock changes inside the window.
NEW_YORK_SPRING: Final = Frame("2026-03-04T12:00", "America/New_York", "Europe/London")
NEW_YORK_AUTUMN: Final = Frame("2026-10-27T17:00", "America/New_York", "Europe/Berlin")
LONDON_AUTUMN: Final = Frame("2026-10-20T14:00", "Europe/London", "America/New_York")
BERLIN_SPRING: Final = Frame("2026-03-26T10:00", "Europe/Berlin", "Europe/London")
SYDNEY_SPRING: Final = Frame("2026-09-29T11:00", "Australia/Sydney", "Asia/Singapore")
ADELAIDE_SPRING: Final = Frame("2026-09-30T09:00", "Australia/Adelaide", "Australia/Sydney")
# End of month, end of year, leap year.
MADRID_AUGUST: Final = Frame("2026-08-27T12:00", "Europe/Madrid", "Europe/London")
LONDON_DECEMBER: Final = Frame("2026-12-28T10:00", "Europe/London", "Europe/London")
CHICAGO_LEAP: Final = Frame("2028-02-21T09:30", "America/Chicago", "America/New_York")
