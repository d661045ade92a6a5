"""In which language a candidate reads: the chosen one, else the browser's, else English."""

import pytest
from sqlalchemy import text

from domain.messages.catalog import LANGUAGES
from domain.vocabulary import LinkPurpose
from tests.web.site import Site, nonce_of
from web.candidate.language import from_browser, language_for

HELLO = {
    "en": "You are invited to an interview.",
    "de": "Sie sind zu einem Gespräch eingeladen.",
    "fr": "Nous vous invitons à un entretien.",
    "es": "Le invitamos a una entrevista.",
    "pt": "Convidamos você para uma entrevista.",
}
WEDNESDAY = {
    "en": "Wednesday, 4 March, 09:00 (Berlin, UTC+1)",
    "de": "Mittwoch, 4. März, 09:00 Uhr (Berlin, UTC+1)",
    "fr": "mercredi 4 mars, 09:00 (Berlin, UTC+1)",
    "es": "miércoles, 4 de marzo, 9:00 (Berlín, UTC+1)",
    "pt": "quarta-feira, 4 de março, 09:00 (Berlim, UTC+1)",
}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-CH,de;q=0.9,en;q=0.8", "de"),
        ("nl, pt-BR;q=0.5, fr;q=0.7", "fr"),
        ("fr;q=0, es", "es"),
        ("fr;q=0", "en"),
        ("*", "en"),
        ("en;q=0.1, de;q=0.2", "de"),
        ("de;q=much, es;q=0.1", "es"),
        ("x" * 10_000, "en"),
        (",;,;q=", "en"),
    ],
)
def test_the_browsers_first_wish_counts(header: str, language: str) -> None:
    assert from_browser(header) == language


@pytest.mark.parametrize(
    ("chosen", "locale", "header", "language"),
    [
        ("fr", "de", "es", "fr"),
        (None, "de-AT", "es", "de"),
        (None, "en", "es", "es"),
        (None, "nl", "es", "es"),
        ("en", "de", "es", "en"),
        (None, None, "", "en"),
    ],
)
def test_what_a_person_chose_comes_first(
    chosen: str | None, locale: str | None, header: str, language: str
) -> None:
    assert language_for(chosen, locale, header) == language


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_speaks_the_browsers_language(site: Site, language: str) -> None:
    interview = await site.an_invitation()
    await site.submit(site.link(interview, LinkPurpose.SCHEDULE), action="zone", time_zone="Europe/Berlin")
    application = site.link(interview, LinkPurpose.APPLICATION)
    paths = [site.link(interview, purpose) for purpose in LinkPurpose]
    for path in (*paths, application + "/data", application + "/erase"):
        page = await site.http.get(path, headers={"Accept-Language": language})
        assert f'<html lang="{language}">' in page.text
        assert page.headers["content-language"] == language
    accept = await site.http.get(
        site.link(interview, LinkPurpose.ACCEPT), headers={"Accept-Language": language}
    )
    assert HELLO[language] in accept.text
    assert WEDNESDAY[language] in accept.text


async def test_a_language_is_chosen_on_any_page_and_kept(site: Site) -> None:
    interview = await site.an_invitation()
    for purpose, language in zip(LinkPurpose, ("de", "fr", "es", "pt", "en", "fr", "de"), strict=True):
        path = site.link(interview, purpose)
        kept = await site.submit(path, action="language", language=language)
        assert kept.status_code == 303
        page = await site.http.get(path, headers={"Accept-Language": "en"})
        assert f'<html lang="{language}">' in page.text
    before = await site.snapshot()
    assert (await site.submit(path, action="language", language=language)).status_code == 303
    assert await site.snapshot() == before
    row = await site.row("SELECT language FROM candidates WHERE language IS NOT NULL")
    assert row[0] == "de"


async def test_a_link_that_does_not_open_is_told_in_the_browsers_language(site: Site) -> None:
    interview = await site.an_invitation()
    path = site.link(interview, LinkPurpose.ACCEPT)
    forged = await site.http.get(path[:-4] + "AAAA", headers={"Accept-Language": "fr"})
    assert forged.status_code == 403
    assert "<h1>Ce lien ne fonctionne pas</h1>" in forged.text
    nowhere = await site.http.get(path.replace(str(interview), "1"), headers={"Accept-Language": "de"})
    assert nowhere.status_code == 404
    assert 'lang="de"' in nowhere.text


async def test_a_refusal_is_told_in_the_persons_language(site: Site) -> None:
    interview = await site.an_invitation()
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE candidates SET locale = 'es'"))
    path = site.link(interview, LinkPurpose.ACCEPT)
    nonce = nonce_of(await site.http.get(path))
    site.clock.forward(hours=49)
    nonce = site.links.nonce(interview, LinkPurpose.ACCEPT, "", site.clock.now)
    late = await site.http.post(path, data={"nonce": nonce})
    assert late.status_code == 410
    assert "El plazo para contestar a esta invitación ha terminado." in late.text
