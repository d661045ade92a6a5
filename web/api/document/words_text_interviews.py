"""Fields of text interviews: what they mean, and an example where the type has none. As `words_hiring`."""

from typing import Any

PARAMETERS: dict[str, tuple[str, Any]] = {}
WORDS: dict[str, tuple[str, Any] | str] = {
    "bot_interview_offered": "Whether invited candidates may take a text interview that a machine leads.",
    "custom_bot_instructions": (
        (
            "Tone and background for a language model that words the questions; it never changes what is asked. "
            "Up to 5,000 characters."
        ),
        "Friendly and plain. We bake at night.",
    ),
    "custom_screening_prompt": (
        "What candidates read before the first question. Up to 5,000 characters.",
        "We bake from two in the morning on.",
    ),
    "custom_interview_questions": (
        "Questions of the job's own, one a line, asked behind those of the plan. Up to 5,000 characters.",
        "Could you work at night?\nWhich bread are you proudest of?",
    ),
    "TextInterviewShape.state": "`running`, `paused`, `handed_over` (to a person), `completed` or `expired`.",
    "TextInterviewShape.language": ("In which the machine speaks.", "en"),
    "TextInterviewShape.asks": ("How often it asked.", 5),
    "TextInterviewShape.answered": ("Planned questions that are done with.", 3),
    "TextInterviewShape.planned": ("Questions of the plan.", 7),
    "TextInterviewShape.started_at": "When the candidate began it.",
    "TextInterviewShape.stopped_at": "Since when it rests: paused, or handed over; null: it does not.",
    "TextInterviewShape.ended_at": "When it was completed or expired; null: it is not over.",
}
