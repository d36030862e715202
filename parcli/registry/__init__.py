"""The files of a registry: reading YAML with positions, checking it, compiling it for queries."""
