"""Mail that comes in has its effect: calendars' answers, reports of mail servers, words of people.

A sender is what a mail claims, so a mail may only do what does no harm when it lies: a withdrawal has its way
back, a move is what the candidate could do anyway and both sides hear of it, everything else goes to a person.
"""

from services.incoming.handling import MOST_A_DAY, handle

__all__ = ["MOST_A_DAY", "handle"]
