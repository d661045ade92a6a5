"""Frequent words within a typo of a lexicon entry, which are never corrected into it.

Found by looking up the 20,000 most frequent words of each language among the corrections.
"""

ORDINARY: dict[str, frozenset[str]] = {
    "en": frozenset({
        "arch", "augusta", "barking", "bunch", "earnings", "exceeding", "exceptions", "excerpt",
        "exciting", "executing", "exempt", "exert", "expecting", "exploding", "fight", "fights", "knight",
        "knights", "launch", "light", "lights", "lynch", "mandy", "marc", "marco", "markings", "meanings",
        "menus", "might", "minds", "mines", "moaning", "monty", "moody", "outsider", "punch", "remember",
        "resides", "rights", "sight", "sights", "sturdy", "thirsty", "thugs", "thus", "tight", "tights",
        "tours", "workings",
    }),
    "de": frozenset({
        "abgenommen", "abwenden", "achsen", "angenommen", "arbeitende", "arbeitenden", "aufgenommen",
        "aussen", "aussere", "aussern", "aussert", "banner", "dachten", "exklusiv", "exklusiven", "faber",
        "feder", "feier", "feuer", "fieber", "freigabe", "geistern", "gestein", "gesten", "hefte", "hute",
        "jaguar", "lacht", "leber", "machten", "machts", "manner", "merz", "mittig", "mogen", "morden",
        "morgan", "nachdem", "nachsehen", "nachten", "nackten", "nahm", "naht", "pachter", "sachsen",
        "sonnigen", "sonstige", "sonstigen", "susser", "tausende", "uberzogen", "vorgaben", "vorhaben",
        "wachsen", "wachstum", "wacht", "wachter", "waschen", "weber", "western", "wischen", "yacht",
        "zeichen", "zugenommen", "zurzeit",
    }),
    "fr": frozenset({
        "demarche", "demarches", "demeurer", "encre", "entra", "entree", "entrer", "entres", "entrez",
        "executes", "foutre", "javier", "jedi", "latins", "mains", "maintes", "malines", "malins",
        "marais", "mari", "mariees", "marin", "marines", "marins", "maris", "marois", "martin",
        "matieres", "mercedes", "noirs", "nombre", "poutre", "soins", "sois", "suivait", "suivants",
        "suivent", "vends", "ventre",
    }),
    "es": frozenset({
        "abria", "anna", "anoche", "aproxima", "arde", "asado", "banana", "basado", "bienes", "calvo",
        "casado", "centre", "cuidando", "dominios", "domino", "enfrente", "ente", "entran", "entranas",
        "entrando", "entren", "funes", "gustando", "hanna", "julie", "junior", "juntando", "luces",
        "magna", "manada", "manga", "mania", "manta", "manzana", "manzanas", "mares", "mario", "mates",
        "menor", "monos", "nana", "pagado", "parado", "pasados", "pasando", "pesado", "primas", "primos",
        "projimo", "propias", "propios", "quedando", "quemando", "quitado", "quitan", "rinde", "saldo",
        "salio", "salto", "salva", "salve", "sendero", "senos", "siguiendo", "tarda", "templado",
        "temprana", "tempranas", "trade", "unio", "vender", "vendieron", "venido",
    }),
    "pt": frozenset({
        "adora", "alvo", "amanda", "amora", "apanha", "aposto", "aproxima", "aproximam", "aproximar",
        "aproximou", "aranha", "arco", "atirando", "barco", "carinha", "centre", "cercas", "coisinha",
        "contem", "continha", "cunho", "dentre", "dominios", "dominou", "ente", "entrando", "entrasse",
        "entrei", "entrem", "escuto", "estante", "evoluindo", "exato", "excluida", "excluido",
        "excluidos", "executando", "exito", "experience", "experiente", "experientes", "experimente",
        "farinha", "ferreiro", "find", "fine", "finge", "ganha", "girando", "legendas", "loirinha",
        "macro", "madrinha", "malha", "mana", "mancha", "manchas", "maneiro", "manga", "mangas", "mania",
        "manos", "manta", "marc", "march", "marcio", "marcos", "marcou", "marinha", "mario", "medos",
        "meios", "menor", "meros", "notes", "noturna", "noturnos", "novinha", "obtem", "perca", "primas",
        "primos", "propinas", "punho", "quieta", "sabao", "sabido", "safado", "salao", "saldo", "salmo",
        "salto", "salva", "salve", "salvos", "salvou", "sardinha", "seguidas", "seguidos", "seguintes",
        "seguras", "seita", "senta", "seta", "tamanha", "tarda", "tera", "terco", "tercos", "teria",
        "terra", "terras", "tirado", "tirano", "trade", "turca", "ventre", "virando",
    }),
}  # fmt: skip
