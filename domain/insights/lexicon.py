"""Words that tell how something is said, in five languages. Any other language has none: nothing is said about it.

Small on purpose: an insight that is missed costs a look at the transcript, a wrong one costs trust.
"""

import re
from dataclasses import dataclass
from functools import cache

from domain.requirements.years import NUMBER_WORDS

_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns of one language, each for whole words, whatever their case."""

    hedge: re.Pattern[str]
    """Words that take back what is said: "kind of", "I guess"."""
    vague: re.Pattern[str]
    """Words that stand for something that is not named: "stuff", "and so on"."""
    example: re.Pattern[str]
    """What begins a concrete example."""
    outcome: re.Pattern[str]
    """What names a result."""
    own_act: re.Pattern[str]
    """The speaker did something: "I built"."""
    single: re.Pattern[str]
    """The speaker alone."""
    plural: re.Pattern[str]
    """The speaker with others."""
    unknowing: re.Pattern[str]
    """An answer that answers nothing: "I don't know"."""
    never_used: re.Pattern[str]
    """Denies experience; the skill follows within a few words."""
    leading: re.Pattern[str]
    """About leading people."""
    strategy: re.Pattern[str]
    """About aims, trade-offs and time ahead."""
    positive: re.Pattern[str]
    negative: re.Pattern[str]
    least: re.Pattern[str]
    """What makes the number after it a lower bound."""
    team: re.Pattern[str]
    """Leading so many people; `n` is how many."""
    unled: re.Pattern[str]
    """Denies having led anybody at all."""
    since: re.Pattern[str]
    """From a year; `y` is the year."""
    until: re.Pattern[str]
    """To a year; `y` is the year."""
    function: frozenset[str]
    """The commonest words, to tell the language by."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_NUMBER = rf"(?P<n>\d{{1,4}}|{NUMBER_WORDS})"
_YEAR = r"(?P<y>(?:19|20)\d\d)"

