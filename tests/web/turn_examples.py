"""Turns as programs send them, well formed and not, and a file. All made up."""

from typing import Any

from tests.services.interview_room.talk import LINES

VTT = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v Ines Interviewer>Welcome, tell me about your last project.</v>

00:00:04.000 --> 00:00:09.000
<v Somebody>I led a team of five and we migrated a shop.</v>
"""
FULL = [
    {"text": line, "speaker": speaker, "turn_key": f"t{n}", "confidence": 90}
    for n, (speaker, line) in enumerate(LINES, 1)
]
WRONG: list[tuple[list[dict[str, Any]], str]] = [
    ([], "turns"),
    ([{"text": "x" * 8001}], "turns.0.text"),
    ([{"text": "x", "speaker": "Ana"}], "turns.0.speaker"),
    ([{"text": "x", "timestamp": "2026-03-02T08:00:00"}], "turns.0.timestamp"),
    ([{"text": "x", "is_interim": True}], "turns.0.turn_key"),
    ([{"text": "x", "starts_ms": 9, "ends_ms": 1}], "turns.0.ends_ms"),
    ([{"text": "x"}] * 501, "turns"),
]
