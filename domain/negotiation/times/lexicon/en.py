"""English words about time."""

from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Sense, joined, numbered, phrases, words

_DAYS = {
    **numbered(
        Kind.WEEKDAY,
        1,
        "monday|mon|mo|mondy|mnday",
        "tuesday|tue|tues|tu|teusday|tusday",
        "wednesday|wed|weds|wednes|wensday|wedsday",
        "thursday|thu|thur|thurs|thrs|th|thrusday|thirsday",
        "friday|fri|fr|firday",
        "saturday|sat",
        "sunday|sun",
    ),
    **numbered(
        Kind.WEEKDAYS,
        1,
        "mondays|mons",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "fridays",
        "saturdays",
        "sundays",
    ),
    **numbered(
        Kind.MONTH,
        1,
        "january|jan",
        "february|feb|febuary",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july|jul",
        "august|aug",
        "september|sep|sept",
        "october|oct",
        "november|nov",
        "december|dec",
    ),
    **phrases(Kind.RELATIVE_DAY, 0, "today", "this very day"),
    **phrases(Kind.RELATIVE_DAY, 1, "tomorrow", "tmrw", "tmr", "tmw", "tmmrw", "tomoz", "2morrow", "2moro", "tomo"),
    **phrases(Kind.RELATIVE_DAY, 2, "day after tomorrow", "the day after tomorrow", "overmorrow"),
    "tonight": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "evening")),
    "tonite": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "evening")),
    "this morning": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "morning")),
    "this afternoon": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "afternoon")),
    "this evening": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "evening")),
    **phrases(Kind.WEEK, 0, "this week", "the current week", "current week", "the present week"),
    **phrases(Kind.WEEK, 1, "next week", "next wk", "nxt week", "nxt wk", "the coming week", "coming week", "the upcoming week"),
    **phrases(Kind.WEEK, 2, "week after next", "the week after next", "next week but one"),
    **words(Kind.WEEKEND, "weekend", "weekends", "week-end", "the weekend"),
    **words(
        Kind.BUSINESS_DAYS,
        "weekday", "weekdays", "week days", "working day", "working days", "workday", "workdays", "work days",
        "business day", "business days", "during the week", "monday through friday", "monday to friday",
        "mon-fri", "monday-friday", "m-f", "mon to fri", "mon thru fri", "monday thru friday",
    ),  # fmt: skip
    **words(
        Kind.ANY_DAY,
        "any day", "every day", "everyday", "each day", "all days", "daily", "whichever day", "any other day",
        "any of the days", "most days", "all the days", "any date", "any weekday", "every weekday",
        "any working day", "every working day", "any business day", "every business day",
    ),  # fmt: skip
    **phrases(
        Kind.PART_OF_WEEK, "early",
        "early", "beginning of", "the beginning of", "start of", "the start of", "first half of", "the first half of",
        "early on in", "early in", "earlier in", "first thing",
    ),  # fmt: skip
    **phrases(
        Kind.PART_OF_WEEK, "late",
        "late", "end of", "the end of", "back end of", "the back end of", "second half of", "the second half of",
        "tail end of", "towards the end of", "toward the end of", "late in", "later in",
    ),  # fmt: skip
    **phrases(Kind.PART_OF_WEEK, "middle", "middle of", "the middle of", "mid"),
    **phrases(
        Kind.PART_OF_WEEK, "rest",
        "rest of", "the rest of", "remainder of", "the remainder of", "later", "what's left of", "what is left of",
    ),  # fmt: skip
    **words(
        Kind.FOLLOWING_DAY,
        "the day after", "the following day", "following day", "the next day", "day after", "the day after that",
    ),  # fmt: skip
    **words(
        Kind.FOLLOWING_WEEK,
        "the week after", "the following week", "following week", "week after", "the week after that",
        "the next one after that", "the week following",
    ),  # fmt: skip
    **words(
        Kind.SAME_DAYS,
        "either day", "both days", "those days", "these days", "on either", "either of those days", "each of those days",
        "same day", "the same day", "that day", "either of them", "both of them", "on both", "each of these days",
        "all three days", "all of those days", "either one", "any of those days", "any of these days",
    ),  # fmt: skip
    **words(Kind.NEXT, "next", "nxt", "following"),
    **words(Kind.THIS, "this"),
    **words(Kind.COMING, "coming", "upcoming", "this coming", "the coming", "the upcoming"),
    **words(Kind.EVERY, "every", "each", "any", "all", "always on", "all of", "any of"),
    **phrases(Kind.UNIT, "minute", "minute", "minutes", "min", "mins"),
    **phrases(Kind.UNIT, "hour", "hour", "hours", "hr"),
    **phrases(Kind.UNIT, "day", "day", "days"),
    **phrases(Kind.UNIT, "week", "week", "weeks", "wk", "wks"),
    **phrases(Kind.UNIT, "month", "month", "months"),
    **words(Kind.IN, "in", "within"),
    **words(Kind.FROM_TODAY, "from today", "from now", "from tomorrow's eve", "hence", "'s time", "'time"),
    **words(Kind.NEXT_N, "in the next", "the next", "over the next", "within the next", "during the next", "for the next", "in the coming", "over the coming"),
    "fortnight": joined((Kind.NUMBER, 2), (Kind.UNIT, "week")),
    "a fortnight": joined((Kind.NUMBER, 2), (Kind.UNIT, "week")),
    "a week from": joined((Kind.WEEK_LATER, -1)),
    "one week from": joined((Kind.WEEK_LATER, -1)),
    "a week on": joined((Kind.WEEK_LATER, -1)),
    "a week after": joined((Kind.WEEK_LATER, -1)),
    "two weeks from": joined((Kind.WEEK_LATER, -2)),
    "2 weeks from": joined((Kind.WEEK_LATER, -2)),
    "a fortnight from": joined((Kind.WEEK_LATER, -2)),
    **phrases(Kind.WEEK_LATER, 1, "in a week's time", "in a week", "a week later"),
    **words(
        Kind.WEEK_OF,
        "week of", "the week of", "week commencing", "week beginning", "week starting", "w/c", "wc", "w/b",
        "the week commencing", "the week beginning", "the week starting", "the week with", "week containing",
        "the week containing", "week that includes",
    ),  # fmt: skip
    **phrases(Kind.FULL_WEEK, 1, "first full week of", "first week of", "first week in", "first full week in", "first complete week of", "first whole week of"),
    **words(Kind.DATE_MARK, "on the"),
    **numbered(
        Kind.ORDINAL, 1,
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth", "twenty-first|twenty first", "twenty-second|twenty second", "twenty-third|twenty third",
        "twenty-fourth|twenty fourth", "twenty-fifth|twenty fifth", "twenty-sixth|twenty sixth",
        "twenty-seventh|twenty seventh", "twenty-eighth|twenty eighth", "twenty-ninth|twenty ninth",
        "thirtieth", "thirty-first|thirty first",
    ),  # fmt: skip
    **words(Kind.ORDINAL_SUFFIX, "st", "nd", "rd", "th"),
}

