"""What in a resume is written for a machine: copies of the advertisement, keyword lists, repeats, instructions.

Pure. Nothing is judged: what is found is left out of the score and named in a notice.
"""

from domain.stuffing.advert import PreparedAdvert, prepare_advert
from domain.stuffing.inspection import ResumeTokens, Stuffing, inspect, prepare_resume_tokens

__all__ = ["PreparedAdvert", "ResumeTokens", "Stuffing", "inspect", "prepare_advert", "prepare_resume_tokens"]
