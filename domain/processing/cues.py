"""Signs of a counted result, and of an act of one's own, in the languages that interviews are held in."""

import re
from collections.abc import Mapping

Place = tuple[int, int]

_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"(?<![\w.,])[$€£]?\d[\d.,]*\s?(?:%|percent|[kKmM]\b)?")
_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|hundred|thousand|million|billion|dozen"
)
_MEASURES = (
    r"percent|per\s?cent|times|people|engineers|developers|colleagues|customers|clients|users|patients|projects|teams"
    "|years|months|weeks|days|hours|minutes|seconds|dollars|euros|pounds|points|services|servers|requests|orders"
    "|tickets|stores|sites|countries|deals|hires|reports"
)
_SPOKEN = re.compile(
    rf"\b(?:{_WORDS})(?:[\s-]+(?:and\s+)?(?:{_WORDS}))*\s+(?:{_MEASURES})\b",
    re.IGNORECASE,
)
"""A number in words counts with what it counts: “one of the two” tells nothing."""

_ACTS: Mapping[str, str] = {
    "en": r"\b[Ii](?:\s+(?:have|had|then|also|personally|first|myself|\w+ly))*\s+(?:led|built|wrote|designed|made"
    r"|created|introduced|launched|managed|organi[sz]ed|ran|owned|set\s+up|started|founded|developed|implemented"
    r"|shipped|fixed|solved|found|reduced|cut|raised|increased|improved|negotiated|closed|sold|hired|trained"
    r"|taught|coached|mentored|planned|prepared|presented|proposed|decided|changed|rewrote|replaced|moved"
    r"|migrated|automated|tested|deployed|measured|analy[sz]ed|delivered|won|saved|treated|cared|taken|took)\b",
    "de": r"\bich\s+habe\b|\bhabe\s+ich\b|\bich\s+(?:baute|schrieb|leitete|führte|entwickelte|verhandelte)\b",
    "fr": r"\bj['’]ai\s+\w+(?:é|i|u|is|it)\b",
    "es": r"\b(?:lideré|dirigí|construí|escribí|diseñé|creé|desarrollé|implementé|reduje|aumenté|mejoré|organicé)\b",
    "pt": r"\b(?:liderei|dirigi|construí|escrevi|desenhei|criei|desenvolvi|implementei|reduzi|aumentei|melhorei)\b",
}
_COMPILED = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in _ACTS.items()}


def counted(sentence: str) -> Place | None:
    """Where a result is counted; a bare year is none."""
    for match in _FIGURE.finditer(sentence):
        if not _YEAR.fullmatch(match.group().strip(" .,")):
            return match.span()
    spoken = _SPOKEN.search(sentence)
    return spoken.span() if spoken else None


def own_act(sentence: str, language: str) -> Place | None:
    """Where the speaker says what they did themselves. Languages without signs give none."""
    pattern = _COMPILED.get(language)
    match = pattern.search(sentence) if pattern else None
    return match.span() if match else None
