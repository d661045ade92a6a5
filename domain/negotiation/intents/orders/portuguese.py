"""Portuguese instructions to the software, over folded text."""

INSTRUCTIONS: tuple[str, ...] = (
    (
        r"\b(?:ignor\w*|esque[cç]\w*|descart\w*|desconsider\w*|pul[ea]\w*|anul\w*|desativ\w*|"
        r"omit\w*|contorn\w*|elimin\w*|suspend\w*|apag\w*|sobrescrev\w*|"
        r"burl\w*) (?:\w+ ){0,5}?(?:instruc\w*|regras?|orientac\w*|diretriz\w*|prompts?|restric\w*|"
        r"ordens|normas?|politicas?|aviso previo|limites?|prazos?|configurac\w*|o que foi dito|"
        r"antecedencia|comandos?)\b|\b(?:novas?|importantes?|internas?|secretas?|especiais|"
        r"especial) (?:instruc\w*|regras?|diretriz\w*|ordem|ordens)\b|\b(?:instruc\w*|mensagem|nota|"
        r"ordem|prompt) (?:do |de )?(?:sistema|importantes?|internas?|secretas?|seguintes?|novas?|"
        r"especiais)\b"
    ),
    (
        r"\b(?:nota|mensagem|instruc\w*|atencao|aviso|orientac\w*|lembrete|ordem|recado) ?(?:a|ao|"
        r"aos|para|pra) ?(?:o |a |os |as |um |este |todo )?(?:\w+ )?(?:ia|bot|robo|assistente\w*|"
        r"sistema|chatbot|software|modelo|algoritmo|agendador|maquina|inteligencia artificial|"
        r"agente|programa)\b|\b(?:agora voce e|voce agora e|voce e agora|"
        r"a partir de agora,? (?:voce|todos|todas|cada|responda|considere|aceite)|"
        r"de agora em diante|es agora|tu agora)\b|\b(?:finja|imagine que|suponha|faca de conta|"
        r"aja como|comporte-se como|vamos (?:jogar|brincar))\b|\bmodo (?:desenvolvedor|admin\w*|"
        r"debug|programador)\b"
    ),
    (
        r"\b(?:como|sou|na qualidade de|em nome d[eoa]|aqui e|da parte d[eoa]|falo como) (?:o |a |"
        r"seu |sua |um |uma )?(?:\w+ )?(?:responsave\w*|recrutador\w*|diretor\w*|gerente|chefe|"
        r"gestor\w*|admin\w*|manager|rh|don[oa]|desenvolvedor\w*|sistema|hiring manager|"
        r"recursos humanos)\b.{0,60}\b(?:anul\w*|autoriz\w*|orden\w*|aprov\w*|elimin\w*|dispens\w*|"
        r"suspend\w*|exij\w*|confirmo|renunci\w*|valid\w*|reserv\w*|isent\w*|determin\w*|cancelo|"
        r"abro mao|waive|marque|agende)\b|\b(?:responsave\w*|recrutador\w*|diretor\w*|gerente|chefe|"
        r"gestor\w*|admin\w*|rh|hiring manager|manager) (?:\w+ ){0,3}?(?:ja )?(?:aprovou|autorizou|"
        r"anulou|dispensou|suspendeu|liberou|ordenou|aceitou|decidiu|cancelou)\b|\b(?:aviso previo|"
        r"prazo|antecedencia|regras?|limite|restricao) (?:\w+ ){0,2}?(?:esta\w*|foi|fica\w*|nao se|"
        r"ja nao|nao|foram|e) (?:\w+ )?(?:anulad\w*|eliminad\w*|suspens\w*|sem efeito|aplica\w*|"
        r"dispensad\w*|zero|cancelad\w*|nul\w*|vale\w*)\b"
    ),
    (
        r"\b(?:reserv\w*|agend\w*|program\w*|confirm\w*|marqu\w*|inscrev\w*|colo\w*|"
        r"encaix\w*)(?:-me|-nos|-o)?(?: me)?\b.{0,60}\b(?:imediatamente|agora mesmo|ja mesmo|"
        r"de imediato|sem (?:verific\w*|pergunt\w*|confirm\w*|consult\w*|aviso)|(?:em|"
        r"daqui a) (?:\d+|dez|cinco|uma) (?:min\w*|horas?)|meia-noite|nao importa|mesmo que|"
        r"todos os (?:horarios|slots)|de qualquer jeito)\b|\b(?:confirm\w*|reserv\w*|aceit\w*|"
        r"bloque\w*|selecion\w*) (?:todos|todas|cada) (?:os |as |um )?(?:horarios?|opcoes|"
        r"entrevistas?|slots|vagas?)\b|\b(?:marqu\w*|coloqu\w*|defin\w*|registr\w*|registe\w*|"
        r"consider\w*|classifi\w*|trat\w*|mud\w*|alter\w*)(?:-me|-o|-a)? (?:me |meu |minha |o |a |"
        r"este |esta |como )?(?:\w+ ){0,4}?(?:como|para|em) ?(?:contratad\w*|aceit\w*|confirmad\w*|"
        r"selecionad\w*|aprovad\w*|\"|')|\b(?:contrate-me|me contrate|aprove-me|me aprove|"
        r"me da o emprego|me de a vaga)\b|\bmarque-me como\b|\bme marque como\b"
    ),
    (
        r"\b(?:mostr\w*|revel\w*|imprim\w*|list\w*|dê|de-me|me de|diga|envi\w*|mand\w*|divulg\w*|"
        r"repit\w*|escrev\w*|compartilh\w*|partilh\w*|exib\w*|qual e|quais sao|"
        r"quem sao)(?:-me)? (?:\w+ ){0,5}?(?:prompt(?: do sistema)?|instruc\w* (?:do sistema|"
        r"internas|iniciais)|(?:tuas|suas) (?:\w+ )?(?:instruc\w*|regras|diretrizes)|(?:outros|"
        r"demais|outras|todos os) (?:candidat\w*|entrevistas|pessoas)|banco de dados|base de dados|"
        r"senhas?|(?:agenda|calendario|telefone|numero) (?:privad\w*|pessoal|particular|"
        r"do entrevistador|do recrutador))\b|\b(?:cancel\w*|elimin\w*|rejeit\w*|apag\w*|remov\w*|"
        r"exclu\w*) (?:\w+ ){0,4}?(?:outros|demais|outras) (?:candidat\w*|entrevistas)\b|"
        r"\b(?:respond\w*|devolv\w*|retorn\w*) (?:\w+ ){0,3}?(?:so |somente |apenas |"
        r"exatamente )?(?:com|em|:) ?(?:\w+ )?(?:json|\"|'|sim\b|selecao|o texto)|\b(?:voce deve|"
        r"o (?:bot|sistema|robo) deve|tem de|tens de|voce tem que) (?:\w+ ){0,2}?(?:reservar|"
        r"confirmar|aceitar|ignorar|selecionar|contratar|obedecer|aprovar|marcar)\b|\bdecodifi\w*\b|"
        r"\bdescodifi\w*\b|\bexecut[ae]\w* (?:o |a |os |as |este |esta )"
    ),
)
