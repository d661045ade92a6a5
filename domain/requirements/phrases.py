"""Key phrases of a line of an advertisement: what can be looked for in a resume, without the words around it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

Known = Callable[[str], tuple[str, ...]]
"""Names the skills that stand in a text; a taxonomy plugs in here."""

LONGEST_PHRASE = 6
"""Words of a phrase. What is longer is a sentence, which nobody can look for."""


class Phrase(NamedTuple):
    """A phrase with its place in the line, and what stands for it as well."""

    text: str
    start: int
    end: int
    alternatives: tuple[str, ...] = ()


_DEGREE = (
    r"(?:and/or|and|or|including|und|oder|sowie|et|ou|very|real|strong|solid|proven|excellent|good|great"
    r"|deep|sound|working|practical|hands[- ]on|demonstrated|extensive|previous|prior|in-depth|basic"
    r"|first|some|relevant|professional|recent|significant|a|an|the"
    r"|sehr|gute?[rnsm]?|fundierte?[rnsm]?|sichere?[rnsm]?[rn]?|erste|praktische|nachweisbare"
    r"|einschlägige|mehrjährige|umfassende|ausgeprägte?[rnsm]?|tiefe|solide?s?|bonnes?|bon|très"
    r"|excellentes?|première|réussie"
    r"|significative|sólid[oa]s?|buen[oa]s?|amplia|demostrable|demostrada|ampla|comprovada|bons?|boas?"
    r"|prévia|previa|mínima|profissional|profesional|professionnelle|une?|la|le|l['’]|der|die|das"
    r"|ein[e]?[rn]?|um|uma|logiciels?|les|outils|valid|gültige?[rn]?|mindestens|au moins|al menos|pelo menos)"
)
_THING = (
    r"(?:experience|knowledge|understanding|familiarity|familiar|proficiency|proficient|expertise"
    r"|experienced|skilled|background|skills?|command|track record|competen\w+|exposure|interest|fluency"
    r"|certification|comfort\w*|(?:experience )?(?:designing|implementing|leading|managing|improving"
    r"|identifying|developing|building|using|working|collaborating|navigating|suggesting|making"
    r"|supporting|handling|providing|ensuring|creating|maintaining|delivering|planning and)"
    r"|capability in the use|application|use"
    r"|berufserfahrung|praxiserfahrung|erfahrung(?:en)?|kenntnisse|wissen|umgang|verständnis|expérience"
    r"|connaissances?|maîtrise|compétences?|expertise|pratique|experiencia|conocimientos?|dominio|manejo"
    r"|nociones"
    r"|experiência|conhecimentos?|domínio|vivência|habilidades?|noções)"
)
_LINK = (
    r"(?:in|with|of|using|as|on|at|for|about|within|working with|working in|im umgang mit|im|in der"
    r"|in den|mit|als|aus|bei|von|en tant que|en|de la|de l['’]|de|des|du|d['’]|dans|avec|sur|comme|con|como"
    r"|em|com|do|da|no|na|nas|nos|the)"
)
_SUBJECT = (
    r"(?:you (?:have|bring|hold|are|should have|must have|will have)|(?:we|the role) (?:require|expect"
    r"|need)s?|must (?:have|be)|have|has|having|possess\w*|holds?|requires?|required|minimum|at least"
    r"|sie (?:haben|verfügen über|besitzen|bringen)"
    r"|du (?:hast|verfügst über|besitzt|bringst)|verfügen über|vous (?:avez|maîtrisez|possédez"
    r"|disposez d['’e])|disposer d['’e]|justifier d['’e]|contar con|tener|possuir|ter|se requiere"
    r"|exige-se|idéalement|idealmente|ideally|preferably|idealerweise"
    r"|preferencialmente|imprescindible|indispensable|se valorará|valorable|desejável)"
)
_LEAD = re.compile(
    rf"\s*(?:(?:{_SUBJECT}|{_DEGREE}|with|in|of|mit|avec|con|com|des?|du),?\s+)*(?:(?:{_DEGREE}(?:,"
    rf"|\s+(?:and|und|et"
    rf"|y|e))?\s+)*{_THING}\s+(?:(?:{_LINK}|{_DEGREE})(?:\s+|(?<=['’])))+|(?:{_SUBJECT}|{_DEGREE})\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,(–-]*(?:\b(?:is|are|sind|ist|est|sont|es|son|é|são|would be|wäre|será|serait)\s+)?(?:highly "
    r"|strongly |sehr |muy |very |zwingend |absolut )?(?:required|preferred|desired|desirable|mandatory"
    r"|essential|necessary|needed|beneficial|advantageous|an? (?:big |strong |definite )?"
    r"(?:plus|advantage|bonus|asset)|nice to have|a must|welcome|helpful|von vorteil|wünschenswert"
    r"|erforderlich|notwendig|vorausgesetzt|ein plus|gern gesehen|un (?:vrai |réel )?(?:plus|atout)"
    r"|souhaité\w*|souhaitable\w*|appréci\w+|requise?s?|exigée?s?|obligatoires?|obligatori[oa]s?"
    r"|obligatóri[oa]s?|indispensables?|indispensável|imprescindibles?|deseables?|valorables?"
    r"|se valora\w*|desejáve(?:l|is)|um diferencial|necesari[oa]s?|necessári[oa]s?|setzen wir voraus"
    r"|runden ihr profil ab|bringen sie mit|(?:knowledge|experience|skills|kenntnisse))[\s.)!]*$",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(
    r"\s*[(\[]\s*(?:e\.?g\.?,?|i\.e\.,?|z\.\s?B\.,?|such as|like|p\.\s?ej\.,?|por ej\w*\.?:?|ex\.?\s?:?"
    r"|par ex\w*\.?|wie|como|comme|including|u\.a\.|inkl\.)?\s*([^()\[\]]{2,160})[)\]]|,?\s+(?:such as"
    r"|like|e\.g\.,?|z\.\s?B\.|wie etwa|tels? que|telles? que|por ejemplo|tais como|tales como"
    r"|como por exemplo)\s+(.{2,160})$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*[,;]\s*(?:and|und|sowie|et|y|e|as well as|&|plus)?\s+|\s+(?:and/or|and|und|sowie|as well as|et"
    r"|ainsi que|y|e|&|plus)\s+|\s\+\s|,?\s+including\s+",
    re.IGNORECASE,
)
_OR = re.compile(r"(?:\s*,)?\s+(?:or|oder|bzw\.|ou|o|u)\s+|\s+/\s+", re.IGNORECASE)
_CUT = re.compile(
    r"\s+(?:to|as|that|which|who|where|while|when|in order|so that|within|through|across|um|damit|die|der"
    r"|das|welche|afin|qui|que|lors|para|pour|tout|under|against|because|suitable for|from|towards|into"
    r"|preferably|ideally|idealerweise|by|is|are|at a|at the|on the|in an? |in our|in der|in einem"
    r"|im bereich|au sein|dans|dentro|en el|en un|no setor|na área)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_TERM = re.compile(
    r"(?<!\w)(?:\.NET\b(?: Core)?|[A-Z][\w+#.&-]*(?<![.])(?:(?:\s|/)(?:(?:of|de|for|und|and"
    r"|&)\s)?[A-Z0-9][\w+#.&-]*(?<![.]))*|[a-z]+[A-Z]\w*)"
)
_SOFT = re.compile(
    r"communicat|kommunik|team\s?[- ]?(?:player|work|geist|orient)|teamfäh|teamarbeit|motivat|motivier"
    r"|motivé|attention to detail|interpersonal|organi[sz]ation|organisé|time.management|multi-?task"
    r"|problem.solving|self-?(?:start|motivat|driven)|passion"
    r"|enthusias|flexib|zuverläss|belastbar|reliab|pro-?a[ck]ti|dynami[cqs]|creativ|kreativ|créativ"
    r"|attitude|einstellung|esprit|rigueur|rigoureu|autonom|selbst(?:st|)ändig|eigen(?:verantwort"
    r"|initiat)|sens d[ue]|relationnel|trabajo en equipo|trabalho em equipe|comunica[ctç]"
    r"|responsab|verantwortungsb|verantwortungsvoll|organizad|organizac|organizaç|willing|eager|mindset"
    r"|work ethic|fast-paced|freund|lernber|curious|neugier|positiv|initiative|hardworking|punctual"
    r"|pünktlich|ponctu|puntual|persever|prioriti|deadline|leadership skills|analytical (?:skills"
    r"|thinking|mind)"
    r"|team environment|team culture|empath|sorgf[aä]lt|genau(?:igkeit|es)|strukturiert|écoute"
    r"|bienveillan|adaptab|polyvalen|orientación al cliente|ganas de|vontade|energ|driven|ambitio"
    r"|client-?service|welcom|charism|stress|polite|professionalism|excitement|spirit|people skills"
    r"|soft skills|decision[- ]making|self-",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(?:(?:an?|the|or|and|und|oder|et|ou|y|o|e|related|relevant|similar|equivalent|practical|work"
    r"|working|professional|vergleichbar\w*|ähnlich\w*|similaire|équivalente?|similar(?:es)?|equivalente"
    r"|afín|afines|afins|any|other|etc\.?|field|fields|area|role|discipline|environment|experience"
    r"|erfahrung|berufserfahrung|expérience|experiencia|experiência|skills?|knowledge|kenntnisse"
    r"|candidate|job|position|years?|team|abilities|ability|qualification|background|mit|with|in|einem"
    r"|einer|bereich|fachrichtung|areas?|demonstrated|strong|excellent|good|higher|industry|minimum|first"
    r"|one|more|all|level"
    r"|occupations?|some|considerable|amount|extensive|work-related|previous|usually|needed|required|most"
    r"|these|training|plus|previa|mínima|puesto|posición|cargo|função|poste|idem|domaine|sector|setor"
    r"|secteur|degree|skill|tools?|techniques?|methods|methodologies|technologies|processes|exposure"
    r"|openness|leading|managing|improving|designing|planning|design|incentives|deletions|duties|goals"
    r"|policies|systems|solutions|products|services|clients|customers|people|for|further|mindestens|au"
    r"|written|verbal|valid|able|carnet|jobs?|workload|limitations|software|na|função"
    r"|moins|al|menos|pelo|least|but|some|do|not"
    r"|many|require|requires|than|this|follow|receive|is|are|be|of|for|to|has|have|you|your|we|our"
    r"|successful|ideal)[\s,.]*)+",
    re.IGNORECASE,
)
_ABILITY = re.compile(
    r"(?:(?:proven |demonstrated |strong |the )?(?:ability|capability|capacity|desire|willingness"
    r"|interest|confidence|comfort\w*|bereitschaft|fähigkeit|capacité|capacidad\w*|capacidade|ganas"
    r"|disponibilidad\w*|disponibilité|able|comfortable|willing|keen)\b)",
    re.IGNORECASE,
)
_EDGE = " \t\n,;:.!?*•·–—-()[]\"“”„'’"


def without_tail(text: str) -> str:
    """The text without “is required”, “would be a plus” and the like."""
    return _TAIL.sub("", text)


def phrases(line: str, known: Known | None = None) -> Iterator[Phrase]:
    """Key phrases of a line, in order. Traits of character give none: nobody can look them up."""
    body, at, examples = _without_examples(line)
    lead = _LEAD.match(body)
    at_lead = lead.end() if lead else 0
    is_ability = any(_ABILITY.match(text.strip(_EDGE)) for text in (body, body[at_lead:]))
    tail = _TAIL.search(body, at_lead)
    end = tail.start() if tail and tail.start() > at_lead else len(body)
    for n, (start, stop, options) in enumerate(_pieces(body, at_lead, end)):
        found = list(_reduced(body[start:stop], start, known, is_ability=is_ability, is_first=n == 0))
        for phrase in found:
            extra = examples if n == 0 and phrase is found[0] else ()
            alternatives = options if len(options) > 1 and len(found) == 1 else ()
            if "/" in phrase.text and not alternatives and " " not in phrase.text:
                alternatives = tuple(part for part in phrase.text.split("/") if part)
            yield phrase._replace(
                start=phrase.start + at, end=phrase.end + at, alternatives=alternatives + extra
            )


def _without_examples(line: str) -> tuple[str, int, tuple[str, ...]]:
    """The line with examples blanked out (offsets stay), and the examples."""
    examples: list[str] = []
    for match in _EXAMPLES.finditer(line):
        inside = match[1] or match[2]
        parts = [p.strip(_EDGE) for p in re.split(r"[,;/]|\b(?:or|and|oder|und|ou|et|o|y|e)\b", inside)]
        examples += [
            p
            for p in parts
            if p and len(p.split()) <= LONGEST_PHRASE and p.lower() not in {"etc", "e.g", "eg"}
        ]
        line = line[: match.start()] + " " * (match.end() - match.start()) + line[match.end() :]
    return line, 0, tuple(dict.fromkeys(examples))


def _pieces(body: str, at: int, end: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Parts between “and” and commas; parts joined by “or” stay together as options."""
    text = body[at:end]
    whole_is_choice = _OR.search(text) is not None and not re.search(r"\s(?:and|und|et|y|e|&)\s", text)
    if whole_is_choice:
        options = tuple(
            _bare(o)
            for o in re.split(r"\s*,\s*|" + _OR.pattern, text, flags=re.IGNORECASE)
            if o and o.strip()
        )
        if all(len(o.split()) <= LONGEST_PHRASE - 2 for o in options):
            yield at, end, options
            return
    start = at
    for match in [*_AND.finditer(body, at, end), None]:
        stop = match.start() if match else end
        if match and "," not in match[0] and _is_pair(body[start:stop], body[match.end() : end]):
            continue
        piece = body[start:stop]
        options = tuple(_bare(o) for o in _OR.split(piece) if o and o.strip())
        if all(len(o.split()) <= LONGEST_PHRASE - 2 for o in options):
            yield start, stop, options
        else:
            inner = start
            for choice in [*_OR.finditer(body, start, stop), None]:
                yield inner, choice.start() if choice else stop, ()
                inner = choice.end() if choice else stop
        start = match.end() if match else stop


