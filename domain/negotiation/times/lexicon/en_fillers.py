"""English: phrases that mean nothing here and would else be taken for a part of them."""

from domain.negotiation.times.lexicon.schema import Kind, Phrases, words

FILLERS: Phrases = {
    **words(Kind.FILLER,
        "at all", "in time", "in general", "on time", "in person", "in advance", "for me", "for a",
        "for the", "to do", "to make", "to meet", "to talk", "to speak", "to have", "to be",
        "at the moment", "at your convenience", "a bit", "at least", "from home", "from your", "to your",
        "by phone", "by video", "by email", "by train", "by car", "good morning", "good afternoon",
        "good evening", "on my end", "no thanks", "no thank you", "no worries", "have a great day",
        "have a nice day", "have a good day", "nice day", "great day", "lovely day", "have a great week",
        "have a good week", "have a great weekend", "have a nice weekend", "have a good weekend",
        "have a lovely weekend", "enjoy your weekend", "enjoy the weekend", "nice weekend",
        "great weekend", "good weekend", "how was your weekend", "hope you had a good weekend",
        "any other questions", "second thoughts", "first of all", "first round", "second round",
        "first interview", "second interview", "third interview", "final round", "one moment", "no doubt",
        "early access", "first thing that", "first thing i", "about the role", "about the job",
        "about the interview", "about your", "about it", "about that", "about this", "same here",
        "for now", "right now", "to start", "thank you", "looking forward", "look forward",
        "going forward", "moving forward", "my calendar", "on site", "on-site", "half of", "past week",
        "last minute", "based in", "based on", "depending on", "depends on", "not only", "on zoom",
        "on teams", "on the phone", "on a call", "carry on", "i work from home", "i was thinking",
        "i was hoping", "i was wondering", "was thinking", "was hoping", "was wondering",
        "work from home", "all the best", "all good", "let me know", "by the way", "for example",
        "on short notice", "or anything", "or something", "or whatever", "and everything", "and all that",
        "anything else", "if anything",
    ),
}  # fmt: skip