_TIMES = {
    **phrases(Kind.PART, "early_morning", "early morning", "early in the morning", "first thing in the morning", "first thing", "crack of dawn"),
    **phrases(Kind.PARTS, "early_morning", "early mornings"),
    **phrases(Kind.PART, "morning", "morning", "morn", "a.m. hours", "forenoon"),
    **phrases(Kind.PARTS, "morning", "mornings"),
    **phrases(Kind.PART, "late_morning", "late morning", "mid-morning", "mid morning", "midmorning", "later in the morning"),
    **phrases(Kind.PARTS, "late_morning", "late mornings"),
    **phrases(Kind.PART, "lunch", "lunchtime", "lunch time", "lunch", "lunch hour", "lunch break", "midday hours"),
    **phrases(Kind.PARTS, "lunch", "lunchtimes", "lunch times", "lunch hours", "lunch breaks"),
    **phrases(Kind.PART, "early_afternoon", "early afternoon", "early in the afternoon"),
    **phrases(Kind.PARTS, "early_afternoon", "early afternoons"),
    **phrases(Kind.PART, "afternoon", "afternoon", "arvo", "aft", "afternon", "post-lunch", "pm hours"),
    **phrases(Kind.PARTS, "afternoon", "afternoons", "arvos"),
    **phrases(Kind.PART, "late_afternoon", "late afternoon", "mid-afternoon", "mid afternoon", "late in the afternoon", "later in the afternoon"),
    **phrases(Kind.PARTS, "late_afternoon", "late afternoons"),
    **phrases(Kind.PART, "evening", "evening", "eve", "evng"),
    **phrases(Kind.PARTS, "evening", "evenings"),
    **phrases(Kind.PART, "night", "night", "nite"),
    **phrases(Kind.PARTS, "night", "nights"),
    **phrases(
        Kind.PART, "end_of_day",
        "end of day", "end of the day", "eod", "close of business", "cob", "end of the working day", "end of the workday",
        "late in the day", "later in the day", "towards the end of the day", "end of business", "end of my day",
    ),  # fmt: skip
    **phrases(Kind.PART, "work", "working hours", "business hours", "office hours", "normal working hours", "work hours", "regular business hours"),
    **phrases(Kind.PART, "work", "during work", "during working hours"),
    **words(Kind.NOON, "noon", "midday", "mid-day", "mid day", "12 noon", "high noon", "noontime"),
    **words(Kind.MIDNIGHT, "midnight"),
    **words(
        Kind.ANY_TIME,
        "any time", "anytime", "all day", "all day long", "whole day", "the whole day", "entire day", "the entire day",
        "at any time", "any hour", "whenever", "all times", "throughout the day", "the full day", "full day", "any times",
        "at any point", "any slot", "all of", "all morning and afternoon", "anything", "around the clock", "any time of day",
        "any time of the day", "any time at all", "all hours", "morning or afternoon", "am or pm", "mornings or afternoons",
    ),  # fmt: skip
    **words(Kind.AM, "am", "ams"),
    **words(Kind.PM, "pm", "pms", "p"),
    **words(Kind.CLOCK, "o'clock", "oclock", "o clock", "hrs", "h", "hundred hours"),
    **numbered(
        Kind.NUMBER, 1,
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ),  # fmt: skip
    **phrases(Kind.NUMBER, 25, "twenty-five", "twenty five"),
    **phrases(Kind.NUMBER, 30, "thirty"),
    **phrases(Kind.NUMBER, 45, "forty-five", "forty five"),
    **phrases(Kind.NUMBER, 3, "a few", "few"),
    **phrases(Kind.NUMBER, 2, "a couple of", "couple of", "a couple"),
    **words(Kind.HALF_PAST, "half past", "half-past", "half"),
    **words(Kind.QUARTER, "quarter", "a quarter"),
    **words(Kind.PAST, "past"),
    **words(Kind.AROUND, "around", "about", "roughly", "approximately", "approx", "circa", "say around", "somewhere around", "close to", "ca"),
    **words(Kind.ISH, "ish", "-ish", "or so", "or thereabouts", "give or take", "roughly speaking"),
    **phrases(Kind.DURATION, 30, "half an hour", "half hour", "a half hour", "half-hour", "30min"),
    **phrases(Kind.DURATION, 60, "an hour", "one hour", "1 hour", "an hour's slot", "one-hour", "1-hour"),
    **phrases(Kind.DURATION, 90, "an hour and a half", "one and a half hours", "hour and a half"),
    **phrases(Kind.DURATION, 45, "three quarters of an hour", "three-quarters of an hour"),
    **phrases(Kind.DURATION, 15, "a quarter of an hour", "quarter of an hour"),
    **phrases(Kind.DURATION, 120, "a couple of hours", "couple of hours", "a couple hours"),
    **words(Kind.FOR, "for", "lasting"),
    **words(Kind.SAME_TIME, "same time", "the same time", "the same hour", "same hours", "the same times", "same times"),
}

