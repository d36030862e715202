"""Builds the shipped templates: `python -m parcli.documents.template_builder`.

It reads a format profile. The files it writes are for offices to edit in Word; nothing here runs
when a report is made.
"""
