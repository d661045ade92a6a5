"""Parts of `understudy evaluate`: what is read, what is run, and what is written."""