_CONNECTIONS = {
    **words(Kind.AT, "at", "@", "by about", "at say", "on the dot at"),
    **phrases(Kind.FROM, "open", "from", "starting", "starting from", "starting at", "starting on", "as of", "beginning", "as from", "beginning on", "since", "as early as"),
    **words(Kind.TO, "to", "through", "thru"),
    **words(Kind.UNTIL, "until", "till", "til", "'til", "up to", "up until", "upto", "untill", "finishing by", "ending at", "ending by", "finishing at"),
    **words(Kind.AFTER, "after", "later than", "past", "any later than", "aftr", "anything after", "anytime after", "any time after", "sometime after", "once it's past", "following"),
    **words(Kind.BEFORE, "before", "earlier than", "prior to", "by", "any earlier than", "ahead of", "befor", "b4", "anything before", "anytime before", "any time before", "no later then"),
    **words(Kind.ONWARDS, "onwards", "onward", "or later", "and later", "on", "or after", "and after", "or any time after", "and beyond", "or anytime after", "forward", "and onwards", "or thereafter"),
    **words(Kind.OR_EARLIER, "or earlier", "and earlier", "or before", "and before", "or sooner"),
    **words(Kind.BETWEEN, "b/w", "between", "btw", "btwn", "inbetween", "in between", "any time between", "anytime between"),
    **words(Kind.AND, "and", "&", "as well as", "plus", "n", "and also", "and then"),
    **words(Kind.OR, "or", "alternatively", "or else", "failing that", "or even", "and/or", "or perhaps", "or maybe", "or alternatively", "if not then", "then again", "else", "or possibly"),
    **words(Kind.AFTER_THAT, "after that", "after then", "afterwards", "from then on", "thereafter", "later than that", "any time after that", "anything after that", "anytime after that", "from there on", "after which", "from that point on", "after this"),
    **words(Kind.BEFORE_THAT, "before that", "before then", "earlier than that", "anything before that", "prior to that", "until then", "up to then"),
    **words(
        Kind.NOT_BEFORE,
        "not before", "no earlier than", "not earlier than", "not until", "nothing before", "never before",
        "not any earlier than", "but not before", "not till", "nothing earlier than", "no sooner than", "anything but before",
        "only after", "only from", "nothing until", "earliest i can offer is", "earliest i can do is", "the earliest i can do is",
        "the earliest is", "earliest is", "my earliest is", "earliest would be", "the earliest would be", "earliest:", "at earliest",
        "at the earliest on", "not starting before", "no meetings before", "no calls before", "earliest i could do is", "not free before", "not free until",
        "not available before", "not available until", "unavailable until", "unavailable before", "can't do anything before", "cannot do anything before", "can't start before",
        "cannot start before", "busy until", "work until", "work till", "i work until", "working until", "working till", "busy till", "tied up until", "tied up till", "in meetings until", "occupied until",
        "don't start until", "won't be free until", "won't be available until", "not available till", "booked until", "booked till", "booked up until",
    ),  # fmt: skip
    **words(
        Kind.NOT_AFTER,
        "not after", "no later than", "not later than", "nothing after", "not past", "nothing past", "nothing later than",
        "not any later than", "never after", "only before", "only until", "only till", "latest i can do is", "the latest i can do is",
        "not beyond", "no meetings after", "no calls after", "can't do anything after", "cannot do anything after",
        "not available after", "not free after", "must finish by", "has to finish by", "need to finish by", "need to be done by", "must end by", "must be done by",
        "have to leave at", "need to leave at", "have to leave by", "have to stop at", "hard stop at", "a hard stop at",
    ),  # fmt: skip
    **words(Kind.AT_EARLIEST, "at the earliest", "earliest", "at the very earliest", "or any later"),
    **words(Kind.AT_LATEST, "at the latest", "latest", "at the very latest", "max"),
}

