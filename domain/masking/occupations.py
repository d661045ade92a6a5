"""Pairs and endings of words for people at work. Lists where an ending would catch other words."""


def _pairs(text: str) -> dict[str, str]:
    """`a,b>c` on each line: a and b become c."""
    found = {}
    for line in text.split("\n"):
        given, _, form = line.strip().partition(">")
        for word in given.split(","):
            if word:
                found[word] = form
    return found


def _endings(ending: str, instead: str, words: str) -> dict[str, str]:
    """Words that all change the same ending."""
    return {word: word.removesuffix(ending) + instead for word in words.split()}


_MAN_STAYS = (
    "journey fore handy lines drafts draughts crafts fisher watch door repair trades camera ombuds weather delivery"
    " alder service crew middle ranch yard tax air"
)
"""Trades where nearly every advertisement says -man: that is the one form."""

ENGLISH: dict[str, str] = {
    **{stem + form: stem + "man" for stem in _MAN_STAYS.split() for form in ("woman", "person")},
    **{stem + form: stem + "men" for stem in _MAN_STAYS.split() for form in ("women", "persons", "people")},
    **_pairs(
        """salesman,saleswoman,saleslady>salesperson
        salesmen,saleswomen>salespeople
        chairman,chairwoman>chairperson
        chairmen,chairwomen>chairpersons
        businessman,businesswoman>businessperson
        businessmen,businesswomen>businesspeople
        spokesman,spokeswoman>spokesperson
        congressman,congresswoman>congressperson
        councilman,councilwoman>councilperson
        anchorman,anchorwoman>anchorperson
        policeman,policewoman>police officer
        policemen,policewomen>police officers
        fireman,firewoman>firefighter
        firemen,firewomen>firefighters
        mailman,mailwoman>mail carrier
        stewardess>steward
        stewardesses>stewards
        waitress>waiter
        waitresses>waiters
        hostess>host
        hostesses>hosts
        actress>actor
        actresses>actors
        manageress>manager
        headmistress>headmaster
        masseuse>masseur
        alumna>alumnus
        alumnae>alumni
        barmaid,barman>bartender
        housewife,househusband>homemaker"""
    ),
}

