"""The sentences of mails and of candidates' pages, and the catalogs that must hold each of them.

    python -m tools.catalogs

brings `translations/<language>/LC_MESSAGES/{mails,pages}.po` up to date: new sentences are added empty, those that
nothing says any more are dropped. Tests refuse catalogs that are not complete.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from domain.messages.catalog import LANGUAGES, SOURCE, parse

ROOT = Path(__file__).parent.parent

UNSAID = (
    "# ", "#\n", '"Project-Id-Version', '"Report-Msgid-Bugs-To', '"POT-Creation-Date', '"PO-Revision-Date',
    '"Last-Translator', '"Language-Team', '"Generated-By',
)  # fmt: skip
"""Parts of a header that nobody here fills in."""


@dataclass(frozen=True)
class Texts:
    """A gettext domain: where its sentences are said, and by what."""

    name: str
    said: dict[str, tuple[int, int] | None]
    """Functions whose texts are translated, and which arguments hold singular and plural."""
    sources: tuple[tuple[str, str, str], ...]
    """Folders, the files in them, and Babel's extractor for these."""

    def extracted(self) -> Catalog:
        """Every sentence, in English."""
        found = Catalog(project="Understudy", fuzzy=False)
        for folder, files, method in self.sources:
            options = {files: {"trimmed": "true", "silent": "false"}}
            messages = extract_from_dir(ROOT / folder, [(files, method)], options, keywords=self.said)
            for name, _line, message, comments, context in messages:
                found.add(message, None, [(f"{folder}/{name}", 0)], auto_comments=comments, context=context)
        return found

    def path(self, language: str) -> Path:
        """Where the catalog of a language stands."""
        return ROOT / "translations" / language / "LC_MESSAGES" / f"{self.name}.po"

    def update(self) -> None:
        """Write every catalog anew, with the sentences of now."""
        template = self.extracted()
        for language in LANGUAGES:
            if language == SOURCE:
                continue
            place = self.path(language)
            known = place.exists()
            catalog = parse(place.read_text("utf-8"), language) if known else Catalog(locale=language)
            catalog.update(template, no_fuzzy_matching=True)
            catalog.obsolete.clear()
            catalog.fuzzy = False
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(written(catalog), "utf-8")


MAILS = Texts(
    "mails", {"say": None, "later": None, "count": (1, 2)}, (("domain/messages", "**.py", "python"),)
)
PAGES = Texts(
    "pages",
    {"later": None, "_": None, "gettext": None, "ngettext": (1, 2)},
    (("web/candidate", "**.py", "python"), ("web/templates/candidate", "**.html", "jinja2")),
)


def written(catalog: Catalog) -> str:
    """A catalog as its file holds it: without names and dates, which say nothing and change each time."""
    packed = BytesIO()
    write_po(packed, catalog, width=100, no_location=True)
    lines = packed.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(UNSAID)).lstrip()


if __name__ == "__main__":
    for texts in (MAILS, PAGES):
        texts.update()
