"""Words of Portuguese questions."""

from domain.negotiation.words.asking.cues import Cues

PORTUGUESE = Cues(
    it=r"(?:(?:a|o|esta|este|essa) (?:entrevista|reunião|chamada|encontro|conversa|ligação))",
    subjects={
        "length": (
            (
                r"\bquanto tempo (?:dura|durará|vai durar|demora|leva|levará|vai levar|devo (?:reservar|"
                r"prever))\b(?! (?:o contrato|o projeto|o processo|a vaga|o período))"
            ),
            r"\bqual (?:é )?a duração (?:da (?:entrevista|reunião|conversa|chamada)|prevista)\b",
            r"\bduração da (?:entrevista|reunião|conversa|chamada)\b",
            r"^\W*quanto tempo\W*$",
            r"\bquantos minutos (?:dura|vai durar)\b",
        ),
        "place": (
            (
                r"\b(?:onde|em que lugar|em qual endereço) (?:é|será|vai ser|fica|ficará|acontece|"
                r"acontecerá|vai acontecer|ocorre|ocorrerá|devo (?:ir|comparecer)|tenho que ir|"
                r"tenho de ir|nos encontramos|vamos nos encontrar) ?(?!(?:a empresa|o escritório|a sede|"
                r"a vaga))"
            ),
            r"\bonde <it>",
            (
                r"\b(?:qual (?:é )?(?:o|a) )?(?:endereço|local|morada) (?:da (?:entrevista|reunião|"
                r"conversa)|exat[oa])\b"
            ),
            r"\bqual (?:é )?(?:o endereço|a morada)\b",
            r"^\W*onde\W*$",
        ),
        "remote": (
            (
                r"\b(?:é|será|vai ser|seria|entrevista|conversa)\b.{0,40}\b(?:presencial|pessoalmente|"
                r"em pessoa|online|on-line|virtual|remot[oa]|por vídeo\w*|vídeo\w*|videochamada|"
                r"por telefone|à distância)\b"
            ),
            r"^\W*(?:é )?(?:presencial|online|virtual|remota|por vídeo)(?: ou \w+(?: \w+)?)?\W*$",
            r"\b(?:presencial|online|virtual|remota) ou (?:presencial|online|virtual|por \w+|remota)\b",
        ),
        "link": (
            r"\b(?:é|será|vai ser)\b.{0,30}\b(?:teams|zoom|google meet|meet|skype|webex)\b",
            r"\b(?:qual|que|em qual) (?:plataforma|ferramenta|aplicativo|programa|link)\b",
            (
                r"\b(?:enviar|mandar|receber|receberei|vou receber|onde está|qual é|qual|"
                r"passar) (?:\w+ ){0,3}(?:link|ligação)\b"
            ),
            r"\bcomo (?:me conecto|acesso|entro na)\b",
        ),
        "who": (
            r"\bcom quem\b",
            (
                r"\bquem (?:vai |irá |me |será |serão |estará |vai me |fará |faz |conduz |conduzirá |"
                r"participa\w* |é |são )+(?:a entrevista|entrevistar\w*|entrevista|presentes?|"
                r"meu entrevistador|minha entrevistadora|o entrevistador|a entrevistadora|conduzir|fazer|"
                r"participar|os entrevistadores|na \w+|lá)\b"
            ),
            r"\bquem (?:vou|irei) (?:encontrar|conhecer)\b",
            r"\bnomes? d(?:o|a|os|as|e quem) (?:pessoa|entrevistador|vai)\w*",
            r"\bentrevista\w*\b.{0,30}\b(?:pessoa|robô|ia|bot|humano)\b",
        ),
        "zone": (
            r"\b(?:em |de )?(?:que|qual|cujo) fuso\b",
            r"\bqual (?:é )?o fuso\b",
            r"\bhorário (?:local|de brasília|de lisboa|meu) ou\b",
            r"\bmeu (?:horário|fuso) ou (?:o )?(?:seu|de vocês)\b",
        ),
        "deadline": (
            r"\baté quando\b.{0,40}\b(?:responder|escolher|decidir|confirmar|resposta)\b",
            r"\bquanto tempo (?:eu )?tenho para (?:responder|escolher|decidir|confirmar)\b",
            r"\bprazo para (?:responder|escolher|confirmar|decidir)\b",
        ),
        "bot": (
            (
                r"\b(?:estou falando|estou a falar|falo|estou conversando|estou escrevendo|"
                r"converso)\b.{0,20}\b(?:bot|robô|máquina|humano|pessoa|ia|chatbot)\b"
            ),
            (
                r"\b(?:você é|é você|isto é|isso é|vocês são|o senhor é) (?:um |uma )?(?:bot|robô|máquina|"
                r"humano|ia|pessoa|chatbot)\b"
            ),
        ),
    },
    beyond=(
        r"vaga|emprego|trabalho|contrato|salário|remuneração|visto|oferta|resultado|decisão|retorno|"
        r"processo|período de experiência|equipe|equipa|colegas|escritório|teletrabalho|home office|"
        r"mudança|projeto|roupa|vestir|levar|trazer|preparar|câmera|câmara|computador|notebook|grava\w*|"
        r"idioma|língua|estacionamento|chefe|gestor|gerente|diretor|próxima etapa|aviso prévio|despesas|"
        r"sala|andar|dados|remarcar|após a|depois da"
    ),
    interrogatives=(
        r"quem|o que|onde|quando|por que|porque|como|quanto[as]?|qual|quais|devo|posso|preciso|tenho que|"
        r"há"
    ),
)