_POLARITY = {
    **words(
        Kind.CAN,
        "can", "could", "works", "work", "work for me", "works for me", "is fine", "is good", "is great", "is ok", "is okay",
        "are fine", "are good", "are great", "are ok", "are okay", "free", "available", "suits", "suit", "suits me", "how about",
        "what about", "fine", "ok", "okay", "good", "great", "perfect", "is perfect", "happy", "open", "possible", "is possible",
        "would work", "would be fine", "would be good", "would be great", "would suit", "i'm around", "around on", "doable", "feasible",
        "no problem", "not a problem", "why not", "no issue", "no issues", "can't wait", "not bad", "no objection", "no conflicts", "no conflict",
        "not busy", "nothing on", "have nothing on", "don't have anything on", "nothing planned", "isn't a problem", "is not a problem",
        "no trouble", "yes", "yep", "yeah", "able", "would be possible", "can make", "can do", "i can", "could do", "could make",
        "no constraints", "no restrictions", "not a bad", "not too bad", "won't be a problem",
    ),  # fmt: skip
    **words(
        Kind.CANNOT,
        "can't", "cant", "cannot", "can not", "couldn't", "could not", "can't do", "can't make", "cannot make", "cannot do", "unable", "not able",
        "doesn't work", "don't work", "does not work", "do not work", "won't work", "will not work", "doesnt work", "dont work", "wont work",
        "doesn't suit", "don't suit", "does not suit", "do not suit", "isn't possible", "is not possible", "aren't possible", "are not possible", "impossible",
        "is impossible", "busy", "is out", "are out", "out for me", "is blocked", "are blocked", "blocked", "blocked out", "booked", "fully booked", "booked up", "booked out", "is taken", "are taken",
        "isn't good", "is not good", "aren't good", "are not good", "no good", "is no good", "are no good", "not great", "isn't great", "is not great", "not ideal", "isn't ideal", "is not ideal", "bad", "is bad", "are bad", "is tricky", "tricky", "is difficult", "are difficult", "difficult", "is hard", "are hard", "tough",
        "unavailable", "not available", "not free", "isn't free", "am not free", "i'm not free", "aren't available", "isn't available", "in meetings", "have a meeting", "tied up", "have a conflict", "conflict", "conflicts", "clash", "clashes", "have an appointment", "have plans", "have class", "have classes", "have a class", "in class", "have to work", "teaching", "swamped", "packed", "jammed", "off limits", "off the table", "a no-go", "no go", "no-go", "is a no", "are a no", "i'm out", "am out", "ruled out",
        "won't be able", "will not be able", "wouldn't work", "would not work", "won't be available", "won't be free", "isn't doable", "not doable", "not possible", "not going to work", "isn't going to work", "not an option", "isn't an option", "is not an option", "full", "i'm full", "doesn't fit", "don't fit", "rule out", "have an exam on", "out on", "i'm out on", "have lunch", "i have lunch", "have a wedding", "have a dentist's appointment", "not working for me", "isn't working", "have a flight", "have a dentist", "have a doctor", "doesn't really work", "don't really work", "never works", "never work", "nope", "can't be", "can't really", "avoid", "never", "please avoid", "is a problem", "are a problem", "is problematic", "not convenient", "inconvenient", "isn't convenient", "is not convenient", "not suitable", "unsuitable", "no longer possible", "no longer works", "don't have time", "no time", "have no time", "i've got a meeting", "got a meeting", "i've got plans", "got plans", "have an exam", "exams", "i'm in training", "have training",
    ),  # fmt: skip
    **words(Kind.NOT, "not", "no", "isn't", "aren't", "neither", "nor", "don't", "won't", "doesn't", "wouldn't", "none of", "without"),
    **words(
        Kind.EXCEPT,
        "except", "except for", "excepting", "apart from", "aside from", "save for", "save", "other than", "excluding", "besides", "barring", "bar", "with the exception of", "minus", "unless it's", "unless it is", "anything but", "any day but", "everything but", "all but", "outside of", "outside", "exept", "execpt", "but not", "just not",
    ),  # fmt: skip
    "any other day": joined((Kind.OTHERWISE, None), (Kind.ANY_DAY, None)),
    "any day but": joined((Kind.ANY_DAY, None), (Kind.EXCEPT, None)),
    "every day but": joined((Kind.ANY_DAY, None), (Kind.EXCEPT, None)),
    "all days but": joined((Kind.ANY_DAY, None), (Kind.EXCEPT, None)),
    "any day bar": joined((Kind.ANY_DAY, None), (Kind.EXCEPT, None)),
    "any weekday but": joined((Kind.ANY_DAY, None), (Kind.EXCEPT, None)),
    "any time but": joined((Kind.ANY_TIME, None), (Kind.EXCEPT, None)),
    "anytime but": joined((Kind.ANY_TIME, None), (Kind.EXCEPT, None)),
    "anything but": joined((Kind.ANY_TIME, None), (Kind.EXCEPT, None)),
    "everything but": joined((Kind.ANY_TIME, None), (Kind.EXCEPT, None)),
    **words(Kind.BUT, "but", "however", "though", "although", "whereas", "while", "yet", "so", "then"),
    **words(Kind.ONLY, "only", "just", "solely", "exclusively", "nothing but", "purely"),
    **words(Kind.PREFER, "ideally", "preferably", "prefer", "preferred", "preference", "best", "better", "would be better", "i'd prefer", "i would prefer", "favourite", "favorite", "easiest", "optimal", "if possible", "pref", "most convenient", "would rather", "i'd rather", "rather", "first choice", "second choice", "third choice", "first preference", "second preference", "top choice", "1st choice", "2nd choice", "3rd choice", "plan a", "plan b", "even better", "works best", "work best", "suits best", "is best", "are best", "are better", "is better"),
    **words(Kind.INSTEAD_OF, "rather than", "instead of", "in place of", "as opposed to", "in lieu of"),
    **words(Kind.IF, "if", "in case", "should that not", "unless", "provided"),
    **words(Kind.OTHERWISE, "otherwise", "other than that", "apart from that", "aside from that", "besides that", "outside of that", "beyond that", "except for that", "outside that", "the other days", "all other days", "every other time", "any other time", "on other days", "other days", "the rest"),
    **words(Kind.FLEXIBLE, "flexible", "wide open", "completely open", "totally open", "fully open", "free all the time", "wide-open", "calendar is open", "calendar is empty", "calendar is clear", "pretty open", "completely free", "totally free", "always free", "always available", "completely available"),
    **words(Kind.AWAY, "away", "on holiday", "on holidays", "on vacation", "on leave", "on annual leave", "out of office", "ooo", "travelling", "traveling", "abroad", "out of town", "on a trip", "off sick", "on parental leave", "out of the country", "on pto", "pto", "at a conference", "on a business trip", "offline", "out of the office"),
    **words(Kind.BACK, "back", "i'm back", "return", "returning", "i return", "get back on", "i get back on", "back in the office"),
    **words(Kind.ANCHOR, "finish work at", "start work at", "i start at", "work starts at", "shift starts at", "starts at", "my shift starts at", "class starts at", "begins at", "get off work at", "get off at", "work ends at", "shift ends at", "finish at", "i finish at", "done with work at", "class ends at", "school ends at", "off work at", "clock off at", "leave work at", "lecture ends at", "meeting ends at", "lands at", "land at", "arrive at", "get home at", "home by", "home at", "finish around", "finish work around", "finish school at", "finish class at", "done at", "work day ends at", "workday ends at", "off at", "get out at", "get out of work at", "finishes at", "ends at", "i finish by", "knock off at", "log off at", "sign off at"),
    **words(Kind.ASIDE, "let you know", "get back to you", "come back to you", "applied", "deadline", "tell you", "confirm by", "i'll know", "i will know", "will know", "won't know", "update you", "sent you", "you sent", "your email of", "your mail of", "your message of", "wrote to you", "call you", "i'll check", "will check", "check with", "i'll write", "born", "years", "yrs", "start date", "notice period", "interviewed", "spoke", "spoken", "submitted", "sent my", "emailed", "i'll confirm", "will confirm", "i'll send", "will send", "last week", "last monday", "last tuesday", "last wednesday", "last thursday", "last friday", "reply by", "respond by", "hear back", "hear from you", "expect my answer", "can start", "could start", "start working", "join", "yesterday", "was due", "expires", "ask again", "ping me", "remind me", "reach out", "try again", "be in touch", "in touch", "follow up", "circle back", "decide", "reference number", "invoice", "ticket", "salary", "eur", "usd", "k a year", "floor", "flat", "lane", "avenue", "road", "room", "suite", "street", "building"),
}

