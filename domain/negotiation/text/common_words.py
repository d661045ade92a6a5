"""The commonest words of short messages about a meeting, folded, by language."""

COMMON_WORDS: dict[str, str] = {
    "en": (
        "mornings afternoons evenings weekdays mondays tuesdays wednesdays thursdays fridays weekend nights "
        "the a an and or but i i'm i'd i'll i've you your my me we it is are was be been am do does did "
        "don't doesn't can can't could would will won't not of to for from with at in on by after before "
        "between any anytime about this that those these them there what when where who how which works "
        "work fine good great okay thanks thank please sorry morning afternoon evening day days week "
        "tomorrow today monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds "
        "thu thur thurs fri sat noon o'clock yes yeah yep nope sure none either neither both all one "
        "first second third last next available free busy if so just only except until hi hello hey dear "
        "have has had let know time times slot option see sounds suits call someone speak human"
    ),
    "de": (
        "montagvormittag dienstagnachmittag wochenende werktags spaeter frueher "
        "es gibt alternativen arbeite zeiten da der die das den dem ein eine einen ich du sie wir ihr mir "
        "mich ihnen euch und oder aber nicht kein keine keinen ist sind war waren bin bei um am im von "
        "vom bis zu zum zur ab nach vor zwischen mit ohne auf auch nur noch schon leider gerne gern bitte "
        "danke vielen ja nein doch passt passen ginge geht gehen kann konnte wurde werde hatte habe haben "
        "wenn wann wie was wo wer welche jeden jeder jede alle alles keiner uhr heute morgen ubermorgen "
        "vormittag vormittags nachmittag nachmittags abend abends mittag frueh fruh woche tag tage termin "
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags "
        "mittwochs donnerstags freitags mo di mi do fr nachste nachsten nachster kommenden kommende diese "
        "dieser dieses ausser erste ersten zweite zweiten dritte dritten letzte letzten hallo guten "
        "freundlichen grusse gruss moglich zeit verfugbar frei egal lieber moin servus grus grusen mochte "
        "moechte waere ware sowie dann sonst klappt"
    ),
    "fr": (
        "le la les un une des du au aux et ou mais je j'ai j'aimerais tu vous nous il elle on ne pas plus "
        "est sont suis serai serais etes ete peux peut pouvez pourrais pourrait c'est ce cette ces mon ma "
        "mes votre vos de en dans a avec sans sur pour par apres avant entre jusqu'a vers lundi mardi "
        "mercredi jeudi vendredi samedi dimanche demain aujourd'hui matin matins midi soir soiree semaine "
        "prochain prochaine jour jours heure heures oui non merci bonjour bonsoir salut disponible dispo "
        "libre convient convienne conviendrait quel quelle quels quelles qui que quoi comment est-ce "
        "possible premier premiere deuxieme troisieme dernier derniere aucun aucune sauf desole "
        "malheureusement d'accord parfait tres bien cordialement l'apres ca va marche me moi quand "
        "combien tous toute toutes tout choix creneau creneaux proposition y"
    ),
    "es": (
        "el la los las un una unos y o pero yo tu usted ustedes me mi mis su sus no si es son soy estoy "
        "esta estan puedo puede podria podriamos podemos tengo tiene del al de en con sin para por desde "
        "hasta despues antes entre sobre lunes martes miercoles jueves viernes sabado domingo manana hoy "
        "pasado tarde tardes noche mediodia semana proxima proximo siguiente dia dias hora horas gracias "
        "hola buenos buenas disponible libre bien viene vienen perfecto cual cuando cuanto donde quien "
        "que como primera primero segunda segundo tercera tercero ultima ultimo ninguno ninguna cualquier "
        "cualquiera excepto salvo vale acuerdo saludos lo siento quiero quisiera gustaria prefiero igual "
        "otra otro otras otros alguna alguno menos tambien opcion ambos ambas todos todas a partir"
    ),
    "pt": (
        "o os as um uma uns e ou mas eu voce voces me meu minha meus minhas seu sua nao sim sao sou estou "
        "esta estao posso pode poderia podemos tenho tem teria do da dos das no na nos nas ao aos de em "
        "com sem para por desde ate depois antes entre sobre segunda terca quarta quinta sexta feira "
        "sabado domingo amanha hoje manha manhas tarde tardes noite meio-dia semana proxima proximo "
        "seguinte que vem dia dias hora horas obrigado obrigada ola oi bom boa disponivel livre bem "
        "perfeito qual quando quanto onde quem como primeira primeiro segundo terceira terceiro ultima "
        "ultimo nenhum nenhuma qualquer exceto menos combinado certo gostaria queria prefiro outra outro "
        "outras outros algum alguma tambem opcao ambos todos todas fico pra partir sexta-feira segunda- "
        "feira terca-feira quarta-feira quinta-feira serve"
    ),
}
