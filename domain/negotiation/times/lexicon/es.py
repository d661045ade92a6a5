"""Spanish words about time, as written in Spain and Latin America."""

from collections.abc import Mapping

from domain.negotiation.times.lexicon.clauses import CLAUSES
from domain.negotiation.times.lexicon.es_days import DAYS
from domain.negotiation.times.lexicon.es_hours import TIMES
from domain.negotiation.times.lexicon.es_joints import CONNECTIONS, FILLERS, ZONES
from domain.negotiation.times.lexicon.es_verdicts import POLARITY
from domain.negotiation.times.lexicon.holidays import HOLIDAYS
from domain.negotiation.times.lexicon.sayings import SAYINGS
from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Phrases, Sense, joined

_NAMES = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_PLURALS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábados", "domingos")


def _compounds() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """Recurring days, which only the article tells from a single one, alone and in pairs."""
    found: dict[str, Sense | tuple[Sense, ...]] = {
        "sábados": Sense(Kind.WEEKDAYS, 6),
        "domingos": Sense(Kind.WEEKDAYS, 7),
    }
    for number, name in enumerate(_PLURALS, 1):
        day = (Kind.WEEKDAYS, number)
        for article in ("los", "todos los", "cualquier", "cada"):
            found[f"{article} {name if article[-1] == 's' else _NAMES[number - 1]}"] = joined(day)
        for other, second in enumerate(_PLURALS, 1):
            if other != number:
                following = (Kind.WEEKDAYS, other)
                found[f"los {name} y {second}"] = joined(day, (Kind.AND, None), following)
                found[f"los {name} o {second}"] = joined(day, (Kind.OR, None), following)
                found[f"los {name}, {second}"] = joined(day, (Kind.AND, None), following)
                found[f"todos los {name} y {second}"] = joined(day, (Kind.AND, None), following)
        single = (Kind.WEEKDAY, number)
        found[f"{_NAMES[number - 1]} mañana"] = joined(single, (Kind.PART, "morning"))
        found[f"este {_NAMES[number - 1]} que viene"] = joined((Kind.COMING, None), single)
        found[f"ni el {_NAMES[number - 1]}"] = joined((Kind.OR, None), (Kind.NOT, None), single)
        found[f"ni {_NAMES[number - 1]}"] = joined((Kind.OR, None), (Kind.NOT, None), single)
    return found


GROUPS: tuple[Phrases, ...] = (
    HOLIDAYS["es"],
    SAYINGS["es"],
    CLAUSES["es"],
    DAYS,
    TIMES,
    CONNECTIONS,
    POLARITY,
    ZONES,
    FILLERS,
    _compounds(),
)
"""The vocabulary by theme, for looking over; a phrase stands in one of them only."""

LEXICON = Lexicon(
    code="es",
    phrases={word: meaning for group in GROUPS for word, meaning in group.items()},
    not_typos=frozenset({
        "abrio", "abrir", "agota", "artes", "buenas", "buenos", "cada", "coche", "coches", "cuenta", "dinero",
        "dominio", "entera", "entero", "fecha", "fechas", "general", "genero", "gracias", "gusta", "gusto",
        "hermana", "hombre", "humana", "humano", "jueces", "juego", "jugar", "jugo", "julia", "junio",
        "junta", "junto", "lugar", "lunas", "manda", "mandar", "manera", "maneras", "mano", "manos", "marco",
        "marte", "mayor", "mayores", "mazo", "noche", "noches", "nombre", "nueves", "ojala", "parte",
        "partes", "sabido", "sacado", "salado", "sana", "sano", "semana", "semanas", "tardado", "tardanza",
        "tardar", "tardo", "tarea", "tareas", "trabajo", "viene", "vienes", "vierne", "viernes",
    }),
    beside_number=frozenset({
        "mar", "lun", "vie", "dom", "mie", "sab", "jue", "set", "sep", "dic", "jul", "jun", "ene",
    }),
)  # fmt: skip
