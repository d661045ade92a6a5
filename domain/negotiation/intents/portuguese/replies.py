"""Portuguese cues: answers to proposals."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.DECLINE: (
        r"\babr(?:o|ir) mao d(?:esses|estes|os|essas|estas|as) (?:\w+ )?(?:horarios|datas|opcoes|horas)\b",
        (
            r"\b(?:nesses|nessas|nestes|nestas|em todos esses|em todas essas) (?:horarios|horas|datas|"
            r"dias)(?: propost\w+)?\b(?:(?!\b(?:livre|disponivel|posso)\b)[^;.!?]){0,40}?\b(?:trabalho|"
            r"estou|tenho|ocupad\w+|aulas?)\b|\b(?:trabalho|estou (?:ocupad\w+|viajando|em aula)|"
            r"tenho (?:aulas?|provas?|reunioes|trabalho|compromissos?)) (?:\w+ ){0,2}?(?:nesses|nessas|"
            r"nestes|nestas|em todos esses|em todas essas) (?:horarios|horas|datas|dias)\b|"
            r"\bnada (?:\w+ ){0,2}?(?:me )?(?:serve|da\b|funciona|encaixa|convem)\b"
        ),
        (
            r"\b(?:nenhum[a]?|nenhuns|nenhumas)\b(?: (?:d[oae]s?|desses?|dessas?|deles|delas|destes?|"
            r"destas?|me|horarios?|opcoes|opcao|datas?|propost\w+|horario|e|serve|da|funciona|possivel|"
            r"bom|boa|tres|dois|duas|para|mim|certo))*|\b(?:esses?|essas?|estes?|estas?|os|as|isso|esse|"
            r"todos|todas|o horario|a hora|a data|ambos|ambas|seus)(?: \w+){0,3}? nao (?:me |nos |dao |"
            r"da )?(?:\w+ )?(?:serv\w*|da\b|dao|funcion\w*|sao|e possivel|encaix\w*|conv\w*|posso|"
            r"fica\w*|batem|consigo|da certo)\b|\bnem um nem outro\b|\bnem uma nem outra\b|\bnao (?:me |"
            r"posso |consigo |estou |da |dao )?(?:\w+ )?(?:serv\w*|funcion\w*|em|da|encaix\w*|"
            r"disponivel|para|livre|fica)? ?(?:nenhum\w*|nesses|nessas|nestes|nestas|esses horarios|"
            r"essas datas|esses dias|esse horario)\b|\b(?:recuso|declino) (?:esses|essas|os|as|todos|"
            r"todas)\b|\b(?:todos?|todas?|sao|e|isso|muito) (?:\w+ )?(?:demasiado|muito|cedo demais|"
            r"tarde demais) (?:cedo|tarde)\b|\b(?:cedo|tarde) demais\b|[\U0001f44e]"
        ),
    ),
    Cue.DECLINE_IT: (
        (
            r"\bnao (?:me |nos |vou |da |dara |vai |seria )?(?:\w+ )?(?:posso|consigo|da|serve|servem|"
            r"e possivel|funciona|funcionam|encaixa|convem|poderei|estou disponivel|estou livre|"
            r"pode ser|poderia|estarei|fica bem|fica|conseguirei|vai dar|da certo|dara|possivel|"
            r"tenho disponibilidade|tenho como|rola)\b|\b(?:impossivel|indisponivel|muito (?:cedo|"
            r"tarde) para mim|estou ocupad[oa])\b|\binfelizmente nao\b|\bnao da\b|\bnao posso\b"
        ),
    ),
    Cue.OTHER_TIMES: (
        (
            r"\b(?:ha|tem|teem|haveria|teriam?|existem|oferecer|propor) (?:mais )?(?:alguns |algumas "
            r")?outr[ao]s\W*$|"
            r"\bo que mais (?:tem|ha|oferecem)\W*$|\bmais (?:opcoes|horarios|datas|alternativas)\W*$"
        ),
        (
            r"\b(?:outr[ao]s?|algum outro|alguma outra|diferentes?|alternativ\w*|"
            r"nov[ao]s?) (?:\w+ )?(?:horarios?|horas?|dias?|datas?|opco\w*|opcao|vagas?|propost\w*|"
            r"alternativ\w*|momentos?|disponibilidad\w*|janelas?|possibilidad\w*|semana|slots?)\b|"
            r"\b(?:algo|um horario|uma hora|horario|hora) (?:mais|um pouco mais) (?:tarde|cedo)\b|"
            r"\boutra coisa\b|\balternativas?\W*$|\b(?:reagendar|remarcar|adiar|mudar (?:a|o) (?:data|"
            r"horario|hora))\b(?=\W*$|\W*[?.]| (?:a|por favor|para outro))|\balgum outro\W*$|"
            r"\boutros?\W*$"
        ),
    ),
    Cue.NO: (
        (
            r"(?:(?:oh|desculpe|desculpa|ola|oi|obrigad[oa]|ah|infelizmente|pois|lamento|poxa|"
            r"puxa)\W+)*(?:na+o+|nop|nope|nao posso|nao da|impossivel|nao e possivel|nao consigo|"
            r"nao me serve|nao serve|nao obrigad[oa]|infelizmente nao|acho que nao|nao vai dar|"
            r"nao da certo|nao funciona|negativo|nao estou disponivel|de jeito nenhum|"
            r"de maneira nenhuma|indisponivel|melhor nao|claro que nao|nem pensar|nao rola|"
            r"nao pode ser)(?:\W+(?:desculpe|obrigad[oa]|nao|nao posso|nao da|lamento|infelizmente|"
            r"e impossivel|nao consigo|nao vai dar))*"
        ),
    ),
    Cue.YES: (
        (
            r"(?:(?:oh|ola|oi|obrigad[oa]|sim|ok(?:ay)?|otimo|perfeito|legal|claro|muito bem|beleza|bom|"
            r"certo|muito obrigad[oa]|bom dia|boa tarde)\W+)*(?:sim+|s|claro(?: que sim)?|com certeza|"
            r"com certesa|certamente|ok(?:ay|ey)?|okey|blz|beleza|certo|ta bom|tudo bem|tudo certo|"
            r"ta otimo|esta bem|esta otimo|perfeito(?: para mim)?|otimo|optimo|excelente|maravilha|"
            r"combinado|fechado|fechou|pode ser|pode marcar|de acordo|concordo|feito|bora|show|joia|"
            r"massa|legal|bacana|(?:isso |esse |essa |esse horario |essa hora |este horario |essa data |"
            r"a hora |o horario |a data |o dia |tudo )?(?:me )?(?:serve|funciona|da certo|convem|"
            r"fica bem|fica otimo|fica perfeito|esta otimo|esta bom|esta perfeito|encaixa|e perfeito|"
            r"e otimo|esta bem|da|rola|cai bem|calha bem)(?: (?:bem|perfeitamente|para mim|pra mim|"
            r"muito bem|sim|perfeito))*|confirmo(?: (?:minha presenca|presenca|a minha presenca|"
            r"o horario|a entrevista|sim))?|confirmad[oa]|aceito|aceite|estarei (?:la|ai|presente|"
            r"disponivel)|la estarei|conte[m]? comigo|posso(?: sim)?|consigo(?: sim)?|estou disponivel|"
            r"estou de acordo|sem problemas?|nenhum problema|vamos nessa|vamos|com prazer|"
            r"com todo (?:o )?prazer|por mim (?:tudo bem|ok|perfeito|pode ser|sim)|"
            r"para mim (?:esta (?:bom|otimo|perfeito|bem)|ok|pode ser|perfeito|funciona)|exato|"
            r"exatamente|correto|positivo|pode reservar|ate la|nos vemos la|marcado|agendado|"
            r"seria perfeito|seria otimo|bom para mim|bom pra mim|parece-me bem|parece bom|"
            r"me parece (?:bom|bem|otimo)|topo|fico com esse|isso|isso mesmo|"
            r"vou estar la)(?:\W+(?:obrigad[oa]|muito obrigad[oa]|por favor|perfeito|ate la|para mim|"
            r"pra mim|abracos?|sim|estarei la|la estarei|combinado|confirmo|pode ser|de acordo|otimo|"
            r"bem|confirmad[oa]|funciona para mim|pode marcar|obg|vlw|valeu|fica bem))*"
        ),
    ),
    Cue.YES_WITHIN: (
        (
            r"\b(?:isso|esse|essa|esse horario|essa hora|essa data|a hora|o horario|a proposta|a data|"
            r"este horario|sua proposta|esta hora|que)(?: \w+)? (?:me )?(?:serve|funciona|da certo|"
            r"convem|fica (?:bem|otimo|perfeito)|esta (?:otimo|bom|perfeito|bem)|parece (?:bom|bem|"
            r"otimo)|e (?:perfeito|otimo))\b|\b(?:confirmo|aceito|estarei la|la estarei|combinado|"
            r"fechado)\b|\b(?:por|para|pra) mim (?:esta (?:bom|otimo|perfeito|bem)|tudo bem|ok|pode ser|"
            r"perfeito|funciona)\b|\b(?:funciona|serve|perfeito|otimo|da certo) (?:para|pra) mim\b|"
            r"^\W*(?:sim|claro|perfeito|com certeza|combinado|pode ser)\b|[\U0001f44d\U0001f44c\u2705]"
        ),
    ),
    Cue.ANY: (
        (
            r"\bme da igual\b|\bda igual\b|\b(?:servem?|d[ao]o?|funcionam?|posso|ficam?|encaixam?|"
            r"consigo) (?:bem |em |com |a |igual |para mim )*(?:qualquer(?: um| uma)?|todos|todas|tudo|"
            r"ambos|ambas|(?:os|as) (?:dois|duas|tres))(?: (?:d[oae]s?|os|as|eles|elas|tres|dois|duas|"
            r"horarios|opcoes|deles))*(?=\W*$|\W*[,.;!])|\b(?:qualquer(?: um| uma)?|todos|todas|tudo|"
            r"ambos|ambas|os dois|as duas|os tres|as tres|cada um)\b(?: (?:d[oae]s?|me|os|as|esses|"
            r"essas|desses|dessas|estes|destes|deles|delas|horarios?|opcoes|opcao|datas?|tres|dois|duas|"
            r"horario|e|sao|estao|propost\w+|hora|dia|um|uma|seria|para|mim))* ?(?:serve\w*|da|dao|bem|"
            r"funciona\w*|perfeit\w*|possive\w*|parece\w*|convem|bo[mn]s?|boas?|fica\w*|ok|otimos?|"
            r"certo|encaixa\w*|esta)\b|\b(?:tanto faz|e indiferente|indiferente|para mim e igual|"
            r"me e igual|o que (?:preferirem|for melhor|for mais facil|preferir|voces preferirem)|"
            r"como (?:preferirem|preferir|quiserem)|voces (?:escolhem|decidem)|voce (?:escolhe|decide)|"
            r"podem escolher|pode escolher|escolham|a escolha e (?:sua|vossa)|sem preferencia|"
            r"nao tenho preferencia|o que (?:for|quiserem))\b|^\W*(?:qualquer(?: um|"
            r" uma)?(?: d[oae]s (?:tres|dois|duas)| deles| delas)?|ambos|ambas|todos|todas|os dois|"
            r"as duas|os tres)\W*(?:por favor|obrigad[oa])?\W*$|\b(?:sou|estou|"
            r"tenho) (?:\w+ )?flexi\w+\W*$|\bum d(?:os (?:dois|tres)|eles|esses)\b"
        ),
    ),
    Cue.REST: (
        (
            r"\b(?:o outro|a outra|os outros|as outras|os demais|as demais|o resto)(?: (?:dois|duas|"
            r"opcoes|horarios|horario|opcao|sim|me))*(?: (?:serve\w*|da|dao|funciona\w*|esta\w*|sao|e|"
            r"fica\w*))\b"
        ),
    ),
    Cue.CHANGE: (
        (
            r"\b(?:em vez de|ao inves de|em lugar de|no lugar de|melhor (?:as|na|no|se)|mudar|mover|"
            r"adiantar|antecipar|atrasar|preferia|preferiria|mas (?:\w+ ){0,4}?mais (?:tarde|cedo))\b"
        ),
    ),
    Cue.UNSUITABLE: (
        (
            r"\b(?:nao|nem|nunca|exceto|excepto|salvo|menos|impossivel|ocupad\w+|nenhum\w*|tampouco|"
            r"em vez de|ao inves de|(?:cedo|tarde) demais|muito (?:cedo|tarde)|complicad\w+|dificil|"
            r"tirando|descart\w*|desist\w*|renunci\w*|sem|fora|jamais|ruim|mau)\b"
        ),
    ),
    Cue.NOT_UNSUITABLE: (
        (
            r"\bnao (?:ha|tem|tenho) (?:problema|problemas|inconveniente|preferencia)\b|\b(?:sem|"
            r"nenhum) (?:problemas?|inconveniente)\b|\bpor que nao\b|\bporque nao\b|\bnao (?:e |"
            r"esta )?mau\b|\bse nao\b|\bnao so\b|\bnao (?:me )?importo?\b|\bpelo menos\b|\bao menos\b|"
            r"\bsem falta\b|\bsem duvida\b"
        ),
    ),
    Cue.EXCEPT: (
        (
            r"(?:exceto|excepto|salvo|menos|nao|em vez d[aoe]|ao inves d[aoe]|tirando|que nao seja|sem|"
            r"fora)(?: o| a| os| as| opcao| numero)*\s*$"
        ),
    ),
    Cue.TAKES: (
        (
            r"(?:prefiro|escolho|quero|fico com|opcao|numero|a|o|pode ser|seria|melhor|entao|sim|pela|"
            r"pelo|com|digo|voto|resposta|por|vou de|marca|marque)(?: a| o| numero| opcao| com| na|"
            r" no)*\s*$"
        ),
    ),
}
