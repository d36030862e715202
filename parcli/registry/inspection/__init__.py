"""Rules that one file must keep by itself, beyond its schema: one rule a module, listed in `rules`.

Each module has a CODE, a SEVERITY, a docstring that is its manual page, and `inspect`, which looks
at a read file. What they find is stored in the compiled index with the file's other diagnostics, so
that a file is inspected once for each of its versions, and not before somebody asks what is wrong;
those in `essential` are kept by every answer. Rules between files are in `checks`.
"""
