from domain.negotiation.intents.cues import CueBook
BOOK = CueBook("fr", {}, (), ((1,"xx"),), "xxx", "xxx", "xxx", "xxx", "xxx", "xxx", "xxx", "xxx")
