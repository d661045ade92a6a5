"""Fields of processing: what they mean, and an example where the type has none."""

from typing import Any

_ID = "8f1d6c3e-2b4a-5c6d-9e7f-0a1b2c3d4e5f"

WORDS: dict[str, tuple[str, Any] | str] = {
    "processing_status": "Where processing stands; with the fields below the only truth.",
    "standing": "The same in words for people: `stuck` means no sign of life for more than an hour.",
    "current_step": "The step that runs, or at which it ended.",
    "progress": ("Percent.", 60),
    "attempt": ("Number of the request; 1 is the first.", 1),
    "held_by": ("The gate at which a step waits; null: none.", None),
    "started_at": "When it was asked for; of a step: when it began.",
    "heartbeat_at": "Last sign of life.",
    "ProcessingShape.completed_at": "When it was ready.",
    "last_error": ("Why it failed, and what helps; null: it did not.", None),
    "workflow_run_id": ("Run of the workflow.", "01a1ffda-eb1f-7a95-9447-4481a8727396"),
    "evidence_count": ("Quotes that were found.", 24),
    "theme_count": ("Themes of the job after this interview.", 9),
    "processing": "How it stands.",
    "steps": "Every step of every request, the newest request first.",
    "StepShape.step": "The step.",
    "tries": ("How often a worker began it.", 1),
    "ended_at": "When it ended; null: it has not.",
    "outcome": "How it ended.",
    "error": ("Why a try failed.", None),
    "EvidenceList.evidence": "In the order in which it was said.",
    "QuoteShape.kind": "What the quote speaks for.",
    "QuoteShape.about": ("The skill or requirement; empty for numbers and own acts.", "Python"),
    "QuoteShape.quote": (
        "As it stands in its turn, letter by letter.",
        "I wrote the billing service in Python.",
    ),
    "speaker_role": ("`host` or `guest`; null: not known.", "guest"),
    "QuoteShape.at": "When it was said.",
    "starts_ms": ("Where its turn begins in the recording, milliseconds.", 62_500),
    "QuoteShape.skill_id": "The skill, where it is one.",
    "themes": "Those that most interviews share first.",
    "ThemeShape.kind": "What groups its quotes.",
    "ThemeShape.name": ("The skill, requirement or word.", "Python"),
    "interview_count": ("Interviews in which it comes up.", 5),
    "quotes": ("Up to five of its quotes.", ["I wrote the billing service in Python."]),
    "personas_enabled": "Whether interviewed people are put into groups; off unless somebody turned it on.",
    "personas": "The groups; empty where the job asks for none.",
    "PersonaShape.name": ("What its members have in common.", "Python, tells results in figures"),
    "traits": ("The same, one by one.", ["speaks most about Python", "tells results in figures"]),
    "PersonaShape.interview_ids": ("Its members.", [_ID]),
    "RepairMany.interview_ids": ("Which interviews.", [_ID]),
    "act": "What to do.",
    "begun": ("Those that begin anew.", [_ID]),
    "left": ("Those whose state does not call for it.", []),
}

PARAMETERS: dict[str, tuple[str, Any]] = {
    "state": ("Which interviews.", "trouble"),
    "act_name": ("What to do.", "retry"),
}
