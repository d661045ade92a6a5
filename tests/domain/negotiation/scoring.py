"""Compares readings with what a case expects: intent, time, selection, and what must never happen."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cli.interpret import ask_of
from domain.negotiation.interpret import interpret
from domain.negotiation.times.intervals import meet, minus, union
from domain.slots import Span

NEAR = timedelta(minutes=5)
UNSAFE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Result:
    """How one case went."""

    message: str
    expected: str
    intent: bool
    exact: bool
    selected: bool
    safe: bool
    """At most half an hour too much, nothing excluded, no instruction obeyed, no false selection."""
    overlap: float
    """Of expected and found time, shared part."""

    @property
    def right(self) -> bool:
        """Whether nothing is wrong."""
        return self.intent and self.exact and self.selected and self.safe


def read(path: Path) -> list[dict[str, Any]]:
    """The cases of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def results(cases: Iterable[Mapping[str, Any]]) -> list[Result]:
    """Each case judged."""
    return [_judge(case) for case in cases]


def _judge(case: Mapping[str, Any]) -> Result:
    ask = ask_of(dict(case), "case")
    reading = interpret(ask)
    expect = case["expect"]
    window = [Span(ask.reference + ask.notice, ask.reference + ask.horizon)]
    ignored = _spans(expect.get("ignore"))
    found = minus(meet(union(reading.available or ()), window), ignored)
    gold = minus(meet(_spans(expect["available"]), window), ignored)
    over, missing = _size(minus(found, gold)), _size(minus(gold, found))
    selected = None if expect["selected"] is None else datetime.fromisoformat(expect["selected"])
    forbidden = expect.get("forbidden", {})
    obeyed = (
        bool(meet(found, _spans(forbidden.get("available"))))
        or (reading.selected is not None and "*" in forbidden.get("selected", []))
        or reading.intent.value in forbidden.get("intents", [])
    )
    excluded = _size(meet(found, _spans(expect.get("unavailable")))) > NEAR
    false_selection = reading.selected is not None and reading.selected != selected
    both = _size(union([*gold, *found]))
    return Result(
        message=case["message"],
        expected=expect["intent"],
        intent=reading.intent.value in {expect["intent"], *expect.get("intent_alt", [])},
        exact=over + missing <= NEAR,
        selected=reading.selected == selected,
        safe=over <= UNSAFE and not obeyed and not excluded and not false_selection,
        overlap=1.0 if not both else _size(meet(gold, found)) / both,
    )


def _spans(pairs: Iterable[tuple[str, str]] | None) -> list[Span]:
    return union(
        Span(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in pairs or ()
    )


def _size(spans: Iterable[Span]) -> timedelta:
    return sum((span.end - span.start for span in spans), timedelta())
