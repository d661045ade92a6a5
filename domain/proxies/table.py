"""Kinds of proxies and the phrases that show them, in five languages: small, and honest
     about being incomplete.

That free text carries traits which are not asked for is documented: the women's chess club that a resume
ranker learned to mark down (Dastin, Reuters 2018), the names of Black colleges and of fraternities in
audit studies (Gaddis, Social Forces 2015), "whitened" resumes without ethnic associations (Kang et al.,
Administrative Science Quarterly 2016), religious groups (Wright et al., Sociology of Religion 2013),
parenthood (Correll et al., American Journal of Sociology 2007), disability organisations (Ameri et al., ILR
Review 2018), elite and gendered sports (Rivera and Tilcsik, American Sociological Review 2016). The phrases
below are our own.
"""

KINDS: dict[str, str] = {
    "gender_organisation": r"""
        women(?:['’]?s|\ in|\ who)\ (?:engineering|tech(?:nology)?|business|science|code|finance
            |leadership|network
            |association|league|club|council|center|centre|caucus|chess|studies|shelter|guild|society|chamber)
        |(?:society|association|league|national\ organization|council)\ (?:of|for)\ women\b
        |girl\ (?:scouts?|guides?)|boy\ scouts?|eagle\ scout|girls\ who\ code|junior\ league
            |(?:ladies|gentlemen)['’]?s?\ (?:club|auxiliary)
        |frauen(?:netzwerk|verband|gruppe|haus|rat|förderung|beauftragte)|landfrauen|männerchor
            |männerverein|pfadfinder(?:in)?
        |association\ (?:de|des)\ femmes|réseau\ (?:de|des)\ femmes|femmes\ (?:ingénieures?
            |et\ sciences|entrepreneures)
        |asociación\ de\ mujeres|red\ de\ mujeres|mujeres\ (?:en|emprendedoras|ingenieras)
        |associação\ (?:de|das)\ mulheres|rede\ de\ mulheres|mulheres\ (?:na|em|empreendedoras)""",
    "religion": r"""
        (?:church|parish|synagogue|mosque|ministry\ team|bible\ (?:study|school)|sunday\ school
            |vacation\ bible\ school|campus\ crusade
            |youth\ ministry|knights\ of\ columbus|hillel|young\ life|salvation\ army|ymca|ywca
                |muslim\ students?['’]?\ association|islamic\ (?:society|relief|center)
            |catholic\ charities|jewish\ (?:community\ cent(?:er|re)|federation)|hindu\ (?:society
                |students?)|newman\ cent(?:er|re))\b
        |mission(?:ary)?\ trips?|missionary\ (?:work|service)|lds\ mission|full-time\ mission(?:ary)?
        |kirchengemeinde|kirchenchor|ministrant(?:in)?|messdiener(?:in)?|caritas|diakonie
            |moscheegemeinde|jugendkirche
        |paroisse|catéch(?:èse|iste)|scouts?\ et\ guides|aumônerie|secours\ catholique|mosquée|synagogue
        |parroquia|catequista|cáritas|iglesia|mezquita|voluntariado\ misionero
        |paróquia|igreja|pastoral\ da\ juventude|escola\ dominical""",
    "greek_life": r"""
        fraternity|sorority|panhellenic|interfraternity|greek\ life
        |(?:alpha|beta|gamma|delta|epsilon|zeta|kappa|lambda|sigma|omega|omicron|theta|phi|chi|psi)
            (?:\ (?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|omicron
                |pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)){1,2}\b
        |burschenschaft|studentenverbindung|damenverbindung""",
    "ethnic_association": r"""
        (?:national\ )?(?:society|association|organization)\ (?:of|for)\ (?:black|hispanic
            |latin[oax]|asian|african|native|indian)[\w-]*
        |(?:black|hispanic|latin[oax]|asian|african|chinese|korean|vietnamese|indian|arab|jewish
            |native|filipino|mexican|turkish)[ -]?(?:american\ )?
            (?:student|students|business|bar|chamber|engineers?
                |professionals?)(?:['’]s?)?\ (?:association|union|society|network|alliance|organization
                |of\ commerce)
        |naacp|urban\ league|la\ raza|unidosus|nsbe|shpe|casa\ de\ la\ cultura|türkischer\ verein
            |kulturverein|migrantenverein
        |association\ (?:franco|des\ étudiants)[ -](?:\w+)|asociación\ de\ inmigrantes
            |associação\ de\ imigrantes""",
    "black_college": r"""
        historically\ black|hbcu|howard\ university|spelman|morehouse|hampton\ university|tuskegee
            |fisk\ university|xavier\ university\ of\ louisiana
        |grambling|florida\ a&m|north\ carolina\ a&t|southern\ university|jackson\ state
            |morgan\ state|bethune-cookman|clark\ atlanta""",
    "leave": r"""
        (?:maternity|paternity|parental|family|caregiver|adoption)\ leave
            |career\ break\ for\ (?:children|family|childcare)|stay[ -]at[ -]home\ (?:mom|mum|dad
            |parent)
        |raising\ (?:my\ |a\ |our\ )?(?:children|family|kids)|elternzeit|mutterschutz
            |mutterschaftsurlaub|familienphase|babypause
        |congé\ (?:de\ )?(?:maternité|paternité|parental)|baja\ (?:por\ )?(?:maternal|maternidad
            |paternidad)|permiso\ (?:de\ )?(?:maternidad|paternidad)|excedencia
        |licença[ -](?:de\ )?(?:maternidade|paternidade|parental)""",
    "military": r"""
        (?:honou?rably\ discharged|honou?rable\ discharge|veteran(?!ary)|military\ (?:leave
            |service|spouse)|national\ guard|army\ reserves?|u\.?s\.?\ (?:army|navy|marine\ corps
            |air\ force))
        |wehrdienst|zivildienst|bundeswehr|service\ (?:militaire|national)|servicio\ militar
            |serviço\ militar""",
    "gendered_sport": r"""
        (?:women|men|girls|boys)['’]s?\ (?:soccer|football|basketball|volleyball|lacrosse|rugby
            |hockey|rowing|tennis|golf|swimming|softball|baseball|track)
        |cheerlead(?:er|ers|ing)|softball|field\ hockey|synchroni[sz]ed\ swimming|(?:frauen|damen
            |herren|männer)(?:fußball|mannschaft|handball)
        |(?:football|rugby|équipe)\ f[ée]minin|fútbol\ (?:femenino|masculino)|futebol\ (?:feminino
            |masculino)|netball""",
    "elite_sport": r"""
        polo\ club|yacht(?:ing)?\ club|sailing\ team|fencing\ team|equestrian|country\ club
            |squash\ team|golfclub|segelclub|reitverein""",
    "disability": r"""
        (?:disability|disabled|deaf|blind|autis(?:m|tic)|neurodivers\w+|wheelchair|paralympic
            |special\ olympics|dyslexi[ac])\ (?:\w+\ )?
            (?:association|organi[sz]ation|network|union|club|society|athlete|alliance|advocate|user
                |student)s?
        |(?:i\ am|as\ an?)\ (?:deaf|blind|disabled|autistic|dyslexic)|paralympi\w+
            |schwerbehindert\w*|gehörlosenverband|behindertenverband|blindenverein
        |travailleur\ handicapé|rqth|association\ des\ (?:sourds|aveugles|handicapés)
            |discapacidad\ (?:reconocida|del)|certificado\ de\ discapacidad|pessoa\ com\ deficiência
            |\bpcd\b""",
    "orientation": r"""
        lgbt\w*\+?|gay[ -]straight\ alliance|pride\ (?:network|committee|month|parade|alliance)
            |out\ in\ tech|queer\w*|christopher\ street\ day""",
    "language_origin": r"""
        (?:native|mother[ -]tongue|first[ -]language|heritage)\ (?:speaker\ (?:of
            |in)\ )?\(?(?:in\ )?(?!english\b)[a-z]{4,12}(?:\ speaker)?
        |(?!english\b)\b[a-z]{4,12}\ ?[(:,–-]\ ?(?:native|mother\ tongue|muttersprache
            |langue\ maternelle|lengua\ materna|nativo|nativa|língua\ materna)
        |muttersprache\ ?:?\ (?!deutsch\b)\w{4,14}|langue\ maternelle\ ?:?\ (?!français)\w{4,14}
            |\besl\b|english\ as\ a\ second\ language""",
    "holiday": r"""
        ramadan|eid\ al|diwali|hanukkah|chanukah|passover|yom\ kippur|rosh\ hashanah
            |christmas\ (?:pageant|choir|play)|easter\ (?:service|pageant)
        |kwanzaa|lunar\ new\ year|chinese\ new\ year|cinco\ de\ mayo|juneteenth
            |día\ de\ (?:los\ )?muertos|zuckerfest|fasnacht""",
    "politics": r"""
        (?:college|young)\ (?:democrats|republicans)|(?:democratic|republican)\ (?:party
            |national\ committee)|junge\ union|jusos|grüne\ jugend|nuevas\ generaciones""",
    "age_hint": r"""
        (?:over|more\ than)\ (?:[3-5]\d)\ years\ (?:of\ )?experience|(?:recently|early)\ retired
            |semi-retired|digital\ native|grandchild(?:ren)?|aarp|boomer|millennial
        |rentner(?:in)?|frührentner(?:in)?|retraité(?:e)?|jubilad[oa]|aposentad[oa]""",
}
"""Patterns for small and capital letters alike; white space and line ends in them are
     layout (`re.VERBOSE`)."""
