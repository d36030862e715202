"""Excel out: the form in which a unit reports its progress."""
