"""Endings of words for people at work, what only looks like one, and the small words before them."""

from domain.masking.lines import word_set

SUFFIXES: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        ("ikerin", "iker"),
        ("leiterin", "leiter"),
        ("eurin", "eur"),
        ("istin", "ist"),
        ("entin", "ent"),
        ("antin", "ant"),
        ("ektin", "ekt"),
        ("atorin", "ator"),
        ("itorin", "itor"),
        ("ktorin", "ktor"),
        ("ogin", "oge"),
        ("afin", "af"),
        ("matin", "mat"),
        ("ärin", "är"),
        ("erinnen", "er"),
        ("eurinnen", "eure"),
        ("istinnen", "isten"),
        ("entinnen", "enten"),
        ("antinnen", "anten"),
        ("erin", "er"),
        ("kauffrau", "kaufleute"),
        ("kaufmann", "kaufleute"),
        ("fachfrau", "fachleute"),
        ("fachmann", "fachleute"),
        ("schwester", "pfleger"),
        ("ärztin", "arzt"),
        ("anwältin", "anwalt"),
        ("meisterin", "meister"),
    ),
    "fr": (
        ("trice", "teur"),
        ("trices", "teurs"),
        ("euse", "eur"),
        ("euses", "eurs"),
        ("icienne", "icien"),
        ("acienne", "acien"),
        ("logienne", "logien"),
        ("canienne", "canien"),
    ),
    "es": (("dora", "dor"), ("óloga", "ólogo"), ("ógrafa", "ógrafo")),
    "pt": (("dora", "dor"), ("óloga", "ólogo"), ("ógrafa", "ógrafo"), ("tora", "tor")),
    "ro": (("istă", "ist"), ("ologă", "olog"), ("ografă", "ograf"), ("iciană", "ician")),
}
"""Endings and what they become; only in words of six letters and more."""

KEPT: dict[str, frozenset[str]] = {
    "de": word_set(
        "berlin dublin glycerin margarin heparin konstantin valentin quentin argentin schwerin insulin mandarin"
        " katherin catherin schwester geschwister termin kamerin hinterin weiterin cholesterin nitroglycerin"
        " elastin kolistin aspirin stettin"
    ),
    "fr": word_set(
        "matrice matrices motrice motrices heureuse nombreuse nombreuses précieuse dangereuse fructueuse"
        " rigoureuses sérieuses religieuse diverses harmonieuse amoureuse heureuses cicatrice imprimeuse"
    ),
    "es": word_set(
        "computadora lavadora batidora calculadora grabadora emisora ordenadora impresora aspiradora"
        " secadora comodora excavadora incubadora operadora cosechadora fotocopiadora"
    ),
    "pt": word_set(
        "computadora calculadora operadora incubadora impressora batedora montadora transportadora"
        " seguradora administradora emissora editora consultora"
    ),
    "ro": word_set("listă revistă pistă există rezistă consistă insistă asistă logistă"),
}
"""Things and firms that look like people."""

DETERMINERS: dict[str, dict[str, str]] = {
    "de": {
        "die": "der",
        "eine": "ein",
        "einer": "einem",
        "zur": "zum",
        "meine": "mein",
        "geprüfte": "geprüfter",
    },
    "fr": {"la": "le", "une": "un", "cette": "ce"},
    "es": {"la": "el", "una": "un", "las": "los", "unas": "unos", "buena": "buen"},
    "pt": {"a": "o", "uma": "um", "as": "os", "da": "do", "na": "no", "à": "ao", "pela": "pelo"},
    "ro": {"o": "un", "unei": "unui", "bună": "bun"},
}
"""The small word before a feminine form, and what stands before the one form instead."""
