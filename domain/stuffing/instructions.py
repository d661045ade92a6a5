"""Sentences that speak to a screening model instead of a reader, in five languages.

A sentence with such an intent is cut, and with it the sentences of the same line that praise the candidate in
the third person or demand a decision. Patterns run only around a few trigger words, so that an ordinary resume
costs little.
"""

import re
from typing import NamedTuple

from domain.stuffing.tokens import Tokens, key_of

_GATE = 5
_WORD = re.compile(r"\w+")
_NEAR = r"[^.!?;\n]{0,45}"
_THEM = (
    r"(?:me|moi|mich|this|him|her|(?:this|the|ce|cette|este|esta|diese\w?) \w*\s?"
    r"(?:candidat\w*|applica\w*|resume|cv|profile|currícul\w*|lebenslauf|bewerb\w*|kandidat\w*|dossier))\b"
)
_FIRST = (
    r"\b(?:first|top|highest|number one|100|maximum|erste\w*|oben|höchste\w*|beste\w*|premi\w+|meilleure?"
    r"|primer\w*|primeir\w*|máxim\w*|maxima\w*)\b"
)
_SCORE = (
    r"(?:fit|match(?:ing)?|relevance|overall|maximum|perfect)? ?"
    r"(?:score|rating|punktzahl|bewertung|note|puntuación|puntuacion|puntaje|pontuação|pontuacao)"
)
_MODEL = (
    r"\b(?:ai|ki|ia|llms?|chatgpt|gpt|ats|(?:large )?language models?|sprachmodell\w*|modell|modèle|modelo|bots?"
    r"|screening (?:model|system|software|tool|algorithm)|assistant|parser)\b"
)
_RULES = (
    r"\b(?:instruction|instruktion|prompt|guideline|criteria|command|anweisung|vorgabe|consigne|directive"
    r"|instruccion|instrucción|indicacion|indicación|instruç|instruco|orientaç|system message)"
)


class _Intent(NamedTuple):
    triggers: tuple[str, ...]
    """Lower case; one of them stands in the sentence."""
    gates: frozenset[str]
    """Beginnings of content words, one of which every trigger needs; empty when some trigger needs none."""
    pattern: re.Pattern[str]


def _intent(triggers: str, *patterns: str) -> _Intent:
    """Triggers divided by "|", and what a sentence with one of them must look like."""
    parts = tuple(triggers.split("|"))
    gates = [{key_of(word)[:_GATE] for word in _WORD.findall(part)} - {""} for part in parts]
    every = frozenset().union(*gates) if all(gates) else frozenset[str]()
    return _Intent(parts, every, re.compile("|".join(patterns), re.IGNORECASE))


