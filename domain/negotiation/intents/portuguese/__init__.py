"""Portuguese cues."""

from domain.negotiation.intents.cues import CueBook, together
from domain.negotiation.intents.portuguese import calling, further, leaving, replies, talking

BOOK = CueBook(
    language="pt",
    patterns=together(
        leaving.PATTERNS, calling.PATTERNS, replies.PATTERNS, talking.PATTERNS, further.PATTERNS
    ),
    ordinals=(
        (1, r"primeir[oa]|1[ªº°ao]"),
        (2, r"segundo|segunda(?= (?:opcao|proposta|alternativa|data|sugestao|hora|possibilidade))|2[ªº°ao]"),
        (3, r"terceir[oa]|3[ªº°ao]"),
        (4, r"quarto|4[ªº°ao]"),
        (5, r"quinto|5[ªº°ao]"),
        (-1, r"ultim[oa]"),
    ),
    cardinals=((1, "um|uma"), (2, "dois|duas"), (3, "tres"), (4, "quatro"), (5, "cinco")),
    option=(
        r"opco?(?:es|ao)|numeros?|num\.?|alternativas?|propostas?|n[º°]\.?|slots?|#|data|hora|"
        r"horarios?|janela|vaga|sugestao|resposta"
    ),
    one=(
        r"opcao|horario|hora|data|proposta|alternativa|janela|sugestao|possibilidade|me|por|seria|e|"
        r"esta|da|serve|ou|obrigad[oa]|d[oae]s?|funciona|pf|fica|pode|que|sim|perfeito|para|pra"
    ),
    earlier=r"mais cedo|anterior",
    later=r"mais tarde|posterior",
    earliest=r"mais cedo de todos|mais cedo possivel",
    latest=r"mais tarde de todos|mais tarde possivel",
    middle=r"(?:o |a )?(?:do meio|intermediari[oa])",
    article=r"o|a|opcao|numero|ao|com|minha|meu|na|no|pela|pelo",
)
