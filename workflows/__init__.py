"""Durable processes, one per file. They sequence and wait; `domain` decides, `activities` act.

Nothing is imported here: the sandbox imports this package anew for every run of a workflow, and then only the
modules that this workflow needs.
"""
