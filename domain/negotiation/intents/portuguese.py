from domain.negotiation.intents.cues import CueBook
BOOK = CueBook("pt", {}, (), ((1,"xx"),), "xxx", "xxx", "xxx", "xxx", "xxx", "xxx", "xxx", "xxx")
