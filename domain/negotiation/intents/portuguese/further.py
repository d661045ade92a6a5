"""Portuguese cues: everyday and regional ways of saying what the other files say plainly."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        (
            r"\b(?:podem|pode|podiam|favor|quero que|peco que) (?:\w+ )?(?:me )?(?:tirar|retirar|remover|"
            r"excluir)(?:-me)? "
            r"(?:me )?(?:d[oae]|desse|deste)s? (?:processo|lista|vaga|selecao|concurso)\b|\b(?:vou|prefiro|"
            r"decidi|resolvi)"
            r" (?:\w+ )?(?:ficar|permanecer|continuar) (?:onde estou|no meu (?:atual|emprego)|"
            r"na minha (?:atual|empresa)|"
            r"na empresa (?:atual|onde))\b"
        ),
        (
            r"\b(?:boa sorte|sucesso|felicidades) (?:na|no|com a|com o|em) (?:\w+ )?(?:busca|procura|processo|"
            r"selecao|"
            r"recrutamento)\b|\b(?:arrumei|arranjei|consegui|encontrei|achei) (?:ja )?(?:um |outro |outra |"
            r"uma |novo )*"
            r"(?:emprego|trabalho|trampo|vaga|serv[i]co|colocacao)\b"
        ),
    ),
    Cue.WITHDRAWAL_SETTLED: (
        (
            r"\bafinal nao (?:e|era) para mim\b|\b(?:vaga|emprego|cargo|funcao|posicao) (?:\w+ )?nao (?:e|era|"
            r"seria) "
            r"(?:para|pra) mim\b|\bnao (?:vou|irei|quero|pretendo|desejo) (?:\w+ )?(?:seguir|avancar|"
            r"prosseguir|continuar) "
            r"(?:com|no|em frente|na|adiante)\b"
        ),
    ),
    Cue.HUMAN: (
        (
            r"\b(?:tem|ha|existe) (?:ai )?(?:algum|alguma|um|uma) (?:humano|humana|ser humano|"
            r"pessoa(?: real)?|atendente)"
            r"(?: (?:ai|aqui|com|de verdade|real|que|por)|\W*$)|\bfalar com (?:um |uma )?(?:atendente|humano|"
            r"pessoa|alguem|"
            r"responsavel|gente)\b(?! (?:da|do) (?:minha|meu))"
        ),
    ),
    Cue.DECLINE_IT: (r"^\W*(?:ess[aeo]|est[ae]) nao(?: posso| da| serve)?\W*$",),
    Cue.DECLINE: (
        (
            r"\bnenhum[a]? (?:d[ao]s|del[ea]s|dess[ea]s|dest[ea]s)(?: (?:duas|dois|tres|\d|horarios?|opcoes|"
            r"datas?))?\b"
        ),
    ),
    Cue.OTHER_TIMES: (
        r"\b(?:ha|havera|haveria|tem|teem|teriam?|existem?|tera[o]?) (?:mais |algum |alguma )?outr[oa]s?\W*$",
    ),
    Cue.YES: (
        (
            r"(?:(?:sim|ok|perfeito|obrigad[oa]|otimo|claro)\W+)*(?:esta confirmado|confirmad[oa]|fechou|"
            r"fechado|bora|partiu|"
            r"show(?: de bola)?|massa|joia|certinho|pode marcar|pode confirmar|por mim (?:ok|fechado|tudo bem|"
            r"pode ser)|fixe|"
            r"esta feito|conta comigo|contem comigo|la estarei|estarei la|ate la|valeu|de acordo|pode sim)"
            r"(?:\W+(?:obrigad[oa]|valeu|abraco|abracos))*"
        ),
    ),
    Cue.ANY: (r"\b(?:qualquer|todas|todos) (?:uma |um )?(?:d[ao]s|del[ea]s|as|os) (?:duas|dois|tres|2|3)\b",),
    Cue.PROPOSES: (r"\b(?:podemos|poderiamos|da para|podem) (?:\w+ )?evitar\b",),
    Cue.TIME: (r"\b(?:seg|ter|qua|qui|sex|sab|dom)\.(?=\s)",),
    Cue.ASKS_SURELY: (
        (
            r"(?:quanto (?:paga\w*|e|ganha|seria)|(?:eu )?(?:preciso|devo|tenho que|tenho de) (?:levar|"
            r"preparar|vestir|"
            r"baixar|instalar|apresentar|ir)|tem (?:dress|estacionamento|home|vale|plano|beneficios|codigo|"
            r"alguma dica)|"
            r"quais (?:sao |os |as )|e (?:clt|pj|hibrid[oa]|por video\w*|efetiv[oa]|presencial|preciso|"
            r"possivel trabalhar)|"
            r"o que (?:acontece|vem|vestir)|com quem (?:vou|falo|sera)|qual (?:a|o) |pagam|oferecem|"
            r"voces (?:oferecem|"
            r"pagam|tem vale|aceitam))\b"
        ),
    ),
}
