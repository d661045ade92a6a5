"""Impact of a selection process on groups of people: rates, ratios, confidence, and what is too small to show.

Rows of answers and outcomes in, masked tables out; pure. Sources: the Uniform Guidelines on Employee Selection
Procedures (29 CFR 1607.4) and the rules to New York City's Local Law 144 (6 RCNY 5-300 to 5-304). The result is
the product's own report. It is not a bias audit: that one must come from an independent auditor.
"""

from domain.impact.report import NOT_AN_AUDIT, Component, Figure, Line, Report, Table, build
from domain.impact.rows import Row, Tally, tally
from domain.impact.vocabulary import AgeBand, Column, Dimension, RaceEthnicity, Sex, Withheld

__all__ = [
    "NOT_AN_AUDIT",
    "AgeBand",
    "Column",
    "Component",
    "Dimension",
    "Figure",
    "Line",
    "RaceEthnicity",
    "Report",
    "Row",
    "Sex",
    "Table",
    "Tally",
    "Withheld",
    "build",
    "tally",
]
