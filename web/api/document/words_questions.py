"""Fields of types, skills, questions and plans: what they mean, and an example where the type has none."""

from typing import Any

_QUESTION = "Tell me about a dough that failed. How did you find out why?"
_WHY = "Covers Sourdough, a must of this job; the resume names it; medium."
_GAP = "The bank has no question for Brioche: add one to it, or ask one of your own."

WORDS: dict[str, tuple[str, Any] | str] = {
    "type_name": ("Name of the type, one of a kind whatever its capitals.", "Behavioral"),
    "skill_name": ("Name of the skill, one of a kind whatever its capitals.", "Sourdough"),
    **{
        f"{shape}.description": ("What it is about.", "What people did, and what they would do.")
        for shape in ("NewType", "TypeChange", "TypeShape", "NewSkill", "SkillChange", "SkillShape")
    },
    "skill_ids": "Skills; of a question the primary one first.",
    "skill_id": "The skill.",
    "question_text": ("The question.", _QUESTION),
    "difficulty_level": "How much it asks of whoever answers.",
    "minutes": ("Minutes that question and answer usually take.", 6),
    "PlanBody.minutes": ("Minutes for all of them; null: what the interview's length leaves.", 45),
    "PlanShape.minutes": ("Minutes of all its questions.", 44),
    "available": ("Minutes that the interview has for questions and answers.", 50),
    "seed": ("Another number gives another selection.", 0),
    "QuestionShape.language": ("Of its words, as a tag (BCP 47).", "en"),
    "NewQuestionBody.language": ("Of its words, as a tag (BCP 47).", "en"),
    "QuestionChange.language": ("Of its words, as a tag (BCP 47).", "en"),
    "interview_type_id": "The type; null: none.",
    "question_id": "The question in the bank; null: it is no longer there, or never was.",
    "question_text_snapshot": ("The question, as it was when it was planned.", _QUESTION),
    "order_in_interview": ("Its place, from 1.", 1),
    "PlannedShape.why": ("Why it was chosen.", _WHY),
    "PlannedShape.origin": "`bank`, `person`, or `model`: a suggested follow-up that a person took.",
    "asked_at": "When it was asked; null: not yet.",
    "question_turn_id": "The turn of the transcript that asked it.",
    "answer_turn_id": "The turn of the transcript that answered it.",
    "PlanShape.questions": "The questions, in order.",
    "PlanShape.skills": "What is to be covered, and how far it is.",
    "CategoryShape.skills": "The skills that were chosen for it.",
    "gaps": "What is not covered, and what to do about it.",
    "GapShape.kind": "Why it is not covered.",
    "GapShape.text": ("What is missing, and what to do about it.", _GAP),
    "PlannedSkillShape.name": ("Name of the skill.", "Sourdough"),
    "grounds": "Why it is to be covered.",
    "in_resume": "Whether the score's evidence names it; null: the score says nothing of it.",
    "planned": ("Questions about it, those asked included.", 2),
    "PlannedSkillShape.asked": ("Of these, asked.", 1),
    "PlannedSkillShape.answered": ("Of these, answered.", 1),
    "AskedBody.asked": "Whether it was asked.",
    "OrderBody.order": "The questions of the plan, each once.",
    "AddedBody.text": ("A question in your own words.", "Which of your breads would you bake for us?"),
    "AddedBody.suggested": "Whether the words are a suggested follow-up.",
    "suggestions": ("Follow-ups that a language model suggests.", ["What did you change about the oven?"]),
    "interview_ids": "The interviews.",
    "changed": ("How many were changed.", 2),
}

PARAMETERS: dict[str, tuple[str, Any]] = {
    "type_id": ("The type.", "8f126394-cb28-4e16-8481-d67a7d8e1099"),
    "skill_id": ("The skill.", "90237405-dc39-4f27-9592-e78b8e9f21aa"),
    "skill": ("Skills.", ["90237405-dc39-4f27-9592-e78b8e9f21aa"]),
    "question_id": ("The question of the bank.", "a1348516-ed4a-4038-a6a3-f89c9fa032bb"),
    "interview_question_id": ("The question of the plan.", "b2459627-fe5b-4149-b7b4-09adaab143cc"),
}
