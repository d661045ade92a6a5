"""Stored text of strangers stays text: on every page, in every mail."""

import email
import json
from datetime import UTC, datetime, timedelta
from email import policy

import pytest

from domain.errors import MailRefusedError
from domain.messages import MailFacts, ReasonClass
from domain.messages.wording import one_line
from domain.ports import OutgoingMail
from domain.vocabulary import LinkPurpose, MailTemplate
from integrations.mail import MailRenderer, build_mime
from tests.access.faces import Faces
from tests.access.hostile import HOSTILE, Elements, sow
from tests.access.routes import NOT_SET_UP, Route

NOW = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)
SHOW_IT = {
    "/", "/jobs/{job_id}", "/jobs/{job_id}/activity", "/applications/{application_id}", "/conversations",
    "/interviews/{interview_id}/conversation", "/requests", "/users", "/users/{user_id}", "/account", "/account/keys",
    "/audit", "/audit/rows/{sequence}", "/audit/access", "/flags", "/calendars",
    "/interview/application/{interview_id}/{token}", "/interview/schedule/{interview_id}/{token}",
}  # fmt: skip
"""Pages on which the text must be read, so that the test cannot pass on empty ones."""
INJECTED = (
    "Eve\r\nBcc: victims@evil.example\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>"
    "\n\rX-Evil: 1\x00\x0b\x85\u2028"
)
HEADERS = {
    "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "content-transfer-encoding",
    "auto-submitted", "reply-to", "x-understudy-template", "x-understudy-interview", "list-unsubscribe",
    "list-unsubscribe-post", "content-language",
}  # fmt: skip


@pytest.mark.slow
async def test_no_page_makes_anything_but_text_of_what_strangers_wrote(own_faces: Faces) -> None:
    await sow(own_faces.owner)
    side, faults, shown = own_faces.world.sides[0], [], set()
    for interview in (side.booked, side.talking, side.cancelled):
        ids = await own_faces.ids(side, interview=interview)
        async for route, who, page in pages(own_faces, ids, interview):
            found = Elements(page)
            faults += [f"{who} {route}: {fault}" for fault in found.faults]
            if "49" in found.told.replace(HOSTILE, "") and "HOSTILE49" in found.told:
                faults.append(f"{route}: the template was carried out")
            if "HOSTILE" in found.told:
                shown.add(route.path)
    assert not faults, "\n".join(sorted(set(faults)))
    assert SHOW_IT - shown == set(), "these pages did not show the text at all"


async def pages(faces: Faces, ids: dict[str, object], interview: object):  # type: ignore[no-untyped-def]
    """Every page that can be opened, by those who see most, and by the candidate."""
    for route in faces.routes:
        if (
            route.method != "GET"
            or route.is_api
            or route.path.endswith("/stream")
            or route.path.startswith("/static")
        ):
            continue
        callers = (
            ("stranger",) if route.is_candidate else ("admin A", "recruiter A", "auditor A", "interviewer A")
        )
        more = {}
        if route.is_candidate:
            purpose = route.path.split("/")[2] if route.path.startswith("/interview/") else "about_me"
            of = ids["application_id"] if route.path.startswith("/about-me/") else interview
            more = {"token": faces.links.sign(of, LinkPurpose(purpose), 0, faces.later)}  # type: ignore[arg-type]
        for who in callers:
            answer = await faces.ask(route, faces.callers[who], faces.address(route, ids, **more))
            assert answer.status_code < 500 or str(route) in NOT_SET_UP, (str(route), answer.text)
            policy_ = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy_
            assert "unsafe" not in policy_
            if "html" in answer.headers.get("content-type", ""):
                yield route, who, answer.text


def facts(text: str) -> MailFacts:
    """Facts with a text wherever somebody else may have written it."""
    return MailFacts(
        job_title=text,
        company=text,
        recipient_name=text,
        candidate_label=text,
        interviewer_name=text,
        recruiter_name=text,
        video_url=text,
        location=text,
        alert_text=text,
        asked=(text,),
        alerts=(text,),
        time_zone="Europe/Berlin",
        now=NOW,
        scheduled_time=NOW + timedelta(days=4),
        confirmation_deadline=NOW + timedelta(hours=48),
        slot_selection_deadline=NOW + timedelta(hours=48),
        proposals=(NOW + timedelta(days=4),),
        undo_until=NOW + timedelta(minutes=10),
        links={purpose: f"https://hire.example/{purpose}" for purpose in LinkPurpose},
        board_url="https://hire.example/jobs/1",
        reason_class=ReasonClass.NOT_SELECTED,
        counts={"seat": 2},
    )


@pytest.mark.parametrize("template", MailTemplate)
def test_no_text_adds_a_header_a_part_or_an_element_to_a_mail(template: MailTemplate) -> None:
    subject, plain, html = MailRenderer().render(template, facts(INJECTED))
    sent = OutgoingMail(
        message_id="<1@understudy>", to_name=one_line(INJECTED), to_address="ana@mail.example", subject=subject,
        text=plain,        html=html, sent_at=NOW,
    )  # fmt: skip
    wire = build_mime(sent, "Acme <hiring@acme.example>").as_bytes()
    read = email.message_from_bytes(wire, policy=policy.default)
    assert {name.lower() for name in read} <= HEADERS
    assert str(read["to"]).endswith("<ana@mail.example>")
    assert [part.get_content_type() for part in read.walk()] == [
        "multipart/alternative", "text/plain", "text/html"
    ]  # fmt: skip
    head = wire.partition(b"\r\n\r\n")[0].splitlines()
    assert not [line for line in head if line.lower().startswith((b"bcc:", b"x-evil:", b"<"))]
    body = read.get_body(("html",))
    assert body is not None
    styled = ("<style>", "style=")
    faults = Elements(body.get_content()).faults
    assert not [fault for fault in faults if not any(word in fault for word in styled)]


@pytest.mark.parametrize(
    "address",
    ["a@b.example\r\nBcc: evil@x.example", "a@b.example\nX: 1", "a@b.example,c@d.example", "<a@b.example> c@d.example",
     "a@b.example\x00", "\"a\r\n\"@b.example", "a@b.example%0aBcc:c@d.example", "", "@", "a@\u2028b.example"],
)  # fmt: skip
def test_an_address_that_is_more_than_one_is_refused(address: str) -> None:
    sent = OutgoingMail(
        message_id="<1@understudy>", to_name="Ana", to_address=address, subject="S", text="T", html="<p>T</p>",
        sent_at=NOW,
    )  # fmt: skip
    with pytest.raises(MailRefusedError):
        build_mime(sent, "Acme <hiring@acme.example>")


async def test_text_comes_out_of_the_api_as_it_went_in_and_as_no_page(own_faces: Faces) -> None:
    await sow(own_faces.owner)
    ids = await own_faces.ids(own_faces.world.sides[0])
    answer = await own_faces.ask(
        Route("GET", "/api/v1/jobs/{job_id}"),
        own_faces.callers["recruiter A"],
        f"/api/v1/jobs/{ids['job_id']}",
    )
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert json.dumps(HOSTILE)[1:-1] in json.dumps(answer.json())
