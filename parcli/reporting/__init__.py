"""Findings and tables as people and programs read them: text, JSON, CSV, CI annotations."""
