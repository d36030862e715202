"""Questions to the compiled index: rows in, plain values out. No YAML, no printing."""
