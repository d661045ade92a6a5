"""Fields of insights and scorecards: what they mean, and an example where the type has none."""

from typing import Any

_SPREAD = {"technical": {"mean": 6.5, "lowest": 5, "highest": 8, "cards": 2}}
_POINT = {
    "text": "Names figures for own work",
    "evidence": "I cut the time of a bake from two hours to ninety minutes.",
    "turn_id": "2a9c0d3e-65c2-5a80-9e1b-701a1d2a8b33",
}

WORDS: dict[str, tuple[str, Any] | str] = {
    # Insights
    "InsightShape.type": "What it is.",
    "NoteBody.type": "What it is.",
    "InsightChange.type": "What it is.",
    "severity": "How much it matters now.",
    "InsightShape.content": ("What was noticed.", "Names a figure for something done personally."),
    "NoteBody.content": ("What you noticed.", "Asked good questions about the ovens."),
    "InsightChange.content": ("What was noticed.", "Names a figure, but of the whole team."),
    "suggestion": ("What to ask or do.", "Ask for a concrete example."),
    "topic": ("Skill or question that it is about.", "Sourdough"),
    **{
        f"{shape}.evidence": ("Words of the transcript, letter by letter.", _POINT["evidence"])
        for shape in ("InsightShape", "NoteBody", "NewPoint", "PointOfCard")
    },
    "turn_id": "The turn in which the evidence stands.",
    "response_quality": ("Of the answer, 1 to 10.", 7),
    "sentiment": "How it sounds; only where the job turned this on.",
    "score": ("Running score by dimension.", {"technical": 7.5, "communication": 6.0}),
    "InsightShape.origin": ("`rules`, `model` or `person`.", "rules"),
    "used": "Whether a suggestion was taken up.",
    "InsightShape.timestamp": "When it was noticed.",
    "proposals": "What a language model proposed, in numbers; null: none was asked.",
    "ProposalsShape.asked": ("How many proposals it made.", 6),
    "ProposalsShape.kept": ("How many stand.", 4),
    "ProposalsShape.dropped": ("How many were dropped, by reason.", {"not_said": 2}),
    "ProposalsShape.failures": ("How often it gave no usable answer.", 0),
    "edited_by": "Who changed it.",
    "edited_at": "When it was changed.",
    "before": ("The fields that changed, with what they said.", {"content": "Names a figure."}),
    # Scorecards
    **{
        name: (f"{name.capitalize()}, 1 to 10; null: not assessed.", 7)
        for name in ("attitude", "communication", "technical", "strategic", "leadership", "english")
    },
    "overall_score": ("Mean of what was assessed.", 6.5),
    "recommendation": "What is recommended. It moves nobody.",
    "justification": ("What the recommendation stands on.", "Bakes alone, explains well."),
    "strengths": ("Strengths, each with its quote where there is one.", [_POINT]),
    "weaknesses": ("Points to weigh, each with its quote where there is one.", []),
    "CardShape.summary": ("The interview in short.", "A calm baker with a head for figures."),
    "CardBody.summary": ("The interview in short.", "A calm baker with a head for figures."),
    "MergedShape.summary": ("The interview in short.", "A calm baker with a head for figures."),
    "notes": ("Anything else.", "Could start in June."),
    "PointOfCard.text": ("What it shows.", _POINT["text"]),
    "NewPoint.text": ("What it shows.", _POINT["text"]),
    "prefilled": ("Fields that still hold what was proposed from insights.", ["technical"]),
    "CardShape.version": ("Grows with every save.", 3),
    "CardBody.version": ("The version that was read; 0 before the first save.", 0),
    "CardVersion.version": ("The version that was read.", 3),
    "handed_in_at": "When it was handed in; null: a draft.",
    "interviewer_id": "Whose card it is.",
    "MergedShape.cards": ("How many cards were handed in.", 2),
    "RatingSpread.cards": ("How many cards assessed it.", 2),
    "votes": ("How often each recommendation was given.", {"hire": 1, "no_hire": 1}),
    "spread": ("How the cards rated each dimension.", _SPREAD),
    "RatingSpread.mean": ("Mean of the cards.", 6.5),
    "RatingSpread.lowest": ("Lowest rating.", 5),
    "RatingSpread.highest": ("Highest rating.", 8),
    "InterviewCards.own": "The own card; null before its first save.",
    "may_write": "Whether you conduct this interview and so have a card.",
    "is_blind": "Whether other people's cards are hidden until your own is handed in.",
    "InterviewCards.others": "Cards of others, as far as they are shown.",
    "merged": "The one card of the interview, as far as it is shown.",
    "ComparedShape.candidate_name": ("Name of the candidate.", "Ada Miller"),
    "ComparedShape.interviewers": ("How many conduct it.", 2),
    "is_hidden": "Whether the card is hidden until your own is handed in.",
    "scorecard": "The one card of the interview; null: none, or hidden.",
    "ComparisonShape.sort": ("The column that it is sorted by.", "name"),
}

PARAMETERS: dict[str, tuple[str, Any]] = {
    "candidate_id": ("The candidate.", "5dcf3061-98f5-4db3-a14e-a34d4a5dbe66"),
    "insight_id": ("The insight.", "6ed04172-a906-4ec4-b25f-b45e5b6ecf77"),
    "sort": ("`name`, `date`, `overall_score` or a dimension.", "name"),
    "type": ("Only these kinds.", ["suggestion"]),
}
