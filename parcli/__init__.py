"""parcli: a registry of tasks that directives hand out, queried and reported from the command line."""

__version__ = "0.1.0"