def _is_pair(left: str, right: str) -> bool:
    """“research and development”, “planning and forecasting”: two plain words are one thing."""
    before, after = left.split(), re.split(r"[,;.(]|\s+(?:and|und|or)\s", right, maxsplit=1)[0].split()
    return len(before) == 1 and len(after) == 1 and (before[0] + after[0]).islower()


def _reduced(
    piece: str, at: int, known: Known | None, *, is_ability: bool, is_first: bool
) -> Iterator[Phrase]:
    """The piece itself when it is short; else its named terms, else its head."""
    lead = _LEAD.match(piece)
    if lead:
        at, piece = at + lead.end(), piece[lead.end() :]
    if _SOFT.search(piece):
        piece_terms = [term for term in _terms(piece, known, skip_first=True) if not _SOFT.search(term[0])]
        yield from (Phrase(text, at + start, at + end) for text, start, end in piece_terms)
        return
    if len(piece.split()) <= LONGEST_PHRASE - 1 and not is_ability and not _CUT.search(piece):
        yield from _made(piece, at)
        return
    terms = list(_terms(piece, known, skip_first=is_first or is_ability))
    if terms:
        yield from (Phrase(text, at + start, at + end) for text, start, end in terms)
        return
    if len(piece.split()) > 2 * LONGEST_PHRASE:
        return
    head = _CUT.sub("", piece)
    if not is_ability and len(head.split()) <= LONGEST_PHRASE:
        yield from _made(head, at)