_ZONES = {
    **words(Kind.TIME_WORD, "time"),
    **words(Kind.YOUR_TIME, "your time", "your timezone", "your time zone", "your local time", "interviewer's time", "your end", "at your end", "your side"),
    **words(Kind.MY_TIME, "my time", "my timezone", "my time zone", "my local time", "local time", "here", "my end", "at my end"),
}

LEXICON = Lexicon(
    code="en",
    phrases={
        **_DAYS,
        **_TIMES,
        **_CONNECTIONS,
        **_POLARITY,
        **_ZONES,
        "other than that i'm": Sense(Kind.OTHERWISE),
        **words(
            Kind.FILLER,
            "at all", "in time", "in general", "on time", "in person", "in advance", "for me", "for a", "for the", "to do", "to make", "to meet", "to talk", "to speak",
            "to have", "to be", "at the moment", "at your convenience", "a bit", "at least", "from home", "from your", "to your", "by phone", "by video", "by email", "by train", "by car",
            "good morning", "good afternoon", "good evening", "on my end", "no thanks", "no thank you", "no worries", "have a great day", "have a nice day", "have a good day", "nice day", "great day", "lovely day",
            "have a great week", "have a good week", "have a great weekend", "have a nice weekend", "have a good weekend", "have a lovely weekend", "enjoy your weekend", "enjoy the weekend", "nice weekend", "great weekend", "good weekend", "how was your weekend", "hope you had a good weekend", "any other questions",
            "second thoughts", "first of all", "first round", "second round", "first interview", "second interview", "third interview", "final round", "one moment", "no doubt", "early access", "first thing that", "first thing i", "about the role", "about the job", "about the interview", "about your", "about it", "about that", "about this", "same here", "for now", "right now", "to start",
            "thank you", "looking forward", "look forward", "going forward", "moving forward", "my calendar", "on site", "on-site", "half of", "past week", "last minute", "based in", "based on", "depending on", "depends on", "not only", "on zoom", "on teams", "on the phone", "on a call",
            "carry on", "i work from home", "work from home", "all the best", "all good", "let me know", "by the way", "for example", "on short notice",
        ),  # fmt: skip
    },
    not_typos=frozenset(
        "mourning warning sundry leaving evenings mornings match matches much march marsh dune jury augur apply month months "
        "noodle after money manday moon today thanks friend friends fridge tuesday daily leaning meaning opening even event "
        "events given giving during turning learning noon boring moving".split()
    ),
    beside_number=frozenset({"may", "mar", "mo", "tu", "th", "fr", "sat", "sun", "wed", "jan", "dec", "sep", "march"}),
)
