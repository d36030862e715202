"""Recognisers: each finds one thing in the blocks and says nothing about the rest."""