_GERMAN = _pairs(
    """kauffrau,kaufmann,kaufleute,kauffrauen>kaufleute
    fachfrau,fachmann>fachleute
    pflegefachfrau,pflegefachmann>pflegefachleute
    hotelfachfrau,hotelfachmann>hotelfachleute
    restaurantfachfrau,restaurantfachmann>restaurantfachleute
    bankkauffrau,bankkaufmann>bankkaufleute
    bürokauffrau,bürokaufmann>bürokaufleute
    industriekauffrau,industriekaufmann>industriekaufleute
    einzelhandelskauffrau,einzelhandelskaufmann>einzelhandelskaufleute
    großhandelskauffrau,großhandelskaufmann>großhandelskaufleute
    versicherungskauffrau,versicherungskaufmann>versicherungskaufleute
    immobilienkauffrau,immobilienkaufmann>immobilienkaufleute
    krankenschwester,krankenbruder>krankenpfleger
    krankenschwestern>krankenpfleger
    putzfrau,putzmann>reinigungskraft
    zimmermädchen>zimmerservice
    köchin>koch
    ärztin>arzt
    zahnärztin>zahnarzt
    tierärztin>tierarzt
    assistenzärztin>assistenzarzt
    fachärztin>facharzt
    oberärztin>oberarzt
    anwältin>anwalt
    rechtsanwältin>rechtsanwalt
    angestellter>angestellte
    beamtin,beamter>beamte
    fachangestellter>fachangestellte
    hebamme,entbindungspfleger>geburtshilfe
    chefin>chef
    wirtin>wirt
    absolventin>absolvent
    praktikantin>praktikant
    bachelorette>bachelor
    kollegin>kollege
    expertin>experte
    psychologin>psychologe
    pädagogin>pädagoge
    sozialpädagogin>sozialpädagoge
    biologin>biologe
    soziologin>soziologe
    geologin>geologe
    beauftragter>beauftragte
    geprüfter>geprüfte
    staatlich geprüfter>staatlich geprüfte
    selbständiger>selbständige
    ledige>ledig"""
)
_FRENCH = {
    **_endings(
        "ière",
        "ier",
        "infirmière caissière ouvrière cuisinière hôtelière pâtissière conseillère pompière"
        " bijoutière couturière romancière policière jardinière courtière greffière costumière"
        " épicière hospitalière banquière menuisière plombière charpentière",
    ),
    **_endings("ère", "er", "conseillère bouchère boulangère messagère étrangère ménagère"),
    **_endings(
        "e",
        "",
        "assistante consultante enseignante étudiante gérante avocate ingénieure professeure auteure"
        " adjointe adjudante remplaçante commerçante représentante dirigeante intervenante correspondante"
        " apprentie attachée chargée employée diplômée salariée titularisée passionnée motivée déterminée"
        " dévouée organisée habituée expérimentée certifiée spécialisée retraitée associée déléguée"
        " aide-soignante soignante débutante indépendante présidente surveillante cheffe laborantine"
        " dotée née agente",
    ),
    **_pairs(
        "cheffe>chef\nrigoureuse>rigoureux\nsérieuse>sérieux\nsoigneuse>soigneux\ncurieuse>curieux"
        "\nambitieuse>ambitieux\nméticuleuse>méticuleux\nconsciencieuse>consciencieux\nsage-femme>maïeuticien"
        "\ncréative>créatif\nsportive>sportif\nréactive>réactif\nattentive>attentif\nfemme de ménage>agent"
        "\nhôtesse>hôte\nhôtesses>hôtes\nmaîtresse>maître\nserveuse>serveur\ncoiffeuse>coiffeur"
    ),
}
_SPANISH = {
    **_endings(
        "a",
        "o",
        "ingeniera enfermera cocinera camarera cajera peluquera panadera pastelera carpintera"
        " mensajera portera obrera consejera financiera bibliotecaria secretaria empresaria funcionaria"
        " veterinaria farmacéutica médica arquitecta abogada maestra técnica química física matemática"
        " mecánica científica psicóloga licenciada graduada"
        " titulada diplomada egresada certificada colegiada especializada apasionada comprometida motivada"
        " organizada dedicada autónoma empleada encargada becaria alumna bióloga socióloga fotógrafa"
        " pedagoga bombera jardinera niñera carnicera zapatera proactiva experta"
        " ayudanta orientada interesada acostumbrada capacitada formada nacida",
    ),
    **_endings(
        "a",
        "",
        "profesora doctora directora lectora escritora pintora conductora editora inspectora tutora"
        " instructora redactora autora actora consultora auditora asesora gestora contadora",
    ),
    **_pairs(
        "jefa>jefe\nclienta>cliente\nasistenta>asistente\ndependienta>dependiente\nactriz>actor\nazafata>azafato"
        "\ngerenta>gerente\npresidenta>presidente\nauxiliara>auxiliar"
    ),
}
_PORTUGUESE = {
    **_endings(
        "a",
        "o",
        "engenheira enfermeira cozinheira cabeleireira costureira padeira pasteleira carpinteira"
        " mensageira porteira obreira conselheira bombeira jardineira empregada secretária funcionária"
        " bibliotecária veterinária farmacêutica médica arquiteta arquitecta advogada química física"
        " licenciada graduada formada diplomada certificada especializada apaixonada comprometida motivada"
        " organizada dedicada autônoma autónoma encarregada estagiária aluna bióloga socióloga fotógrafa"
        " psicóloga pedagoga técnica mecânica empresária operária caixeira nascida focada"
        " proativa pró-ativa orientada interessada capacitada",
    ),
    **_endings(
        "a",
        "",
        "professora doutora diretora directora escritora pintora editora inspetora tutora instrutora"
        " redatora autora consultora auditora assessora gestora contadora vendedora",
    ),
    **_pairs(
        "garçonete>garçom\natriz>ator\nchefa>chefe\npresidenta>presidente\nhospedeira>assistente de bordo"
    ),
}
_ROMANIAN_STEMS = (
    "inginer ofițer ofiţer profesor doctor avocat economist specialist artist jurnalist recepționer dentist analist"
    " asistent student absolvent consultant reprezentant practicant angajat licențiat licenţiat certificat psiholog"
    " biolog sociolog arhitect farmacist chimist motivat organizat dedicat pasionat calificat"
    " specializat contabil referent laborant dispecer casier frizer"
    " educat născut implicat"
)
_ROMANIAN = {
    **{stem + end: stem for stem in _ROMANIAN_STEMS.split() for end in ("ă", "a")},
    **_pairs(
        """profesoară,profesoara>profesor
        secretară,secretara>secretar
        directoare,directoarea>director
        vânzătoare,vânzătoarea,vanzatoare>vânzător
        educatoare,educatoarea>educator
        învățătoare,învăţătoare>învățător
        traducătoare,traducatoare>traducător
        administratoare>administrator
        coordonatoare>coordonator
        îngrijitoare>îngrijitor
        muncitoare>muncitor
        programatoare>programator
        dezvoltatoare>dezvoltator
        operatoare>operator
        cercetătoare>cercetător
        formatoare>formator
        redactoare>redactor
        bucătăreasă,bucatareasa>bucătar
        croitoreasă>croitor
        chelneriță,chelnerita>chelner
        casieriță,casierița>casier
        doctoriță,doctorița>doctor
        actriță,actrița>actor
        directriță>director
        pictoriță>pictor
        tehniciană>tehnician
        medicală>medical
        contabila>contabil
        licențiata>licențiat
        coafeză>coafor
        șefă,șefa>șef
        absolventa>absolvent
        proaspătă>proaspăt"""
    ),
}

LISTED: dict[str, dict[str, str]] = {
    language: {word: form for word, form in table.items() if word != form}
    for language, table in {
        "de": _GERMAN,
        "fr": _FRENCH,
        "es": _SPANISH,
        "pt": _PORTUGUESE,
        "ro": _ROMANIAN,
    }.items()
}
"""Words with their one form, by language."""
