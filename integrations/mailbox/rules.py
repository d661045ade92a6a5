"""Refusals on demand: a real server that says no, for trying out what senders do then."""

import re
from dataclasses import dataclass
from typing import Literal

Stage = Literal["recipient", "data", "answer_lost"]


@dataclass(slots=True)
class Rule:
    """Refuse mails whose recipient matches.

    `stage` is where: `recipient` answers RCPT with `code`, `data` answers the whole mail with `code`,
    `answer_lost` keeps the mail and cuts the connection instead of saying so (`code` is not used).
    """

    address: re.Pattern[str]
    code: int
    times: int | None
    """How often it still applies; None: until the rules are cleared."""
    stage: Stage = "recipient"


class Rules:
    """The rules in force. The first that matches applies."""

    def __init__(self) -> None:
        self._rules: list[Rule] = []

    def add(self, rule: Rule) -> None:
        """Put a rule behind the others."""
        self._rules.append(rule)

    def clear(self) -> None:
        """Accept everything again."""
        self._rules.clear()

    def all(self) -> list[Rule]:
        """The rules that still apply."""
        return [rule for rule in self._rules if rule.times is None or rule.times > 0]

    def apply(self, stage: Stage, addresses: list[str]) -> Rule | None:
        """The rule for one of these recipients at this stage; using it counts."""
        for rule in self.all():
            if rule.stage == stage and any(rule.address.search(address) for address in addresses):
                if rule.times is not None:
                    rule.times -= 1
                return rule
        return None
