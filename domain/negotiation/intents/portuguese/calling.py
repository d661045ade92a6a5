"""Portuguese cues: calls for a person, and what only looks like one."""

from domain.negotiation.intents.cues import Cue

_MACHINE = (
    r"(?:robos?|bots?|maquinas?|ia|inteligencia artificial|computador\w*|chatbots?|automat\w+|"
    r"software|algoritmo|programa)"
)
_PERSON = (
    r"(?:human[oa]s?|pessoas?|alguem|recrutador\w*|ser humano|agente|atendente\w*|representante|"
    r"responsavel|rh|recursos humanos|equipe|equipa|operador\w*|colega|gestor\w*|gerente)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.HUMAN: (
        (
            r"\balguem (?:\w+ )?(?:entr\w+) em conta(?:c)?to\b|\b(?:alguem|pessoa|humano) com quem (?:eu "
            r")?(?:possa|posso|poderia|pudesse)\b|"
            r"\b(?:da|a|pela) minha (?:dislexia|deficiencia|surdez|gaguez|gagueira|cegueira)\b"
        ),
        (
            r"\b(?:falar|falo|falasse|conversar|comunicar|tratar|contatar|contactar|combinar|"
            r"marcar isso|resolver(?: isso)?|agendar isso|contato|contacto|atendid[oa]|em contato|"
            r"em contacto|lidar|discutir(?: isso)?|ver isso|acertar(?: isso)?|"
            r"atendimento) (?:\w+ ){0,2}?(?:com|a|por) (?:um |uma |o |a |seu |sua |algum |"
            rf"alguma )?(?:\w+ )?(?:verdadeir\w+ )?{_PERSON}\b"
        ),
        (
            r"\b(?:pessoa|humano|ser humano|atendente|recrutador|alguem) (?:real|de verdade|"
            r"de carne e osso|human[oa]|verdadeir\w+)\b|^\W*(?:um |uma )?(?:humano|pessoa|atendente|"
            r"ser humano|operador)\W*(?:por favor|pfv?|se faz favor)?\W*$|\b(?:um humano|uma pessoa|"
            r"um atendente),? (?:por favor|pf)\b|\b(?:quero|preciso|prefiro|gostaria|desejo|queria|"
            r"exijo|solicito) (?:de )?(?:falar com |tratar com |contactar |ter )?(?:um humano|"
            r"uma pessoa|uma pessoa real|um atendente|contato humano|contacto humano|atendimento humano|"
            r"uma ligacao|uma chamada)\b"
        ),
        (
            r"\b(?:liguem|ligue|liga|telefonem|telefone|contactem|chamem)(?:-me|\s+(?:para |"
            r"pra )?mim)\b(?! (?:na|no|amanha|as|segunda|terca|quarta|quinta|sexta))|\bme (?:ligue[m]?|"
            r"ligar(?:em)?|liga|telefone[m]?|telefonar(?:em)?|liguem)\b(?! (?:na|no|amanha|as|segunda|"
            r"terca|quarta|quinta|sexta))|\b(?:podem|pode|poderia[m]?|podes) (?:me |"
            r"por favor )*(?:ligar|telefonar)(?:-me)?\b|\bligar(?:em)?-me\b|\b(?:por|pelo|via|ao|"
            r"no) telefone\b.{0,30}\b(?:melhor|por favor|prefir\w*|falar|combinar)|\b(?:prefir\w*|"
            r"prefer\w*|queria|gostaria|falar\w*|combinar|acertar|resolver|agendar|marcar|melhor|"
            r"discutir|tratar|conversar) (?:\w+ ){0,3}?(?:por|pelo|via|ao|no) telefone\b|\b(?:posso|"
            r"podemos|poderia|poderiamos|da para|tem algum telefone|qual o numero|ha algum numero|"
            r"numero|telefone)\b.{0,25}\b(?:ligar(?: para| a)?|telefonar|falar por telefone|"
            r"falar ao telefone)\b|\bprefiro uma (?:ligacao|chamada)\b|\bagradeceria uma (?:ligacao|"
            r"chamada)\b"
        ),
        (
            r"\b(?:pass\w*|transfer\w*|transfir\w*|conect\w*|coloqu?\w*|encaminh\w*|direcion\w*|"
            r"ponham)(?:-me| me|-nos|m)? (?:\w+ ){0,3}?(?:com|para|a|em contato com|"
            rf"em contacto com) (?:um |uma |o |a )?(?:\w+ )?{_PERSON}\b|\b(?:que )?(?:alguem|uma pessoa|"
            r"um humano|um recrutador|alguem da equipe|uma pessoa real|um responsavel|"
            r"alguem d[oae] \w+(?: \w+)?) (?:\w+ )?(?:me |pode|poderia|possa|"
            r"que)\b.{0,20}\b(?:lig\w*|contat\w*|contact\w*|atend\w*|ajud\w*|respond\w*|fal\w*|"
            r"escrev\w*|telefon\w*)\b|\b(?:com quem|para quem|a quem) (?:posso|poderia|devo) (?:falar|"
            r"ligar|contatar|contactar)\b"
        ),
        (
            r"\b(?:nao|parar de|fart[oa] de|cansad[oa] de|chega de|sem|em vez de|ao inves de|nem|"
            r"nada de) (?:\w+ ){0,4}?(?:com |a )?(?:um |uma |os |as |o |a |este |esse |"
            rf"seu )?{_MACHINE}\b"
        ),
        (
            r"\b(?:ajustes?|adaptac\w*|acomodac\w*|adequac\w*) (?:razoave\w*|especia\w*|necessari\w+|"
            r"por|devido|para (?:mim|pessoas|a entrevista|defici\w*))\b|\b(?:preciso|necessito|solicito|"
            r"peco|precisaria|solicitar|pedir) (?:de )?(?:\w+ ){0,3}?(?:ajustes?|adaptac\w*|acomodac\w*|"
            r"acessibilidade)\b|\b(?:sou|tenho|por minha|devido a minha|uso|com uma|"
            r"como pessoa) (?:\w+ ){0,2}?(?:surd[oa]|defici\w+|ceg[oa]|dislexi\w*|dislexic\w*|autis\w*|"
            r"cadeira de rodas|cadeirante|surdez|gague\w*|baixa visao|tdah|mobilidade reduzida|"
            r"epilep\w*|aparelho auditivo|pcd)\b|\b(?:cadeira de rodas|cadeirante|lingua de sinais|"
            r"lingua gestual|libras|interprete de|deficiencia (?:auditiva|visual|fisica|motora)|"
            r"mobilidade reduzida|legendas)\b|\btempo (?:extra|adicional) (?:por|devido|para)\b"
        ),
    ),
    Cue.NOT_HUMAN: (
        (
            r"\b(?:sera|e|es|estou|falo|falarei|vou|vai|havera|seria|sao|terei|a entrevista|serei|"
            r"voce e)\b.{0,60}\b(?:humano|pessoa|bot|robo|ia|maquina|recrutador\w*|gerente|gestor|"
            r"alguem)\b.{0,60}\?(?<!favor\?)(?<!favor \?)|\b(?:nao (?:e (?:preciso|necessario)|preciso|"
            r"ha necessidade|quero falar com ninguem|precisa)|sem necessidade de)\b.{0,40}|\b(?:falei|"
            r"ja falei|falamos|conversei|tenho falado) com\b.{0,30}|\b(?:tenho|terei|"
            r"temos) (?:\w+ )?(?:uma|outra|um) (?:\w+ )?(?:ligacao|chamada|reuniao|call)\b.{0,40}|"
            r"\b(?:prazer|feliz|ansios[oa]|contente|animad[oa]|expectativa) (?:em |por |de |"
            r"para )?(?:poder )?(?:falar|conhecer|conversar)\w*\b.{0,30}|\b(?:quem|quando) (?:me |vai |"
            r"vao )*(?:lig\w*|entrevist\w*|contact\w*|contat\w*)\b.{0,30}\?|"
            r"\bpodem? (?:me )?ligar(?:-me)? (?:na|no|amanha|as|a partir|qualquer)\b|\b(?:pessoalmente|"
            r"em pessoa)\b|\b(?:com quem) (?:vou|sera|terei|falarei|irei)\b.{0,40}\?|"
            r"\bajuste(?:s)? (?:de|no|do) (?:horario|agenda|calendario)\b|\bpor pessoa\b"
        ),
    ),
}
