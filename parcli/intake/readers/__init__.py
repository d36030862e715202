"""Readers: each turns one kind of file into the one stream of blocks."""
