"""An advertisement as short segments: which part each stands in, and whether it speaks of a must."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """Parts of an advertisement."""

    OPEN = "open"
    """Before any heading, or under one that is not known."""
    MUST = "must"
    NICE = "nice"
    TASKS = "tasks"
    OFFER = "offer"
    """Company, benefits, pay, equal opportunity, how to apply: asks for nothing."""


class Segment(NamedTuple):
    """A bullet, a sentence or a clause, with its place."""

    text: str
    start: int
    part: Part
    must: bool
    is_cued: bool
    """Whether words of its own say must or nice."""


_HEADINGS: tuple[tuple[Part, str], ...] = (
    (
        Part.NICE,
        (r"nice[- ]to[- ]haves?|preferred(?: qualifications| skills| experience)?|desirable|desired"
        r"|bonus(?: points)?|(?:a )?plus(?:es)?"
        r"|it would be (?:a plus|great)|good to have|ideally|also (?:useful|welcome)|von vorteil"
        r"|(?:das )?wäre (?:schön|von vorteil|toll)|wünschenswert"
        r"|idealerweise|pluspunkte|optional|(?:les )?(?:atouts?|plus)|un plus|souhait\w+|appréci\w+"
        r"|idéalement|se valora\w*|valora\w*|deseable\w*"
        r"|diferencia\w+|desejáve\w+|será um diferencial|seria um plus|nice"),
    ),
    (
        Part.OFFER,
        (r"benefits|what we offer|we offer|our offer|perks|compensation|salary|pay\b|about(?! you)"
        r"|our company|the company|who we are|equal|diversity"
        r"|how to apply|to apply|apply|contact|location|hours|wir bieten|(?:unser|das) angebot"
        r"|was wir (?:dir |ihnen )?bieten|(?:das|was) bieten wir|(?:deine|ihre) "
        r"(?:vorteile|benefits)|über uns|wir über uns|gehalt|vergütung|bewerb\w+|kontakt|standort"
        r"|chancengleichheit|avantages|(?:ce que )?nous (?:vous )?"
        r"(?:offrons|proposons)|ce que nous (?:vous )?(?:offrons|proposons)|qui sommes|rémunération"
        r"|à propos|l['’]entreprise|(?:qué )?ofrecemos|se ofrece|beneficios"
        r"|sobre (?:nosotros|nós|a empresa|la empresa)|salario|salário|(?:o que )?oferecemos|benefícios"
        r"|quem somos|quiénes somos|conditions"),
    ),
    (
        Part.MUST,
        (r"(?:key |job |minimum |essential |basic |candidate |required |technical )?(?:requirements?"
        r"|qualifications?|skills?(?: and experience)?|must[- ]haves?|criteria)"
        r"|required|essential|what you(?:['’]ll)? (?:will )?(?:bring|need|have)|what you should (?:have"
        r"|bring)|(?:your|candidate) (?:profile|background)|about you|who you are"
        r"|(?:what|who) we(?:['’]re| are)? (?:looking for|expect|need)|you (?:have|bring|are|should have)"
        r"|the (?:ideal|successful) candidate(?: will have| has| is)?"
        r"|knowledge(?:, skills)?|(?:ihr|dein|unser|euer) profil|profil|anforderung\w*|was (?:sie"
        r"|du) mitbring\w*|(?:das |damit )?(?:bringen sie|bringst du)(?: mit)?"
        r"|voraussetzung\w*|qualifikation\w*|(?:was )?wir erwarten|das (?:erwarten|wünschen) wir"
        r"|sie (?:verfügen|haben)|du hast|(?:votre |le )?profil(?: recherché| souhaité)?"
        r"|compétences(?: requises| techniques)?|exigences|prérequis|pré-requis"
        r"|ce que nous (?:recherchons|attendons)|requisitos(?: mínimos| obrigatórios)?|perfil"
        r"|(?:qué )?buscamos|(?:qué )?necesitamos|imprescindible\w*|requerimientos|o que (?:procuramos"
        r"|buscamos|esperamos|você precisa)|procuramos|qualificações"
        r"|pré-requisitos|obrigatóri\w+|exigências|competências|conocimientos|formation"),
    ),
    (
        Part.TASKS,
        (r"(?:key |main |your |job )?(?:responsibilit\w+|duties|tasks)|what you(?:['’]ll)? (?:will )?(?:do"
        r"|be doing)|(?:your|the) (?:role|mission|job|position)|job (?:elements|description|purpose|summary)"
        r"|(?:ihre |deine |unsere )?aufgaben\w*|tätigkeit\w*|(?:was|das) (?:sie|dich) erwartet|(?:deine"
        r"|ihre) rolle|(?:vos |les |principales )?missions?|responsabilités|votre (?:rôle|mission)"
        r"|le poste|descriptif"
        r"|funciones|responsabilidades|tareas|atividades|atribuições|misión|descripción|descrição"
        r"|o que você (?:fará|vai fazer)|qué harás|day to day"),
    ),
)  # fmt: skip
_KNOWN = [(part, re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)) for part, words in _HEADINGS]
_HEADING_WORDS = 8
_WORDS_AFTER = 3
_CAPITALS = re.compile(r"(?=.{12})[^\W\d_]+(?:[ &/-]+[^\W\d_]+)+")
_BULLET = re.compile(r"\s*(?:[•·▪‣●◦*○➢✓✔-]|–|—|o\s(?=[A-Z])|\d{1,2}[.)])\s+")
_INLINE_BULLET = re.compile(r"\s[•·▪‣●◦]\s|\t+|[\s,(–-]{8,}")
"""Rows of blanks, dashes and the like part columns; behind here no pattern meets a long one."""

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[\"“(]?[A-ZÄÖÜÉÈÀÁÍÓÚÇ¿¡0-9])|;\s+")
_ABBREVIATION = re.compile(
    r"(?:\be\.g|\bi\.e|\bz\.\s?b|\bp\.\s?ej|\bex|\binkl|\bbzw|\bca|\bmin|\bmind|\bst|\bdr|\bnr|\bvs"
    r"|\bd\.h|\bu\.a)\.$",
    re.IGNORECASE,
)
_ABBREVIATED = 12
"""Characters before a full stop that hold any of them."""

_NICE_CUE = re.compile(
    r"\b(?:nice[- ]to[- ]have|(?:a|an)\s(?:big |strong |definite |real |huge )?(?:plus|advantage|bonus"
    r"|asset)|preferred|preferably|desir(?:ed|able)|ideally|beneficial"
    r"|advantageous|helpful|welcome|von vorteil|wünschenswert|idealerweise|gerne?|pluspunkt|ein plus"
    r"|optional|un (?:vrai |réel |gros |)?(?:plus|atout)|idéalement|souhaité\w*"
    r"|souhaitable\w*|appréci\w+|se valora\w*|valora(?:ble|mos|rá|se)\w*|deseable\w*|idealmente"
    r"|desejáve(?:l|is)|diferencial|será um|preferencialmente|preferentemente|preferible\w*)\b",
    re.IGNORECASE,
)
_MUST_CUE = re.compile(
    r"\b(?:required?|requires|must|mandatory|essential|necessary|needed|zwingend|erforderlich|notwendig"
    r"|vorausgesetzt|unbedingt|obligatoire\w*|requise?s?|exigée?s?|indispensable\w*"
    r"|impérati\w+|imprescindible\w*|obligatori[oa]\w*|obligatóri[oa]\w*|necesari[oa]\w*|necessári[oa]\w*"
    r"|se requiere|exigid[oa]\w*|exige-se|indispensáve(?:l|is))\b",
    re.IGNORECASE,
)
_ASK_CUE = re.compile(
    r"\b(?:experience (?:with|in|of|as|using)|(?:years?|months?)['’]? (?:of )?(?:[\w-]+ ){0,3}experience"
    r"|knowledge of|degree in|fluen(?:t|cy) in|proficien\w+ (?:in|with)|at least|minimum of"
    r"|berufserfahrung|(?:erfahrung|kenntnisse) (?:in|mit|im)|mindestens|abgeschlossene\w*"
    r"|expérience (?:en|de|dans|d['’])|au moins|maîtrise d\w+|diplôm\w+|experiencia (?:en|de|con|mínima)"
    r"|al menos|conocimientos de|experiência (?:em|de|com|mínima)|pelo menos|conhecimentos? (?:em|de)"
    r"|formação em|you (?:have|bring|hold))\b",
    re.IGNORECASE,
)
_OFFER_CUE = re.compile(
    r"\b(?:equal opportunity|regardless of|without regard|benefits?|bonus(?:es)?|salary|pension|401"
    r"|paid (?:time|leave|holiday)|holidays?|vacation|insurance|we are an?|our (?:company|team|client"
    r"|culture)"
    r"|wir (?:bieten|sind|freuen)|urlaub\w*|gehalt|vergütung|nous (?:offrons|proposons|sommes)|mutuelle"
    r"|tickets? restaurant|rtt|ofrecemos|somos|oferecemos|vale[- ]\w+|plano de saúde"
    r"|apply|bewerb\w+|candidature|click|visit|\[url\]|€|\$|£|accommodation|dismissal|discriminat\w+)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\[url\]|https?:|www\.|\bto apply\b|\bapply (?:now|today|online)|\bvacancies\b|\bequal opportunit"
    r"|\bregardless of|\boriginally posted|\bsalary\b|\bwe offer\b|\bwir bieten\b|\bnous offrons\b"
    r"|\b(?:se )?ofrece(?:mos)?\b"
    r"|\boferecemos\b|\bbewerben sie\b|\bbewirb dich\b|\bpostulez\b|\bcandidatez\b|\benvíanos\b"
    r"|\benvie (?:seu|o)\b|\bour benefits\b|@",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\w+\s+\w+.*[,–-]\s*$")
_SOFTENED = re.compile(
    r"\b(?:usually|typically|in der regel|généralement|normalmente|geralmente)\b|\bsome do not\b",
    re.IGNORECASE,
)
_LONG = 14
"""Words; a longer line is taken apart into sentences."""

_LONGEST = 600
"""Characters of a sentence that are read; more is no sentence."""


def segments(text: str) -> Iterator[Segment]:
    """The segments of an advertisement that may ask for something, in order."""
    part = Part.OPEN
    for at, line in _lines(text):
        heading = _heading(line)
        part, skip = heading or (part, 0)
        for offset, sentence in _sentences(line[skip:]):
            inner = None if heading else _heading(sentence)
            part, cut = inner or (part, 0)
            yield from _asking(sentence[cut : cut + _LONGEST], at + skip + offset + cut, part)


def _asking(sentence: str, start: int, part: Part) -> Iterator[Segment]:
    if not sentence.strip() or part is Part.OFFER or _AWAY.search(sentence):
        return
    cue = _NICE_CUE.search(sentence)
    if cue and _ASIDE.search(sentence[: cue.start()]):
        # "Five years of sales, ideally in software": only what follows the comma is welcome.
        yield from _asking(sentence[: cue.start()], start, part)
        yield from _asking(sentence[cue.start() :], start + cue.start(), part)
        return
    nice, must = cue is not None, _MUST_CUE.search(sentence) is not None
    in_list = part in {Part.MUST, Part.NICE}
    if nice and must:
        for offset, clause in _clauses(sentence):
            yield from _asking(clause, start + offset, part if in_list else Part.MUST)
        return
    if not in_list and (
        _OFFER_CUE.search(sentence) or not (nice or must or (part is Part.OPEN and _ASK_CUE.search(sentence)))
    ):
        return
    is_must = not nice and (part is not Part.NICE or must) and _SOFTENED.search(sentence) is None
    yield Segment(sentence, start, part, is_must, nice or must)


def _clauses(sentence: str) -> Iterator[tuple[int, str]]:
    """Parts between commas; each keeps at most one of the two cues, the last one what is left."""
    at = 0
    for match in re.finditer(r"[,;]\s|\s[–-]\s|\.\s|\b(?:but|aber|mais|pero|mas)\b", sentence):
        piece = sentence[at : match.start()]
        if _NICE_CUE.search(piece) or _MUST_CUE.search(piece):
            yield at, piece
            at = match.end()
    last = sentence[at:]
    if at and not (_NICE_CUE.search(last) and _MUST_CUE.search(last)):
        yield at, last


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines and inline bullets, with their offsets."""
    at = 0
    for line in text.splitlines(keepends=True):
        inner = 0
        for match in [*_INLINE_BULLET.finditer(line), None]:
            end = match.start() if match else len(line)
            yield at + inner, line[inner:end].rstrip()
            inner = match.end() if match else end
        at += len(line)


