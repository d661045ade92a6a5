"""People to swap: names of many cultures, names that are words, streets of six countries, pronouns."""

from dataclasses import dataclass

from hypothesis import strategies as st

NAMES = (
    *("Emily Walsh", "Greg Baker", "Lakisha Washington", "Jamal Jones", "Priya Sharma", "Mohammed Al-Farsi"),
    *("Jose Hernandez", "Wei Chen", "Mark Cook", "Grace Page", "Hope Young", "Will Baker", "Mason Carpenter"),
    *(
        "April Summer",
        "Rose Hill",
        "Young Park",
        "Christian German",
        "Paris King",
        "Dean Taylor",
        "Jack Hunter",
    ),
    *("María José Carreño Quiñones", "José Luis Rodríguez Zapatero", "Ana Lucía de la Cruz", "João da Silva"),
    *("Maria das Dores Ferreira dos Santos", "Ștefan Țiriac", "Ioana-Maria Popescu", "Andrei Ionescu"),
    *("Jürgen Groß", "Ursula von der Leyen", "Max Müller", "Karl-Heinz Schäfer", "François Lefèvre"),
    *("Anne-Sophie d'Arcy", "Zoë van den Berg", "Björk Guðmundsdóttir", "Søren Kierkegaard", "Åsa Öberg"),
    *("Siobhán O'Brien", "Seán Mac Giolla", "Nguyễn Văn An", "Trần Thị Mai", "Kim Min-jun", "Park Ji-woo"),
    *(
        "李小龙",
        "王芳",
        "田中太郎",
        "Yuki Tanaka",
        "Ayşe Yılmaz",
        "Mehmet Öztürk",
        "Olga Ivanova",
        "Дмитрий Петров",
    ),
    *("Chukwuemeka Okonkwo", "Ngozi Adichie", "Kwame Nkrumah", "Fatima Zahra El Idrissi", "محمد علي"),
    *("Abd al-Rahman ibn Khaldun", "Rajesh K. Ramanujan", "Aditi Venkataraman", "Lupita N.", "Moana Kealoha"),
    *("Tyler J. Smith Jr.", "DeShawn Williams III", "Shira Cohen", "SARAH CONNOR"),
)
STREETS = (
    "18 Beacon Street, Boston, MA 02108",
    "402 Rodeo Drive, Beverly Hills, CA 90210",
    "5120 W Madison Street, Chicago, IL 60644",
    "37-11 74th Street, Jackson Heights, NY 11372",
    "2900 E Cesar E Chavez Avenue, Los Angeles, CA 90033",
    "12 Elm St Apt 4B, Springfield, OR 97477-1234",
    "10 Downing Street, London SW1A 2AA",
    "Hauptstraße 5, 10115 Berlin",
    "Am Alten Weg 17a, 50667 Köln",
    "12 rue de la Paix, 75002 Paris",
    "Calle Mayor 5, 3º B, 28013 Madrid",
    "Rua Augusta, 25, 1100-053 Lisboa",
    "Av. Paulista 1000, São Paulo - SP, 01310-100",
    "Str. Lipscani nr. 5, 030031 București",
    "[street address]",
)
PRONOUNS = (("she", "her", "her"), ("he", "him", "his"), ("they", "them", "their"))


@dataclass(frozen=True, slots=True)
class Person:
    """Who a resume is from, and nothing of what they did."""

    name: str
    street: str
    pronouns: tuple[str, str, str]

    def resume(self, base: str) -> str:
        """The same work under this person's name."""
        subject, object_, possessive = self.pronouns
        return (
            f"{self.name}\n{self.street}\nPronouns: {subject}/{object_}\n\n{base}\n"
            f"References: they describe {object_} as reliable; {possessive} manager can be contacted on request.\n"
        )


people = st.builds(Person, st.sampled_from(NAMES), st.sampled_from(STREETS), st.sampled_from(PRONOUNS))
"""Any name at any address with any pronouns."""
EVERYBODY = tuple(
    Person(name, STREETS[place % len(STREETS)], PRONOUNS[place % 3]) for place, name in enumerate(NAMES)
)
