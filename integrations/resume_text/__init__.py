"""Text of uploaded resumes: PDF, DOCX, plain text and JSON Resume, each read within bounds."""

from integrations.resume_text.reader import BoundedResumeReader

__all__ = ["BoundedResumeReader"]
