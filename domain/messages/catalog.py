"""Translations: gettext catalogs as text, compiled in memory, so that a fresh clone needs no build step.

English stands in the sources and is what a message falls back to. The other languages stand in
`translations/<language>/LC_MESSAGES/<domain>.po`: `mails` for mails, `pages` for the candidate's pages.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO, StringIO

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "en"
LANGUAGES = ("en", "de", "fr", "es", "pt")
"""The languages that candidates can read everything in."""


def spoken(wish: str | None) -> str | None:
    """The language meant by a wish such as `de`, `pt-BR` or `fr_CA`; None when it is not one of ours."""
    code = (wish or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if code in LANGUAGES else None


def parse(text: str, language: str) -> Catalog:
    """The catalog that a PO file holds. Raises PoFileError for a file that is not one."""
    return read_po(StringIO(text), locale=language, abort_invalid=True)


def compiled(catalog: Catalog) -> NullTranslations:
    """A catalog as gettext reads it; fuzzy and empty entries are left to English."""
    packed = BytesIO()
    write_mo(packed, catalog)
    packed.seek(0)
    return GNUTranslations(packed)


def source(domain: str, language: str) -> str:
    """The text of a PO file that comes with the product. Raises FileNotFoundError."""
    place = files("translations") / language / "LC_MESSAGES" / f"{domain}.po"
    return place.read_text("utf-8")


@cache
def translations(domain: str, language: str) -> NullTranslations:
    """The translations of a domain (`mails`, `pages`) into a language; English is the source itself.

    For Jinja: `environment.install_gettext_translations(translations("pages", language))`.
    """
    wanted = spoken(language) or SOURCE
    return NullTranslations() if wanted == SOURCE else compiled(parse(source(domain, wanted), wanted))