_SOURCES: dict[str, dict[str, str]] = {
    "en": {
        "hedge": r"i think|i guess|i suppose|i believe|kind of|sort of|maybe|perhaps|probably|possibly|somehow"
        r"|somewhat|more or less|i would say|as far as i (?:know|remember)|not (?:really|entirely) sure|hopefully",
        "vague": r"stuff|things like that|something like that|and so on|et cetera|etc|whatever|various things"
        r"|a lot of things|some things|you know|basically|in general|different things|this and that",
        "example": r"for example|for instance|one time|once i|last (?:year|month|week|spring|summer|autumn|winter)"
        r"|in one project|at my (?:last|previous|current) (?:job|company|role)|when i (?:was|worked|joined)",
        "outcome": r"so that|as a result|which (?:led|meant|cut|saved|reduced)|resulted in|in the end|reduced"
        r"|increased|improved|saved|cut|halved|doubled|tripled",
        "own_act": r"i(?:'ve| have| had| also| then| personally| mostly|'m| am)? (?:built|build|wrote|write"
        r"|designed|design|led|lead|introduced|made|ran|run|set up|migrated|moved|rewrote|fixed|shipped|deployed"
        r"|implemented|created|developed|managed|started|automated|reduced|cut|improved|increased|saved|hired"
        r"|mentored|trained|negotiated|sold|planned|measured|tested|debugged|owned|used|use|using|worked|chose"
        r"|doubled|halved|maintained|maintain|operated|launched|taught)",
        "single": r"i|i'm|i've|i'd|my|myself|me",
        "plural": r"we|we're|we've|we'd|our|us",
        "unknowing": r"i (?:don't|do not|really don't) know|no idea|i (?:have|'ve) no idea"
        r"|i can(?:'t|not) (?:say|remember|recall)|i'd rather not (?:say|answer)|next question",
        "never_used": r"(?:i (?:have |'ve )?never (?:used|worked with|touched|learned|learnt|tried)"
        r"|i (?:haven't|have not) (?:used|worked with|tried|touched)"
        r"|(?:i have |i've )?no experience (?:with|in|of)|i (?:don't|do not) (?:know|use|speak)"
        r"|i(?:'m| am) not familiar with)",
        "leading": r"led|lead|leading|mentor(?:ed|ing)?|my team|hired|delegat\w+|coach(?:ed|ing)?|managed (?:a|the)"
        r" team|reports|one-on-ones?",
        "strategy": r"trade-?offs?|roadmap|priorit\w+|long[- ]term|strateg\w+|the market|stakeholders?|budget|vision"
        r"|goals?|business case",
        "positive": r"proud|enjoy(?:ed)?|love[d]?|happy|excited|great|glad|successful(?:ly)?",
        "negative": r"hate[d]?|frustrat\w+|terrible|awful|annoy\w+|unhappy|boring|bad|disappoint\w+|angry",
        "least": r"more than|over|at least|well over|upwards of",
        "team": rf"(?:led|lead|leading|managed|manage|managing|headed|ran|supervised) (?:a |the |my )?"
        rf"(?:\w+ )?(?:team|group|department|crew) of (?:about |around |over )?{_NUMBER}"
        rf"|a team of {_NUMBER.replace('<n>', '<m>')} (?:people |engineers |developers )?report(?:ed|ing)? to me",
        "unled": r"(?:never|not|n['’]t) (?:really |actually |yet )?(?:led|lead|managed?|supervised?|headed)"
        r" (?:a |any )?(?:team|group|people|anyone|anybody)",
        "since": rf"(?:from|since|in|joined in|started in) {_YEAR}",
        "until": rf"(?:until|till|to|through|left in) {_YEAR}",
        "function": "the and of to a in i that it is was for you on with as but we my at have not this they be so",
    },
    "de": {
        "hedge": r"ich glaube|ich denke|ich schätze|vielleicht|wahrscheinlich|irgendwie|eventuell|möglicherweise"
        r"|mehr oder weniger|sozusagen|quasi|vermutlich|ich würde sagen|soweit ich weiß|eigentlich",
        "vague": r"und so weiter|und so|irgendwas|irgendetwas|alles mögliche|solche sachen|verschiedene sachen|usw"
        r"|dies und das|keine ahnung was|im grunde|halt",
        "example": r"zum beispiel|beispielsweise|letztes jahr|letzten (?:monat|sommer|winter)|in einem projekt"
        r"|als ich (?:bei|noch|dort)|einmal habe ich|in meiner letzten (?:stelle|firma)",
        "outcome": r"sodass|dadurch|das ergebnis|am ende|gesenkt|reduziert|gesteigert|verbessert|gespart|halbiert"
        r"|verdoppelt",
        "own_act": r"(?:ich habe|habe ich|ich)(?: \w+){0,6} (?:gebaut|geschrieben|entworfen|geleitet|eingeführt"
        r"|gemacht|aufgebaut|migriert|entwickelt|umgesetzt|automatisiert|gesenkt|reduziert|verbessert|eingestellt"
        r"|betreut|geplant|getestet|genutzt|benutzt|verwendet|gearbeitet|programmiert|verkauft|gesteigert)"
        r"|ich (?:baute|schrieb|leitete|entwickelte|nutze|verwende|programmiere|arbeite|leite)",
        "single": r"ich|mein\w*|mir|mich",
        "plural": r"wir|unser\w*|uns",
        "unknowing": r"weiß ich nicht|ich weiß (?:es )?nicht|keine ahnung|kann ich nicht sagen|nächste frage",
        "never_used": r"(?:(?:habe|hab) ich (?:noch )?nie (?:mit )?|ich habe (?:noch )?nie (?:mit )?"
        r"|(?:ich habe )?keine erfahrung (?:mit|in)|ich kenne kein\w*)",
        "leading": r"geleitet|leite|leitete|mein team|eingestellt|delegier\w+|mentor\w*|führung\w*|mitarbeitende\w*",
        "strategy": r"abwäg\w+|priorit\w+|langfristig\w*|strateg\w+|der markt|budget|ziele?|vision|roadmap",
        "positive": r"stolz|freude|gern\w?|glücklich|begeistert|toll|erfolgreich\w*",
        "negative": r"frustr\w+|schrecklich|furchtbar|langweilig|schlecht\w*|ärger\w*|enttäusch\w+|nervig",
        "least": r"mehr als|über|mindestens",
        "team": rf"team (?:von|mit) {_NUMBER}(?: \w+){{0,3}} geleitet"
        rf"|leite(?:te)? ein team (?:von|mit) {_NUMBER.replace('<n>', '<m>')}",
        "unled": r"(?:nie|niemals) (?:ein team|leute|jemanden|mitarbeitende) (?:geführt|geleitet)"
        r"|(?:kein team|niemanden) (?:geführt|geleitet)",
        "since": rf"(?:von|seit|ab) {_YEAR}",
        "until": rf"bis {_YEAR}",
        "function": "der die das und ich nicht ist wir mit auf ein eine zu den es in von war habe haben für auch"
        " dem als dann",
    },
    "es": {
        "hedge": r"creo que|supongo|quizás?|tal vez|probablemente|más o menos|de alguna manera|a lo mejor|diría que"
        r"|no estoy segur[oa]|como que|posiblemente",
        "vague": r"y cosas así|y eso|cosas|etcétera|etc|algo así|un poco de todo|varias cosas|básicamente"
        r"|en general|y demás",
        "example": r"por ejemplo|el año pasado|el mes pasado|en un proyecto|cuando (?:trabajaba|trabajé|estaba|era)"
        r"|una vez|en mi (?:último|anterior) (?:trabajo|puesto|empresa)",
        "outcome": r"de modo que|como resultado|al final|lo que (?:permitió|redujo)|reduj\w+|aument\w+|mejor\w+"
        r"|ahorr\w+",
        "own_act": r"(?:construí|escribí|diseñé|lideré|dirigí|introduje|hice|implementé|desarrollé|automaticé"
        r"|migré|reduje|mejoré|aumenté|contraté|gestioné|creé|lancé|usé|utilicé|trabajé|uso|utilizo|trabajo"
        r"|he (?:construido|escrito|diseñado|liderado|dirigido|hecho|implementado|desarrollado|usado|trabajado))",
        "single": r"yo|mi|mis|me|he|había|\w+(?:é|í)|hice|reduje|introduje",
        "plural": r"nosotr[oa]s|nuestr[oa]s?|hemos|habíamos|\w+(?:amos|imos|emos)",
        "unknowing": r"no (?:lo )?sé|ni idea|no tengo (?:ni )?idea|no (?:me acuerdo|recuerdo)|paso",
        "never_used": r"(?:nunca he (?:usado|utilizado|trabajado con)|no he (?:usado|utilizado|trabajado con)"
        r"|no tengo experiencia (?:con|en)|no (?:conozco|uso))",
        "leading": r"lider\w+|dirig\w+|mi equipo|contrat\w+|deleg\w+|mentor\w*",
        "strategy": r"priori\w+|largo plazo|estrateg\w+|el mercado|presupuesto|objetivos?|visión|hoja de ruta",
        "positive": r"orgullos[oa]|me encant\w+|disfrut\w+|feliz|contento|contenta|éxito",
        "negative": r"frustr\w+|terrible|horrible|aburrid[oa]|mal[oa]|decepcion\w+|odi[oaé]",
        "least": r"más de|al menos|como mínimo",
        "team": rf"(?:lideré|dirigí|gestioné|liderando|dirijo|lidero) (?:a )?un equipo de {_NUMBER}",
        "unled": r"nunca (?:he )?(?:lideré|liderado|dirigí|dirigido|gestioné|gestionado) (?:a )?(?:un equipo|equipos"
        r"|nadie|personas)",
        "since": rf"(?:desde|de|en) (?:el )?{_YEAR}",
        "until": rf"(?:hasta|a) (?:el )?{_YEAR}",
        "function": "el la de que y en un una los las con por para no es lo se mi era fue del muy pero como al",
    },
    "fr": {
        "hedge": r"je crois|je pense|je suppose|peut-être|probablement|plus ou moins|en quelque sorte|je dirais"
        r"|un peu|pas vraiment sûre?|sans doute|éventuellement",
        "vague": r"des trucs|des choses|et cetera|etc|et tout ça|ce genre de choses?|un peu de tout|en gros"
        r"|en général|et ainsi de suite|machin",
        "example": r"par exemple|l'année dernière|l'an dernier|le mois dernier|dans un projet|quand j'(?:étais|ai)"
        r"|une fois|dans mon (?:dernier|précédent) (?:poste|emploi)",
        "outcome": r"de sorte que|ce qui a|au final|résultat|réduit|augmenté|amélioré|économisé|divisé",
        "own_act": r"j'ai (?:\w+ment )?(?:construit|écrit|conçu|dirigé|introduit|fait|mis en place|migré|développé"
        r"|créé|automatisé|réduit|amélioré|augmenté|recruté|encadré|géré|lancé|utilisé|travaillé|vendu|testé)"
        r"|j'utilise|je (?:dirige|développe|gère|travaille)",
        "single": r"je|j'\w+|mon|ma|mes|moi",
        "plural": r"nous|notre|nos|on a",
        "unknowing": r"je ne sais pas|je sais pas|aucune idée|je ne (?:peux|saurais) pas dire|question suivante",
        "never_used": r"(?:je n'ai jamais (?:utilisé|travaillé avec|touché)|je n'ai pas (?:utilisé|travaillé avec)"
        r"|(?:je n'ai )?(?:pas|aucune) (?:d')?expérience (?:avec|en)|je ne connais pas)",
        "leading": r"dirig\w+|encadr\w+|mon équipe|recrut\w+|délégu\w+|mentor\w*|manag\w+",
        "strategy": r"compromis|priorit\w+|long terme|stratég\w+|le marché|budget|objectifs?|vision|feuille de route",
        "positive": r"fi[eè]re?|aim\w+|ravie?|heureuse?|heureux|succès|content\w*",
        "negative": r"frustr\w+|terrible|affreu\w+|ennuy\w+|mauvais\w*|déç\w+|détest\w+",
        "least": r"plus de|au moins",
        "team": rf"(?:dirigé|encadré|géré|manage|dirige|encadre) une équipe de {_NUMBER}",
        "unled": r"jamais (?:dirigé|encadré|géré) (?:d['’]équipe|une équipe|personne|de personnes)",
        "since": rf"(?:depuis|de|en) {_YEAR}",
        "until": rf"(?:jusqu'en|à|jusqu'à) {_YEAR}",
        "function": "le la les de des et un une est dans que pour pas ne sur avec c'est nous je il elle en du au ce",
    },
    "pt": {
        "hedge": r"acho que|eu acho|suponho|talvez|provavelmente|mais ou menos|de certa forma|tipo assim|diria que"
        r"|não tenho certeza|possivelmente|meio que",
        "vague": r"coisas assim|essas coisas|e tal|etc|etcétera|um pouco de tudo|várias coisas|basicamente|em geral"
        r"|e por aí vai|algo assim",
        "example": r"por exemplo|no ano passado|ano passado|no mês passado|em um projeto|num projeto"
        r"|quando (?:eu )?(?:trabalhava|trabalhei|estava)|uma vez|no meu (?:último|anterior) emprego",
        "outcome": r"de modo que|como resultado|no final|o que (?:permitiu|reduziu)|reduzi\w*|aument\w+|melhor\w+"
        r"|economiz\w+",
        "own_act": r"(?:eu )?(?:construí|escrevi|projetei|liderei|introduzi|fiz|implementei|desenvolvi|automatizei"
        r"|migrei|reduzi|melhorei|aumentei|contratei|gerenciei|criei|lancei|usei|utilizei|trabalhei|uso|utilizo"
        r"|trabalho)",
        "single": r"eu|meu|minha|meus|minhas|me|\w+ei|fiz|reduzi|construí|escrevi",
        "plural": r"nós|nosso|nossa|nossos|nossas|a gente|\w+(?:amos|emos|imos)",
        "unknowing": r"não sei|nem ideia|não faço ideia|não (?:me )?lembro|passo",
        "never_used": r"(?:nunca (?:usei|utilizei|trabalhei com)|não (?:usei|utilizei|trabalhei com)"
        r"|não tenho experiência (?:com|em)|não conheço)",
        "leading": r"lider\w+|dirigi\w*|(?:minha|meu) (?:equipe|equipa|time)|contrat\w+|deleg\w+|mentor\w*",
        "strategy": r"priori\w+|longo prazo|estratég\w+|o mercado|orçamento|objetivos?|visão|roteiro",
        "positive": r"orgulh\w+|ador\w+|gost\w+|feliz|sucesso|contente",
        "negative": r"frustr\w+|terrível|horrível|chat[oa]|ruim|mau|decepcion\w+|odei\w+|odi\w+",
        "least": r"mais de|pelo menos|no mínimo",
        "team": rf"(?:liderei|gerenciei|dirigi|lidero|gerencio) (?:uma equipe|uma equipa|um time) de {_NUMBER}",
        "unled": r"nunca (?:liderei|gerenciei|dirigi|geri) (?:uma equipe|uma equipa|um time|equipes|equipas|ninguém"
        r"|pessoas)",
        "since": rf"(?:desde|de|em) {_YEAR}",
        "until": rf"(?:até|a) {_YEAR}",
        "function": "o a de que e em um uma os as com por para não é do da no na se eu mais foi como mas",
    },
}  # fmt: skip


@cache
def lexicon(language: str) -> Lexicon | None:
    """The patterns of a language, None where there are none."""
    source = _SOURCES.get(language[:2].lower())
    if source is None:
        return None
    patterns = {name: _words(text or _NEVER) for name, text in source.items() if name != "function"}
    return Lexicon(function=frozenset(source["function"].split()), **patterns)


LANGUAGES = tuple(_SOURCES)
FEWEST_WORDS = 3
"""So many common words tell a language."""


def language_of(words: list[str]) -> str | None:
    """The language of a turn by its commonest words; None when no language is clearly ahead."""
    counts = sorted(
        ((sum(word in _functions(code) for word in words), code) for code in LANGUAGES), reverse=True
    )
    (most, best), (next_most, _) = counts[0], counts[1]
    return best if most >= FEWEST_WORDS and most > next_most else None


@cache
def _functions(code: str) -> frozenset[str]:
    return frozenset(_SOURCES[code]["function"].split())