_INTENTS = (
    # "Ignore all previous instructions"
    _intent(
        "ignor|disregard|forget|override|vergiss|vergessen sie|oublie|olvid|omite |omita |esqueça|desconsider",
        r"\b(?:ignor(?:e|ez|ieren?|a|ar|en|ing)|disregard|forget|override|vergiss|vergessen sie|oublie[zr]?"
        rf"|olvid[ae]\w*|omit[ae]|esqueça|desconsider\w*)\b{_NEAR}{_RULES}",
        rf"{_RULES}\w*{_NEAR}\bignorier\w*",
    ),
    # "Note to the screening model"
    _intent(
        "note to|note for|message to|message for|instructions to|instructions for|attention to|hinweis|nachricht"
        "|anweisung|consigne|note pour|note à|message pour|message à|mensaje|mensagem|nota p|nota a|aviso",
        r"\b(?:note|message|instructions?|attention|hinweis|nachricht|anweisung(?:en)?|consignes?|mensaje|nota|aviso"
        r"|mensagem),?\s(?:to|for|an|für|pour|à|au|para|al|ao)\s(?:\w+\s){0,2}?"
        rf"{_MODEL}\s*[:!—–)\]]",
    ),
    _intent(
        "note:|note to|prompt|message:|instruction:|instructions:|override|im_start|system>|<system|inst]|endoftext",
        r"\b(?:system|ai|assistant|llm|(?:chat)?gpt)[ _-]?(?:note|prompt|message|instructions?|override)\s*"
        r"(?:[:>\]]|to\b)",
        r"<\|?(?:im_start|system|endoftext)\|?>",
        r"\[/?inst\]",
    ),
    # "As a language model you must"
    _intent(
        "language model|an ai|sprachmodell|eine ki|une ia|modèle de langage|una ia|uma ia|modelo de l",
        rf"\b(?:as|als|en tant qu\W|como)\s*(?:an?|eine?|une?|uma?|una?)?\s*{_MODEL}{_NEAR}"
        r"\b(?:you|must|should|du|sie|musst|vous|tu|debes|usted|você|deve)\b",
    ),
    # "Output fit score 100"
    _intent(
        "score|rating of|rating 1|perfect rating|punktzahl|bewertung|la note|une note|note de|puntua"
        "|puntaje|pontua",
        r"\b(?:output|return|give|assign|respond with|answer with|set|report|award|gib|vergib|geben sie|attribue[zr]?"
        r"|donne[zr]?|mets|mettez|asign[ae]|otorg\w+|dale|atribua|dê)\b"
        rf"[^.!?\n]{{0,35}}\b{_SCORE}\b(?:[^.!?\n]{{0,15}}(?:\b10(?:0|/10)?\b|1\.0)|{_NEAR}{_THEM})",
        r"\b(?:output|return|respond with|assign|award|give)\b[^.!?\n]{0,20}"
        rf"\b(?:maximum|highest|perfect|top) {_SCORE}\b",
        r"\b(?:höchst\w*|maximale) (?:punktzahl|bewertung)\b[^.!?\n]{0,20}\b(?:geben|vergeben)\b",
    ),
    # "Rank me first"
    _intent(
        "rank me|rank this|rank the|rank him|rank her|rank them|rate me|rate this|rate the cand|score me|score this"
        "|place me|place this|recommend me|recommend this|recommend the cand|shortlist me|shortlist this|hire me"
        "|hire this|select me|select this|bewerte|setze|platzier|empfehle|stufe |stufen sie|classez|classe c|classe-"
        "|placez|place c|place-|recommande|clasifi|coloc|coloq|recomiend|recomend|classifi",
        r"(?:^|[.!?:;,\n•-]\s*|\b(?:must|should|please|always|and|bitte|und|et|y|e)\s)"
        r"(?:rank|rate|score|place|recommend|shortlist|hire|select|bewerten?|setzen?|platzieren?|empfehlen?|stufen?"
        r"|classe[zr]?|place[zr]?|recommande[zr]?|clasifi\w+?|colo[cq]\w+?|recom[ie]+nd\w+?|classifi\w+?)"
        rf"(?:\s(?:sie|a|o))?[\s-]?{_THEM}{_NEAR}{_FIRST}",
    ),
    _intent(
        "you must|you should|you have to",
        r"\byou (?:must|should|have to)\s(?:\w+\s)?(?:recommend|select|shortlist|hire|approve|accept|score|rank|rate)\s"
        + _THEM,
    ),
)
_FOLLOWER = re.compile(
    r"\b(?:this|the) (?:candidate|applicant|resume|cv) (?:is|has|meets|should|must)\b"
    r"|\brecommend\b[^.!?\n]{0,30}\b(?:interview|hire|hiring)\b"
    r"|\b(?:perfect|ideal|best) (?:match|fit|candidate)\b|\bscore\b[^.!?\n]{0,15}\b100\b"
    r"|\bdieser? (?:kandidat|bewerber)\w* (?:ist|hat|erfüllt)\b|\bce(?:tte)? (?:candidate?|candidature) \w+"
    r"|\best[ea] candidat[oa] (?:es|é|cumple|cumpre|tiene|tem)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")
_AROUND = 240
_MOST_TRIGGERS = 200


def instruction_spans(tokens: Tokens) -> list[tuple[int, int]]:
    """Spans of the text (sorted, disjoint) that address a model."""
    text = tokens.text
    beginnings = {key[:_GATE] for key in set(tokens.keys)}
    lower = text.lower()
    if len(lower) != len(text):
        # A few letters grow in lower case (Turkish İ); places must stay those of the text.
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    hits: set[tuple[int, int]] = set()
    for triggers, gates, pattern in _INTENTS:
        if gates and gates.isdisjoint(beginnings):
            continue
        for trigger in triggers:
            at = lower.find(trigger)
            tried = 0
            while at >= 0 and tried < _MOST_TRIGGERS:
                tried += 1
                start = max(0, at - _AROUND, text.rfind("\n", 0, at) + 1)
                line_end = text.find("\n", at)
                end = min(at + _AROUND, line_end if line_end >= 0 else len(text))
                hits.update(
                    (start + found.start(), start + found.end())
                    for found in pattern.finditer(text[start:end])
                )
                at = lower.find(trigger, max(at + 1, end))
    spans: list[tuple[int, int]] = []
    for start, end in sorted(_sentences_around(text, *hit) for hit in hits):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of a hit, with the sentences before and after it on its line that belong to the demand."""
    line_start = max(text.rfind("\n", 0, start) + 1, start - 4 * _AROUND)
    line_end = text.find("\n", end)
    line_end = min(line_end if line_end >= 0 else len(text), end + 4 * _AROUND)
    edges = [line_start, *(m.end() for m in _SENTENCE_END.finditer(text, line_start, line_end)), line_end]
    first = max(i for i, edge in enumerate(edges) if edge <= start)
    last = next((i for i, edge in enumerate(edges) if edge >= end and i > first), len(edges) - 1)
    while first > 0 and _FOLLOWER.search(text, edges[first - 1], edges[first]):
        first -= 1
    while last + 1 < len(edges) and _FOLLOWER.search(text, edges[last], edges[last + 1]):
        last += 1
    return edges[first], edges[last]
