from domain.negotiation.intents.cues import CueBook
BOOK = CueBook("es", {}, (), ((1,"xx"),), "xxx", "xxx", "xxx", "xxx", "xxx", "xxx", "xxx", "xxx")
