"""Finding a time in up to three rounds. Pure."""

from domain.negotiation.intervals import read_intervals
from domain.negotiation.rounds import Reply, answer_reply

__all__ = ["Reply", "answer_reply", "read_intervals"]
