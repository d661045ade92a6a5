"""Spanish cues."""

from domain.negotiation.intents.cues import CueBook, together
from domain.negotiation.intents.spanish import calling, further, leaving, replies, talking

BOOK = CueBook(
    language="es",
    patterns=together(
        leaving.PATTERNS, calling.PATTERNS, replies.PATTERNS, talking.PATTERNS, further.PATTERNS
    ),
    ordinals=(
        (1, r"primer[oa]?|1[ªº°]|1era?|1ro|1ra"),
        (2, r"segund[oa]|2[ªº°]|2do|2da"),
        (3, r"tercer[oa]?|3[ªº°]|3ro|3ra|3er"),
        (4, r"cuart[oa]|4[ªº°]|4to|4ta"),
        (5, r"quint[oa]|5[ªº°]"),
        (-1, r"ultim[oa]"),
    ),
    cardinals=((1, "un[oa]?"), (2, "dos"), (3, "tres"), (4, "cuatro"), (5, "cinco")),
    option=(
        r"opcion(?:es)?|numeros?|num\.?|horarios?|alternativas?|propuestas?|franjas?|huecos?|"
        r"turnos?|n[º°]\.?|fecha|hora|cita|#|nro\.?|no\.|respuesta"
    ),
    one=(
        r"opcion|horario|hora|fecha|hueco|propuesta|alternativa|turno|cita|franja|me|por|seria|es|"
        r"esta|va|viene|sirve|y|o|gracias|de|funciona|porfa|queda|vale|que|si|perfecto"
    ),
    earlier=r"mas temprano|mas pronto|anterior",
    later=r"mas tarde|mas tardio|posterior",
    earliest=r"mas temprano de todos|primero de todos|mas temprano posible",
    latest=r"mas tarde de todos|mas tardio posible",
    middle=r"(?:el |la )?(?:del? (?:en )?medio|intermedi[oa]|de en medio)",
    article=r"el|la|lo|opcion|numero|al|con|mi",
)
