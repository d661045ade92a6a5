"""The rules of processing: every quote is verbatim, the same words give the same themes and groups."""

from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.identifiers import NAMESPACE
from domain.processing.cues import counted, own_act
from domain.processing.evidence import LONGEST_QUOTE, Said, Sought, evidence_in, sentences
from domain.processing.personas import personas_of
from domain.processing.themes import Quote, themes_of
from domain.processing.vocabulary import EvidenceKind, ThemeKind

JOB = uuid5(NAMESPACE, "a job")
SOUGHT = (
    Sought(EvidenceKind.SKILL, "Python", ("Python",), uuid5(NAMESPACE, "skill")),
    Sought(EvidenceKind.REQUIREMENT, "Databases", ("databases", "SQL", "C++")),
)
WORDS = st.sampled_from(
    ["I", "led", "built", "Python", "databases", "database", "SQL", "C++", "40%", "ten", "teams", "in", "2019", "Ärger",
     "naïve", "ﬁnal", "\u0301", "日本", "😀", ".", "!", "…", "?\n", "\n\n", "  ", "\t", "oven", "percent", "Ich habe"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300)


def turn(text: str, number: int = 0, *, is_host: bool = False) -> Said:
    return Said(uuid5(NAMESPACE, f"turn {number}"), text, is_host)


def quotes_of(talks: list[list[str]]) -> list[Quote]:
    """The evidence of several interviews, as rows hold it."""
    found = []
    for number, texts in enumerate(talks):
        interview = uuid5(NAMESPACE, f"interview {number}")
        said = [Said(uuid5(NAMESPACE, f"{number}.{place}"), text) for place, text in enumerate(texts)]
        found += [
            Quote(one.id, interview, one.kind, one.about, one.quote) for one in evidence_in(said, SOUGHT)
        ]
    return found


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS, max_size=4), st.sampled_from(["en", "de"]))
def test_every_quote_stands_verbatim_in_its_turn(texts: list[str], language: str) -> None:
    turns = [turn(text, number) for number, text in enumerate(texts)]
    pieces = evidence_in(turns, SOUGHT, language)
    by_id = {one.turn_id: one.text for one in turns}
    for piece in pieces:
        assert piece.quote
        assert piece.quote == by_id[piece.turn_id][piece.start : piece.end]
        assert piece.quote == piece.quote.strip()
        assert len(piece.quote) <= LONGEST_QUOTE + 60
    assert len({piece.id for piece in pieces}) == len(pieces)
    assert evidence_in(turns, SOUGHT, language) == pieces


@given(TEXTS)
def test_sentences_are_in_order_and_leave_out_blanks_alone(text: str) -> None:
    places = list(sentences(text))
    assert places == sorted(places)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in places)
    assert "".join("".join(text[start:end] for start, end in places).split()) == "".join(text.split())


def test_what_is_evidence_and_what_is_none() -> None:
    told = "I led a team of five engineers. We used Python and SQL. In 2019 nothing happened. They built it."
    found = [(one.kind, one.about, one.quote) for one in evidence_in([turn(told)], SOUGHT)]
    assert found == [
        (EvidenceKind.NUMBER, "", "I led a team of five engineers."),
        (EvidenceKind.OWNERSHIP, "", "I led a team of five engineers."),
        (EvidenceKind.SKILL, "Python", "We used Python and SQL."),
        (EvidenceKind.REQUIREMENT, "Databases", "We used Python and SQL."),
    ]
    assert evidence_in([turn(told, is_host=True)], SOUGHT) == []


def test_an_answer_without_a_full_stop_is_cut_around_what_it_speaks_for() -> None:
    told = "and then we went on and on " * 40 + "until the Python service stood " + "and so it went on " * 40
    [piece] = [one for one in evidence_in([turn(told)], SOUGHT) if one.kind is EvidenceKind.SKILL]
    assert "Python" in piece.quote
    assert len(piece.quote) <= LONGEST_QUOTE
    assert told[piece.start - 1] == " "
    assert told[piece.end] == " "


