"""Portuguese cues: negations and conditions, questions, deferrals, automatic answers, abuse."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.NEGATION: (r"\b(?:nao|nunca|jamais|sem|nem|tampouco|em vez de|ao inves de)\b(?: \w+){0,3}\s*$",),
    Cue.CONDITION: (
        (
            r"\b(?:se(?! possivel| puder| for possivel| nao for incomodo)|caso|antes de|a menos que|"
            r"a nao ser que|tivesse (?:de|que)|teria (?:de|que)|deveria|talvez|poderia ter|"
            r"o que acontece|senao|caso contrario|ate que)\b[^,;.!?]{0,60}$"
        ),
    ),
    Cue.DEFERRAL: (
        (
            r"\bconfirmo (?:isso )?(?:amanha|mais tarde|depois|em breve)\b(?!,? ?(?:as|pelas|a|de|das|"
            r"para)\b)|"
            r"\bresponderei (?:a |aos )?(?:e-?mails|mensagens)\b"
        ),
        (
            r"\b(?:posso|poderia) (?:confirmar|avisar|dizer|responder)(?:-lhes?|-vos|"
            r"-te)? (?:\w+ )?(?:amanha|depois|mais tarde|logo|segunda|terca|quarta|quinta|sexta|na|"
            r"em)\b|\b(?:te|lhe|lhes|vos|voces|eu|ja|depois|logo)? ?(?:direi|digo|confirmarei|avisarei|"
            r"aviso|responderei|respondo|informarei|informo|retorno|retornarei|dou|darei|envio|enviarei|"
            r"mando|mandarei|falo|vejo)(?:-lhes?|-te|-vos)? (?:a |o |na |no |algo |uma |um |mais |"
            r"amanha|em breve|logo|depois|quando|assim que|segunda|terca|quarta|quinta|sexta|resposta|"
            r"retorno|noticias|ate|se|isso|hoje|com|voces|minha|meus|minhas|novamente|"
            r"para)\b(?!.{0,15}\b(?:presenca|entrevista|horario|segunda opcao|primeira|terceira))|"
            r"\b(?:tenho que|tenho de|devo|preciso|deixe-me|deixa eu|deixem-me|vou|precisava|queria|"
            r"falta|me deixe) (?:de |primeiro |antes |me |ainda |so )*(?:consultar|verificar|checar|"
            r"ver (?:minha|meu|a minha|o meu|se|com|como|a|o)|confirmar|perguntar|pensar|"
            r"falar com (?:meu|minha|o meu|a minha)|organizar|conferir|combinar com (?:meu|minha)|"
            r"esperar|avisar|saber|olhar)\b|\b(?:ainda nao sei|nao sei(?: ainda)?|nao tenho certeza|"
            r"nao estou cert[oa]|nao sei dizer|a confirmar)\b|\b(?:ja|depois|logo) (?:te|lhe|lhes|"
            r"vos)? ?(?:digo|aviso|confirmo|falo)\b|\b(?:te|lhe|lhes|vos) (?:digo|aviso|confirmo)\b|"
            r"\b(?:aviso|digo|confirmo)-(?:te|lhe|lhes|vos)\b|\b(?:aviso|retorno|respondo) (?:voces|"
            r"voce|assim|depois|na|amanha|em)\b|^\W*(?:talvez )?mais tarde\W*$|\b(?:saberei|"
            r"vou saber)\b|\b(?:amanha|logo|mais tarde|depois|na (?:segunda|terca|quarta|quinta|"
            r"sexta)(?:-feira)?) (?:eu )?(?:te |lhe |vos )?(?:confirmo|digo|aviso|respondo|retorno|"
            r"falo)\b|\bpreciso de (?:um )?(?:pouco|algum|mais) (?:de )?tempo\b|\bdeem-me (?:um|ate)\b|"
            r"\bdou retorno\b"
        ),
    ),
    Cue.AUTOMATIC: (
        (
            r"^\W*(?:assunto: ?)?(?:resposta automatica|mensagem automatica|fora do escritorio|"
            r"ausente\W|ausencia\W|out of office|falha na entrega|nao foi possivel entregar|"
            r"aviso de ausencia|entrega falhou|ausencia temporaria)|\b(?:esta e uma (?:mensagem|"
            r"resposta) automatica|resposta automatica|nao (?:foi|pode|"
            r"pode ser) (?:possivel )?(?:ser )?entreg\w*|nao responda a (?:este|esta) (?:e-?mail|"
            r"mensagem)|mensagem gerada automaticamente|e-?mail automatico)\b"
        ),
    ),
    Cue.AUTOMATIC_HINT: (
        (
            r"\b(?:estou|estarei|encontro-me|me encontro) (?:atualmente |"
            r"actualmente )?(?:fora d[oe] escritorio|de ferias|em ferias|ausente|de licenca|em viagem|"
            r"fora)\b"
        ),
        r"\b(?:acesso (?:limitado|restrito)|sem acesso|nao terei acesso|nao tenho acesso) (?:a|ao|aos)\b",
        (
            r"\b(?:no meu (?:regresso|retorno)|quando (?:regressar|voltar|retornar)|"
            r"assim que (?:regressar|voltar|retornar|possivel)|logo que possivel|ao retornar)\b"
        ),
        (
            r"\b(?:em caso de urgencia|assuntos urgentes|para urgencias|se for urgente|"
            r"na minha ausencia|casos urgentes)\b"
        ),
        r"\bobrigad[oa] (?:pela sua|por sua|pelo seu) (?:mensagem|contato|contacto|e-?mail|email)\b",
    ),
    Cue.ABUSE: (
        r"\bimpossivel falar (?:com (?:voces|vos|voce)|convosco)\b",
        (
            r"\b(?:idiotas?|imbeci\w*|estupid\w*|merda\w*|put[ao]s?|caralho|foda\w*|fod\w*|porra|"
            r"burr[oa]s?|otari[oa]s?|cretin[oa]s?|inuteis|inutil|palhac\w*|arrombad\w*|desgracad\w*|"
            r"cabr\w+|lixo|cu\b|vtnc|vsf|pqp|incompetentes?|babacas?|filhos? da|cala a boca|vai se|"
            r"retardad\w*)\b"
        ),
    ),
    Cue.ASKS: (
        (
            r"(?:e\b(?= (?:presencial|online|remot|virtual|por|necess|possivel|preciso|em|obrigat|um|"
            r"uma|o|a|com|no|na))|sao|sera|serao|seria|ha|havera|tem|tenho|terei|devo|deveria|posso|"
            r"poderia|poderiam|podem|pode|podes|quem|o que|que|qual|quais|quando|quant\w*|onde|aonde|"
            r"como|por que|porque|a quem|com quem|de que|em que|em qual|para que|preciso|precisa|"
            r"e preciso|me (?:pode|podem|poderia|diz|dizem)|a entrevista|o processo|a vaga|oferecem|"
            r"voces|voce|vai|vou|dura|estara|esta|terao|aceitam|existe|falam|pagam|cobrem|da para|sabe|"
            r"sabem|fazem|conhecerei|receberei|algum\w*|tens|vao|consigo)\b"
        ),
    ),
    Cue.ASKS_SURELY: (
        (
            r"(?:quem (?:e|sera|vai|me|estara|participa)|o que (?:e|devo|tenho|preciso|levo)|"
            r"que (?:idioma|plataforma|fuso|documentos|tipo|lingua)|qual (?:e|sera|o|a|fuso|plataforma|"
            r"idioma)|quanto (?:tempo|dura|vai)|quantas? \w+|onde (?:e|sera|fica|vai|devo)|como (?:e|"
            r"sera|chego|acesso|posso|funciona|vai)|em que (?:idioma|lingua|lugar|local|plataforma)|"
            r"em qual (?:idioma|plataforma|local)|com quem|por que|e (?:presencial|online|remot\w+|"
            r"virtual|por video\w*|necessario)|sera (?:presencial|online|remot\w+|virtual|por|em)|"
            r"(?:eu )?(?:gostaria|queria|quero|gostava) (?:de )?(?:saber|perguntar)|(?:podem|pode|"
            r"poderia|poderiam|podes)(?: por favor)?(?: me)? (?:dizer|indicar|enviar|explicar|informar|"
            r"esclarecer|confirmar (?:se|onde|quem|quanto|que|o local|o endereco)|mandar)(?:-me)?|"
            r"(?:tenho|teria) (?:uma|duas|umas|outra|algumas) (?:\w+ )?(?:pergunta|duvida|questao)s?|"
            r"(?:uma|outra|so uma) (?:\w+ )?(?:pergunta|duvida|questao)|pergunta:|duvida:|presencial ou|"
            r"online ou|virtual ou|remot[oa] ou)\b"
        ),
    ),
    Cue.PROPOSES: (
        (
            r"\b(?:que tal|o que acha\w*|pode ser|poderia ser|poderiamos|podemos|podia ser|"
            r"seria possivel|e possivel|da para|da pra|daria|funciona(?:ria)?|serve|serviria|fica bem|"
            r"ficaria bom|fica bom|esta bom|estao? (?:livres?|disponive\w*)|esta (?:livre|disponivel)|"
            r"voces? (?:tem|teriam|teria|podem|pode)|tem (?:\w+ ){0,3}?(?:vaga|disponibilidade|espaco|"
            r"algo|horario|tempo|livre|disponivel)|teriam? (?:\w+ ){0,2}?(?:vaga|disponibilidade|espaco|"
            r"algo|horario|tempo)|ha (?:\w+ ){0,2}?(?:vaga|algo|disponibilidade|possibilidade|espaco|"
            r"horario)|haveria|marcamos|digamos|e na (?:segunda|terca|quarta|quinta|sexta)|poderiam|"
            r"seria|melhor|talvez|posso (?:propor|sugerir)|livre|disponivel|possivel|combina(?:mos)?|"
            r"convem|rola)\b"
        ),
    ),
    Cue.NEEDS: (
        (
            r"\bcomecar (?:o|no|a) (?:trabalho|emprego|trabalhar|vaga)\b|\bteletrabalho\b|\bo horario "
            r"(?:de trabalho )?e d[ae]s?\b"
        ),
        (
            r"\b(?:podem?|poderiam?|podes) (?:me )?(?:dizer|informar|enviar|indicar|"
            r"mandar)(?:-me)?\b(?! se)|\b(?:preciso|devo|tenho que|tenho de|deveria (?:levar|preparar)|"
            r"levar|preparar|trazer|quanto (?:tempo )?(?:dura|vai)|quem (?:vai|estara|sera)|onde (?:e|"
            r"sera|fica)|com quem|vou receber|receberei|e preciso)\b"
        ),
    ),
    Cue.CHECKS_BACK: (
        (
            r"\b(?:isso |esse |assim |algum |alguma |pode |algum\w* \w+ )?(?:te|lhe|lhes|vos|"
            r"para voces?|pra voces?|para voce|pra voce)? ?(?:serve|funciona|fica bem|da certo|pode ser|"
            r"parece bem|convem|esta bom|tudo bem|esta bem)(?: (?:para|pra) (?:voces?|si|ti|vos))?\W*$|"
            r"\bcomo (?:esta|vai|estao)\b\W*$|^\W*(?:ok|sim|nao|certo|combinado|de acordo|ne|nao e|"
            r"verdade|esta bem|bem|por favor|e possivel|pode ser|tudo bem|tudo bom|serio|seria possivel|"
            r"que tal|que acha|da|daria)\W*$|\bo que (?:acha|acham|voces acham|me diz|pensam)\W*$|"
            r"\b(?:pode|podem|poderia|poderiam) (?:por favor )?(?:confirmar(?: (?:o horario|por favor|"
            r"isso|a entrevista|recebimento|rececao))?|reservar|agendar|marcar)\W*$|\b(?:qual|que dia|"
            r"que horas?) (?:lhe |vos |te )?(?:e melhor|fica melhor|prefere\w*|convem)\b|\b(?:seria|"
            r"e) (?:isso )?possivel\W*$"
        ),
    ),
    Cue.TIME: (
        (
            r"\b(?:segunda|terca|quarta|quinta|sexta)s?(?:[- ]feiras?)?\b(?! (?:opcao|proposta|"
            r"alternativa|data))|\b(?:sabados?|domingos?|amanha|depois de amanha|hoje|manhas?|"
            r"(?<!mais )(?<!muito )(?<!demasiado )tardes?|noites?|meio-dia|fim de semana|"
            r"final de semana|(?:proxima|esta|essa|outra) semana|semana (?:que vem|seguinte))\b|"
            r"\bas (?:\d{1,2}|uma|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze)\b|"
            r"\b\d{1,2} ?h(?:\d\d|s|rs?|oras)?\b|\b\d{1,2}[:.]\d\d\b|\b(?:dia|no dia) \d{1,2}\b|"
            r"\b\d{1,2}/\d{1,2}\b|\b\d{1,2} de (?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)|"
            r"\b(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|"
            r"dezembro)\b|\bsemana\b"
        ),
    ),
}
