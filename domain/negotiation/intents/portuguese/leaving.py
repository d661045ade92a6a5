"""Portuguese cues: withdrawals, and what only looks like one."""

from domain.negotiation.intents.cues import Cue

_PROCESS = (
    r"(?:candidatura|processo|inscricao|vaga|posicao|oferta|selecao|entrevistas?|lista|"
    r"aplicacao|cargo|concorrencia|proposta|oportunidade)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        (
            r"\b(?:oferta|proposta) (?:\w+ )?(?:melhor )?e (?:ja )?(?:a )?aceitei\b(?: a)?|"
            r"\bpaus(?:ar|o|ei) (?:a |minha |a minha )?(?:procura|busca) de (?:emprego|trabalho)\b"
        ),
        (
            r"\b(?:retir\w*|cancel\w*|anul\w*|elimin\w*|apag\w*|abandon\w*|renunci\w*|desist\w*|deixar|"
            r"deixo|desconsider\w*|sair|saio|encerr\w*|exclu\w*|"
            r"remov\w*) [^,.;!?]{0,40}?\b(?:minha (?:\w+ )?(?:candidatura|inscricao|aplicacao)|(?:do|o|"
            r"deste|desse|este|vosso) (?:\w+ )?(?:processo|processo seletivo))\b|\bsaio do processo\b|"
            r"\b(?:ja )?achei (?:um |outro )?(?:emprego|trabalho)\b"
        ),
        (
            r"\b(?:retir\w*|anul\w*|cancel\w*|elimin\w*|apag\w*|abandon\w*|renunci\w*|desist\w*|"
            r"deix\w*|remov\w*|exclu\w*|encerr\w*|declin\w*|abro mao)(?:-me|-se|-a|-o)? (?:de |da |do |"
            r"a |por favor |ja |formalmente |definitivamente )*(?:a |o |da |do |minha |meu |desta |"
            rf"deste |esta |este |sua |dessa |desse |essa )*(?:\w+ ){{0,1}}?{_PROCESS}\b(?! (?:da|de|do|"
            r"das) (?:segunda|terca|quarta|quinta|sexta|\d|dentista))"
        ),
        (
            r"\b(?:eu )?(?:desisto|desisti|vou desistir|quero desistir|gostaria de desistir|"
            r"decidi desistir|preciso desistir|estou desistindo|estou a desistir|pretendo desistir|"
            r"venho desistir|resolvi desistir|desejo desistir)\b|\b(?:quero|desejo|gostaria de|decidi|"
            r"vou|prefiro|preciso|tenho de|pretendo|venho|tenho que|resolvi) (?:me )?(?:retirar(?:-me)?|"
            r"sair do processo|abandonar|abdicar|declinar|cancelar a minha|cancelar minha|retirar a|"
            r"retirar minha|sair da)\b(?! (?:o dinheiro|o horario))|\b(?:me retiro|retiro-me|"
            r"estou (?:me retirando|fora\W*$|saindo do processo|a retirar)|me (?:tire|tirem|retire|"
            r"retirem|remova|removam|exclua)|(?:tirem|retirem|removam|excluam)-me|"
            r"considere\w* minha candidatura (?:como )?(?:retirada|cancelada))\b|\bminha (?:desistencia|"
            r"retirada|renuncia)\b|\bnao contem comigo\b|\b(?:recuso|declino|tenho de (?:recusar|"
            r"declinar)|preciso (?:recusar|declinar)|quero (?:recusar|declinar)) (?:a|o|sua|esta|este|"
            r"essa|a vossa) (?:oferta|vaga|proposta de (?:emprego|trabalho)|oportunidade|"
            r"convite para a entrevista|posicao)\b"
        ),
        (
            r"\b(?:ja |acabei de |eu |acabo de |vou |hoje |ontem )*(?:aceitei|aceitar|aceite|assinei|"
            r"assinar|encontrei|consegui|arrumei|arranjei|fechei|escolhi|optei por|comecei|"
            r"estou indo para|fui para|ja tenho) (?:ja )?(?:com )?(?:outr[ao]|uma nova|um novo|"
            r"uma outra|um outro|uma|um|a|o|em outra|noutra|com outra) ?(?:nova |novo |outra |"
            r"outro )?(?:\w+ )?(?:oferta|proposta|trabalho|emprego|vaga|empresa|contrato|oportunidade|"
            r"posicao|cargo)\b(?! de (?:reuniao|horario|data))|\b(?:aceitei|assinei|contratad[oa]|"
            r"encontrei|consegui|arrumei|arranjei|fechei) (?:\w+ ){0,3}?(?:em outr[ao] (?:lugar|empresa|"
            r"sitio)|noutr[ao] (?:lugar|empresa|sitio|lado)|outra coisa|outro lugar)\b|"
            r"\b(?:ja )?(?:arrumei|arranjei|encontrei|consegui) (?:um )?(?:trabalho|emprego)\b|"
            r"\bfui contratad[oa]\b|\b(?:ficar|permanecer|continuar|vou ficar|fico) (?:no|na|com o|"
            r"em) (?:meu|minha) (?:\w+ )?(?:emprego|empresa|trabalho|cargo)(?: atual)?\b"
        ),
    ),
    Cue.WITHDRAWAL_SETTLED: (
        (
            r"\bsaude (?:ja )?nao (?:me )?permite (?:continuar|seguir|participar|prosseguir)\b|\bencontrei "
            r"(?:algo|coisa) melhor\b"
        ),
        r"\bnao (?:\w+ )?(?:procuro|busco) (?:mais )?(?:emprego|trabalho|vagas?|nada|oportunidades)\b",
        (
            r"\bnao (?:\w+ ){0,2}?(?:considerem|considere|tenham|levem) (?:\w+ ){0,3}?(?:em conta|"
            r"candidatura|inscricao)\b|\bprefiro nao (?:seguir|continuar|participar|avancar|"
            r"prosseguir)\b"
        ),
        (
            r"\b(?:ja nao|nao|nem) (?:\w+ ){0,3}?(?:interess\w*|mais interesse|"
            r"nenhum interesse)\b(?! (?:pela|de manha|no horario))|\bperdi o interesse\b|"
            r"\bsem (?:mais )?interesse\b|\b(?:nao|ja nao) (?:\w+ ){0,3}?(?:quero|desejo|pretendo|vou|"
            r"irei|posso|busco|procuro|estou|gostaria de|continuarei|seguirei|prosseguirei) (?:mais |"
            r"de )*(?:continu\w*|segu\w*|prosseg\w*|avanc\w*|participar (?:do|no|da|na) (?:processo|"
            r"selecao)|a vaga|o emprego|(?:em )?busca|a procura|procur\w*|disponivel para a vaga|"
            r"no processo|trabalhar (?:com|para) (?:voces|vos)|a vaga|dar continuidade|dar seguimento|"
            r"concorrer|adiante|em frente|frente)\b|\bnao (?:\w+ )?(?:continuarei|seguirei|prosseguirei|"
            r"darei (?:continuidade|seguimento)|seguir em frente)\b|\b(?:decidi|resolvi|optei por|"
            r"preferi|prefiro) (?:nao (?:continu\w*|segu\w*|prosseg\w*|avanc\w*|participar|aceitar|"
            r"concorrer|mudar|dar)|deixar o processo|abandonar|declinar|recusar)\b|\b(?:vaga|oferta|"
            r"empresa|proposta|posicao) (?:\w+ )?nao (?:e )?(?:\w+ )?(?:para mim|o que (?:procuro|busco|"
            r"quero)|me interessa|faz sentido)\b|\bnao (?:estou )?(?:mais )?(?:procurando|buscando|"
            r"a procura)\b|\bnao quero (?:mais )?(?:a vaga|o emprego|essa vaga|esta vaga|o cargo)\b|"
            r"\bnao (?:tenho|ha) mais interesse\b|\bdeixei de ter interesse\b"
        ),
    ),
    Cue.NOT_WITHDRAWAL: (
        (
            r"\b(?:retir\w*|abandon\w*|renunci\w*|desist\w*|cancel\w*|deix\w*|"
            r"sai)\b.{0,40}\b(?:outr[ao]s? (?:process\w*|candidatura\w*|empresa|selecao|oferta|"
            r"entrevista|vaga)|de outr[ao]\w*|noutr\w*|doutr\w*|curso|aluguel|arrendamento|contrato de|"
            r"apartamento|academia|ginasio|viagem|competicao|mestrado|faculdade|congresso|ano passado|"
            r"ha (?:um|dois|tres)|torneio|dinheiro)\b|\b(?:outr[ao]s? (?:process\w*|candidatura\w*|"
            r"selecao))\b.{0,40}\b(?:retir\w*|abandon\w*|desist\w*|cancel\w*|sai\b)|\b(?:ele|ela|eles|"
            r"elas|amig[oa]|irma[o]?|marido|mulher|esposa|outro candidato|colega|"
            r"alguem) (?:\w+ ){0,3}?(?:retir\w*|abandon\w*|desist\w*|aceit\w*)\b"
        ),
        (
            r"\b(?:nao|nunca|jamais|sem|nem|tampouco|nenhuma intencao de|em vez de|"
            r"ao inves de) (?:\w+ ){0,4}?(?:retir\w*|abandon\w*|renunci\w*|desist\w*|"
            r"cancel\w*)\b.{0,40}|\b(?:pensei em|pensando em|a pensar em|pensava|quase|ia|considerei|"
            r"considerando|cogitei|ponderei)\b.{0,40}\b(?:retir\w*|abandon\w*|desist\w*)\b|"
            r"\b(?:antes de|ainda nao|nao) (?:\w+ ){0,2}?(?:aceit\w*|assin\w*|encontr\w*)\b|"
            r"\baceit\w* (?:uma|outra|a|um|outro) (?:\w+ )?(?:reuniao|convite|ligacao|chamada|"
            r"horario)\b|\bcancel\w* (?:minha|a|a minha|uma) (?:entrevista|consulta) (?:de|do|da|com|na|"
            r"medic)|\bnao desist\w*"
        ),
    ),
}