def test_a_year_counts_nothing_and_a_number_in_words_counts_with_what_it_counts() -> None:
    assert counted("That was in 2019.") is None
    assert counted("One of the two was better.") is None
    assert counted("We hired twelve nurses, and twenty five patients left.") is not None
    assert counted("It fell by 40 %.") is not None
    assert own_act("We led a team.", "en") is None
    assert own_act("I had personally rewritten it, and I rewrote it again.", "en") is not None
    assert own_act("Das habe ich gebaut.", "de") is not None
    assert own_act("I led a team.", "xx") is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(TEXTS, max_size=3), max_size=4), st.randoms(use_true_random=False))
def test_themes_and_groups_do_not_depend_on_the_order_of_what_they_are_made_of(
    talks: list[list[str]], chance: object
) -> None:
    quotes = quotes_of(talks)
    shuffled = sorted(quotes, key=lambda _: chance.random())  # type: ignore[attr-defined]  # Hypothesis' Random
    themes = themes_of(JOB, quotes)
    assert themes == themes_of(JOB, shuffled)
    assert personas_of(JOB, themes, quotes) == personas_of(JOB, themes, shuffled)
    known = {quote.id: quote.interview_id for quote in quotes}
    for theme in themes:
        assert theme.quotes <= set(known)
        assert theme.interviews == {known[quote] for quote in theme.quotes}
    members = [one for persona in personas_of(JOB, themes, quotes) for one in persona.members]
    assert len(members) == len(set(members))


def test_themes_are_what_several_people_speak_about() -> None:
    quotes = quotes_of(
        [
            ["I built the oven in Python.", "My bicycle has 3 wheels."],
            ["I designed ovens and wrote Python.", "The SQL was slow."],
        ]
    )
    themes = {theme.name: theme for theme in themes_of(JOB, quotes)}
    assert themes["Python"].kind is ThemeKind.SKILL
    assert len(themes["Python"].interviews) == 2
    assert themes["Databases"].kind is ThemeKind.REQUIREMENT
    ovens = themes.get("oven") or themes["ovens"]
    assert (ovens.kind, len(ovens.interviews)) == (ThemeKind.WORD, 2)
    assert "bicycle" not in themes
    again = {theme.name: theme.id for theme in themes_of(JOB, quotes[: len(quotes) // 2])}
    assert again["Python"] == themes["Python"].id, "a theme keeps its id"


def test_the_same_words_of_one_person_count_once_in_a_theme() -> None:
    # One sentence is evidence of a skill, a figure and an own act; and it is said twice.
    told = "I cut the invoices of the oven by 40% with Python."
    quotes = quotes_of([[told, told], ["I wrote invoices in Python."]])
    assert len(quotes) > 4
    themes = {theme.name: theme for theme in themes_of(JOB, quotes)}
    assert {name: len(theme.quotes) for name, theme in themes.items()} == {"Python": 2, "invoices": 2}


def test_a_word_that_everybody_uses_is_no_theme() -> None:
    quotes = quotes_of([["I wrote and found 3 invoices."], ["I found what I wrote in 2 invoices."]])
    assert [theme.name for theme in themes_of(JOB, quotes)] == ["invoices"]


def test_groups_are_named_by_what_their_members_speak_about_and_never_hold_one_person() -> None:
    def group(talks: list[list[str]]) -> list[tuple[str, int]]:
        quotes = quotes_of(talks)
        return [(one.name, len(one.members)) for one in personas_of(JOB, themes_of(JOB, quotes), quotes)]

    figures = ["Python it is. It made 3 things. It made 4 things."]
    plain = ["Python is nice. Python is old. Python is there."]
    assert group([figures, plain]) == [("Python", 2)]
    assert group([figures, figures, plain, plain]) == [
        ("Python", 2),
        ("Python, tells results in figures", 2),
    ]
    assert group([figures, ["SQL is nice."]]) == []


def ids(talks: list[list[str]]) -> set[UUID]:
    return {quote.id for quote in quotes_of(talks)}


def test_evidence_keeps_its_id_when_its_turn_stays() -> None:
    assert ids([["I wrote Python."]]) < ids([["I wrote Python.", "I wrote SQL."]])
