"""What the numbers of a scorecard mean, so that two people who heard the same give the same (anchored scales)."""

from collections.abc import Mapping

STEPS = ("1-2", "3-4", "5-6", "7-8", "9-10")

MEANINGS: Mapping[str, str] = {
    "attitude": "How they deal with people, mistakes and the work itself",
    "communication": "How clearly they say what they mean, and whether they listen",
    "technical": "Whether they can do the work that the job is about",
    "strategic": "Whether they see aims, trade-offs and what comes later",
    "leadership": "Whether others get further with them",
    "english": "Spoken English, as far as the job needs it",
}

ANCHORS: Mapping[str, tuple[str, str, str, str, str]] = {
    "attitude": (
        "Blames others, shows no interest",
        "Reacts defensively to questions about mistakes",
        "Friendly, answers when asked",
        "Names own mistakes and what changed after them",
        "Seeks criticism, with examples of what it led to",
    ),
    "communication": (
        "Cannot be followed",
        "Often beside the question, or vague",
        "Understandable, needs questions to get to the point",
        "Clear and structured, with examples",
        "Makes hard things easy, checks that it was understood",
    ),
    "technical": (
        "Lacks the basics of the job",
        "Knows words, not how to use them",
        "Does routine work, needs help with what is new",
        "Does the job alone, with own examples",
        "Could teach it, knows limits and alternatives",
    ),
    "strategic": (
        "Sees the task only",
        "Knows that there are aims, not which",
        "Names aims and costs when asked",
        "Weighs alternatives against aims unasked",
        "Changed a direction, with reasons and results",
    ),
    "leadership": (
        "Works against others",
        "Works beside others",
        "Helps when asked",
        "Led something or somebody, with a result",
        "Others grew with them, with examples",
    ),
    "english": (
        "No conversation possible (A1)",
        "Simple sentences, many breaks (A2)",
        "Everyday work with effort (B1)",
        "Work without effort (B2)",
        "As in the own language (C1, C2)",
    ),
}
