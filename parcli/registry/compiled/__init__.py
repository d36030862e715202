"""The compiled index: a registry's content in one SQLite file, made current before a query.

YAML is the truth; the index can be deleted at any time. Its tables: `docs/index-tables.md`.
"""
