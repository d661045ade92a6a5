"""Words by which hosts and guests give themselves away, in the languages that candidates are written to.

Patterns match plain text: lower case, without accents, apostrophes made straight. One pattern a line, each beginning
at the beginning of a word.
"""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
SHORTEST_WORD = 3
LONGEST_QUESTION = 25
"""Words up to which an unmarked sentence that begins like a question is taken for one."""


def plain(text: str) -> str:
    """Lower case, without accents, so that one pattern fits however a recognizer spells."""
    folded = unicodedata.normalize("NFKD", text.replace("\u2019", "'").casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def tokens(text: str) -> frozenset[str]:
    """Its words of three letters or more."""
    return frozenset(word for word in _WORD.findall(plain(text)) if len(word) >= SHORTEST_WORD)


def _any(patterns: str) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:" + "|".join(f"(?:{line.strip()})" for line in patterns.split("\n") if line.strip()) + ")"
    )


HOSTING = _any(r"""
    welcome (?:to|everyone|and)
    thank(?:s| you) (?:so much )?for (?:joining|coming|making (?:the )?time|your time)
    (?:let's|let us) (?:get started|start|begin|move on|dive)
    (?:i|we)(?:'ll| will| would like to|'d like to) (?:be )?(?:ask|start|walk you through|lead|introduce)
    (?:next|first|last|another|final) question
    do you have (?:any )?questions for (?:us|me)
    we(?:'ll| will) (?:get back to you|be in touch|let you know)
    (?:herzlich )?willkommen
    danke,? dass sie (?:da sind|gekommen|sich)
    schon,? dass sie (?:da|hier)
    (?:meine )?(?:nachste|erste|letzte) frage
    haben sie (?:noch )?fragen an (?:uns|mich)
    (?:lassen sie uns|fangen wir|dann) (?:an|anfangen|beginnen|starten)
    wir melden uns
    bienvenid[oa]s?
    gracias por (?:venir|unirte|unirse|acompanarnos|tu tiempo|su tiempo)
    (?:la )?(?:siguiente|primera|ultima|proxima) pregunta
    (?:vamos a empezar|empecemos|comencemos)
    tienes? (?:alguna )?preguntas? para (?:nosotros|mi)
    bienvenue
    merci d'(?:etre venu|avoir pris)
    (?:prochaine|premiere|derniere) question
    bem-?vind[oa]
    obrigad[oa] por (?:vir|ter vindo|seu tempo)
    (?:proxima|primeira|ultima) pergunta
""")
INVITING = _any(r"""
    tell (?:me|us) (?:about|more|a bit|how|what)
    walk (?:me|us) through
    describe (?:a|the|your|how)
    give (?:me|us) an example
    could you (?:explain|elaborate|describe|tell|share)
    can you (?:explain|describe|tell|share|give)
    erzahlen sie
    beschreiben sie
    konnen sie (?:mir |uns )?(?:ein beispiel|erklaren|erzahlen|beschreiben)
    nennen sie
    (?:cuentame|cuentenos|cuenteme|hablame|hableme|describe|describeme)\b
    puedes? (?:darme|explicar|contar|describir)
    dame un ejemplo
    parlez-(?:moi|nous)
    (?:decrivez|racontez)
    pouvez-vous (?:decrire|expliquer|donner)
    fale(?:-me)? (?:sobre|um pouco)
    conte(?:-me)?\b
    descreva
    pode (?:descrever|explicar|dar)
""")
TELLING = _any(r"""
    thank(?:s| you) (?:so much )?for (?:having|inviting) me
    thank(?:s| you) for the opportunity
    in my (?:last|previous|current|former) (?:job|role|position|company|team|project)
    (?:at|in) my (?:last|previous|current)\b
    i(?:'ve| have) (?:been )?(?:work|worked|working|led|built|managed|used|spent)
    i (?:work|worked|led|built|managed|designed|migrated|reduced|introduced|implemented|developed|wrote)\b
    i (?:was responsible|studied|graduated|moved|joined|measured|learned)\b
    my (?:background|experience|degree|responsibilit)
    \d+ years of experience
    we (?:built|migrated|reduced|shipped|used)
    (?:vielen dank|danke) fur die einladung
    in meine[rm] (?:letzten|vorigen|jetzigen|aktuellen|fruheren)
    ich habe (?:[\w-]+ ){0,12}(?:gearbeitet|geleitet|entwickelt|gebaut|studiert|gemacht|eingefuhrt|gesenkt|migriert)
    ich (?:arbeite|leite|war|bin) (?:seit|als|bei|derzeit)
    meine erfahrung
    wir haben (?:[\w-]+ ){0,12}(?:gearbeitet|gebaut|eingefuhrt|gesenkt|migriert|umgestellt|benutzt)
    gracias por (?:la (?:oportunidad|invitacion)|invitarme|recibirme)
    en mi (?:ultimo|ultima|anterior|actual|trabajo|empresa|equipo|puesto)
    (?:trabaje|trabajo|lidere|dirigi|desarrolle|construi|implemente|reduje|migre|estudie|disene)\b
    mi experiencia
    llevo (?:\w+ )anos
    he (?:trabajado|liderado|desarrollado|usado)
    (?:logramos|migramos|construimos|usamos|redujimos)
    merci (?:de|pour) (?:m'|l'invitation|votre invitation)
    dans mon (?:dernier|ancien|precedent|equipe)
    j'ai (?:travaille|dirige|developpe|construit|mene)
    je travaille
    obrigad[oa] pel[oa] (?:oportunidade|convite)
    no meu (?:ultimo|trabalho|time)
    (?:trabalhei|liderei|desenvolvi|implementei)\b
    minha experiencia
""")
ABOUT_HOUSE = _any(r"""
    (?:the|your) (?:company|culture|on-?call|office|roadmap|stack|benefits|salary)
    (?:the|your) team (?:look|structure|size|like|culture)
    (?:the|this) (?:role|position|salary|budget)
    (?:the )?next steps
    do you (?:offer|allow|have remote|work remotely|provide|sponsor)
    (?:what|how) (?:does|is|are|do) (?:the|your|you)(?: guys)? (?:team|company|process|deploy|handle|plan)
    remote
    ihre?[rmn]? (?:firma|unternehmen|team|kultur|buro)
    bieten sie
    (?:das|die) (?:gehalt|stelle|team)
    homeoffice
    (?:la|su|tu) (?:empresa|cultura)
    (?:el|su|vuestro|tu) equipo
    ofrecen?\b
    (?:el|este) (?:puesto|salario|rol)\b
    teletrabajo
    (?:votre|l') ?(?:entreprise|equipe)
    le (?:poste|salaire)
    a (?:empresa|vaga|equipe)\b
    o salario
""")
_ASKS = _any(r"""
    (?:what|how|why|when|where|which|who)\b
    (?:do|did|have|are|can|could|would) you
    (?:was|wie|warum|wann|wo|wer)\b
    welche
    (?:haben|konnen|sind|wurden) sie
    (?:que|como|por que|cuando|donde|cual|quien|puedes)\b
    (?:pourquoi|comment|quand|quel|quelle|quels|quelles)\b
    (?:avez|pouvez)-vous
    (?:quais|qual)\b
""")


def is_question(text: str, in_plain: str) -> bool:
    """Whether something is asked: by its mark, or, where a recognizer writes none, by how a short turn begins."""
    if "?" in text or "\u00bf" in text:
        return True
    is_one_sentence = "." not in text.rstrip().rstrip(".")
    return is_one_sentence and len(in_plain.split()) <= LONGEST_QUESTION and bool(_ASKS.match(in_plain))
