"""Portuguese words about time, as written in Portugal and Brazil."""

from collections.abc import Mapping

from domain.negotiation.times.lexicon.clauses import CLAUSES
from domain.negotiation.times.lexicon.holidays import HOLIDAYS
from domain.negotiation.times.lexicon.pt_days import DAYS
from domain.negotiation.times.lexicon.pt_hours import TIMES
from domain.negotiation.times.lexicon.pt_joints import CONNECTIONS, FILLERS, ZONES
from domain.negotiation.times.lexicon.pt_verdicts import POLARITY
from domain.negotiation.times.lexicon.sayings import SAYINGS
from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Phrases, Sense, joined

_WEEK = ("segunda", "terça", "quarta", "quinta", "sexta")
_SHORT = ("seg", "ter", "qua", "qui", "sex")


def _weekdays() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """Monday to Friday with and without "-feira", single and recurring, and their usual neighbours."""
    found: dict[str, Sense | tuple[Sense, ...]] = {}
    for number, name in enumerate(_WEEK, 1):
        day, days = (Kind.WEEKDAY, number), (Kind.WEEKDAYS, number)
        for form in (
            name,
            f"{name}-feira",
            f"{name} feira",
            f"{name}feira",
            _SHORT[number - 1],
            f"{number + 1}a feira",
            f"{number + 1}a-feira",
            f"{name}-f",
        ):
            found[form] = joined(day)
        for many in (f"{name}s", f"{name}s-feiras", f"{name}s feiras", f"{name}-feiras", f"{name}s-feira"):
            found[many] = joined(days)
            for lead in ("às", "todas as", "nas", "as"):
                found[f"{lead} {many}"] = joined(days)
        for lead in ("toda", "cada", "toda a"):
            for form in (name, f"{name}-feira"):
                found[f"{lead} {form}"] = joined(days)
        found[f"nem {name}"] = joined((Kind.OR, None), (Kind.NOT, None), day)
        found[f"nem na {name}"] = joined((Kind.OR, None), (Kind.NOT, None), day)
        found[f"já na {name}"] = joined(day)
        found[f"já {name}"] = joined(day)
    return found


def _counts() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """ "três dias": without its number "dias" stands before days of the month ("dias 22 e 23")."""
    words_of = ("um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez")
    found: dict[str, Sense | tuple[Sense, ...]] = {}
    for number in range(1, 32):
        count = joined((Kind.NUMBER, number), (Kind.UNIT, "day"))
        plural = "dia" if number == 1 else "dias"
        found[f"{number} {plural}"] = count
        if number <= len(words_of):
            found[f"{words_of[number - 1]} {plural}"] = count
    return found


GROUPS: tuple[Phrases, ...] = (
    HOLIDAYS["pt"], SAYINGS["pt"], CLAUSES["pt"], _weekdays(), _counts(), DAYS, TIMES,
    CONNECTIONS, POLARITY, ZONES, FILLERS,
)  # fmt: skip
"""The vocabulary by theme, for looking over; a phrase stands in one of them only."""

LEXICON = Lexicon(
    code="pt",
    phrases={word: meaning for group in GROUPS for word, meaning in group.items()},
    not_typos=frozenset({
        "aberto", "abrir", "abriu", "agosta", "amanha", "cada", "carta", "cartas", "certa", "certas", "cesta",
        "coisa", "conta", "corta", "dominio", "festa", "foi", "fontes", "gosta", "gosto", "hoje", "humana",
        "humano", "janela", "jeito", "julgo", "junta", "junto", "maior", "maiores", "manda", "mandar", "mane",
        "manha", "manter", "marca", "marco", "margem", "minha", "minhas", "noivo", "norte", "note", "notei",
        "outra", "outras", "outro", "outros", "parque", "parte", "partes", "pequena", "quanta", "quantas",
        "quanto", "quantos", "quarto", "quartos", "quinto", "sabendo", "sabida", "seguida", "seguindo",
        "seguinte", "segundo", "segundos", "sexto", "sobre", "tardar", "tardio", "tardou", "tarefa",
        "tarefas", "terca", "terceira", "termos", "testa", "texto",
    }),
    beside_number=frozenset({
        "mar", "ter", "seg", "qua", "qui", "sex", "dom", "sab", "set", "out", "mai", "jun", "jul",
    }),
)  # fmt: skip
