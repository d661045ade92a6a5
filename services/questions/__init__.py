"""Types, skills, the bank of questions, and the questions of interviews."""
