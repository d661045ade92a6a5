"""The text interview that a machine leads: what it asks next, when it asks once more, when it is done.

It never decides and never ranks: nothing here gives a score, and nothing of it reaches a status or a place.
"""

from domain.interview_bot.answers import MISSES, Topic, Verdict, judge
from domain.interview_bot.moves import BotAct, BotView, next_act
from domain.interview_bot.plan import Kind, Planned, Step, next_step

__all__ = [
    "MISSES",
    "BotAct",
    "BotView",
    "Kind",
    "Planned",
    "Step",
    "Topic",
    "Verdict",
    "judge",
    "next_act",
    "next_step",
]
