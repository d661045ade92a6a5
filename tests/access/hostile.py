"""Texts of people who mean harm, put wherever a stranger can put text, and what pages must not make of them."""

from html.parser import HTMLParser

from sqlalchemy import text

from tests.support.data import Sessions

HOSTILE = (
    "HOSTILE'\"><script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)>"
    '<a href="javascript:alert(4)">x</a></textarea></title><style>*{display:none}</style>{{ 7*7 }}${7*7}%s'
)
"""One text with what breaks out of elements, attributes, texts and templates."""
CONTROL = " \u202e\u2066\ufeff\x1b[31m"
ADDRESS = 'https://hostile.example/"><script>alert(5)</script>'

LEADS, RUNS = {"href", "src", "action", "poster"}, {"javascript", "data", "vbscript"}

EVERYWHERE = """
    UPDATE users SET name = :x;
    UPDATE jobs SET title = :x, description = :x, company = :x, location = :x;
    UPDATE candidates SET name = :x || left(id::text, 8), phone = left(:x, 60);
    UPDATE applications SET applicant_name = :x, summary = :x, masked_text = :x, resume_text = :x, scorer = :x,
        score_parameters = :x, unreadable_reason = NULL, ai_processed = true,
        score_notices = jsonb_build_array(:x), resume_notices = jsonb_build_array(:x),
        score_components = jsonb_build_object(:x, 50);
    UPDATE files SET filename = :x;
    UPDATE negotiation_sessions
        SET history = replace(history::text, 'Tuesday', 'HOSTILE<script>alert(6)</script>')::jsonb;
    UPDATE candidate_requests SET message = :x;
    UPDATE interviews SET video_url = :address;
    UPDATE webhook_endpoints SET description = :x, url = :address, off_reason = :x;
    UPDATE api_keys SET name = :x, hint = '<b>x';
    UPDATE web_sessions SET client = :x;
    UPDATE feature_flags SET description = :x;
    UPDATE calendar_accounts SET health = 'dead', health_reason = :x, calendar_id = :x;
    UPDATE email_messages SET status = 'failed', last_error = :x;
    UPDATE outbox SET last_error = :x;
    UPDATE alerts SET details = jsonb_build_object('x', :x), about = :x;
    INSERT INTO automation_logs (job_id, application_id, interview_id, action_type, trigger_source, actor_kind, reason,
                                 details, workflow_id, flag, idempotency_key)
        SELECT job_id, application_id, id, 'note<script>', 'manual', 'recruiter', :x,
               jsonb_build_object(:x, :x), :x, '<i>', 'hostile:' || id FROM interviews;
    INSERT INTO access_log (at, role, what, purpose, request_id) VALUES (now(), '<script>x', 'resume', 'page', :x)
"""


async def sow(owner: Sessions) -> None:
    """Put the text wherever somebody else may read it."""
    async with owner.begin() as session:
        for statement in EVERYWHERE.split(";\n"):
            every = {"x": HOSTILE + CONTROL, "address": ADDRESS}
            values = {name: value for name, value in every.items() if f":{name}" in statement}
            typed = statement.replace(":x", "CAST(:x AS text)")
            await session.execute(text(typed), values)


class Elements(HTMLParser):
    """What a browser would make of a page, as far as it matters here."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.told = ""
        self._is_text = True
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Elements and attributes that run something, load something, or hide the rest."""
        given = dict(attrs)
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.faults.append(f"a script that is not ours: {attrs}")
        if tag in {"style", "iframe", "object", "embed", "base", "img"}:
            self.faults.append(f"<{tag}>: {attrs}")
        for name, value in attrs:
            where = (value or "").strip().lower()
            if name.startswith("on") or name in {"style", "srcdoc", "formaction"}:
                self.faults.append(f"{tag} {name}={value!r}")
            runs = where.partition(":")[0] in RUNS and (tag, where) != ("link", "data:,")
            if name in LEADS and runs:
                self.faults.append(f"{tag} {name}={value!r}")
        self._is_text = tag not in {"script", "style"}

    def handle_data(self, data: str) -> None:
        """Text."""
        self.told += data if self._is_text else ""
