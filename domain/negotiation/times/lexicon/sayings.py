"""All languages: fixed sayings about what was said before ("if not", "that's all I have",
"the rest of that day")."""

from itertools import product

from domain.negotiation.times.lexicon.regional import REGIONAL
from domain.negotiation.times.lexicon.schema import Kind, Phrases, Sense, joined

_REST_OF_DAY = {
    "en": (
        "the rest of that day", "rest of that day", "the remainder of that day", "the rest of the same day",
        "otherwise that day", "the remainder of the day", "remainder of the day",
    ),
    "de": (
        "den rest des tages", "der rest des tages", "rest des tages", "den rest vom tag",
            "den restlichen tag",
        "der restliche tag", "restlichen tag", "sonst an dem tag", "sonst an diesem tag", "den übrigen tag",
    ),
    "fr": (
        "le reste de la journée", "reste de la journée", "le reste du jour", "tout le reste de la journée",
        "le restant de la journée",
    ),
    "es": ("el resto del día", "resto del día", "el resto de ese día", "el resto de la jornada",
        "lo que queda del día"),
    "pt": ("o resto do dia", "resto do dia", "no resto do dia", "o resto desse dia", "o restante do dia",
        "no restante do dia"),
}  # fmt: skip
_FAILING = {
    "en": [
        f"{lead}{what} {fails}"
        for lead, (what, fails) in product(
            ("if ", "and if ", "or if "),
            [
                *product(
                    ("that", "this", "it", "none of those", "either"),
                    (
                        "doesn't work", "does not work", "doesn't work out", "doesnt work", "won't work",
                            "doesn't suit",
                        "doesn't fit", "is taken", "'s taken", "is gone", "'s gone", "is booked", "'s booked",
                        "isn't possible", "is not possible", "isn't free", "is too late", "is too early",
                            "'s no good",
                        "is no good", "isn't good", "'s not possible", "doesn't work for you",
                            "is already taken",
                        "'s already taken", "'s not available", "isn't available", "is full", "'s full",
                            "'s a problem",
                    ),
                ),
            ],
        )
    ] + ["if not", "if unavailable", "if none of those work", "if neither works", "failing which", "or failing that"],
    "de": [
        "falls nicht", "wenn nicht", "wenn das nicht geht", "wenn das nicht passt", "falls das nicht geht",
        "falls das nicht passt", "falls das nicht klappt", "wenn das nicht klappt", "sollte das nicht gehen",
        "sollte das nicht passen", "sollte das nicht klappen", "falls schon vergeben",
            "falls der vergeben ist",
    ],
    "fr": [
        "si ce n'est pas possible", "si ça ne va pas", "si ça ne marche pas",
            "si ça ne convient pas",
        "si cela ne convient pas", "si c'est pris", "si c'est déjà pris", "si ce n'est pas le cas",
            "si pas possible",
    ],
    "es": [
        "y si no", "si no se puede", "si no hay", "si ya está ocupado", "si está ocupado",
            "si eso no funciona",
        "si eso no sirve", "en su defecto",
    ],
    "pt": [
        "e se não", "se isso não der", "se já estiver ocupado",
        "se não houver", "caso não dê", "caso não seja possível", "em alternativa", "em último caso",
    ],
}  # fmt: skip
_THATS_ALL = {
    "en": [
        f"{that} {what}"
        for that, what in product(
            ("that's", "thats", "that is", "which is", "it's", "those are", "these are"),
            (
                "all i've got", "all i have", "all i can do", "all i can offer", "all i can manage",
                    "all i got",
                "the only time i have", "the only time i've got", "the only slot i have",
                    "the only gap i have",
                "the only times i have", "the only day i have", "all that i have", "about all i have",
                    "it for",
                "about it for", "all i've got left", "all i have left", "everything i have", "all there is",
            ),
        )
    ],
    "de": [
        "das ist alles was ich habe", "das ist alles, was ich habe", "mehr habe ich", "mehr hab ich",
        "das wäre alles", "das wars für", "das war's für", "mehr geht", "das ist leider alles",
    ],
    "fr": ["c'est tout ce que j'ai", "c'est tout ce qu'il me reste", "c'est tout pour",
        "ce sont mes seules dispos"],
    "es": ["es todo lo que tengo", "es lo único que tengo", "eso es todo lo que tengo", "no tengo más",
        "no tengo nada más"],
    "pt": ["é tudo o que tenho", "é só o que tenho", "é tudo que tenho", "é só isso que tenho",
        "não tenho mais", "não tenho mais nada"],
}  # fmt: skip
_NOTHING_ELSE = {
    "en": ("nothing else", "no other time", "no other times", "no other slots", "no other day", "not otherwise"),
    "de": ("sonst nichts", "sonst nicht", "sonst geht nichts", "nichts anderes", "sonst leider nicht"),
    "fr": ("rien d'autre", "pas d'autre créneau", "aucun autre créneau", "sinon rien", "pas d'autres disponibilités"),
    "es": ("nada más libre", "ningún otro hueco", "ningún otro día", "no tengo otro hueco", "ninguna otra hora"),
    "pt": ("mais nada", "nenhum outro horário", "nenhum outro dia", "não tenho outro horário", "mais nenhum"),
}  # fmt: skip


def _phrases(code: str) -> Phrases:
    found: dict[str, Sense | tuple[Sense, ...]] = {}
    found |= dict.fromkeys(_REST_OF_DAY[code], joined((Kind.SAME_DAYS, None), (Kind.ANY_TIME, None)))
    found |= dict.fromkeys(_FAILING[code], Sense(Kind.OR))
    found |= dict.fromkeys(_THATS_ALL[code], Sense(Kind.ASIDE))
    found |= dict.fromkeys(_NOTHING_ELSE[code], Sense(Kind.ASIDE))
    return found | dict(REGIONAL[code])


SAYINGS: dict[str, Phrases] = {code: _phrases(code) for code in REGIONAL}
