"""Word documents: a format profile, templates kept to it, what fills them, and their checking."""
