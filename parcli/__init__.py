"""parcli: a registry of tasks that directives hand out, asked and reported on a command line."""

__version__ = "0.1.0"
