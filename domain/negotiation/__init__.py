"""Finding a time in up to three rounds, in plain words. Pure.

A message is read (`interpret`), a decision is taken on what it says and what is free (`bot`), the turn is kept
(`turns`), and said in the candidate's language when it is shown (`words`).
"""
