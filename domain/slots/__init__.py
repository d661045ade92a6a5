"""Free interview times: who works when, who is free, which panel takes a time, and which times to name.

Rules live in wall-clock time of the interviewer's zone, instants in UTC (I15). Pure: nothing here reads a
clock; equal questions give equal answers.
"""

from domain.slots.caps import counted_span
from domain.slots.holiday import public_holidays
from domain.slots.hours import WorkingHours, weekdays, working_spans
from domain.slots.offer import nearest, spread
from domain.slots.panel import Booking, Interviewer, Panel, Slot
from domain.slots.search import HORIZON, MINIMUM_NOTICE, STEP, Busy, free_slots, offer_window
from domain.slots.span import Span, clip, merge, subtract

__all__ = [
    "HORIZON",
    "MINIMUM_NOTICE",
    "STEP",
    "Booking",
    "Busy",
    "Interviewer",
    "Panel",
    "Slot",
    "Span",
    "WorkingHours",
    "clip",
    "counted_span",
    "free_slots",
    "merge",
    "nearest",
    "offer_window",
    "public_holidays",
    "spread",
    "subtract",
    "weekdays",
    "working_spans",
]