def _made(piece: str, at: int) -> Iterator[Phrase]:
    bare = _bare(piece)
    if len(bare) > 1 or bare in {"R", "C"}:
        if _EMPTY.fullmatch(bare) or not any(c.isalpha() for c in bare):
            return
        start = at + piece.find(bare)
        yield Phrase(bare, start, start + len(bare))


def _bare(text: str) -> str:
    text = _TAIL.sub("", text.strip(_EDGE))
    lead = re.match(r"\.\w", text)
    return text.strip(_EDGE) if lead is None else text


def _terms(piece: str, known: Known | None, *, skip_first: bool) -> Iterator[tuple[str, int, int]]:
    """Known skills, and terms that are written with capitals; the first word of a sentence always is."""
    taken: list[tuple[int, int]] = []
    for name in known(piece) if known else ():
        start = piece.lower().find(name.lower())
        if start >= 0:
            taken.append((start, start + len(name)))
            yield piece[start : start + len(name)], start, start + len(name)
    first = len(piece) - len(piece.lstrip())
    for match in _TERM.finditer(piece):
        text = match[0].rstrip(".-&")
        plain = text.istitle() and " " not in text
        if (skip_first and match.start() == first and plain) or len(text) < 2 or _EMPTY.fullmatch(text):  # noqa: PLR2004 - a letter
            continue
        if (
            all(match.end() <= a or match.start() >= b for a, b in taken)
            and len(text.split()) <= LONGEST_PHRASE
        ):
            yield text, match.start(), match.start() + len(text)
