"""What an interviewer must not ask: questions about protected traits of the person who answers.

Sources: Title VII of the Civil Rights Act of 1964, the ADEA, and the ADA, 42 U.S.C. 12112(d)(2) (no enquiry about
disability before an offer) (US); Directives 2000/43/EC, 2000/78/EC and 2006/54/EC (EU); the Equality Act 2010,
section 60 (UK); sections 1, 7 and 11 of the AGG (Germany). Salary history and arrests are barred in many states of
the US. The patterns look for questions to the person, in English: "How would you keep customers' health data safe?"
asks about work and is no question about health.
"""

import re

from domain.errors import InvalidInputError

_ANY = r"(?:an? |any |more |small |young )*"
_DO = (
    r"\b(?:do|did|have|had|will|would) you (?:currently |still |ever |want to |plan to |intend to |have to )*"
)
_ARE = r"\b(?:are|were|have) you (?:been |currently |planning to |planning on |going to |ever |an? )*"
_FAMILY = (
    rf"{_ARE}(?:married|divorced|pregnan\w+|getting married|single(?= or|\W*$))",
    rf"{_ARE}(?:have|having) {_ANY}(?:children|kids|baby|babies)\b",
    rf"{_DO}(?:have|having|want|raise|got) {_ANY}(?:children|kids|bab(?:y|ies)|family(?! of)|wife|husband|spouse)\b",
    r"\b(?:are|how old are) your (?:children|kids)\b|\bwho (?:looks after|takes care of) your (?:children|kids)\b",
    (
        r"\byour (?:wife|husband|spouse|children|kids|marital status|family (?:status|plans?|planning|situation)"
        r"|maiden name|parents|pregnancy)\b"
    ),
)
_AGE = (
    r"\bhow old are you\b|\byour (?:age|date of birth|birthday|birth year|year of birth)\b",
    r"\b(?:when|what year) (?:were you born|did you (?:finish|leave|graduate from) (?:high )?school)\b",
    r"\b(?:when|do) (?:do |will |are )?you (?:plan(?:ning)? |going |hope |want )*(?:to )?retire\b(?! \w)",
)
_HEALTH = (
    rf"{_ARE}(?:disabled|ill|sick|healthy|handicapped|depressed|on medication|taking medication|in therapy)\b",
    (
        rf"{_DO}(?:have|suffer from|take) {_ANY}(?:disabilit\w+|illness\w*|handicap\w*|medication|depression"
        r"|(?:chronic |health |medical |mental health )+(?:condition|problem|issue|illness)s?)\b"
    ),
    rf"{_DO}(?:smoke|drink alcohol)\b|\bon sick leave\b|\bhow (?:many days|often) were you (?:ill|sick|off sick)\b",
    (
        r"\byour (?:(?:mental |physical )?health|disabilit\w+|illness\w*|medical (?:history|condition\w*)"
        r"|sick (?:days|leave))\b"
    ),
)
_ORIGIN = (
    r"\bwhere (?:are you (?:really |originally )?from|were you born|(?:are|do) your parents (?:from|come from))\b",
    (
        r"\byour (?:nationality|citizenship|ethnic\w*|race(?! condition)|skin colou?r|place of birth|birthplace"
        r"|mother tongue|native (?:language|tongue)|accent|country of (?:origin|birth))\b"
    ),
    rf"{_ARE}(?:(?:us|u\.s\.|eu|german|british|american) citizen|immigrant|foreigner)\b",
)
_BELIEF = (
    rf"{_ARE}(?:religious|christian|muslim|jewish|hindu|buddhist|catholic|atheist|in a (?:trade )?union)\b",
    rf"{_DO}(?:go to church|pray|believe in god|belong to a (?:church|party|(?:trade )?union))\b",
    r"\byour (?:religion|faith|church|religious \w+|political (?:views|party|opinions?))\b",
    r"\bwho (?:do|did|will) you vote for\b|\bwhich party\b",
)
_SEX = (
    rf"{_ARE}(?:gay|lesbian|straight|bisexual|transgender|homosexual|a (?:man|woman))[ ,?.]*(?:\?|$|or\b)",
    r"\byour (?:sex|gender(?: identity)?|sexual orientation)\b",
)
_PAST = (
    rf"{_ARE}arrested\b|\byour arrest record\b",
    r"\byour (?:current|last|previous|present) (?:salary|pay|wages?)\b",
    r"\bhow much (?:do|did) you (?:earn|make)\b",
)
_TRAITS = {
    "family": _FAMILY,
    "age": _AGE,
    "health": _HEALTH,
    "origin": _ORIGIN,
    "religion or belief": _BELIEF,
    "sex or orientation": _SEX,
    "arrests or salary history": _PAST,
}
_PATTERNS = {trait: re.compile("|".join(parts), re.IGNORECASE) for trait, parts in _TRAITS.items()}


def protected_topic(text: str) -> str | None:
    """The protected trait that a question asks about, or None."""
    words = " ".join(text.replace("’", "'").split())
    return next((trait for trait, pattern in _PATTERNS.items() if pattern.search(words)), None)


def refuse_protected(text: str, field: str = "question_text") -> None:
    """Raises InvalidInputError when a question asks about a protected trait."""
    topic = protected_topic(text)
    if topic is not None:
        raise InvalidInputError(
            f"This question asks about {topic}, which an interviewer must not ask.",
            field=field,
            remedy="Ask about what the person did at work, or would do in it.",
        )
