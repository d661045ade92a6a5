"""Mail out: rendering, MIME, and hand-over to an SMTP server."""

from integrations.mail.mime import build_mime
from integrations.mail.render import MailRenderer, RenderedMail, render
from integrations.mail.smtp import SmtpMailer

__all__ = ["MailRenderer", "RenderedMail", "SmtpMailer", "build_mime", "render"]
