"""The text interview that a machine leads: the candidate's acts, and the machine's."""