def _heading(line: str) -> tuple[Part, int] | None:
    """The part that a heading opens, and where the text after it begins."""
    lead = re.match(r"[\s#*_>\d.)-]*", line)
    at = lead.end() if lead else 0
    is_bullet = _BULLET.match(line) is not None
    head, colon, _ = line[at:].partition(":")
    if not colon and (is_bullet or line.rstrip().endswith((".", ",", ";"))):
        return None
    words = head.strip(" *_#").split()
    if not 0 < len(words) <= _HEADING_WORDS:
        return None
    for part, pattern in _KNOWN:
        match = pattern.match(head.strip(" *_#"))
        after = len(head[match.end() :].split()) if match else 0
        if match and (after <= _WORDS_AFTER if colon else after <= 1):
            return part, at + len(head) + len(colon)
    if not colon and not is_bullet and line.isupper() and _CAPITALS.fullmatch(line[at:].strip()):
        return Part.OPEN, at + len(head)
    return None


def _sentences(line: str) -> Iterator[tuple[int, str]]:
    """Sentences of a long line, the whole of a short one; without the bullet."""
    bullet = _BULLET.match(line)
    at = counted = bullet.end() if bullet else 0
    opened = 0
    if len(line.split()) > _LONG or ". " in line or "; " in line:
        for match in _SENTENCE_END.finditer(line, at):
            until = match.start()
            opened += line.count("(", counted, until) - line.count(")", counted, until)
            counted = until
            if not opened and not _ABBREVIATION.search(line[max(at, until - _ABBREVIATED) : until]):
                yield at, line[at:until]
                at = counted = match.end()
    yield at, line[at:]
