"""Whether property tests try the examples they always try, or others."""

import os

EXPLORE = "UNDERSTUDY_EXPLORE" in os.environ
"""The same examples each time, so that a failure is a change's and not chance's; set, every run goes elsewhere."""
